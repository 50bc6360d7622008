import CampusSafety.Controls

// The state of a hazard: its own icon and tone, the word from the view model.
StatusBadge {
    required property int hazardState

    tone: Looks.stateTone(hazardState)
    iconName: Looks.stateIcon(hazardState)
}
