pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// The usual numbers of days to put something right.
Flow {
    id: chooser

    property int days: 0
    readonly property var usual: [0, 1, 3, 7, 15, 30, 60, 90]

    signal chosen(int days)

    spacing: Theme.spaceS

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Deadline")

    Repeater {
        model: chooser.usual.includes(chooser.days) ? chooser.usual
               : chooser.usual.concat([chooser.days]).sort((a, b) => a - b)
        Chip {
            required property int modelData
            objectName: "days-" + modelData
            text: modelData === 0 ? qsTr("Same day") : modelData === 1 ? qsTr("1 day") : qsTr("%1 days").arg(modelData)
            checked: modelData === chooser.days
            onClicked: chooser.chosen(modelData)
        }
    }
}
