pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core

// The inspections under way, above the list of schools.
Column {
    id: header

    property bool folded: false

    signal chosen(string inspectionId)

    width: ListView.view ? ListView.view.width : 0

    DraftListModel { id: drafts }
    Repeater {
        model: header.folded ? null : drafts
        DraftRow {
            width: header.width
            onClicked: header.chosen(inspectionId)
        }
    }
}
