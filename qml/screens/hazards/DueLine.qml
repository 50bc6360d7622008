import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// When something is due. Overdue and soon due carry an icon besides the colour.
Item {
    id: line

    property string text: ""
    property bool overdue: false
    property int days: 0
    property bool closed: false

    readonly property bool soon: !overdue && !closed && days > 0 && days <= 3
    readonly property color ink: overdue ? Theme.color.fail : soon ? Theme.color.warn : Theme.color.textSecondary

    visible: text !== ""
    implicitWidth: words.implicitWidth + words.x + 1
    implicitHeight: words.implicitHeight + 2 * Theme.spaceXs

    Icon {
        y: Theme.spaceXs + Math.round((metrics.height - height) / 2)
        name: line.overdue ? "warning" : line.closed ? "check" : "clock"
        size: Theme.iconS
        color: line.ink
    }
    AppLabel {
        id: words
        x: Theme.iconS + Theme.spaceXs
        y: Theme.spaceXs
        width: line.width - x
        kind: AppLabel.Small
        strong: line.overdue || line.soon
        text: line.text
        color: line.ink
    }
    FontMetrics {
        id: metrics
        font: words.font
    }
}
