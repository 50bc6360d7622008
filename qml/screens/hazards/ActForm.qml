import QtQuick
import CampusSafety.Core
import CampusSafety.Theme

// The form of one act on a hazard. What is written is kept at once and comes back as `kept`.
// submit() ends typing, asks the view model, and says whether it was done.
Column {
    required property HazardPage hazard
    property int act: 0
    property string doneText: ""
    property var kept: ({})

    // The fields as HazardPage.form names them.
    function written(): var {
        return {}
    }

    function keep() {
        hazard.write(written())
    }

    function submit(): bool {
        return false
    }

    spacing: Theme.spaceL
}
