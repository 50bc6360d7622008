import QtQuick
import QtQuick.Templates as T
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// A list of records with its own empty, loading and error page. Says that there is nothing only once that is known:
// before the first sync it says how that stands.
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
    readonly property bool nothing: count === 0 && !loading && errorText === ""

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
        visible: list.errorText !== "" && list.count === 0 && !list.loading
        text: list.errorText
        actionText: qsTr("Try again")
        onActionRequested: list.rows.refresh()
    }
    Banner {
        parent: list
        objectName: "listError"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceM
        x: Theme.spaceM
        width: parent.width - 2 * Theme.spaceM
        text: list.count > 0 && !list.loading ? list.errorText : ""
        iconName: "warning"
        tone: Tone.Fail
        actionText: qsTr("Try again")
        onActionRequested: list.rows.refresh()
    }
    FirstSync {
        anchors.fill: parent
        visible: list.nothing && !SyncStatus.received
    }
    EmptyState {
        objectName: "emptyState"
        anchors.fill: parent
        visible: list.nothing && SyncStatus.received
        title: list.emptyTitle
        text: list.emptyText
        iconName: list.emptyIcon
    }
}
