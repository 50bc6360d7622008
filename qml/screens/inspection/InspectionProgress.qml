import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// How far the checklist is: a sentence and a bar by section. Always in sight.
Rectangle {
    id: progress

    required property InspectionEditor editor
    property string currentCode: ""
    readonly property var parts: editor.sections

    implicitHeight: column.implicitHeight + 2 * Theme.spaceS + 2
    color: Theme.color.surface

    Column {
        id: column
        x: Theme.spaceL
        y: Theme.spaceS
        width: parent.width - 2 * Theme.spaceL
        spacing: 2

        Flow {
            width: parent.width
            spacing: Theme.spaceL
            AppLabel {
                objectName: "progressText"
                kind: AppLabel.Small
                strong: true
                text: qsTr("%1 of %2 answered").arg(progress.editor.done).arg(progress.editor.total)
            }
            AppLabel {
                visible: progress.editor.failed > 0
                kind: AppLabel.Small
                strong: true
                text: qsTr("%1 failed").arg(progress.editor.failed)
                color: Theme.color.fail
            }
            AppLabel {
                visible: progress.editor.warnings > 0
                kind: AppLabel.Small
                text: qsTr("%1 to watch").arg(progress.editor.warnings)
                color: Theme.color.warn
            }
        }
        SectionProgress {
            width: parent.width
            sections: progress.parts.map(part => ({ title: part.title, answered: part.done,
                total: part.total, failed: part.failed }))
            current: progress.parts.findIndex(part => part.code === progress.currentCode)
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.stroke
        color: Theme.color.outline
    }
}
