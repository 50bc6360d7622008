pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// The sections of a checklist down the side, each with its progress; a tap leads there.
Rectangle {
    id: sections

    // [{code, title, done, total, failed}]
    property var sections: []
    property string current: ""

    signal chosen(string code)

    color: Theme.color.surface

    ListView {
        anchors.fill: parent
        anchors.topMargin: Theme.spaceS
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: sections.sections
        delegate: ListRow {
            id: row
            required property var modelData
            objectName: "section-" + modelData.code
            width: ListView.view ? ListView.view.width : 0
            opens: false
            focusPolicy: Qt.StrongFocus
            separated: false
            highlighted: modelData.code === sections.current
            title: modelData.code + "  " + modelData.title
            detail: modelData.failed > 0
                    ? qsTr("%1 of %2, %3 failed").arg(modelData.done).arg(modelData.total).arg(modelData.failed)
                    : qsTr("%1 of %2").arg(modelData.done).arg(modelData.total)
            onClicked: sections.chosen(modelData.code)

            Icon {
                visible: row.modelData.done === row.modelData.total || row.modelData.failed > 0
                width: visible ? size : 0
                name: row.modelData.failed > 0 ? "cross" : "check"
                size: Theme.iconM - 2
                color: row.modelData.failed > 0 ? Theme.color.fail : Theme.color.pass
            }
        }
    }
    Rectangle {
        anchors.right: parent.right
        width: Theme.stroke
        height: parent.height
        color: Theme.color.outline
    }
}
