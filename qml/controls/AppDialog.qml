import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// A question or a small form over the page. Escape and a tap beside it leave it without effect.
T.Dialog {
    id: dialog

    property alias buttons: buttonRow.data
    property string iconName: ""
    property int tone: Tone.Accent

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round((parent.height - height) / 2) : 0
    width: Math.min(Theme.dialogWidth, parent ? parent.width - 2 * Theme.spaceL : Theme.dialogWidth)
    height: Math.min(implicitHeight, parent ? parent.height - 2 * Theme.spaceL : implicitHeight)
    implicitHeight: contentHeight + topPadding + bottomPadding
                    + (header.visible ? header.implicitHeight : 0) + footer.implicitHeight
    contentHeight: contentItem.implicitHeight
    padding: Theme.spaceXl
    topPadding: Theme.spaceM
    bottomPadding: Theme.spaceS
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    T.Overlay.modal: Rectangle {
        color: Theme.color.scrim
    }

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fast }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.fast }
    }

    background: Rectangle {
        radius: Theme.radiusM + 4
        color: Theme.color.surface
        border.width: Theme.stroke
        border.color: Theme.color.outline

        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title
    }

    header: Item {
        visible: dialog.title !== ""
        implicitHeight: visible ? heading.implicitHeight + Theme.spaceXl : 0

        Icon {
            id: headIcon
            visible: dialog.iconName !== ""
            x: Theme.spaceXl
            y: Theme.spaceXl + 1
            name: dialog.iconName
            size: Theme.iconM
            color: Theme.toneColor(dialog.tone)
        }
        AppLabel {
            id: heading
            x: Theme.spaceXl + (headIcon.visible ? Theme.iconM + Theme.spaceM : 0)
            y: Theme.spaceXl
            width: parent.width - x - Theme.spaceXl
            kind: AppLabel.Heading
            text: dialog.title
        }
    }

    footer: Item {
        implicitHeight: buttonRow.implicitHeight + Theme.spaceL + Theme.spaceS

        Flow {
            id: buttonRow
            x: Theme.spaceL
            y: Theme.spaceS
            width: parent.width - 2 * Theme.spaceL
            layoutDirection: Qt.RightToLeft
            spacing: Theme.spaceS
        }
    }
}
