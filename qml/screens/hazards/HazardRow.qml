import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One hazard in a list: before-photo, what is wrong, where, when due, state.
ListRow {
    id: row

    // The roles of HazardListModel.
    required property var hazard
    property bool showsSchool: false

    title: hazard.title
    detail: (showsSchool ? hazard.schoolName + " · " : "") + hazard.place
    Accessible.name: hazard.title + ", " + hazard.stateText + ", " + hazard.dueText

    below: Flow {
        width: parent ? parent.width : 0
        topPadding: Theme.spaceXs
        spacing: Theme.spaceS

        HazardStateBadge {
            text: row.hazard.stateText
            hazardState: row.hazard.state
        }
        LevelBadge {
            visible: major
            text: row.hazard.levelText
            level: row.hazard.level
        }
        SyncBadge {
            visible: row.hazard.pending || place === "returned"
            place: Looks.place(row.hazard.syncState)
        }
        DueLine {
            width: Math.min(implicitWidth, parent.width)
            topPadding: 5
            text: row.hazard.dueText
            overdue: row.hazard.overdue
            days: row.hazard.dueDays
            closed: row.hazard.state >= 5
        }
    }

    PhotoTile {
        visible: row.hazard.photo !== ""
        width: visible ? 72 : 0
        height: visible ? 72 : 0
        source: row.hazard.photo
    }
}
