pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Theme

// Photos of one record in a row that wraps, with a place to add more. Each photo can be opened and removed.
Flow {
    id: strip

    // Rows with roles photoId (string), source (url), caption (string) and place (string).
    property var photos: null
    property int count: repeater.count
    property bool editable: true
    property bool required: false
    property int countMax: 20
    property string addText: qsTr("Take a photo")

    signal addRequested()
    signal openRequested(string photoId)
    signal removeRequested(string photoId)

    spacing: Theme.spaceS

    Accessible.role: Accessible.List
    Accessible.name: qsTr("%n photo(s)", "", count)

    Repeater {
        id: repeater
        model: strip.photos

        Item {
            id: cell
            required property string photoId
            required property url source
            required property string caption
            required property string place

            width: Theme.thumbnail
            height: Theme.thumbnail

            PhotoThumb {
                anchors.fill: parent
                source: cell.source
                caption: cell.caption
                place: cell.place
                onClicked: strip.openRequested(cell.photoId)
            }
            IconButton {
                visible: strip.editable
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: -10
                iconName: "close"
                text: qsTr("Remove photo")
                onClicked: strip.removeRequested(cell.photoId)

                Rectangle {
                    z: -1
                    anchors.centerIn: parent
                    width: 30
                    height: 30
                    radius: 15
                    color: Theme.color.surface
                    border.color: Theme.color.outlineStrong
                    border.width: Theme.stroke
                }
            }
        }
    }

    AddPhotoButton {
        visible: strip.editable && strip.count < strip.countMax
        text: strip.addText
        required: strip.required && strip.count === 0
        onClicked: strip.addRequested()
    }
}
