import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One school in a list: where, what kind, when last inspected, what is open there.
ListRow {
    id: row

    required property string schoolId
    required property string name
    required property string typeText
    required property string townshipName
    required property int openCount
    required property int overdueCount
    required property int reviewCount
    required property string lastInspectionText

    readonly property RecordList list: ListView.view as RecordList

    objectName: "school-" + schoolId
    width: list ? list.width : 0
    title: name
    detail: Looks.joined([townshipName, typeText, lastInspectionText])
    highlighted: list !== null && schoolId === list.selectedId
    onClicked: list.chosen(schoolId)

    below: Flow {
        width: parent ? parent.width : 0
        visible: row.openCount > 0
        topPadding: Theme.spaceXs
        spacing: Theme.spaceS
        StatusBadge {
            visible: row.overdueCount > 0
            text: qsTr("%1 overdue").arg(row.overdueCount)
            iconName: "warning"
            tone: Tone.Fail
        }
        StatusBadge {
            visible: row.reviewCount > 0
            text: qsTr("%1 to review").arg(row.reviewCount)
            iconName: "review"
            tone: Tone.Accent
        }
        StatusBadge {
            visible: row.openCount > 0
            text: qsTr("%1 open").arg(row.openCount)
            tone: Tone.Neutral
        }
    }
}
