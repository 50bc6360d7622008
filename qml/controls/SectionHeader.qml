import QtQuick
import CampusSafety.Theme

// The heading of a part of a page, with what it counts and at most one action.
Item {
    id: header

    property string title: ""
    property string detail: ""
    property string actionText: ""

    signal actionRequested()

    implicitWidth: 320
    implicitHeight: Math.max(label.implicitHeight + Theme.spaceS, action.visible ? Theme.touch : 0)

    AppLabel {
        id: label
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, parent.width - (action.visible ? action.width : 0))
        kind: AppLabel.Heading
        text: header.title
    }
    AppLabel {
        anchors.left: label.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: action.visible ? action.left : parent.right
        anchors.baseline: label.baseline
        text: header.detail
        color: Theme.color.textSecondary
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
    }
    AppButton {
        id: action
        visible: header.actionText !== ""
        anchors.right: parent.right
        anchors.rightMargin: -Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        kind: AppButton.Plain
        text: header.actionText
        onClicked: header.actionRequested()
    }
}
