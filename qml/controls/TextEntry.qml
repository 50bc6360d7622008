import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// One line of text. `edited` comes after a pause, never while an input method is still composing.
T.TextField {
    id: entry

    property bool faulty: false
    property string unit: ""
    property string accessibleName: placeholderText
    property bool revealable: false
    property bool revealed: false

    // The text after a pause in typing, on leaving the field and on commitNow().
    signal edited(string text)

    // What the record holds. Never overwrites typing: neither what has not been reported yet, nor the
    // space or line at its end that the record leaves out.
    property string value: ""
    property string reported: ""
    readonly property var inputMethod: Qt.inputMethod
    // The text with what an input method is still composing.
    readonly property string fullText: preeditText === "" ? text
        : text.slice(0, cursorPosition) + preeditText + text.slice(cursorPosition)

    // Whether what was typed says the same as what the record holds.
    function readsAs(text: string, value: string): bool {
        return text.trim() === value
    }

    onValueChanged: {
        if (activeFocus && (text !== reported || readsAs(reported, value)))
            return
        reported = value
        if (text !== value) {
            const at = cursorPosition
            text = value
            if (activeFocus)
                cursorPosition = Math.min(at, length)
        }
    }

    // Ends input-method composition and reports what is there; call before saving.
    function commitNow() {
        if (activeFocus)
            inputMethod.commit()
        pause.stop()
        const whole = fullText
        if (whole !== reported) {
            reported = whole
            edited(whole)
        }
    }

    implicitWidth: 240
    implicitHeight: Math.max(Theme.touch, contentHeight + topPadding + bottomPadding)
    leftPadding: Theme.spaceM
    rightPadding: unit !== "" ? unitLabel.implicitWidth + Theme.spaceM + Theme.spaceS
                : revealable ? Theme.touch : Theme.spaceM
    topPadding: Theme.spaceS
    bottomPadding: Theme.spaceS
    verticalAlignment: Text.AlignVCenter
    color: enabled ? Theme.color.text : Theme.color.textDisabled
    placeholderTextColor: Theme.color.textSecondary
    selectionColor: Theme.color.accent
    selectedTextColor: Theme.color.textOnAccent
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontBody
    selectByMouse: true
    activeFocusOnTab: true
    inputMethodHints: revealable ? Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase : Qt.ImhNone
    echoMode: revealable && !revealed ? TextInput.Password : TextInput.Normal

    Accessible.role: Accessible.EditableText
    Accessible.name: accessibleName

    onTextEdited: pause.restart()
    onActiveFocusChanged: if (!activeFocus) commitNow()
    onEditingFinished: commitNow()

    Timer {
        id: pause
        interval: 400
        onTriggered: {
            if (entry.preeditText !== "")
                restart()
            else
                entry.commitNow()
        }
    }

    background: FieldFrame {
        focused: entry.activeFocus
        faulty: entry.faulty
        enabled: entry.enabled
    }

    AppLabel {
        x: entry.leftPadding
        width: entry.width - entry.leftPadding - entry.rightPadding
        height: entry.height
        visible: entry.length === 0 && entry.preeditText === ""
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        text: entry.placeholderText
        color: entry.placeholderTextColor
        Accessible.ignored: true
    }
    AppLabel {
        id: unitLabel
        visible: entry.unit !== ""
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceM
        height: entry.height
        verticalAlignment: Text.AlignVCenter
        text: entry.unit
        color: Theme.color.textSecondary
    }
    IconButton {
        visible: entry.revealable
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        iconName: "eye"
        iconColor: entry.revealed ? Theme.color.accent : Theme.color.textSecondary
        text: entry.revealed ? qsTr("Hide") : qsTr("Show")
        onClicked: entry.revealed = !entry.revealed
    }
}
