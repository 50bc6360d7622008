import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The way out for items that do not apply here, where the answer is not pass or fail itself.
AnswerButton {
    required property ChecklistEntry item

    objectName: "answerNotApplicable"
    visible: item.outcome === Core.Outcome.Open || item.outcome === Core.Outcome.NotApplicable
    text: qsTr("N/A")
    iconName: "not-applicable"
    tone: Tone.Neutral
    checked: item.outcome === Core.Outcome.NotApplicable
    onClicked: item.answered("na")
}
