import QtQuick
import CampusSafety.Theme

// A place for a signature on paper: who, the picture once signed, a line.
Column {
    id: line

    property string name: ""
    property string picture: ""
    property string note: ""

    spacing: Theme.spaceXs

    PaperText {
        width: parent.width
        font.pixelSize: Theme.fontSmall
        text: line.name
    }
    Item {
        width: parent.width
        height: 76
        Image {
            visible: line.picture !== ""
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 4
            height: 68
            width: parent.width
            horizontalAlignment: Image.AlignLeft
            source: line.picture
            fillMode: Image.PreserveAspectFit
            sourceSize.height: 136
            asynchronous: true
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Signature: %1").arg(line.name)
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.color.paperLine
        }
    }
    PaperText {
        visible: line.note !== ""
        width: parent.width
        font.pixelSize: Theme.fontSmall
        text: line.note
    }
}
