pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The app once one is in: the places, what is unsent, and messages.
FocusScope {
    id: shell

    readonly property bool wide: width >= Theme.wideFrom
    readonly property bool ownSchool: App.schoolId !== ""
    readonly property var keys: places.map(place => place.key)
    property string current: ownSchool ? "inbox" : "schools"
    property PlacePane pane: null
    readonly property bool covered: !wide && pane !== null && pane.deep

    readonly property var places: {
        const list = []
        if (ownSchool) {
            list.push({ key: "inbox", text: qsTr("To do"), iconName: "inbox", badge: inbox.count })
            list.push({ key: "own", text: qsTr("My school"), iconName: "school", badge: 0 })
        } else {
            list.push({ key: "schools", text: qsTr("Schools"), iconName: "school", badge: 0 })
        }
        list.push({ key: "hazards", text: qsTr("Hazards"), iconName: "hazard", badge: 0 })
        if (App.canReview)
            list.push({ key: "reviews", text: qsTr("Review"), iconName: "review", badge: reviews.count })
        list.push({ key: "sync", text: qsTr("Sync"), iconName: "sync", badge: SyncStatus.cardCount })
        list.push({ key: "settings", text: qsTr("Settings"), iconName: "settings", badge: 0 })
        return list
    }

    // Goes to a place; going to the current one leads back to its start.
    function go(key: string) {
        if (key === current && pane)
            pane.backToStart()
        current = key
    }

    function back(): bool {
        if (pane && pane.back())
            return true
        if (current !== keys[0]) {
            current = keys[0]
            return true
        }
        return false
    }

    focus: true
    Keys.onBackPressed: event => event.accepted = shell.back()
    Keys.onEscapePressed: shell.back()

    InboxModel { id: inbox }
    HazardListModel {
        id: reviews
        filter: Core.HazardFilter.ToReview
    }
    Connections {
        target: App
        function onToast(text: string) {
            snackbar.show(text, "")
        }
    }

    NavRail {
        id: rail
        objectName: "navRail"
        visible: shell.wide
        width: visible ? Theme.railWidth : 0
        height: parent.height
        places: shell.places
        current: shell.current
        onChosen: key => shell.go(key)
    }
    UnsentBar {
        id: unsent
        objectName: "unsentBar"
        anchors.left: rail.right
        anchors.right: parent.right
        visible: (!settled || App.drill) && shell.current !== "sync" && !shell.covered
        height: visible ? implicitHeight : 0
        onChosen: shell.go("sync")
    }
    Item {
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: unsent.bottom
        anchors.bottom: bottom.top

        Repeater {
            model: shell.keys
            PlacePane {
                id: slot
                required property string modelData
                objectName: "place-" + modelData
                anchors.fill: parent
                place: modelData
                wide: shell.wide
                shown: modelData === shell.current
                onShownChanged: if (shown) shell.pane = slot
                Component.onCompleted: if (shown) shell.pane = slot
                onSaid: text => snackbar.show(text, "")
            }
        }
    }
    BottomNav {
        id: bottom
        objectName: "bottomNav"
        visible: !shell.wide && !shell.covered
        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        places: shell.places
        current: shell.current
        onChosen: key => shell.go(key)
    }
    Snackbar {
        id: snackbar
        objectName: "snackbar"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: bottom.top
        anchors.bottomMargin: Theme.spaceL + (shell.pane ? shell.pane.footHeight : 0)
    }
}
