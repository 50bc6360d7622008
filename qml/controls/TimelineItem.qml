import QtQuick
import CampusSafety.Theme

// One event in the life of a record: when, who, what, and where the event itself is (sync).
Item {
    id: item

    property string when: ""
    property string who: ""
    property string title: ""
    property string note: ""
    property string iconName: "clock"
    property int tone: Tone.Neutral
    property string place: ""
    property bool first: false
    property bool last: false
    default property alias extra: extraSlot.data

    function joined(first: string, second: string, between: string): string {
        return first !== "" && second !== "" ? first + between + second : first + second
    }

    implicitWidth: 320
    implicitHeight: body.implicitHeight + Theme.spaceL

    Accessible.role: Accessible.ListItem
    Accessible.name: item.joined(item.joined(who, when, " · "), item.joined(title, note, ", "), ", ")

    Rectangle {
        x: Theme.spaceL + 3
        width: 2
        y: item.first ? Theme.spaceL : 0
        height: item.last ? Theme.spaceL - y : parent.height - y
        color: Theme.color.outline
    }
    Rectangle {
        id: dot
        x: 2
        y: 0
        width: 36
        height: 36
        radius: 18
        color: Theme.toneSoft(item.tone)
        border.width: 3
        border.color: Theme.color.surface
        Icon {
            anchors.centerIn: parent
            name: item.iconName
            size: Theme.iconS
            color: Theme.toneColor(item.tone)
        }
    }
    Column {
        id: body
        anchors.left: dot.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: parent.right
        y: 5
        spacing: Theme.spaceXs

        Flow {
            width: parent.width
            spacing: Theme.spaceS
            AppLabel {
                width: Math.min(implicitWidth, parent.width)
                text: item.title
                strong: true
            }
            SyncBadge {
                visible: item.place !== "" && item.place !== "verified"
                place: item.place !== "" ? item.place : "verified"
            }
        }
        AppLabel {
            width: parent.width
            kind: AppLabel.Small
            text: item.joined(item.who, item.when, " · ")
            color: Theme.color.textSecondary
        }
        AppLabel {
            visible: item.note !== ""
            width: parent.width
            text: item.note
        }
        Item {
            id: extraSlot
            width: parent.width
            implicitHeight: childrenRect.height
            visible: children.length > 0
        }
    }
}
