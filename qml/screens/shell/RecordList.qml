import QtQuick
import QtQuick.Templates as T
import CampusSafety.Controls

// A list of records with its own empty, loading and error page.
ListView {
    id: list

    property var rows: null
    property bool loading: false
    property string errorText: ""
    property string emptyTitle: ""
    property string emptyText: ""
    property string emptyIcon: "check"
    property string selectedId: ""
    property bool moved: false

    signal chosen(string id)

    // A header that grows while it fills must not push the list away from its start.
    onMovementStarted: moved = true
    onContentHeightChanged: if (!moved) positionViewAtBeginning()

    model: rows
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 400
    T.ScrollBar.vertical: PageScrollBar {}

    Accessible.role: Accessible.List

    LoadingState {
        objectName: "loadingState"
        anchors.fill: parent
        visible: list.loading && list.count === 0
    }
    ErrorState {
        objectName: "errorState"
        anchors.fill: parent
        visible: list.errorText !== "" && !list.loading
        text: list.errorText
    }
    EmptyState {
        objectName: "emptyState"
        anchors.fill: parent
        visible: list.count === 0 && !list.loading && list.errorText === ""
        title: list.emptyTitle
        text: list.emptyText
        iconName: list.emptyIcon
    }
}
