import QtQuick
import CampusSafety.Theme

// Label above, entry in the middle, help or fault below. The entry is the child.
Column {
    id: field

    default property alias entry: slot.data
    property string label: ""
    property string help: ""
    property string fault: ""
    property bool required: false

    spacing: Theme.spaceS - 2

    AppLabel {
        visible: field.label !== ""
        width: field.width
        text: field.required ? qsTr("%1 (required)").arg(field.label) : field.label
        strong: true
        kind: AppLabel.Small
        color: Theme.color.textSecondary
    }
    Item {
        id: slot
        width: field.width
        implicitHeight: childrenRect.height
    }
    Row {
        visible: field.fault !== "" || field.help !== ""
        width: field.width
        spacing: Theme.spaceXs

        Icon {
            visible: field.fault !== ""
            name: "warning"
            size: Theme.iconS
            color: Theme.color.fail
        }
        AppLabel {
            width: parent.width - (field.fault !== "" ? Theme.iconS + Theme.spaceXs : 0)
            kind: AppLabel.Small
            text: field.fault !== "" ? field.fault : field.help
            color: field.fault !== "" ? Theme.color.fail : Theme.color.textSecondary
        }
    }
}
