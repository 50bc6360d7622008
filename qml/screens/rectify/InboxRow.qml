import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One thing that waits for the school: a notice to sign for, a hazard to rectify, a hazard that came back.
ListRow {
    id: row

    required property string kind
    required property string targetId
    required title
    required property string subtitle
    required property string dueText
    required property int dueDays
    required property bool overdue
    required property string stateText
    required property string reasonText
    readonly property bool notice: kind === "notice"
    readonly property bool returned: kind === "returned"

    objectName: "inbox-" + targetId
    iconName: notice ? "document" : returned ? "returned" : "hazard"
    iconTone: returned ? Tone.Fail : notice ? Tone.Accent : Tone.Warn
    detail: subtitle

    below: Column {
        width: parent ? parent.width : 0
        topPadding: Theme.spaceXs
        spacing: Theme.spaceS
        AppLabel {
            visible: text !== ""
            width: parent.width
            kind: AppLabel.Small
            text: row.reasonText
            color: Theme.color.fail
        }
        Flow {
            width: parent.width
            spacing: Theme.spaceS
            StatusBadge {
                text: row.stateText
                tone: row.returned ? Tone.Fail : Tone.Accent
                iconName: row.returned ? "returned" : row.notice ? "signature" : "wrench"
            }
            DueLine {
                width: Math.min(implicitWidth, parent.width)
                text: row.dueText
                overdue: row.overdue
                days: row.dueDays
            }
        }
    }
}
