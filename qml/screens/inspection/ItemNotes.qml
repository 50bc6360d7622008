import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// A note and photos to an item.
Column {
    id: notes

    required property ChecklistEntry item

    spacing: Theme.spaceM

    TextAreaEntry {
        objectName: "note-" + notes.item.itemId
        width: parent.width
        lines: 1
        value: notes.item.note
        placeholderText: qsTr("Note")
        onEdited: text => notes.item.editor.setNote(notes.item.itemId, text)
    }
    PhotoStrip {
        width: parent.width
        photos: notes.item.photos
        subject: notes.item.no
        required: notes.item.photoRequired
        onAddRequested: taker.take()
        onOpenRequested: index => viewer.show(notes.item.photos, index, notes.item.no + " " + notes.item.text)
        onRemoveRequested: index => notes.item.editor.removePhoto(notes.item.itemId, index)
    }
    PhotoTaker {
        id: taker
        objectName: "itemTaker"
        onTaken: photo => notes.item.editor.addPhoto(notes.item.itemId, photo)
    }
    PhotoViewer { id: viewer }
}
