import QtQuick
import CampusSafety.Theme

// A field that searches while one types; `queryChanged` waits for composition to end.
TextEntry {
    id: field

    readonly property string query: reported

    leftPadding: Theme.spaceM + Theme.iconM + Theme.spaceS
    rightPadding: clearButton.visible ? Theme.touch : Theme.spaceM
    inputMethodHints: Qt.ImhNoPredictiveText
    Accessible.role: Accessible.EditableText
    Accessible.searchEdit: true

    background: Rectangle {
        radius: Math.min(height / 2, 28)
        color: Theme.color.surface
        border.width: field.activeFocus ? 2 : Math.max(1, Theme.stroke)
        border.color: field.activeFocus ? Theme.color.accent : Theme.color.outlineStrong
    }

    Icon {
        x: Theme.spaceM + 2
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        size: Theme.iconM - 2
        color: Theme.color.textSecondary
    }
    IconButton {
        id: clearButton
        visible: field.length > 0
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        iconName: "close"
        text: qsTr("Clear")
        iconColor: Theme.color.textSecondary
        onClicked: {
            field.clear()
            field.commitNow()
        }
    }
}
