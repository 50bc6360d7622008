pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import CampusSafety.Controls
import CampusSafety.Theme

// The first before-photo and the first after-photo at the same size, side by side; a tap enlarges, more below.
Row {
    id: pair

    property var before: []
    property var after: []
    readonly property real half: (width - spacing) / 2

    visible: before.length > 0 || after.length > 0
    spacing: Theme.spaceM

    Repeater {
        model: [{ name: qsTr("Before"), photos: pair.before, key: "before" },
            { name: qsTr("After"), photos: pair.after, key: "after" }]

        Column {
            id: side
            required property var modelData
            readonly property var photos: modelData.photos
            width: pair.half
            spacing: Theme.spaceS

            AppLabel {
                width: parent.width
                strong: true
                kind: AppLabel.Small
                text: side.photos.length > 1 ? side.modelData.name + "  " + side.photos.length : side.modelData.name
                color: Theme.color.textSecondary
            }
            T.AbstractButton {
                id: frame
                objectName: "photo-" + side.modelData.key
                enabled: side.photos.length > 0
                width: parent.width
                height: Math.round(width * 0.75)
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.Button
                Accessible.name: side.photos.length > 0 ? qsTr("Enlarge: %1").arg(side.modelData.name)
                                                        : qsTr("No photo: %1").arg(side.modelData.name)
                Accessible.onPressAction: frame.clicked()
                onClicked: viewer.show(side.photos, 0, side.modelData.name)
                contentItem: Item {
                    PhotoTile {
                        anchors.fill: parent
                        visible: side.photos.length > 0
                        source: side.photos.length > 0 ? side.photos[0] : ""
                    }
                    AppLabel {
                        visible: side.photos.length === 0
                        anchors.centerIn: parent
                        width: parent.width - Theme.spaceL
                        horizontalAlignment: Text.AlignHCenter
                        kind: AppLabel.Small
                        text: qsTr("No photo yet")
                        color: Theme.color.textSecondary
                    }
                }
                background: Rectangle {
                    radius: Theme.radiusS
                    color: Theme.color.surfaceAlt
                    FocusRing {
                        shown: frame.visualFocus
                        radius: parent.radius + 4
                    }
                }
            }
            Flow {
                visible: side.photos.length > 1
                width: parent.width
                spacing: Theme.spaceS
                Repeater {
                    model: side.photos.slice(1)
                    PhotoThumb {
                        required property int index
                        required property string modelData
                        width: 72
                        height: 72
                        source: modelData
                        caption: side.modelData.name + " " + (index + 2)
                        onClicked: viewer.show(side.photos, index + 1, side.modelData.name)
                    }
                }
            }
        }
    }
    PhotoViewer { id: viewer }
}
