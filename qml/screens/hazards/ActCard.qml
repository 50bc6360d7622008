import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The form of the act under way, and why it was refused.
Card {
    id: card

    required property HazardPage hazard
    property int act: 0
    readonly property ActForm form: loader.item as ActForm

    function fileFor(act: int): string {
        switch (act) {
        case Core.Act.Pass: return "PassForm.qml"
        case Core.Act.Return: return "ReturnForm.qml"
        case Core.Act.Prepare: return "RectifyForm.qml"
        case Core.Act.Confirm: return "RectifyForm.qml"
        case Core.Act.Progress: return "ProgressForm.qml"
        case Core.Act.AskExtension: return "ExtensionForm.qml"
        case Core.Act.Reopen: return "ReopenForm.qml"
        default: return "RemarkForm.qml"
        }
    }

    onActChanged: {
        if (act === 0)
            loader.source = ""
        else
            loader.setSource(fileFor(act), { hazard: hazard, act: act, kept: hazard.form })
    }

    objectName: "actCard"
    border.width: 2
    border.color: Theme.color.accent
    spacing: Theme.spaceL

    SectionHeader {
        width: parent.width
        title: ActWords.verb(card.act)
    }
    Loader {
        id: loader
        width: parent.width
    }
    Banner {
        objectName: "actError"
        width: parent.width
        text: card.hazard.errorText
        iconName: "warning"
        tone: Tone.Fail
    }
}
