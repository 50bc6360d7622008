pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// What a failed item becomes: a hazard with a deadline, or something put right before one leaves.
Column {
    id: form

    objectName: "hazardForm"

    required property string inspectionId
    required property string itemId
    readonly property bool fixedOnSpot: hazard.fixedOnSpot
    property bool removable: false

    readonly property HazardEditor editor: hazard

    signal saved()
    signal folded()

    function commitTyping() {
        for (const entry of [place, description, measure, interim, affected, signer])
            entry.commitNow()
    }

    spacing: Theme.spaceL

    HazardEditor {
        id: hazard
        inspectionId: form.inspectionId
        itemId: form.itemId
    }

    Divider { width: parent.width }
    Segmented {
        objectName: "settleBy"
        width: parent.width
        visible: hazard.canFixOnSpot
        name: qsTr("How it is settled")
        current: form.fixedOnSpot ? "fix" : "hazard"
        options: [{ key: "hazard", text: qsTr("Register a hazard"), iconName: "flag" },
            { key: "fix", text: qsTr("Fix on the spot"), iconName: "wrench" }]
        onChosen: key => hazard.fixedOnSpot = key === "fix"
    }
    FormField {
        width: parent.width
        label: qsTr("Before-photos")
        required: true
        PhotoStrip {
            width: parent ? parent.width : 0
            photos: hazard.beforePhotos
            subject: qsTr("Before")
            required: true
            onAddRequested: beforeTaker.take()
            onOpenRequested: index => viewer.show(hazard.beforePhotos, index, qsTr("Before"))
            onRemoveRequested: index => hazard.removePhoto("before", index)
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Place")
        required: true
        TextEntry {
            id: place
            objectName: "hazardPlace"
            width: parent ? parent.width : 0
            value: hazard.place
            accessibleName: qsTr("Place")
            onEdited: text => hazard.place = text
        }
    }
    FormField {
        width: parent.width
        label: qsTr("What is wrong")
        required: true
        TextAreaEntry {
            id: description
            objectName: "hazardDescription"
            width: parent ? parent.width : 0
            lines: 2
            value: hazard.description
            accessibleName: qsTr("What is wrong")
            onEdited: text => hazard.description = text
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Level")
        help: hazard.levelLocked ? qsTr("The checklist sets this level; the bureau confirms it.") : ""
        Segmented {
            objectName: "hazardLevel"
            width: parent ? parent.width : 0
            enabled: !hazard.levelLocked
            name: qsTr("Level")
            current: String(hazard.level)
            options: [{ key: String(Core.Level.General), text: qsTr("General hazard") },
                { key: String(Core.Level.Major), text: qsTr("Major hazard"), iconName: "hazard" }]
            onChosen: key => hazard.level = Number(key)
        }
    }
    FormField {
        visible: hazard.proofText !== ""
        width: parent.width
        label: hazard.proofText
        required: true
        PhotoStrip {
            width: parent ? parent.width : 0
            photos: hazard.proofPhotos
            subject: qsTr("Proof")
            required: true
            onAddRequested: proofTaker.take()
            onOpenRequested: index => viewer.show(hazard.proofPhotos, index, hazard.proofText)
            onRemoveRequested: index => hazard.removePhoto("proof", index)
        }
    }
    Column {
        visible: !form.fixedOnSpot
        width: parent.width
        spacing: Theme.spaceL

        FormField {
            width: parent.width
            label: qsTr("Measure required")
            TextAreaEntry {
                id: measure
                objectName: "hazardMeasure"
                width: parent ? parent.width : 0
                lines: 2
                value: hazard.measure
                accessibleName: qsTr("Measure required")
                onEdited: text => hazard.measure = text
            }
        }
        FormField {
            width: parent.width
            label: qsTr("Deadline")
            help: hazard.dueText
            DaysChooser {
                width: parent ? parent.width : 0
                days: hazard.days
                onChosen: days => hazard.days = days
            }
        }
        FormField {
            width: parent.width
            label: qsTr("Interim control")
            TextEntry {
                id: interim
                objectName: "hazardInterim"
                width: parent ? parent.width : 0
                value: hazard.interim
                accessibleName: qsTr("Interim control")
                onEdited: text => hazard.interim = text
            }
        }
        FormField {
            width: parent.width
            label: qsTr("People affected")
            NumberEntry {
                id: affected
                objectName: "hazardAffected"
                width: Math.round(160 * Theme.scale)
                wholeNumber: true
                value: hazard.affectedCount > 0 ? String(hazard.affectedCount) : ""
                accessibleName: qsTr("People affected")
                onEdited: text => hazard.affectedCount = text === "" ? 0 : Number(text)
            }
        }
    }
    FixedOnSpotFields {
        id: fixFields
        visible: form.fixedOnSpot
        width: parent.width
        hazard: hazard
        viewer: viewer
        onSigningBegun: form.commitTyping()
        TextEntry {
            id: signer
            objectName: "fixSigner"
            width: parent ? parent.width : 0
            value: hazard.signerName
            accessibleName: qsTr("Person of the school present")
            onEdited: text => hazard.signerName = text
        }
    }
    Banner {
        objectName: "hazardError"
        width: parent.width
        text: hazard.errorText
        iconName: "warning"
        tone: Tone.Fail
    }
    Flow {
        width: parent.width
        spacing: Theme.spaceM
        AppButton {
            objectName: "saveHazard"
            enabled: !hazard.busy
            text: form.fixedOnSpot ? qsTr("Save as fixed on the spot") : qsTr("Save the hazard")
            onClicked: {
                form.commitTyping()
                if (form.fixedOnSpot ? hazard.saveFixedOnSpot() : hazard.saveHazard())
                    form.saved()
            }
        }
        AppButton {
            objectName: "later"
            text: qsTr("Later")
            kind: AppButton.Plain
            onClicked: {
                form.commitTyping()
                form.folded()
            }
        }
        AppButton {
            visible: form.removable
            text: qsTr("Take back")
            kind: AppButton.Plain
            danger: true
            onClicked: hazard.remove()
        }
    }
    PhotoTaker { id: beforeTaker; objectName: "beforeTaker"; place: hazard.place; onTaken: photo => hazard.addPhoto("before", photo) }
    PhotoTaker { id: proofTaker; objectName: "proofTaker"; place: hazard.place; onTaken: photo => hazard.addPhoto("proof", photo) }
    PhotoViewer { id: viewer }
}
