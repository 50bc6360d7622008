pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Theme

// Progress by section: one bar a section, as wide as it has items, filled as they are answered,
// the failed share at its end.
Item {
    id: progress

    // [{title, answered, total, failed}]
    property var sections: []
    property int current: -1

    readonly property int total: sections.reduce((sum, s) => sum + s.total, 0)
    readonly property int answered: sections.reduce((sum, s) => sum + s.answered, 0)

    implicitHeight: 12
    implicitWidth: 320

    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 of %2 answered").arg(answered).arg(total)

    Row {
        id: row
        anchors.fill: parent
        spacing: 3

        Repeater {
            model: progress.sections
            Item {
                id: part
                required property var modelData
                required property int index
                readonly property real share: progress.total > 0 ? modelData.total / progress.total : 0
                width: Math.max(4, (row.width - (progress.sections.length - 1) * row.spacing) * share)
                height: parent ? parent.height : 0

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    height: part.index === progress.current ? 10 : 6
                    radius: height / 2
                    color: Theme.color.outline
                    clip: true
                    Rectangle {
                        height: parent.height
                        radius: parent.radius
                        width: part.modelData.total > 0
                               ? parent.width * part.modelData.answered / part.modelData.total : 0
                        color: part.modelData.answered === part.modelData.total ? Theme.color.pass
                                                                                : Theme.color.accent
                        Rectangle {
                            anchors.right: parent.right
                            height: parent.height
                            radius: parent.radius
                            width: part.modelData.answered > 0
                                   ? parent.width * part.modelData.failed / part.modelData.answered : 0
                            color: Theme.color.fail
                        }
                    }
                }
            }
        }
    }
}
