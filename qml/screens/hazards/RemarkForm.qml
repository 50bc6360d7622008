import QtQuick
import CampusSafety.Controls

// A remark that changes nothing.
ActForm {
    id: form

    doneText: qsTr("Remark added")

    function submit(): bool {
        remark.commitNow()
        return hazard.note(remark.fullText)
    }

    function written(): var {
        return { text: remark.fullText }
    }

    FormField {
        width: parent.width
        label: qsTr("Remark")
        required: true
        TextAreaEntry {
            id: remark
            objectName: "remarkText"
            width: parent ? parent.width : 0
            lines: 2
            value: form.kept.text ?? ""
            onEdited: form.keep()
            accessibleName: qsTr("Remark")
        }
    }
    ActPhotos {
        width: parent.width
        hazard: form.hazard
        ghosted: false
    }
}
