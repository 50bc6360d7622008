pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Theme

// Three dots that breathe while something is under way.
Row {
    id: spinner

    property real size: Theme.iconM
    property color color: Theme.color.accent

    spacing: size / 6
    Accessible.role: Accessible.Animation
    Accessible.name: qsTr("Working")

    Repeater {
        model: 3
        Rectangle {
            id: dot
            required property int index
            width: spinner.size * 0.22
            height: width
            radius: width / 2
            color: spinner.color
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined

            SequentialAnimation on opacity {
                running: spinner.visible
                loops: Animation.Infinite
                PauseAnimation { duration: dot.index * 160 }
                NumberAnimation { from: 0.25; to: 1; duration: 320 }
                NumberAnimation { from: 1; to: 0.25; duration: 320 }
                PauseAnimation { duration: (2 - dot.index) * 160 }
            }
        }
    }
}
