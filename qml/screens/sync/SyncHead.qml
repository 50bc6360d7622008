import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The state of the whole device towards the server, and the one button.
Card {
    id: head

    readonly property bool settled: SyncStatus.unsentText === "" && !SyncStatus.running

    objectName: "syncHead"
    padding: Theme.spaceXl
    spacing: Theme.spaceL

    Row {
        width: parent.width
        spacing: Theme.spaceL
        Rectangle {
            id: disc
            width: 56
            height: 56
            radius: 28
            color: head.settled ? Theme.color.passSoft : Theme.color.accentSoft
            Icon {
                anchors.centerIn: parent
                name: SyncStatus.running ? "sync" : head.settled ? "check" : SyncStatus.offline ? "offline" : "upload"
                size: 30
                color: head.settled ? Theme.color.pass : Theme.color.textOnAccentSoft
            }
        }
        Column {
            width: parent.width - disc.width - parent.spacing
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2
            AppLabel {
                objectName: "unsentText"
                width: parent.width
                kind: AppLabel.Heading
                text: SyncStatus.unsentText !== "" ? SyncStatus.unsentText : qsTr("Everything has been sent")
            }
            AppLabel {
                visible: text !== ""
                width: parent.width
                text: SyncStatus.running ? SyncStatus.phaseText : SyncStatus.nextTryText
                color: Theme.color.textSecondary
            }
        }
    }
    Rectangle {
        objectName: "syncProgress"
        visible: SyncStatus.running && SyncStatus.progress >= 0
        width: parent.width
        height: 8
        radius: 4
        color: Theme.color.outline
        Accessible.role: Accessible.ProgressBar
        Accessible.name: SyncStatus.phaseText
        Rectangle {
            width: parent.width * Math.max(0, Math.min(1, SyncStatus.progress))
            height: parent.height
            radius: 4
            color: Theme.color.accent
        }
    }
    Banner {
        objectName: "syncError"
        width: parent.width
        text: SyncStatus.errorText
        iconName: "warning"
        tone: Tone.Fail
    }
    Banner {
        objectName: "storageLow"
        width: parent.width
        text: SyncStatus.storageLow ? qsTr("Storage is running low. Sync, or free some space, before taking more photos.") : ""
        iconName: "warning"
        tone: Tone.Warn
    }
    Banner {
        objectName: "longAgo"
        width: parent.width
        text: SyncStatus.daysSinceSync < 0 ? qsTr("This device has never synced.")
            : SyncStatus.daysSinceSync >= 7 ? qsTr("No sync for %1 days.").arg(SyncStatus.daysSinceSync) : ""
        iconName: "clock"
        tone: Tone.Warn
    }
    AppButton {
        objectName: "syncNow"
        text: SyncStatus.running ? qsTr("Stop") : qsTr("Sync now")
        iconName: SyncStatus.running ? "close" : "sync"
        kind: SyncStatus.running ? AppButton.Outlined : AppButton.Filled
        onClicked: {
            if (SyncStatus.running)
                SyncStatus.stop()
            else
                SyncStatus.syncNow()
        }
    }
}
