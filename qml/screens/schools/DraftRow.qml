import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// An inspection under way, to be taken up again.
ListRow {
    id: row

    required property string inspectionId
    required title
    required property string assetName
    required property string schoolName
    required property int done
    required property int total
    required property int failed
    required property string updatedText

    objectName: "draft-" + inspectionId
    iconName: "checklist"
    softGround: true
    property int corner: 0
    titleFormat: qsTr("Continue: %1")
    detail: Looks.joined([assetName, schoolName, updatedText])

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
                width: row.total > 0 ? parent.width * row.done / row.total : 0
                height: parent.height
                radius: 3
                color: Theme.color.accent
            }
        }
        AppLabel {
            width: parent.width
            kind: AppLabel.Small
            text: row.failed > 0
                  ? qsTr("%1 of %2 answered, %3 failed").arg(row.done).arg(row.total).arg(row.failed)
                  : qsTr("%1 of %2 answered").arg(row.done).arg(row.total)
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
