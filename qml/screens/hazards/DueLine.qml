import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// When something is due. Overdue and soon due carry an icon besides the colour.
Row {
    id: line

    property string text: ""
    property bool overdue: false
    property int days: 0
    property bool closed: false
    property bool strong: overdue

    readonly property bool soon: !overdue && !closed && days > 0 && days <= 3
    readonly property color ink: overdue ? Theme.color.fail : soon ? Theme.color.warn : Theme.color.textSecondary

    visible: text !== ""
    spacing: Theme.spaceXs

    Icon {
        id: mark
        name: line.overdue ? "warning" : line.closed ? "check" : "clock"
        size: Theme.iconS
        color: line.ink
    }
    AppLabel {
        width: Math.min(implicitWidth, Math.max(40, line.width > 0 ? line.width - mark.width - line.spacing : 10000))
        kind: AppLabel.Small
        strong: line.strong || line.soon
        text: line.text
        color: line.ink
    }
}
