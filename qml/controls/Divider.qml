import QtQuick
import CampusSafety.Theme

// A thin line between two things.
Rectangle {
    implicitWidth: 320
    implicitHeight: Theme.stroke
    color: Theme.color.outline
    Accessible.ignored: true
}
