import QtQuick
import QtQuick.Dialogs

// Chooses pictures from files, for devices without a camera.
PhotoSource {
    id: sheet

    function begin(ghost: string, place: string) {
        dialog.open()
    }

    FileDialog {
        id: dialog
        title: qsTr("Choose photos")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Photos (*.jpg *.jpeg *.png *.webp)")]
        onAccepted: {
            for (const file of selectedFiles)
                sheet.taken(file)
        }
    }
}
