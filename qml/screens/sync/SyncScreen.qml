pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// What has reached the server and what has not, for every record and photo; what came back waits for an answer.
PlacePage {
    id: screen

    property string shown: "all"

    SyncItemModel {
        id: items
        onlyUnfinished: screen.shown === "unfinished"
    }

    AppBar {
        id: bar
        width: parent.width
        title: qsTr("Sync")
        subtitle: SyncStatus.lastSyncText
    }
    ScrollPage {
        id: page
        objectName: "syncPage"
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        SyncHead {
            width: parent.width
        }
        Segmented {
            objectName: "syncFilter"
            width: parent.width
            name: qsTr("Filter")
            current: screen.shown
            options: [{ key: "all", text: qsTr("All") }, { key: "unfinished", text: qsTr("Unfinished") }]
            onChosen: key => screen.shown = key
        }
        LoadingState {
            objectName: "loadingState"
            visible: items.loading && items.count === 0
            width: parent.width
        }
        ErrorState {
            objectName: "errorState"
            visible: items.errorText !== "" && !items.loading
            width: parent.width
            text: items.errorText
        }
        StateMessage {
            objectName: "emptyState"
            visible: items.count === 0 && !items.loading && items.errorText === "" && SyncStatus.settled
            width: parent.width
            iconName: "state-verified"
            tone: Tone.Pass
            title: qsTr("Everything is verified by the server")
        }
        Card {
            visible: items.count > 0
            width: parent.width
            padding: 0
            spacing: 0
            Repeater {
                model: items
                SyncItemRow {
                    width: parent ? parent.width : 0
                    last: index === items.count - 1
                    onNoteTaken: items.takeNote(itemId)
                    onAttached: items.attachAsNote(itemId)
                }
            }
        }
        SyncLegend {
            width: parent.width
        }
    }
}
