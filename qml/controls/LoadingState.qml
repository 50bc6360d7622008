import CampusSafety.Theme

// Something is being fetched or read.
StateMessage {
    title: qsTr("Opening…")
    working: true
    tone: Tone.Accent
}
