pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// All hazards one may see, filtered and searched.
PlacePage {
    id: screen

    HazardListModel {
        id: hazards
        schoolId: App.schoolId
        search: searchField.query
        filter: Number(filters.current)
    }

    Column {
        id: head
        width: parent.width
        spacing: Theme.spaceM

        AppBar {
            width: parent.width
            title: qsTr("Hazards")
            subtitle: hazards.count > 0 ? qsTr("Records: %1").arg(hazards.countText) : ""
        }
        SearchField {
            id: searchField
            objectName: "hazardSearch"
            x: Theme.spaceL
            width: parent.width - 2 * Theme.spaceL
            placeholderText: qsTr("Search place, problem or number")
        }
        Flickable {
            width: parent.width
            height: filters.implicitHeight
            contentWidth: filters.width + 2 * Theme.spaceL
            flickableDirection: Flickable.HorizontalFlick
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            Segmented {
                id: filters
                objectName: "hazardFilters"
                x: Theme.spaceL
                width: 2000
                name: qsTr("Filter")
                current: String(Core.HazardFilter.Open)
                options: [{ key: String(Core.HazardFilter.Open), text: qsTr("Open") },
                    { key: String(Core.HazardFilter.Overdue), text: qsTr("Overdue"), iconName: "warning" },
                    { key: String(Core.HazardFilter.ToRectify), text: qsTr("To rectify"), iconName: "wrench" },
                    { key: String(Core.HazardFilter.AwaitingReview), text: qsTr("To review"), iconName: "review" },
                    { key: String(Core.HazardFilter.All), text: qsTr("All") }]
                onChosen: key => current = key
            }
        }
        Item { width: 1; height: 1 }
    }
    RecordList {
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        objectName: "hazardList"
        rows: hazards
        loading: hazards.loading
        errorText: hazards.errorText
        emptyTitle: searchField.query !== "" ? qsTr("No hazard found") : qsTr("No hazards here")
        emptyText: searchField.query !== "" ? qsTr("Try part of the place or the number.") : ""
        delegate: HazardRow {
            width: ListView.view ? ListView.view.width : 0
            showsSchool: App.schoolId === ""
            highlighted: hazardId === screen.selectedId
            onClicked: screen.pageRequested("hazard", hazardId)
        }
    }
}
