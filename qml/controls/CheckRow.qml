import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// Something that is ticked or not, in a full-width row.
T.CheckBox {
    id: row

    property string detail: ""
    property string iconName: ""

    implicitWidth: 320
    implicitHeight: Math.max(Theme.touchAnswer, texts.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.spaceM
    rightPadding: Theme.spaceM
    topPadding: Theme.spaceS
    bottomPadding: Theme.spaceS
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: detail
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: row.toggle()
    Accessible.onToggleAction: row.toggle()

    indicator: Rectangle {
        x: row.leftPadding
        anchors.verticalCenter: parent ? parent.verticalCenter : undefined
        width: Theme.iconM
        height: width
        radius: 5
        color: row.checked ? Theme.color.accent : "transparent"
        border.width: row.checked ? 0 : 2
        border.color: Theme.color.outlineStrong
        Icon {
            visible: row.checked
            anchors.centerIn: parent
            name: "check"
            size: Theme.iconS
            color: Theme.color.textOnAccent
        }
    }
    contentItem: Item {
        Column {
            id: texts
            anchors.left: parent.left
            anchors.leftMargin: Theme.iconM + Theme.spaceM
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            AppLabel {
                width: parent.width
                text: row.text
                strong: row.checked
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
    }
    background: Rectangle {
        radius: Theme.radiusS
        color: row.checked ? Theme.color.accentSoft : Theme.color.surface
        border.width: row.checked ? 2 : Math.max(1, Theme.stroke)
        border.color: row.checked ? Theme.color.accent : Theme.color.outlineStrong
        PressShade {
            radius: parent.radius
            pressed: row.down
            hovered: row.hovered
            ink: Theme.color.text
        }
        FocusRing {
            shown: row.visualFocus
            radius: parent.radius + 4
        }
    }
}
