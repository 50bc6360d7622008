pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Theme

// Photos of one record in a row that wraps, with a place to add more. Each photo can be opened and removed.
Flow {
    id: strip

    // URLs for Image.source.
    property var photos: []
    property string subject: ""
    property bool editable: true
    property bool required: false
    property int countMax: 20
    property int thumbSize: Theme.thumbnail
    property string addText: qsTr("Take a photo")

    signal addRequested()
    signal openRequested(int index)
    signal removeRequested(int index)

    spacing: Theme.spaceM

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Photos: %1").arg(photos.length)

    Repeater {
        model: strip.photos

        Item {
            id: cell
            required property int index
            required property string modelData

            width: strip.thumbSize
            height: strip.thumbSize

            PhotoThumb {
                anchors.fill: parent
                source: cell.modelData
                caption: strip.subject !== "" ? strip.subject + " " + (cell.index + 1) : String(cell.index + 1)
                onClicked: strip.openRequested(cell.index)
            }
            IconButton {
                objectName: "removePhoto" + cell.index
                visible: strip.editable
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: -12
                iconName: "close"
                text: qsTr("Remove photo %1").arg(cell.index + 1)
                onClicked: strip.removeRequested(cell.index)

                Rectangle {
                    z: -1
                    anchors.centerIn: parent
                    width: Theme.iconM + 4
                    height: width
                    radius: width / 2
                    color: Theme.color.surface
                    border.color: Theme.color.outlineStrong
                    border.width: Math.max(1, Theme.stroke)
                }
            }
        }
    }

    AddPhotoButton {
        objectName: "addPhoto"
        visible: strip.editable && strip.photos.length < strip.countMax
        text: strip.addText
        required: strip.required && strip.photos.length === 0
        onClicked: strip.addRequested()
    }
}
