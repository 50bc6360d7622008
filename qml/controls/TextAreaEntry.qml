import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// Several lines of text that grow with what is written. Reports like TextEntry.
T.TextArea {
    id: entry

    property bool faulty: false
    property int lines: 3
    property string accessibleName: placeholderText

    signal edited(string text)

    // What the record holds. Never overwrites typing: neither what has not been reported yet, nor the
    // space or line at its end that the record leaves out.
    property string value: ""
    property string reported: ""
    readonly property var inputMethod: Qt.inputMethod
    // The text with what an input method is still composing.
    readonly property string fullText: preeditText === "" ? text
        : text.slice(0, cursorPosition) + preeditText + text.slice(cursorPosition)

    onValueChanged: {
        if (activeFocus && (text !== reported || value === reported.trim()))
            return
        reported = value
        if (text !== value) {
            const at = cursorPosition
            text = value
            if (activeFocus)
                cursorPosition = Math.min(at, length)
        }
    }

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
    implicitHeight: Math.max(Theme.touch, contentHeight + topPadding + bottomPadding,
                             lines * metrics.height + topPadding + bottomPadding)
    leftPadding: Theme.spaceM
    rightPadding: Theme.spaceM
    topPadding: Theme.spaceM
    bottomPadding: Theme.spaceM
    wrapMode: TextEdit.Wrap
    color: enabled ? Theme.color.text : Theme.color.textDisabled
    placeholderTextColor: Theme.color.textSecondary
    selectionColor: Theme.color.accent
    selectedTextColor: Theme.color.textOnAccent
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontBody
    selectByMouse: true
    activeFocusOnTab: true
    KeyNavigation.priority: KeyNavigation.BeforeItem

    Accessible.role: Accessible.EditableText
    Accessible.name: accessibleName
    Accessible.multiLine: true

    onTextChanged: if (activeFocus) pause.restart()
    onActiveFocusChanged: if (!activeFocus) commitNow()

    FontMetrics {
        id: metrics
        font: entry.font
    }

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
        y: entry.topPadding
        width: entry.width - entry.leftPadding - entry.rightPadding
        visible: entry.length === 0 && entry.preeditText === ""
        text: entry.placeholderText
        color: entry.placeholderTextColor
        Accessible.ignored: true
    }
}
