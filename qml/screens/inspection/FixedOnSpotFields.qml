import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// What a fix on the spot needs: an after-photo from the same place and a signature of the school.
Column {
    id: fields

    required property HazardEditor hazard
    required property PhotoViewer viewer
    default property alias signerEntry: signerField.entry
    // A change of what was signed voids the signature: then nothing stays on the pad either.
    readonly property bool signed: hazard.hasSignature

    signal signingBegun()

    onSignedChanged: if (!signed && !pad.empty) pad.clear()

    spacing: Theme.spaceL

    FormField {
        width: parent.width
        label: qsTr("After-photos")
        required: true
        help: qsTr("From the same place as the before-photos.")
        PhotoStrip {
            width: parent ? parent.width : 0
            photos: fields.hazard.afterPhotos
            subject: qsTr("After")
            required: true
            onAddRequested: taker.take()
            onOpenRequested: index => fields.viewer.show(fields.hazard.afterPhotos, index, qsTr("After"))
            onRemoveRequested: index => fields.hazard.removePhoto("after", index)
        }
    }
    FormField {
        id: signerField
        width: parent.width
        label: qsTr("Person of the school present")
        required: true
    }
    FormField {
        width: parent.width
        label: qsTr("Signature")
        required: true
        help: fields.hazard.hasSignature ? qsTr("Signed") : ""
        SignaturePad {
            id: pad
            objectName: "fixSignature"
            width: parent ? parent.width : 0
            signer: fields.hazard.signerName
            onSigned: strokes => {
                fields.signingBegun()
                fields.hazard.sign(strokes, width, height)
            }
            onWiped: fields.hazard.wipeSignature()
        }
    }
    PhotoTaker {
        id: taker
        objectName: "afterTaker"
        ghost: fields.hazard.beforePhotos.length > 0 ? fields.hazard.beforePhotos[0] : ""
        place: fields.hazard.place
        onTaken: photo => fields.hazard.addPhoto("after", photo)
    }
}
