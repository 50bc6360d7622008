pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Theme

// The places of the app down the left side, for windows at least 840 wide.
Rectangle {
    id: rail

    // [{key, text, iconName, badge}]
    property var places: []
    property string current: ""
    property alias foot: footSlot.data

    signal chosen(string key)

    implicitWidth: Theme.railWidth
    color: Theme.color.surface

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Column {
        anchors.top: parent.top
        anchors.topMargin: Theme.spaceL
        width: parent.width
        spacing: Theme.spaceM

        Repeater {
            model: rail.places
            NavItem {
                required property var modelData
                objectName: "nav-" + modelData.key
                width: rail.width
                text: modelData.text
                iconName: modelData.iconName
                badge: modelData.badge
                checked: modelData.key === rail.current
                onClicked: rail.chosen(modelData.key)
            }
        }
    }
    Item {
        id: footSlot
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceM
        width: parent.width
        height: childrenRect.height
    }
    Rectangle {
        anchors.right: parent.right
        width: Theme.stroke
        height: parent.height
        color: Theme.color.outline
    }
}
