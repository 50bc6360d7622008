import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// Why there is nothing to show before schools and hazards were received for the first time, and the one way on.
StateMessage {
    readonly property bool failed: !working && SyncStatus.errorText !== ""

    objectName: "firstSync"
    working: SyncStatus.running || !SyncStatus.known
    tone: failed ? Tone.Fail : Tone.Accent
    iconName: failed ? "warning" : SyncStatus.offline ? "offline" : "download"
    title: SyncStatus.running ? qsTr("Receiving schools and hazards…")
         : !SyncStatus.known ? qsTr("Opening…")
         : failed ? qsTr("Schools and hazards have not been received yet")
         : qsTr("This device has not synced yet")
    text: SyncStatus.running ? SyncStatus.phaseText
        : !SyncStatus.known ? ""
        : failed ? [SyncStatus.errorText, SyncStatus.nextTryText].filter(line => line !== "").join("\n")
        : qsTr("Sync once to receive the schools you are responsible for.")
    actionText: working ? "" : qsTr("Sync now")
    onActionRequested: SyncStatus.syncNow()
}
