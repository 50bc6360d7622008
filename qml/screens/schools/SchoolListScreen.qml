import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The schools one is responsible for, with what is open at each; search by name, township or pinyin.
PlacePage {
    id: screen

    SchoolListModel {
        id: schools
        search: searchField.query
    }

    Column {
        id: head
        width: parent.width
        spacing: Theme.spaceM

        AppBar {
            width: parent.width
            title: qsTr("Schools")
            subtitle: App.bureauName
        }
        SearchField {
            id: searchField
            objectName: "schoolSearch"
            x: Theme.spaceL
            width: parent.width - 2 * Theme.spaceL
            placeholderText: qsTr("Search schools or townships")
        }
        Item { width: 1; height: 1 }
    }
    RecordList {
        id: list
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        objectName: "schoolList"
        rows: schools
        loading: schools.loading
        errorText: schools.errorText
        selectedId: screen.selectedId
        emptyTitle: searchField.query !== "" ? qsTr("No school found") : qsTr("No schools")
        emptyText: searchField.query !== "" ? qsTr("Try part of the name or the township.")
                                            : qsTr("There are no schools in your area.")
        header: DraftsHeader {}
        delegate: SchoolRow {}
        onChosen: id => screen.pageRequested("school", id)
    }
    Binding {
        target: list.headerItem as DraftsHeader
        property: "folded"
        value: searchField.query !== ""
        when: list.headerItem !== null
    }
    Connections {
        target: list.headerItem as DraftsHeader
        function onChosen(inspectionId: string) {
            screen.pageRequested("inspection", inspectionId)
        }
    }
}
