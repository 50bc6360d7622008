import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// An entry with its limits and, once something is entered, what the rules make of it.
Column {
    id: answer

    required property ChecklistEntry item
    default property alias entry: row.data

    spacing: Theme.spaceXs

    Flow {
        id: flow
        width: answer.width
        spacing: Theme.spaceM

        Row {
            id: row
        }
        StatusBadge {
            objectName: "verdict"
            visible: answer.item.outcome !== Core.Outcome.Open
            height: Theme.touchAnswer
            text: answer.item.outcomeText
            iconName: Looks.outcomeIcon(answer.item.outcome)
            tone: Looks.outcomeTone(answer.item.outcome)
        }
        NotApplicableButton {
            item: answer.item
        }
    }
    AppLabel {
        visible: answer.item.limitText !== ""
        width: answer.width
        kind: AppLabel.Small
        text: qsTr("Limit: %1").arg(answer.item.limitText)
        color: Theme.color.textSecondary
    }
}
