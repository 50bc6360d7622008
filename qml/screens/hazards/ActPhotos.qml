import QtQuick
import CampusSafety.Core
import CampusSafety.Controls

// The photos of the act under way, taken over a faint before-photo.
FormField {
    id: field

    required property HazardPage hazard
    property bool ghosted: true

    label: qsTr("Photos")

    PhotoStrip {
        objectName: "actPhotos"
        width: parent ? parent.width : 0
        photos: field.hazard.pendingPhotos
        subject: field.label
        required: field.required
        onAddRequested: taker.take()
        onOpenRequested: index => viewer.show(field.hazard.pendingPhotos, index, field.label)
        onRemoveRequested: index => field.hazard.removePhoto(index)
    }
    PhotoTaker {
        id: taker
        objectName: "actTaker"
        ghost: field.ghosted && field.hazard.beforePhotos.length > 0 ? field.hazard.beforePhotos[0] : ""
        place: field.hazard.expectedPlace
        onTaken: photo => field.hazard.addPhoto(photo)
    }
    PhotoViewer { id: viewer }
}
