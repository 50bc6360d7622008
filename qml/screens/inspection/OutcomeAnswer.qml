import QtQuick
import CampusSafety.Controls

// The answer pass, fail or not applicable.
AnswerBar {
    id: answer

    required property ChecklistEntry item

    subject: answer.item.no + " " + answer.item.text
    outcome: Looks.outcome(answer.item.outcome)
    onAnswered: outcome => answer.item.answered(outcome)
}
