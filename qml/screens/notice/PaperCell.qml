import QtQuick
import CampusSafety.Theme

// One cell of a table on paper.
Rectangle {
    id: cell

    property string text: ""
    property bool heading: false

    implicitHeight: label.implicitHeight + 2 * Theme.spaceS
    color: "transparent"
    border.width: 1
    border.color: Theme.color.paperLine

    PaperText {
        id: label
        x: Theme.spaceS
        y: Theme.spaceS
        width: parent.width - 2 * Theme.spaceS
        horizontalAlignment: cell.heading ? Text.AlignHCenter : Text.AlignLeft
        font.pixelSize: Theme.fontSmall
        font.weight: cell.heading ? Font.Bold : Font.Normal
        text: cell.text
    }
}
