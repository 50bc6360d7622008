import QtQuick
import QtQuick.Templates as T
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// One line above every place: what has not reached the server yet, or that nothing waits, and that this is a drill.
T.AbstractButton {
    id: bar

    readonly property bool settled: SyncStatus.unsentText === ""
    readonly property color ink: settled && !SyncStatus.running ? Theme.color.pass : Theme.color.neutral

    signal chosen()

    text: SyncStatus.running && SyncStatus.phaseText !== "" ? SyncStatus.phaseText
        : settled ? qsTr("Nothing waits to be sent") : SyncStatus.unsentText
    implicitWidth: 320
    implicitHeight: Math.max(Theme.touch, label.implicitHeight + Theme.spaceM, drill.height + Theme.spaceM)
    focusPolicy: Qt.StrongFocus
    onClicked: chosen()

    Accessible.role: Accessible.Button
    Accessible.name: App.drill ? text + ", " + drill.text : text
    Accessible.onPressAction: bar.clicked()
    Keys.onReturnPressed: bar.clicked()

    contentItem: Item {
        Icon {
            id: mark
            x: Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            name: SyncStatus.running ? "sync" : bar.settled ? "check" : SyncStatus.offline ? "offline" : "state-local"
            size: Theme.iconS + 2
            color: bar.ink
        }
        AppLabel {
            id: label
            anchors.left: mark.right
            anchors.leftMargin: Theme.spaceS
            anchors.right: drill.left
            anchors.rightMargin: Theme.spaceS
            anchors.verticalCenter: parent.verticalCenter
            kind: AppLabel.Small
            text: bar.text
            color: bar.ink
            Accessible.ignored: true
        }
        StatusBadge {
            id: drill
            objectName: "drill"
            visible: App.drill
            width: visible ? implicitWidth : 0
            anchors.right: arrow.left
            anchors.rightMargin: Theme.spaceS
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Drill: sample records")
            tone: Tone.Warn
        }
        Icon {
            id: arrow
            anchors.right: parent.right
            anchors.rightMargin: Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-right"
            size: Theme.iconS
            color: Theme.color.neutral
        }
    }
    background: Rectangle {
        color: Theme.color.neutralSoft
        PressShade {
            pressed: bar.down
            hovered: bar.hovered
            ink: Theme.color.text
        }
        FocusRing {
            shown: bar.visualFocus
            anchors.margins: 1
        }
    }
}
