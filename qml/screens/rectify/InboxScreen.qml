pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls

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
        delegate: InboxRow {
            width: ListView.view ? ListView.view.width : 0
            highlighted: targetId === screen.selectedId
            onClicked: screen.pageRequested(notice ? "notice" : "hazard", targetId)
        }
    }
}
