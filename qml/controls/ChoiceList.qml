pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Theme

// One of several named options, each a full-width row.
Column {
    id: list

    // [{key, text, tone}]
    property var options: []
    property string current: ""
    property string name: ""

    signal chosen(string key)

    spacing: Theme.spaceS

    Accessible.role: Accessible.Grouping
    Accessible.name: name

    Repeater {
        model: list.options
        ChoiceRow {
            required property var modelData
            objectName: "choice-" + modelData.key
            width: list.width
            text: modelData.text
            tone: modelData.tone ?? Tone.Accent
            checked: modelData.key === list.current
            onClicked: list.chosen(modelData.key)
        }
    }
}
