import QtQuick
import CampusSafety.Controls

// The hazard is back after closing: why, a new photo, a new deadline.
ActForm {
    id: form

    property int days: 7

    doneText: qsTr("Reopened")

    function submit(): bool {
        reason.commitNow()
        return hazard.reopen(reason.fullText, days)
    }

    FormField {
        width: parent.width
        label: qsTr("Reason")
        required: true
        TextAreaEntry {
            id: reason
            width: parent ? parent.width : 0
            lines: 2
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
            onChosen: days => form.days = days
        }
    }
}
