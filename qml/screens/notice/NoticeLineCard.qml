import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One hazard of a notice being drawn up.
Card {
    id: card

    required property int index
    required property string hazardId
    required property bool included
    required property int no
    required property string place
    required property string problem
    required property int level
    required property string levelText
    required property string measure
    required property string interim
    required property string responsible
    required property int days
    required property string dueText

    signal includedChosen(bool on)
    signal daysChosen(int days)
    signal measureEdited(string text)
    signal interimEdited(string text)
    signal responsibleEdited(string text)

    objectName: "line-" + hazardId
    spacing: Theme.spaceL

    CheckRow {
        objectName: "include-" + card.hazardId
        width: parent.width
        text: card.included ? card.no + ". " + card.place : card.place
        detail: card.problem
        checked: card.included
        onToggled: card.includedChosen(checked)
    }
    Column {
        visible: card.included
        width: parent.width
        spacing: Theme.spaceL

        LevelBadge {
            text: card.levelText
            level: card.level
        }
        FormField {
            width: parent.width
            label: qsTr("Measure required")
            TextAreaEntry {
                objectName: "measure-" + card.hazardId
                width: parent ? parent.width : 0
                lines: 2
                value: card.measure
                accessibleName: qsTr("Measure required")
                onEdited: text => card.measureEdited(text)
            }
        }
        FormField {
            width: parent.width
            label: qsTr("Deadline")
            help: card.dueText
            DaysChooser {
                width: parent ? parent.width : 0
                days: card.days
                onChosen: days => card.daysChosen(days)
            }
        }
        FormField {
            width: parent.width
            label: qsTr("Interim control")
            TextEntry {
                width: parent ? parent.width : 0
                value: card.interim
                accessibleName: qsTr("Interim control")
                onEdited: text => card.interimEdited(text)
            }
        }
        FormField {
            width: parent.width
            label: qsTr("Person responsible")
            TextEntry {
                width: parent ? parent.width : 0
                value: card.responsible
                accessibleName: qsTr("Person responsible")
                onEdited: text => card.responsibleEdited(text)
            }
        }
    }
}
