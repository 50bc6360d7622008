import QtQuick
import CampusSafety.Controls

// How far the work is, and what keeps people safe meanwhile.
ActForm {
    id: form

    doneText: qsTr("Progress reported")

    function submit(): bool {
        progress.commitNow()
        interim.commitNow()
        return hazard.progress(progress.fullText, interim.fullText)
    }

    function written(): var {
        return { text: progress.fullText, interim: interim.fullText }
    }

    FormField {
        width: parent.width
        label: qsTr("Progress")
        required: true
        TextAreaEntry {
            id: progress
            objectName: "progressText"
            width: parent ? parent.width : 0
            lines: 2
            value: form.kept.text ?? ""
            onEdited: form.keep()
            accessibleName: qsTr("Progress")
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Interim control")
        TextEntry {
            id: interim
            width: parent ? parent.width : 0
            value: form.kept.interim ?? form.hazard.interim
            onEdited: form.keep()
            accessibleName: qsTr("Interim control")
        }
    }
    ActPhotos {
        width: parent.width
        hazard: form.hazard
    }
}
