import QtQuick
import QtQuick.Templates as T
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// One line above every place: what has not reached the server yet, or that nothing waits, and that this is a drill.
T.AbstractButton {
    id: bar

    readonly property bool settled: SyncStatus.unsentText === ""
    // Too narrow for the words and the badge side by side.
    readonly property bool stacked: App.drill && width < 360 * Theme.scale
    readonly property color ink: settled && !SyncStatus.running ? Theme.color.pass : Theme.color.neutral

    signal chosen()

    text: SyncStatus.running && SyncStatus.phaseText !== "" ? SyncStatus.phaseText
        : settled ? qsTr("Nothing waits to be sent") : SyncStatus.unsentText
    implicitWidth: 320
    implicitHeight: Math.max(Theme.touch, Theme.spaceM + (stacked ? label.implicitHeight + Theme.spaceXs + drill.height
                                                                  : Math.max(label.implicitHeight, drill.height)))
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
            x: mark.x + mark.width + Theme.spaceS
            y: bar.stacked ? Theme.spaceM / 2 : (parent.height - height) / 2
            width: (bar.stacked || !drill.visible ? arrow.x : drill.x) - Theme.spaceS - x
            kind: AppLabel.Small
            text: bar.text
            color: bar.ink
            Accessible.ignored: true
        }
        StatusBadge {
            id: drill
            objectName: "drill"
            visible: App.drill
            x: bar.stacked ? label.x : arrow.x - Theme.spaceS - width
            y: bar.stacked ? label.y + label.height + Theme.spaceXs : (parent.height - height) / 2
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
