import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The state of the whole device towards the server, and the one button.
Card {
    id: head

    readonly property bool settled: SyncStatus.settled && !SyncStatus.running
    readonly property string standing: SyncStatus.unsentText !== "" ? SyncStatus.unsentText
        : !SyncStatus.known ? qsTr("Looking what is unsent…")
        : SyncStatus.settled ? qsTr("Everything has been sent")
        : SyncStatus.cardCount > 0 ? qsTr("Waiting for your answer: %1").arg(SyncStatus.cardCount)
        : SyncStatus.lostPhotos > 0 ? qsTr("Not everything could be sent")
        : qsTr("Sent; the server has not confirmed all of it yet")

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
                name: SyncStatus.running ? "sync" : head.settled ? "check" : SyncStatus.offline ? "offline"
                      : SyncStatus.cardCount > 0 ? "returned" : "upload"
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
                text: head.standing
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
        objectName: "lostPhotos"
        width: parent.width
        text: SyncStatus.lostPhotos > 0
              ? qsTr("Photos whose file is damaged or lost: %1. They cannot be sent; take them again where it is still possible.")
                .arg(SyncStatus.lostPhotos) : ""
        iconName: "warning"
        tone: Tone.Fail
    }
    Banner {
        objectName: "refusedPhotos"
        width: parent.width
        text: SyncStatus.refusedPhotos > 0
              ? qsTr("Photos the server does not take: %1. They stay here and are tried again; please tell the bureau.")
                .arg(SyncStatus.refusedPhotos) : ""
        iconName: "returned"
        tone: Tone.Fail
    }
    Banner {
        objectName: "othersUnfinished"
        width: parent.width
        text: SyncStatus.othersUnfinished > 0
              ? qsTr("Records of other people on this device: %1. They wait until those sign in.")
                .arg(SyncStatus.othersUnfinished) : ""
        iconName: "person"
        tone: Tone.Neutral
    }
    Banner {
        objectName: "storageLow"
        width: parent.width
        text: SyncStatus.storageLow ? qsTr("Storage is used up: photos cannot be saved for now. Texts still can.") : ""
        iconName: "warning"
        tone: Tone.Warn
        actionText: SyncStatus.storageLow && SyncStatus.freeableText !== ""
                    ? qsTr("Remove verified photos (%1)").arg(SyncStatus.freeableText) : ""
        onActionRequested: SyncStatus.freeSpace()
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
