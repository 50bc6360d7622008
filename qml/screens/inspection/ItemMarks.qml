import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// What one should know before answering an item.
Flow {
    id: marks

    property bool restricted: false
    property bool photoRequired: false
    property bool prefilled: false
    property bool openBefore: false
    property bool major: false
    property string levelText: ""

    visible: openBefore || restricted || photoRequired || prefilled || major
    topPadding: Theme.spaceXs
    spacing: Theme.spaceS

    StatusBadge {
        visible: marks.major
        text: marks.levelText
        iconName: "hazard"
        tone: Tone.Fail
    }
    StatusBadge {
        visible: marks.openBefore
        maximumWidth: marks.width
        text: qsTr("A hazard is open here already")
        iconName: "history"
        tone: Tone.Warn
    }
    StatusBadge {
        visible: marks.photoRequired
        text: qsTr("Photo required")
        iconName: "camera"
        tone: Tone.Accent
    }
    StatusBadge {
        visible: marks.prefilled
        text: qsTr("From the register")
        iconName: "history"
    }
    StatusBadge {
        visible: marks.restricted
        text: qsTr("Seen by the safety office only")
        iconName: "lock"
    }
}
