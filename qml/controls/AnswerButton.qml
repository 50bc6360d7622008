import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// One of the answers pass, fail, not applicable. Told apart by icon, word and fill, not by colour alone.
T.AbstractButton {
    id: button

    property string iconName: ""
    property int tone: Tone.Neutral
    property color toneText: Theme.color.textOnNeutral

    readonly property color toneInk: Theme.toneColor(tone)
    readonly property color foreground: !enabled && !checked ? Theme.color.textDisabled
                                        : checked ? toneText : Theme.color.text
    readonly property real oneLineWidth: Math.ceil(textMetrics.advanceWidth) + 2 + Theme.iconM
                                         + Theme.spaceS + leftPadding + rightPadding
    property bool stacked: width > 0 && width < oneLineWidth

    implicitWidth: oneLineWidth
    implicitHeight: Math.max(Theme.touchAnswer, content.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.spaceS
    rightPadding: Theme.spaceS
    topPadding: Theme.spaceS
    bottomPadding: Theme.spaceS
    checkable: false
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: button.clicked()

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    TextMetrics {
        id: textMetrics
        font: label.font
        text: button.text
    }

    contentItem: Item {
        implicitHeight: content.implicitHeight

        Grid {
            id: content
            anchors.centerIn: parent
            columns: button.stacked ? 1 : 2
            spacing: button.stacked ? 2 : Theme.spaceS
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            Icon {
                name: button.iconName
                size: Theme.iconM
                color: button.checked || !button.enabled ? button.foreground : button.toneInk
            }
            AppLabel {
                id: label
                width: button.stacked ? Math.min(implicitWidth, button.availableWidth) : implicitWidth
                horizontalAlignment: Text.AlignHCenter
                text: button.text
                strong: true
                color: button.foreground
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.radiusS
        color: button.checked ? button.toneInk : Theme.color.surface
        border.width: button.checked ? 0 : Math.max(1, Theme.stroke)
        border.color: button.enabled ? Theme.color.outlineStrong : Theme.color.outline

        PressShade {
            radius: parent.radius
            pressed: button.down
            hovered: button.hovered && button.enabled
            ink: button.foreground
        }
        FocusRing {
            shown: button.visualFocus
            radius: parent.radius + 4
        }
    }
}
