import QtQuick
import CampusSafety.Theme

// Says what was just done and offers to take it back. Stays until undone, dismissed or timed out.
Rectangle {
    id: bar

    property string text: ""
    property string actionText: ""
    property bool shown: false

    signal actionRequested()

    function show(message: string, action: string) {
        text = message
        actionText = action
        shown = true
        clock.restart()
    }

    function hide() {
        shown = false
    }

    implicitWidth: Math.min(560, row.implicitWidth + Theme.spaceXl)
    implicitHeight: Math.max(56, label.implicitHeight + 2 * Theme.spaceM)
    radius: Theme.radiusS
    color: Theme.color.inverseSurface
    visible: opacity > 0
    opacity: shown ? 1 : 0

    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Behavior on opacity { NumberAnimation { duration: Theme.fast } }

    Timer {
        id: clock
        interval: Theme.snackbarMs
        onTriggered: bar.hide()
    }

    Row {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.spaceL
        spacing: Theme.spaceS

        AppLabel {
            id: label
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, (bar.parent ? Math.min(560, bar.parent.width - 2 * Theme.spaceL) : 560)
                            - Theme.spaceXl - Theme.spaceS - (action.visible ? action.implicitWidth : 0))
            text: bar.text
            color: Theme.color.inverseText
            Accessible.ignored: true
        }
        AppButton {
            id: action
            objectName: "snackbarAction"
            visible: bar.actionText !== ""
            anchors.verticalCenter: parent.verticalCenter
            kind: AppButton.Plain
            text: bar.actionText
            iconName: "undo"
            inkOverride: Theme.color.inverseAccent
            onClicked: {
                bar.hide()
                bar.actionRequested()
            }
        }
    }
}
