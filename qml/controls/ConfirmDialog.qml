import QtQuick
import CampusSafety.Theme

// Asks before something that cannot be taken back. The safe answer has the focus.
AppDialog {
    id: dialog

    property string message: ""
    property string confirmText: qsTr("Confirm")
    property string cancelText: qsTr("Cancel")
    property bool danger: false

    iconName: danger ? "warning" : "info"
    tone: danger ? Tone.Fail : Tone.Accent

    contentItem: AppLabel {
        text: dialog.message
        color: Theme.color.textSecondary
    }

    buttons: [
        AppButton {
            objectName: "confirmButton"
            text: dialog.confirmText
            danger: dialog.danger
            onClicked: dialog.accept()
        },
        AppButton {
            id: cancelButton
            objectName: "cancelButton"
            text: dialog.cancelText
            kind: AppButton.Plain
            onClicked: dialog.reject()
        }
    ]

    onOpened: cancelButton.forceActiveFocus()
}
