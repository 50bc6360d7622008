import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// General or major. Only major stands out.
StatusBadge {
    required property int level
    property bool awaitsLevel: false

    readonly property bool major: level === Core.Level.Major || awaitsLevel

    tone: major ? Tone.Fail : Tone.Neutral
    iconName: major ? "hazard" : ""
}
