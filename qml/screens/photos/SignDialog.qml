import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One signature under a sentence that says what is being signed.
AppDialog {
    id: dialog

    property string statement: ""
    property string signer: ""
    property bool asksName: false
    property string signText: qsTr("Sign")

    signal signed(string name, var strokes, real width, real height)

    function begin() {
        pad.clear()
        open()
    }

    iconName: "signature"
    width: Math.min(Theme.dialogWidth + 120, parent ? parent.width - 2 * Theme.spaceL : Theme.dialogWidth)

    contentItem: Column {
        spacing: Theme.spaceM

        AppLabel {
            visible: dialog.statement !== ""
            width: parent.width
            text: dialog.statement
            color: Theme.color.textSecondary
        }
        FormField {
            visible: dialog.asksName
            width: parent.width
            label: qsTr("Name of the person signing")
            required: true
            TextEntry {
                id: nameEntry
                objectName: "signerName"
                width: parent ? parent.width : 0
                value: dialog.signer
                accessibleName: qsTr("Name of the person signing")
            }
        }
        SignaturePad {
            id: pad
            objectName: "signaturePad"
            width: parent.width
            signer: dialog.asksName ? nameEntry.fullText : dialog.signer
        }
    }
    buttons: [
        AppButton {
            objectName: "signButton"
            text: dialog.signText
            enabled: !pad.empty && (!dialog.asksName || nameEntry.fullText !== "" || nameEntry.preeditText !== "")
            onClicked: {
                nameEntry.commitNow()
                dialog.signed(nameEntry.fullText, pad.strokes, pad.width, pad.height)
                dialog.close()
            }
        },
        AppButton {
            text: qsTr("Cancel")
            kind: AppButton.Plain
            onClicked: dialog.reject()
        }
    ]
}
