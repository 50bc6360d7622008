import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// One day in the calendar.
T.AbstractButton {
    id: control

    property string day: ""
    property bool isToday: false

    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: day
    Accessible.onPressAction: control.clicked()

    contentItem: AppLabel {
        text: control.text
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        strong: control.checked || control.isToday
        color: control.checked ? Theme.color.textOnAccent
             : control.isToday ? Theme.color.accent : Theme.color.text
        Accessible.ignored: true
    }
    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: Math.min(parent.width, parent.height) - 4
            height: width
            radius: width / 2
            color: control.checked ? Theme.color.accent : "transparent"
            border.width: control.isToday && !control.checked ? 2 : 0
            border.color: Theme.color.accent

            PressShade {
                radius: parent.radius
                pressed: control.down
                hovered: control.hovered && control.enabled
                ink: Theme.color.text
            }
            FocusRing {
                shown: control.visualFocus
                anchors.margins: -2
                radius: parent.radius + 2
            }
        }
    }
}
