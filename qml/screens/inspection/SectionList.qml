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
        // Counted, not listed: an answer changes the facts of rows and leaves the view where it is.
        model: sections.sections.length
        delegate: ListRow {
            id: row
            required property int index
            readonly property var part: sections.sections[index] ?? { code: "", title: "", done: 0, total: 0, failed: 0 }
            objectName: "section-" + part.code
            width: ListView.view ? ListView.view.width : 0
            opens: false
            focusPolicy: Qt.StrongFocus
            separated: false
            highlighted: part.code === sections.current
            title: part.code + "  " + part.title
            detail: part.failed > 0
                    ? qsTr("%1 of %2, %3 failed").arg(part.done).arg(part.total).arg(part.failed)
                    : qsTr("%1 of %2").arg(part.done).arg(part.total)
            onClicked: sections.chosen(part.code)

            Icon {
                visible: row.part.done === row.part.total || row.part.failed > 0
                width: visible ? size : 0
                name: row.part.failed > 0 ? "cross" : "check"
                size: Theme.iconM - 2
                color: row.part.failed > 0 ? Theme.color.fail : Theme.color.pass
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
