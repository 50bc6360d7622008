import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// A push button. `kind` says how loud it is, `danger` that it destroys or refuses something.
T.Button {
    id: button

    enum Kind { Filled, Tonal, Outlined, Plain }

    property int kind: AppButton.Filled
    property bool danger: false
    property string iconName: ""
    property bool busy: false
    property color inkOverride: "transparent"

    readonly property color strongColor: danger ? Theme.color.fail : Theme.color.accent
    readonly property color foreground: inkOverride.a > 0 ? inkOverride : !enabled ? Theme.color.textDisabled
        : kind === AppButton.Filled ? (danger ? Theme.color.textOnFail : Theme.color.textOnAccent)
        : kind === AppButton.Tonal && !danger ? Theme.color.textOnAccentSoft : strongColor

    readonly property real iconSpace: iconName !== "" || busy
        ? Theme.iconM - 2 + (text !== "" ? Theme.spaceS : 0) : 0
    readonly property real textWidth: text !== "" ? Math.ceil(textMetrics.advanceWidth) + 2 : 0

    implicitWidth: Math.max(Theme.touch, iconSpace + textWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, row.implicitHeight + topPadding + bottomPadding)
    leftPadding: kind === AppButton.Plain ? Theme.spaceM : Theme.spaceXl
    rightPadding: leftPadding
    topPadding: Theme.spaceS
    bottomPadding: Theme.spaceS
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.clicked()

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    TextMetrics {
        id: textMetrics
        font: label.font
        text: button.text
    }

    contentItem: Item {
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.spaceS

            Spinner {
                visible: button.busy
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.iconM - 2
                color: button.foreground
            }
            Icon {
                visible: button.iconName !== "" && !button.busy
                anchors.verticalCenter: parent.verticalCenter
                name: button.iconName
                size: Theme.iconM - 2
                color: button.foreground
            }
            AppLabel {
                id: label
                visible: button.text !== ""
                width: Math.min(button.textWidth, Math.max(1, button.availableWidth - button.iconSpace))
                anchors.verticalCenter: parent.verticalCenter
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
        color: !button.enabled
               ? (button.kind === AppButton.Filled || button.kind === AppButton.Tonal
                  ? Theme.color.surfaceAlt : "transparent")
               : button.kind === AppButton.Filled ? button.strongColor
               : button.kind === AppButton.Tonal
                 ? (button.danger ? Theme.color.failSoft : Theme.color.accentSoft)
               : "transparent"
        border.width: button.kind === AppButton.Outlined ? Math.max(1, Theme.stroke) : 0
        border.color: button.enabled ? (button.danger ? Theme.color.fail : Theme.color.outlineStrong)
                                     : Theme.color.outline

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
