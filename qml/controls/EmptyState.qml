import CampusSafety.Theme

// There is nothing here, and that is fine.
StateMessage {
    iconName: "check"
    tone: Tone.Neutral
}
