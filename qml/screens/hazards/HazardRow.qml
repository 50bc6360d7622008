import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One hazard in a list: before-photo, what is wrong, where, when due, state.
ListRow {
    id: row

    // The roles of HazardListModel.
    required property var hazard
    // A row that leaves its list loses its record before it is gone itself.
    readonly property var facts: hazard ?? ({ title: "", schoolName: "", place: "", state: 0, stateText: "",
        level: 1, levelText: "", pending: false, syncState: 0, dueText: "", dueDays: 0, overdue: false, photo: "" })
    property bool showsSchool: false

    title: facts.title
    detail: (showsSchool ? facts.schoolName + " · " : "") + facts.place
    Accessible.name: facts.title + ", " + facts.stateText + ", " + facts.dueText

    below: Flow {
        width: parent ? parent.width : 0
        topPadding: Theme.spaceXs
        spacing: Theme.spaceS

        HazardStateBadge {
            text: row.facts.stateText
            hazardState: row.facts.state
        }
        LevelBadge {
            visible: major
            text: row.facts.levelText
            level: row.facts.level
        }
        SyncBadge {
            visible: row.facts.pending || place === "returned"
            place: Looks.place(row.facts.syncState)
        }
        DueLine {
            width: Math.min(implicitWidth, parent.width)
            text: row.facts.dueText
            overdue: row.facts.overdue
            days: row.facts.dueDays
            closed: row.facts.state >= 5
        }
    }

    PhotoTile {
        visible: row.facts.photo !== ""
        width: visible ? 72 : 0
        height: visible ? 72 : 0
        source: row.facts.photo
    }
}
