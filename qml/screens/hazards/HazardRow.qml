import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One hazard in a list: before-photo, what is wrong, where, when due, state.
ListRow {
    id: row

    // The roles of HazardListModel.
    required property var hazard
    // A row that leaves its list loses its record before it is gone itself.
    readonly property var record: hazard ?? ({ title: "", schoolName: "", place: "", state: 0, stateText: "",
        level: 1, levelText: "", pending: false, syncState: 0, dueText: "", dueDays: 0, overdue: false, photo: "" })
    property bool showsSchool: false

    title: record.title
    detail: (showsSchool ? record.schoolName + " · " : "") + record.place
    Accessible.name: record.title + ", " + record.stateText + ", " + record.dueText

    below: Flow {
        width: parent ? parent.width : 0
        topPadding: Theme.spaceXs
        spacing: Theme.spaceS

        HazardStateBadge {
            text: row.record.stateText
            hazardState: row.record.state
        }
        LevelBadge {
            visible: major
            text: row.record.levelText
            level: row.record.level
        }
        SyncBadge {
            visible: row.record.pending || place === "returned"
            place: Looks.place(row.record.syncState)
        }
        DueLine {
            width: Math.min(implicitWidth, parent.width)
            text: row.record.dueText
            overdue: row.record.overdue
            days: row.record.dueDays
            closed: row.record.state >= 5
        }
    }

    PhotoTile {
        visible: row.record.photo !== ""
        width: visible ? 72 : 0
        height: visible ? 72 : 0
        source: row.record.photo
    }
}
