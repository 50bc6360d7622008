pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls

// What schools report as done and waits for a review.
PlacePage {
    id: screen

    HazardListModel {
        id: hazards
        filter: Core.HazardFilter.ToReview
    }

    AppBar {
        id: bar
        width: parent.width
        title: qsTr("Review")
        subtitle: hazards.count > 0 ? qsTr("Reported as rectified: %1").arg(hazards.countText) : ""
    }
    RecordList {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        objectName: "reviewList"
        rows: hazards
        loading: hazards.loading
        errorText: hazards.errorText
        emptyTitle: qsTr("Nothing to review")
        emptyText: qsTr("What schools report as rectified appears here.")
        delegate: HazardRow {
            width: ListView.view ? ListView.view.width : 0
            showsSchool: true
            highlighted: hazardId === screen.selectedId
            onClicked: screen.pageRequested("hazard", hazardId)
        }
    }
}
