pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Theme

// The hazards of a notice: a table where there is room, one block each where there is none.
Column {
    id: grid

    required property var lines
    property bool table: true
    readonly property var shares: [0.07, 0.17, 0.29, 0.29, 0.18]

    Row {
        visible: grid.table
        Repeater {
            model: [qsTr("No."), qsTr("Place"), qsTr("Problem and basis"), qsTr("Measure required"), qsTr("Deadline")]
            PaperCell {
                required property int index
                required property string modelData
                width: Math.round(grid.width * grid.shares[index])
                text: modelData
                heading: true
            }
        }
    }
    Repeater {
        model: grid.lines
        Item {
            id: line
            required property bool included
            required property int no
            required property string place
            required property string problem
            required property string basis
            required property string levelText
            required property string measure
            required property string interim
            required property string responsible
            required property string dueText
            readonly property var cells: [String(no), place,
                problem + "\n" + qsTr("Level: %1").arg(levelText) + "\n" + qsTr("Basis: %1").arg(basis),
                measure + (interim !== "" ? "\n" + qsTr("Interim control: %1").arg(interim) : ""),
                dueText + (responsible !== "" ? "\n" + responsible : "")]
            readonly property real tallest: {
                let height = 0
                for (let index = 0; index < cellRow.children.length; ++index)
                    height = Math.max(height, cellRow.children[index].implicitHeight)
                return height
            }

            objectName: "noticeLine"
            visible: line.included
            width: grid.width
            height: !visible ? 0 : grid.table ? tallest : block.implicitHeight

            Row {
                id: cellRow
                visible: grid.table
                Repeater {
                    model: grid.table ? line.cells : []
                    PaperCell {
                        required property int index
                        required property string modelData
                        width: Math.round(grid.width * grid.shares[index])
                        height: line.tallest
                        text: modelData
                    }
                }
            }
            Column {
                id: block
                visible: !grid.table
                width: parent.width
                spacing: Theme.spaceXs
                topPadding: Theme.spaceS
                bottomPadding: Theme.spaceS
                Rectangle {
                    width: parent.width
                    height: 1
                    color: Theme.color.paperLine
                }
                PaperText {
                    width: parent.width
                    font.weight: Font.Bold
                    text: line.no + ". " + line.place
                }
                Repeater {
                    model: grid.table ? [] : line.cells.slice(2)
                    PaperText {
                        required property string modelData
                        width: block.width
                        font.pixelSize: Theme.fontSmall
                        text: modelData
                    }
                }
            }
        }
    }
}
