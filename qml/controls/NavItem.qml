import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// One place of the app in the rail or the bottom bar. The current one is filled, bold and named as selected.
T.AbstractButton {
    id: item

    property string iconName: ""
    property int badge: 0

    implicitWidth: 80
    implicitHeight: Math.max(Theme.touchAnswer, column.implicitHeight + Theme.spaceS)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.PageTab
    Accessible.name: badge > 0 ? qsTr("%1, %2 waiting").arg(text).arg(badge) : text
    Accessible.selected: checked
    Accessible.onPressAction: item.clicked()
    Keys.onReturnPressed: item.clicked()
    Keys.onEnterPressed: item.clicked()

    contentItem: Item {
        Column {
            id: column
            anchors.centerIn: parent
            width: parent.width
            spacing: 2

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 56
                height: Theme.iconM + 8
                radius: height / 2
                color: item.checked ? Theme.color.accentSoft : "transparent"

                PressShade {
                    radius: parent.radius
                    pressed: item.down
                    hovered: item.hovered
                    ink: Theme.color.text
                }
                Icon {
                    anchors.centerIn: parent
                    name: item.iconName
                    size: Theme.iconM
                    color: item.checked ? Theme.color.textOnAccentSoft : Theme.color.textSecondary
                }
                CountBadge {
                    anchors.left: parent.horizontalCenter
                    anchors.leftMargin: 5
                    anchors.top: parent.top
                    anchors.topMargin: -3
                    count: item.badge
                }
            }
            AppLabel {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: item.text
                kind: AppLabel.Small
                font.pixelSize: Math.round(Theme.fontSmall / Theme.scale * Math.min(Theme.scale, 1.4))
                strong: item.checked
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                color: item.checked ? Theme.color.textOnAccentSoft : Theme.color.textSecondary
                Accessible.ignored: true
            }
        }
    }
    background: Item {
        FocusRing {
            shown: item.visualFocus
            anchors.margins: 1
            radius: Theme.radiusS
        }
    }
}
