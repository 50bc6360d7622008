import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One school in a list: where, what kind, when last inspected, what is open there.
ListRow {
    id: row

    // The roles of SchoolListModel.
    required property var model
    readonly property RecordList list: ListView.view as RecordList

    objectName: "school-" + model.schoolId
    width: list ? list.width : 0
    title: model.name
    detail: Looks.joined([model.townshipName, model.typeText, model.lastInspectionText])
    highlighted: list !== null && model.schoolId === list.selectedId
    onClicked: list.chosen(model.schoolId)

    below: Flow {
        width: parent ? parent.width : 0
        visible: row.model.openCount > 0
        topPadding: Theme.spaceXs
        spacing: Theme.spaceS
        StatusBadge {
            visible: row.model.overdueCount > 0
            text: qsTr("%1 overdue").arg(row.model.overdueCount)
            iconName: "warning"
            tone: Tone.Fail
        }
        StatusBadge {
            visible: row.model.reviewCount > 0
            text: qsTr("%1 to review").arg(row.model.reviewCount)
            iconName: "review"
            tone: Tone.Accent
        }
        StatusBadge {
            visible: row.model.openCount > 0
            text: qsTr("%1 open").arg(row.model.openCount)
            tone: Tone.Neutral
        }
    }
}
