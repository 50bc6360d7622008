import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// A choice that can be on or off: a filter, one of several options.
T.AbstractButton {
    id: chip

    property string iconName: ""
    property int count: -1

    readonly property real extraWidth: (iconName !== "" || checked ? Theme.iconS + row.spacing : 0)
                                       + (count >= 0 ? number.implicitWidth + row.spacing : 0)

    implicitWidth: Math.ceil(textMetrics.advanceWidth) + 2 + extraWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch, row.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.spaceL
    rightPadding: Theme.spaceL
    topPadding: Theme.spaceS
    bottomPadding: Theme.spaceS
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    readonly property color foreground: !enabled ? Theme.color.textDisabled
                                        : checked ? Theme.color.textOnAccentSoft : Theme.color.text

    Accessible.role: checkable ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: count >= 0 ? text + " " + count : text
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: chip.clicked()

    Keys.onReturnPressed: chip.clicked()
    Keys.onEnterPressed: chip.clicked()

    TextMetrics {
        id: textMetrics
        font: label.font
        text: chip.text
    }

    contentItem: Item {
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.spaceS

            Icon {
                visible: chip.checked || chip.iconName !== ""
                anchors.verticalCenter: parent.verticalCenter
                name: chip.checked ? "check" : chip.iconName
                size: Theme.iconS
                color: chip.foreground
            }
            AppLabel {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(1, Math.min(Math.ceil(textMetrics.advanceWidth) + 2, chip.availableWidth - chip.extraWidth))
                text: chip.text
                strong: chip.checked
                color: chip.foreground
                Accessible.ignored: true
            }
            AppLabel {
                id: number
                visible: chip.count >= 0
                anchors.verticalCenter: parent.verticalCenter
                text: chip.count
                kind: AppLabel.Small
                strong: true
                color: chip.checked ? chip.foreground : Theme.color.textSecondary
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Math.min(height / 2, 28)
        color: chip.checked ? Theme.color.accentSoft : Theme.color.surface
        border.width: chip.checked ? Math.max(2, Theme.stroke) : Math.max(1, Theme.stroke)
        border.color: chip.checked ? Theme.color.accent
                      : chip.enabled ? Theme.color.outlineStrong : Theme.color.outline

        PressShade {
            radius: parent.radius
            pressed: chip.down
            hovered: chip.hovered && chip.enabled
            ink: chip.foreground
        }
        FocusRing {
            shown: chip.visualFocus
            radius: parent.radius + 4
        }
    }
}
