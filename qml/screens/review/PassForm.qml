import QtQuick
import CampusSafety.Controls

// The review is passed: seen on site or by photo, with proof.
ActForm {
    id: form

    doneText: qsTr("Review passed")

    function submit(): bool {
        remark.commitNow()
        return hazard.pass(remark.fullText, onSite.current === "site")
    }

    function written(): var {
        return { text: remark.fullText, onSite: onSite.current === "site" }
    }

    FormField {
        width: parent.width
        label: qsTr("How it was reviewed")
        Segmented {
            id: onSite
            objectName: "reviewedHow"
            width: parent ? parent.width : 0
            name: qsTr("How it was reviewed")
            current: form.kept.onSite === false ? "photo" : "site"
            options: [{ key: "site", text: qsTr("On site"), iconName: "place" },
                { key: "photo", text: qsTr("By photo"), iconName: "image" }]
            onChosen: key => {
                current = key
                form.keep()
            }
        }
    }
    ActPhotos {
        width: parent.width
        hazard: form.hazard
        label: qsTr("Review photos, same place")
        required: onSite.current === "site"
    }
    FormField {
        width: parent.width
        label: qsTr("Review opinion")
        TextAreaEntry {
            id: remark
            objectName: "reviewRemark"
            width: parent ? parent.width : 0
            lines: 2
            value: form.kept.text ?? ""
            onEdited: form.keep()
            accessibleName: qsTr("Review opinion")
        }
    }
}
