import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// A day, shown as 2025-06-30 and chosen from a calendar. Values are ISO days; "" is no day.
T.AbstractButton {
    id: entry

    property string day: ""
    property bool faulty: false
    property string title: qsTr("Choose a day")
    property string today: "" // of the records; empty = of the device
    property string placeholder: qsTr("Choose a day")

    signal dayChosen(string day)

    implicitWidth: 240
    implicitHeight: Math.max(Theme.touch, label.implicitHeight + 2 * Theme.spaceS)
    leftPadding: Theme.spaceM
    rightPadding: Theme.spaceM
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.ButtonDropDown
    Accessible.name: title + (day !== "" ? " " + day : "")
    Accessible.onPressAction: entry.clicked()

    Keys.onReturnPressed: entry.clicked()
    Keys.onEnterPressed: entry.clicked()
    onClicked: calendar.openAt(day)

    contentItem: Item {
        AppLabel {
            id: label
            anchors.left: parent.left
            anchors.right: dayIcon.left
            anchors.verticalCenter: parent.verticalCenter
            text: entry.day !== "" ? entry.day : entry.placeholder
            font.pixelSize: entry.day !== "" ? Theme.fontHeading : Theme.fontBody
            color: entry.day !== "" ? Theme.color.text : Theme.color.textSecondary
            Accessible.ignored: true
        }
        Icon {
            id: dayIcon
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: "calendar"
            color: Theme.color.textSecondary
        }
    }

    background: FieldFrame {
        focused: entry.visualFocus || calendar.opened
        faulty: entry.faulty
        enabled: entry.enabled
    }

    CalendarDialog {
        id: calendar
        title: entry.title
        recordsToday: entry.today
        onChosen: day => entry.dayChosen(day)
    }
}
