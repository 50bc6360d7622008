import QtQuick
import QtQuick.Templates as T
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// One place of the app with its trail of pages: list and page side by side when wide, one of them when not.
Item {
    id: pane

    property string place: ""
    property bool wide: false
    property bool shown: false
    property bool visited: false

    readonly property var roots: ({ schools: "SchoolListScreen.qml", hazards: "HazardListScreen.qml",
        reviews: "ReviewListScreen.qml", inbox: "InboxScreen.qml", own: "SchoolScreen.qml", sync: "SyncScreen.qml",
        settings: "SettingsScreen.qml" })
    readonly property var pages: ({ school: "SchoolScreen.qml", start: "StartScreen.qml",
        inspection: "InspectionScreen.qml", hazard: "HazardScreen.qml", notice: "NoticeScreen.qml",
        draftNotice: "NoticeDraftScreen.qml" })

    readonly property PlacePage rootPage: root.item as PlacePage
    readonly property PlacePage topPage: stack.currentItem as PlacePage
    readonly property bool deep: stack.depth > 1
    readonly property bool listed: place === "schools" || place === "hazards" || place === "reviews"
                                   || place === "inbox"
    readonly property bool split: wide && listed && !(deep && topPage !== null && topPage.whole)
    readonly property bool canGoBack: !split || stack.depth > 2
    property string selectedId: ""
    readonly property real footHeight: topPage !== null ? topPage.footHeight
                                     : rootPage !== null ? rootPage.footHeight : 0

    signal said(string text)

    function open(kind: string, id: string) {
        if (!deep)
            selectedId = id
        const page = stack.push(Qt.resolvedUrl(pages[kind]), { pageId: id }, T.StackView.Immediate) as PlacePage
        page.wide = Qt.binding(() => pane.wide)
        page.backVisible = Qt.binding(() => pane.canGoBack)
        page.backRequested.connect(pane.back)
        page.pageRequested.connect(pane.open)
        page.pageReplaced.connect(pane.replace)
        page.said.connect(pane.said)
        page.forceActiveFocus()
    }

    // From the list: what was open beside it gives way.
    function openFromList(kind: string, id: string) {
        backToStart()
        open(kind, id)
    }

    // Typing is reported when its field loses the focus; a page that is gone cannot report any more.
    function endTyping() {
        stack.forceActiveFocus()
    }

    function replace(kind: string, id: string) {
        endTyping()
        stack.pop(T.StackView.Immediate)
        open(kind, id)
    }

    function back(): bool {
        if (!deep || (split && stack.depth === 2))
            return false
        endTyping()
        stack.pop(T.StackView.Immediate)
        if (!deep)
            selectedId = ""
        return true
    }

    function backToStart() {
        endTyping()
        stack.pop(null, T.StackView.Immediate)
        selectedId = ""
    }

    visible: shown
    onShownChanged: if (shown) visited = true
    Component.onCompleted: if (shown) visited = true

    Loader {
        id: root
        active: pane.visited
        visible: pane.split || !pane.deep
        width: pane.split ? Theme.listPaneWidth : parent.width
        height: parent.height
        source: pane.place in pane.roots ? pane.roots[pane.place] : ""
    }
    Binding { target: pane.rootPage; property: "selectedId"; value: pane.split ? pane.selectedId : ""; when: pane.rootPage !== null }
    Binding { target: pane.rootPage; property: "wide"; value: pane.wide; when: pane.rootPage !== null }
    Binding { target: pane.rootPage; property: "backVisible"; value: false; when: pane.rootPage !== null }
    Binding { target: pane.rootPage; property: "pageId"; value: App.schoolId; when: pane.rootPage !== null && pane.place === "own" }
    Connections {
        target: pane.rootPage
        function onPageRequested(kind: string, id: string) {
            pane.openFromList(kind, id)
        }
        function onSaid(text: string) {
            pane.said(text)
        }
    }
    Rectangle {
        visible: pane.split
        x: root.width
        width: Theme.stroke
        height: parent.height
        color: Theme.color.outline
    }
    T.StackView {
        id: stack
        objectName: "pages"
        visible: pane.split || pane.deep
        x: pane.split ? root.width + Theme.stroke : 0
        width: parent.width - x
        height: parent.height
        initialItem: StateMessage {
            iconName: pane.place === "schools" ? "school" : "list"
            title: pane.place === "schools" ? qsTr("Choose a school") : qsTr("Choose a record")
        }
    }
}
