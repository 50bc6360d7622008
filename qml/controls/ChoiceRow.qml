import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// One option of a list: a mark, its words, a frame when chosen.
T.AbstractButton {
    id: row

    property int tone: Tone.Accent
    property string detail: ""
    property string iconName: ""
    readonly property color ink: Theme.toneColor(tone)

    implicitWidth: 320
    implicitHeight: Math.max(Theme.touchAnswer, texts.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.spaceL
    rightPadding: Theme.spaceL
    topPadding: Theme.spaceM
    bottomPadding: Theme.spaceM
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.description: detail
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    contentItem: Item {
        Rectangle {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.iconM
            height: width
            radius: width / 2
            color: row.checked ? row.ink : "transparent"
            border.width: row.checked ? 0 : 2
            border.color: row.enabled ? Theme.color.outlineStrong : Theme.color.outline
            Icon {
                visible: row.checked
                anchors.centerIn: parent
                name: "check"
                size: Theme.iconS - 2
                color: Theme.color.surface
            }
        }
        Column {
            id: texts
            anchors.left: mark.right
            anchors.leftMargin: Theme.spaceM
            anchors.right: picture.left
            anchors.verticalCenter: parent.verticalCenter
            AppLabel {
                width: parent.width
                text: row.text
                strong: row.checked
                color: row.enabled ? Theme.color.text : Theme.color.textDisabled
                Accessible.ignored: true
            }
            AppLabel {
                visible: row.detail !== ""
                width: parent.width
                kind: AppLabel.Small
                text: row.detail
                color: Theme.color.textSecondary
                Accessible.ignored: true
            }
        }
        Icon {
            id: picture
            visible: row.iconName !== ""
            width: visible ? size : 0
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: row.iconName
            size: Theme.iconM
            color: row.checked ? row.ink : Theme.color.textSecondary
        }
    }
    background: Rectangle {
        radius: Theme.radiusS
        color: row.checked ? Theme.toneSoft(row.tone) : Theme.color.surface
        border.width: row.checked ? 2 : Math.max(1, Theme.stroke)
        border.color: row.checked ? row.ink
                    : row.enabled ? Theme.color.outlineStrong : Theme.color.outline
        PressShade {
            radius: parent.radius
            pressed: row.down
            hovered: row.hovered && row.enabled
            ink: Theme.color.text
        }
        FocusRing {
            shown: row.visualFocus
            radius: parent.radius + 4
        }
    }
}
