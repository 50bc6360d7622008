import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// An inspection under way, to be taken up again.
ListRow {
    id: row

    // The roles of DraftListModel.
    required property var draft

    objectName: "draft-" + draft.inspectionId
    iconName: "checklist"
    softGround: true
    property int corner: 0
    title: qsTr("Continue: %1").arg(draft.title)
    detail: Looks.joined([draft.assetName, draft.schoolName, draft.updatedText])

    below: Column {
        width: parent ? parent.width : 0
        topPadding: Theme.spaceS
        spacing: Theme.spaceXs
        Rectangle {
            width: parent.width
            height: 6
            radius: 3
            color: Theme.color.outline
            Rectangle {
                width: row.draft.total > 0 ? parent.width * row.draft.done / row.draft.total : 0
                height: parent.height
                radius: 3
                color: Theme.color.accent
            }
        }
        AppLabel {
            width: parent.width
            kind: AppLabel.Small
            text: row.draft.failed > 0
                  ? qsTr("%1 of %2 answered, %3 failed").arg(row.draft.done).arg(row.draft.total).arg(row.draft.failed)
                  : qsTr("%1 of %2 answered").arg(row.draft.done).arg(row.draft.total)
            color: Theme.color.textSecondary
        }
    }
    background: Rectangle {
        radius: row.corner
        color: Theme.color.accentSoft
        PressShade {
            radius: parent.radius
            pressed: row.down
            hovered: row.hovered
            ink: Theme.color.text
        }
        FocusRing {
            shown: row.visualFocus
            anchors.margins: 1
            radius: Theme.radiusS
        }
    }
}
