import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One signature under a sentence that says what is being signed. Stays open, with the reason, until it is taken.
AppDialog {
    id: dialog

    property string statement: ""
    property string signer: ""
    property bool asksName: false
    property string signText: qsTr("Sign")

    // Takes the signature and says whether it did; `refusal` is why not.
    required property var take // function(name, strokes, width, height): bool
    property string refusal: ""
    property bool refused: false

    function begin() {
        refused = false
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
        Banner {
            objectName: "signRefused"
            width: parent.width
            text: dialog.refused ? dialog.refusal : ""
            iconName: "warning"
            tone: Tone.Fail
        }
    }
    buttons: [
        AppButton {
            objectName: "signButton"
            text: dialog.signText
            enabled: !pad.empty && (!dialog.asksName || nameEntry.fullText !== "" || nameEntry.preeditText !== "")
            onClicked: {
                nameEntry.commitNow()
                dialog.refused = !dialog.take(nameEntry.fullText, pad.strokes, pad.width, pad.height)
                if (!dialog.refused)
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
