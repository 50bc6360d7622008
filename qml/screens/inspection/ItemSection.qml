import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// The heading of a section with the one tap that passes what is still open in it.
Item {
    id: head

    required property string section
    readonly property ChecklistView view: ListView.view as ChecklistView
    // {code, title, done, total, failed}
    readonly property var facts: view ? (view.parts.find(part => part.code === section) ?? null) : null
    readonly property int open: facts ? facts.total - facts.done : 0

    x: view ? view.margin : 0
    width: view ? view.width - 2 * view.margin : 0
    readonly property bool stacked: passRest.visible && title.implicitWidth + passRest.implicitWidth + Theme.spaceS > width

    implicitHeight: Theme.spaceL + Theme.spaceS + (stacked ? title.implicitHeight + passRest.height
                    : Math.max(title.implicitHeight, passRest.visible ? passRest.height : 0))

    AppLabel {
        id: title
        width: head.stacked || !passRest.visible ? head.width : head.width - passRest.width - Theme.spaceS
        y: Theme.spaceL + (head.stacked || !passRest.visible ? 0 : Math.max(0, (passRest.height - implicitHeight) / 2))
        kind: AppLabel.Heading
        text: head.facts ? head.facts.code + "  " + head.facts.title : ""
    }
    AppButton {
        id: passRest
        objectName: head.facts ? "passSection-" + head.facts.code : ""
        visible: head.open > 1
        x: head.stacked ? -leftPadding : head.width - width
        y: head.stacked ? title.y + title.height : Theme.spaceL
        kind: AppButton.Plain
        iconName: "check"
        text: qsTr("Pass the rest (%1)").arg(head.open)
        onClicked: {
            if (head.view.editor.passSection(head.section))
                head.view.said(qsTr("The open items of section %1 are passed").arg(head.section), true)
        }
    }
}
