import QtQuick
import CampusSafety.Controls

// The hazard is back after closing: why, a new photo, a new deadline.
ActForm {
    id: form

    property int days: kept.days ?? 7

    doneText: qsTr("Reopened")

    function submit(): bool {
        reason.commitNow()
        return hazard.reopen(reason.fullText, days)
    }

    function written(): var {
        return { reason: reason.fullText, days: days }
    }

    FormField {
        width: parent.width
        label: qsTr("Reason")
        required: true
        TextAreaEntry {
            id: reason
            width: parent ? parent.width : 0
            lines: 2
            value: form.kept.reason ?? ""
            onEdited: form.keep()
            accessibleName: qsTr("Reason")
        }
    }
    ActPhotos {
        width: parent.width
        hazard: form.hazard
        required: true
    }
    FormField {
        width: parent.width
        label: qsTr("New deadline")
        DaysChooser {
            width: parent ? parent.width : 0
            days: form.days
            onChosen: days => {
                form.days = days
                form.keep()
            }
        }
    }
}
