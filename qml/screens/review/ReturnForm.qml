pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// The review is not passed: why, with a photo. The deadline stays.
ActForm {
    id: form

    doneText: qsTr("Returned to the school")

    function submit(): bool {
        reason.commitNow()
        return hazard.returnBack(reason.fullText)
    }

    function written(): var {
        return { reason: reason.fullText }
    }

    FormField {
        width: parent.width
        label: qsTr("Reason")
        required: true
        help: qsTr("The deadline does not move.")
        TextAreaEntry {
            id: reason
            objectName: "returnReason"
            width: parent ? parent.width : 0
            lines: 2
            value: form.kept.reason ?? ""
            onEdited: form.keep()
            accessibleName: qsTr("Reason")
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.spaceS
        Repeater {
            model: [qsTr("The photo does not show the same place."), qsTr("The hazard is only partly removed."),
                qsTr("The interim control is missing.")]
            Chip {
                required property string modelData
                width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)
                text: modelData
                onClicked: {
                    reason.text = reason.text === "" ? modelData : reason.fullText + " " + modelData
                    reason.commitNow()
                }
            }
        }
    }
    ActPhotos {
        width: parent.width
        hazard: form.hazard
    }
}
