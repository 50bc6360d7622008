import QtQuick
import CampusSafety.Theme

// A named fact: the name at the left, the value beside it, or below it when there is no room.
Item {
    id: fact

    property string name: ""
    property string value: ""
    property int nameWidth: Math.round(104 * Theme.scale)
    property bool emphasised: false
    readonly property bool stacked: width < nameWidth * 2.6

    visible: value !== ""
    implicitWidth: 320
    implicitHeight: stacked ? nameLabel.implicitHeight + valueLabel.implicitHeight + 2
                            : Math.max(nameLabel.implicitHeight, valueLabel.implicitHeight)

    Accessible.role: Accessible.StaticText
    Accessible.name: fact.name + " " + fact.value

    AppLabel {
        id: nameLabel
        width: fact.stacked ? fact.width : fact.nameWidth - Theme.spaceS
        text: fact.name
        color: Theme.color.textSecondary
        Accessible.ignored: true
    }
    AppLabel {
        id: valueLabel
        x: fact.stacked ? 0 : fact.nameWidth
        y: fact.stacked ? nameLabel.implicitHeight + 2 : 0
        width: fact.width - x
        text: fact.value
        strong: fact.emphasised
        Accessible.ignored: true
    }
}
