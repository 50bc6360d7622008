pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Theme

// The places of the app along the bottom, for narrow windows.
Rectangle {
    id: bar

    // [{key, text, iconName, badge}]
    property var places: []
    property string current: ""

    signal chosen(string key)

    implicitHeight: row.height + Theme.spaceS
    color: Theme.color.surface

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Row {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width

        Repeater {
            model: bar.places
            NavItem {
                required property var modelData
                objectName: "nav-" + modelData.key
                width: bar.width / bar.places.length
                text: modelData.text
                iconName: modelData.iconName
                badge: modelData.badge
                checked: modelData.key === bar.current
                onClicked: bar.chosen(modelData.key)
            }
        }
    }
    Rectangle {
        width: parent.width
        height: Theme.stroke
        color: Theme.color.outline
    }
}
