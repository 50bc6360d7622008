import QtQuick
import CampusSafety.Theme

// The box around something one can type into.
Rectangle {
    id: frame

    property bool focused: false
    property bool faulty: false

    radius: Theme.radiusS
    color: enabled ? Theme.color.surface : Theme.color.surfaceAlt
    border.width: focused || faulty ? 2 : Math.max(1, Theme.stroke)
    border.color: faulty ? Theme.color.fail : focused ? Theme.color.accent
                : enabled ? Theme.color.outlineStrong : Theme.color.outline
}
