import QtQuick
import CampusSafety.Theme

// The visible keyboard focus around the control it lies in.
Rectangle {
    required property bool shown

    anchors.fill: parent
    anchors.margins: -Theme.focusStroke - 1
    visible: shown
    color: "transparent"
    border.color: Theme.color.accent
    border.width: Theme.focusStroke
    z: 1
}
