import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// Asks the bureau for more time: why, until when, and what keeps people safe meanwhile.
ActForm {
    id: form

    property int reasonIndex: kept.reasonIndex ?? -1
    readonly property var reasons: hazard.delayReasons

    doneText: qsTr("Extension asked for; the bureau decides")

    function submit(): bool {
        interim.commitNow()
        explanation.commitNow()
        return hazard.askExtension(reasonIndex, until.day, interim.fullText, explanation.fullText)
    }

    function written(): var {
        return { reasonIndex: reasonIndex, untilIso: until.day, interim: interim.fullText, text: explanation.fullText }
    }

    FormField {
        width: parent.width
        label: qsTr("Reason")
        required: true
        ChoiceList {
            objectName: "delayReasons"
            width: parent ? parent.width : 0
            name: qsTr("Reason")
            current: String(form.reasonIndex)
            options: form.reasons.map((text, index) => ({ key: String(index), text: text, tone: Tone.Accent }))
            onChosen: key => {
                form.reasonIndex = Number(key)
                form.keep()
            }
        }
    }
    FormField {
        width: Math.min(parent.width, 280 * Theme.scale)
        label: qsTr("Extend until")
        required: true
        DateEntry {
            id: until
            objectName: "extendUntil"
            width: parent ? parent.width : 0
            title: qsTr("Extend until")
            today: App.today
            day: form.kept.untilIso ?? ""
            onDayChosen: day => {
                until.day = day
                form.keep()
            }
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Interim control")
        required: true
        TextEntry {
            id: interim
            width: parent ? parent.width : 0
            value: form.kept.interim ?? form.hazard.interim
            onEdited: form.keep()
            accessibleName: qsTr("Interim control")
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Explanation")
        TextAreaEntry {
            id: explanation
            width: parent ? parent.width : 0
            lines: 2
            value: form.kept.text ?? ""
            onEdited: form.keep()
            accessibleName: qsTr("Explanation")
        }
    }
}
