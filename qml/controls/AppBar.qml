import QtQuick
import CampusSafety.Theme

// The head of a page: where one is, the way back, and at most a few actions.
Rectangle {
    id: bar

    property string title: ""
    property string subtitle: ""
    property bool backVisible: false
    default property alias actions: actionRow.data

    signal backRequested()

    implicitHeight: Math.max(Theme.barHeight, texts.implicitHeight + 2 * Theme.spaceS)
    implicitWidth: 400
    color: Theme.color.surface

    Accessible.role: Accessible.ToolBar
    Accessible.name: title

    IconButton {
        id: backButton
        objectName: "backButton"
        visible: bar.backVisible
        anchors.left: parent.left
        anchors.leftMargin: Theme.spaceXs
        anchors.verticalCenter: parent.verticalCenter
        iconName: "back"
        text: qsTr("Back")
        onClicked: bar.backRequested()
    }
    Column {
        id: texts
        anchors.left: bar.backVisible ? backButton.right : parent.left
        anchors.leftMargin: bar.backVisible ? Theme.spaceXs : Theme.spaceL
        anchors.right: actionRow.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter

        AppLabel {
            width: parent.width
            kind: AppLabel.Heading
            text: bar.title
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        AppLabel {
            visible: bar.subtitle !== ""
            width: parent.width
            kind: AppLabel.Small
            text: bar.subtitle
            color: Theme.color.textSecondary
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    Row {
        id: actionRow
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceXs
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.stroke
        color: Theme.color.outline
    }
}
