import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One hazard of a notice being drawn up.
Card {
    id: card

    // The roles of NoticeLineModel.
    required property var line

    signal includedChosen(bool on)
    signal daysChosen(int days)
    signal measureEdited(string text)
    signal interimEdited(string text)
    signal responsibleEdited(string text)

    spacing: Theme.spaceL

    CheckRow {
        objectName: "include-" + card.line.hazardId
        width: parent.width
        text: card.line.no + ". " + card.line.place
        detail: card.line.problem
        checked: card.line.included
        onToggled: card.includedChosen(checked)
    }
    Column {
        visible: card.line.included
        width: parent.width
        spacing: Theme.spaceL

        LevelBadge {
            text: card.line.levelText
            level: card.line.level
        }
        FormField {
            width: parent.width
            label: qsTr("Measure required")
            TextAreaEntry {
                objectName: "measure-" + card.line.hazardId
                width: parent ? parent.width : 0
                lines: 2
                value: card.line.measure
                accessibleName: qsTr("Measure required")
                onEdited: text => card.measureEdited(text)
            }
        }
        FormField {
            width: parent.width
            label: qsTr("Deadline")
            help: card.line.dueText
            DaysChooser {
                width: parent ? parent.width : 0
                days: card.line.days
                onChosen: days => card.daysChosen(days)
            }
        }
        FormField {
            width: parent.width
            label: qsTr("Interim control")
            TextEntry {
                width: parent ? parent.width : 0
                value: card.line.interim
                accessibleName: qsTr("Interim control")
                onEdited: text => card.interimEdited(text)
            }
        }
        FormField {
            width: parent.width
            label: qsTr("Person responsible")
            TextEntry {
                width: parent ? parent.width : 0
                value: card.line.responsible
                accessibleName: qsTr("Person responsible")
                onEdited: text => card.responsibleEdited(text)
            }
        }
    }
}
