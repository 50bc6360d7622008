import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// A button that shows only an icon. `text` is its name for screen readers and its tool tip.
T.Button {
    id: button

    required property string iconName
    property color iconColor: Theme.color.text
    property color fill: "transparent"
    property int badge: 0

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.clicked()

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.iconName
            size: Theme.iconM
            color: button.enabled ? button.iconColor : Theme.color.textDisabled
        }
        CountBadge {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: 12
            anchors.top: parent.top
            anchors.topMargin: 4
            count: button.badge
        }
    }

    background: Rectangle {
        radius: height / 2
        color: button.fill

        PressShade {
            radius: parent.radius
            pressed: button.down
            hovered: button.hovered && button.enabled
            ink: Theme.color.text
        }
        FocusRing {
            shown: button.visualFocus
            anchors.margins: 0
            radius: parent.radius
        }
    }
}
