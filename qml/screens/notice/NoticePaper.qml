pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Theme

// A rectification notice as it prints: black on white paper, whatever the palette of the app.
Rectangle {
    id: paper

    // A NoticeEditor or a NoticePage: both carry the texts of a notice under the same names.
    required property var notice
    property string contactText: ""
    property string officerSignature: ""
    property string schoolSignature: ""
    property string receiptText: ""
    readonly property bool table: width >= 620 * Theme.scale
    readonly property int inset: width < 560 ? Theme.spaceL : Theme.spaceXxl

    implicitHeight: column.implicitHeight + 2 * inset
    color: Theme.color.paper
    border.width: Theme.stroke
    border.color: Theme.color.outline

    Column {
        id: column
        x: paper.inset
        y: paper.inset
        width: parent.width - 2 * paper.inset
        spacing: Theme.spaceM

        PaperText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.fontTitle
            font.weight: Font.Bold
            text: paper.notice.heading
        }
        PaperText {
            width: parent.width
            horizontalAlignment: Text.AlignRight
            text: paper.notice.numberText
        }
        Rectangle {
            width: parent.width
            height: 2
            color: Theme.color.paperSeal
        }
        PaperText {
            width: parent.width
            font.weight: Font.Bold
            text: qsTr("%1:", "addressee of a notice").arg(paper.notice.schoolName)
        }
        PaperText {
            width: parent.width
            text: paper.notice.basisText
        }
        NoticeTable {
            width: parent.width
            lines: paper.notice.lines
            table: paper.table
        }
        PaperText {
            width: parent.width
            text: paper.notice.requirementsText
        }
        PaperText {
            width: parent.width
            text: paper.notice.consequencesText
        }
        PaperText {
            visible: paper.contactText !== ""
            width: parent.width
            text: paper.contactText
        }
        PaperText {
            width: parent.width
            horizontalAlignment: Text.AlignRight
            text: paper.notice.bureauName + "\n" + paper.notice.dateText
        }
        Flow {
            width: parent.width
            spacing: Theme.spaceXl
            SignatureLine {
                width: paper.table ? (parent.width - Theme.spaceXl) / 2 : parent.width
                name: qsTr("Inspectors: %1").arg(paper.notice.inspectorsText)
                picture: paper.officerSignature
            }
            SignatureLine {
                width: paper.table ? (parent.width - Theme.spaceXl) / 2 : parent.width
                name: qsTr("Signed for by the school")
                picture: paper.schoolSignature
                note: paper.receiptText
            }
        }
    }
}
