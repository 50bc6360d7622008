import CampusSafety.Theme

// Something went wrong, why, and what one can do.
StateMessage {
    title: qsTr("This could not be opened")
    iconName: "warning"
    tone: Tone.Fail
}
