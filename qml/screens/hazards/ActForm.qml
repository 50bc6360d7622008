import QtQuick
import CampusSafety.Core
import CampusSafety.Theme

// The form of one act on a hazard. submit() ends typing, asks the view model, and says whether it was done.
Column {
    required property HazardPage hazard
    property int act: 0
    property string doneText: ""

    function submit(): bool {
        return false
    }

    spacing: Theme.spaceL
}
