import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The figures of a school and whom to call there.
Card {
    id: head

    required property SchoolPage school

    padding: Theme.spaceXl
    spacing: Theme.spaceL

    Flow {
        width: parent.width
        spacing: Theme.spaceXxl
        Figure {
            value: head.school.openCount
            name: qsTr("open hazards")
            tone: Tone.Warn
        }
        Figure {
            value: head.school.overdueCount
            name: qsTr("overdue")
            tone: Tone.Fail
        }
        Figure {
            value: head.school.students
            name: head.school.boarders > 0 ? qsTr("pupils, %1 boarding").arg(head.school.boarders) : qsTr("pupils")
        }
    }
    Divider { width: parent.width }
    ContactRow {
        width: parent.width
        roleName: qsTr("Principal")
        personName: head.school.principalName
        phone: head.school.principalPhone
    }
    ContactRow {
        width: parent.width
        roleName: qsTr("School safety officer")
        personName: head.school.safetyOfficerName
        phone: head.school.safetyOfficerPhone
    }
}
