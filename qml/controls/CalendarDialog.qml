pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Theme

// A month of days to choose one from. Days are ISO text; the week starts on Monday.
AppDialog {
    id: dialog

    property int year: 2025
    property int month: 0
    property string selected: ""
    property string recordsToday: ""
    property string today: ""

    signal chosen(string day)

    readonly property int firstColumn: (new Date(year, month, 1).getDay() + 6) % 7
    readonly property int dayCount: new Date(year, month + 1, 0).getDate()

    function openAt(day: string) {
        today = recordsToday !== "" ? recordsToday : Qt.formatDate(new Date(), "yyyy-MM-dd")
        const start = day !== "" ? day : today
        selected = day
        year = parseInt(start.substring(0, 4))
        month = parseInt(start.substring(5, 7)) - 1
        open()
    }

    function turn(months: int) {
        const there = new Date(year, month + months, 1)
        year = there.getFullYear()
        month = there.getMonth()
    }

    function iso(dayOfMonth: int): string {
        return year + "-" + String(month + 1).padStart(2, "0") + "-" + String(dayOfMonth).padStart(2, "0")
    }

    padding: Theme.spaceL
    width: Math.min(7 * (Theme.touch + 4) + 2 * padding, parent ? parent.width - Theme.spaceL : 400)

    contentItem: Column {
        spacing: Theme.spaceS

        Item {
            width: parent.width
            height: Theme.touch

            IconButton {
                objectName: "previousMonth"
                iconName: "chevron-left"
                text: qsTr("Previous month")
                onClicked: dialog.turn(-1)
            }
            AppLabel {
                anchors.centerIn: parent
                text: qsTr("%1-%2", "year and month").arg(dialog.year)
                      .arg(String(dialog.month + 1).padStart(2, "0"))
                kind: AppLabel.Heading
            }
            IconButton {
                anchors.right: parent.right
                objectName: "nextMonth"
                iconName: "chevron-right"
                text: qsTr("Next month")
                onClicked: dialog.turn(1)
            }
        }
        Grid {
            id: grid
            readonly property real cell: Math.floor(width / 7)
            width: parent.width
            columns: 7

            Repeater {
                model: [qsTr("Mon"), qsTr("Tue"), qsTr("Wed"), qsTr("Thu"), qsTr("Fri"),
                        qsTr("Sat"), qsTr("Sun")]
                AppLabel {
                    required property string modelData
                    width: grid.cell
                    text: modelData
                    kind: AppLabel.Small
                    color: Theme.color.textSecondary
                    horizontalAlignment: Text.AlignHCenter
                }
            }
            Repeater {
                model: 42
                CalendarDay {
                    required property int index
                    readonly property int dayOfMonth: index - dialog.firstColumn + 1
                    readonly property bool inMonth: dayOfMonth >= 1 && dayOfMonth <= dialog.dayCount

                    objectName: inMonth ? "day-" + day : ""
                    width: grid.cell
                    visible: index < dialog.firstColumn + dialog.dayCount
                    opacity: inMonth ? 1 : 0
                    enabled: inMonth
                    text: inMonth ? dayOfMonth : ""
                    day: inMonth ? dialog.iso(dayOfMonth) : ""
                    checked: inMonth && day === dialog.selected
                    isToday: inMonth && day === dialog.today
                    onClicked: {
                        dialog.chosen(day)
                        dialog.close()
                    }
                }
            }
        }
    }

    buttons: [
        AppButton {
            text: qsTr("Cancel")
            kind: AppButton.Plain
            onClicked: dialog.reject()
        },
        AppButton {
            text: qsTr("Today")
            kind: AppButton.Plain
            onClicked: {
                dialog.chosen(dialog.today)
                dialog.close()
            }
        }
    ]
}
