import QtQuick
import CampusSafety.Theme

// What a page says when it has nothing else to show: an icon, a sentence, one way on.
Item {
    id: message

    property string iconName: "info"
    property int tone: Tone.Neutral
    property string title: ""
    property string text: ""
    property string actionText: ""
    property bool working: false

    signal actionRequested()

    implicitWidth: 320
    implicitHeight: column.implicitHeight + 2 * Theme.spaceXl

    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + (text !== "" ? ". " + text : "")

    Column {
        id: column
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.spaceXl, 420)
        spacing: Theme.spaceM

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 88
            height: 88
            radius: 44
            color: Theme.toneSoft(message.tone)
            Icon {
                visible: !message.working
                anchors.centerIn: parent
                name: message.iconName
                size: 40
                color: Theme.toneColor(message.tone)
            }
            Spinner {
                visible: message.working
                anchors.centerIn: parent
                size: 48
                color: Theme.toneColor(message.tone)
            }
        }
        AppLabel {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            kind: AppLabel.Heading
            text: message.title
        }
        AppLabel {
            visible: message.text !== ""
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: message.text
            color: Theme.color.textSecondary
        }
        AppButton {
            objectName: "stateAction"
            visible: message.actionText !== ""
            anchors.horizontalCenter: parent.horizontalCenter
            text: message.actionText
            kind: AppButton.Tonal
            onClicked: message.actionRequested()
        }
    }
}
