pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The answer is one of the options of the checklist.
Column {
    id: answer

    required property ChecklistEntry item

    spacing: Theme.spaceS
    Repeater {
        model: answer.item.choices
        ChoiceRow {
            required property var modelData
            objectName: "choice-" + modelData.value
            width: parent ? parent.width : 0
            text: modelData.text
            checked: modelData.value === answer.item.choice
            tone: checked ? (answer.item.failed ? Tone.Fail
                  : answer.item.outcome === Core.Outcome.Pass ? Tone.Pass : Tone.Accent) : Tone.Accent
            onClicked: answer.item.editor.setChoice(answer.item.itemId, modelData.value)
        }
    }
    NotApplicableButton {
        item: answer.item
    }
}
