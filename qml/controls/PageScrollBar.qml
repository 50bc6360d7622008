import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// A thin bar that shows where one is on a page.
T.ScrollBar {
    id: bar

    implicitWidth: 10
    implicitHeight: 10
    padding: 2
    minimumSize: 0.08
    visible: size < 1.0

    contentItem: Rectangle {
        radius: 3
        color: Theme.color.outlineStrong
        opacity: bar.pressed || bar.active ? 0.9 : 0.35
    }
}
