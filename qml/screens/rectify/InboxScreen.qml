pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// What waits for the principal or the school safety officer, by due date.
PlacePage {
    id: screen

    InboxModel { id: inbox }

    AppBar {
        id: bar
        width: parent.width
        title: qsTr("To do")
        subtitle: inbox.count > 0 ? qsTr("Waiting for you: %1").arg(inbox.count) : ""
    }
    RecordList {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        objectName: "inboxList"
        rows: inbox
        loading: inbox.loading
        errorText: inbox.errorText
        emptyTitle: qsTr("Nothing to do")
        emptyText: qsTr("Notices to sign for and hazards to rectify appear here.")
        delegate: ListRow {
            id: row
            required property var model
            readonly property bool notice: model.kind === "notice"
            readonly property bool returned: model.kind === "returned"
            objectName: "inbox-" + model.targetId
            width: ListView.view ? ListView.view.width : 0
            iconName: notice ? "document" : returned ? "returned" : "hazard"
            iconTone: returned ? Tone.Fail : notice ? Tone.Accent : Tone.Warn
            title: model.title
            detail: model.subtitle
            highlighted: model.targetId === screen.selectedId
            onClicked: {
                if (notice)
                    screen.pageRequested("notice", model.targetId)
                else
                    screen.pageRequested("hazard", model.targetId)
            }

            below: Column {
                width: parent ? parent.width : 0
                topPadding: Theme.spaceXs
                spacing: Theme.spaceS
                AppLabel {
                    visible: text !== ""
                    width: parent.width
                    kind: AppLabel.Small
                    text: row.model.reasonText
                    color: Theme.color.fail
                }
                Flow {
                    width: parent.width
                    spacing: Theme.spaceS
                    StatusBadge {
                        text: row.model.stateText
                        tone: row.returned ? Tone.Fail : Tone.Accent
                        iconName: row.returned ? "returned" : row.notice ? "signature" : "wrench"
                    }
                    DueLine {
                        width: Math.min(implicitWidth, parent.width)
                                    text: row.model.dueText
                        overdue: row.model.overdue
                        days: row.model.dueDays
                    }
                }
            }
        }
    }
}
