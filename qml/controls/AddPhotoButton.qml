import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// The tile that takes another photo.
T.AbstractButton {
    id: button

    property bool required: false

    implicitWidth: Math.max(Theme.thumbnail, label.implicitWidth + 2 * Theme.spaceM)
    implicitHeight: Math.max(Theme.thumbnail, column.implicitHeight + 2 * Theme.spaceS)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: required ? qsTr("%1 (required)").arg(text) : text
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.clicked()

    contentItem: Item {
        Column {
            id: column
            anchors.centerIn: parent
            spacing: Theme.spaceXs
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "camera"
                size: Theme.iconM + 4
                color: Theme.color.accent
            }
            AppLabel {
                id: label
                anchors.horizontalCenter: parent.horizontalCenter
                kind: AppLabel.Small
                strong: true
                text: button.text
                color: Theme.color.accent
                Accessible.ignored: true
            }
            AppLabel {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: button.required
                kind: AppLabel.Small
                text: qsTr("required")
                color: Theme.color.fail
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusS
        color: Theme.color.surface
        border.width: button.required ? 2 : Math.max(1, Theme.stroke)
        border.color: button.required ? Theme.color.fail : Theme.color.outlineStrong
        PressShade {
            radius: parent.radius
            pressed: button.down
            hovered: button.hovered
            ink: Theme.color.accent
        }
        FocusRing {
            shown: button.visualFocus
            radius: parent.radius + 4
        }
    }
}
