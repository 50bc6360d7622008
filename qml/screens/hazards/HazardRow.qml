import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One hazard in a list: before-photo, what is wrong, where, when due, state.
ListRow {
    id: row

    required property int index
    required property string hazardId
    required title
    required property string schoolName
    required property string place
    required property int level
    required property string levelText
    required property int state
    required property string stateText
    required property string dueText
    required property int dueDays
    required property bool overdue
    required property string photo
    required property int syncState
    required property bool pending
    property bool showsSchool: false

    objectName: "hazard-" + hazardId
    detail: (showsSchool ? schoolName + " · " : "") + place
    Accessible.name: title + ", " + stateText + ", " + dueText

    below: Flow {
        width: parent ? parent.width : 0
        topPadding: Theme.spaceXs
        spacing: Theme.spaceS

        HazardStateBadge {
            text: row.stateText
            hazardState: row.state
        }
        LevelBadge {
            visible: major
            text: row.levelText
            level: row.level
        }
        SyncBadge {
            visible: row.pending || place === "returned"
            place: Looks.place(row.syncState)
        }
        DueLine {
            width: Math.min(implicitWidth, parent.width)
            text: row.dueText
            overdue: row.overdue
            days: row.dueDays
            closed: row.state >= 5
        }
    }

    PhotoTile {
        visible: row.photo !== ""
        width: visible ? 72 : 0
        height: visible ? 72 : 0
        source: row.photo
    }
}
