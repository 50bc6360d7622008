pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Theme

// One of a few values, all in sight.
Flow {
    id: group

    // [{key, text, iconName}]
    property var options: []
    property string current: ""
    property string name: ""

    signal chosen(string key)

    spacing: Theme.spaceS

    Accessible.role: Accessible.Grouping
    Accessible.name: name

    Repeater {
        model: group.options
        Chip {
            required property var modelData
            objectName: "option-" + modelData.key
            text: modelData.text
            iconName: modelData.iconName ?? ""
            checked: modelData.key === group.current
            onClicked: group.chosen(modelData.key)
        }
    }
}
