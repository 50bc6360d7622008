import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Screens
import "Walk.js" as Walk

Item {
    width: 1280
    height: 892

    Item { id: room; width: 1280; height: 800 }
    Component { id: list; SchoolListScreen { anchors.fill: parent } }
    Component { id: school; SchoolScreen { anchors.fill: parent; pageId: "S021" } }
    Component { id: start; StartScreen { anchors.fill: parent; pageId: "S021" } }
    SignalSpy { id: asked; signalName: "pageRequested" }
    SignalSpy { id: replaced; signalName: "pageReplaced" }

    Bench {
        name: "Schools"
        room: room

        function begin(component) {
            const subject = build(component)
            asked.target = subject
            asked.clear()
            replaced.target = subject
            replaced.clear()
            return subject
        }

        function asksFor(kind, id) {
            compare(asked.count, 1)
            compare(asked.signalArguments[0][0], kind)
            compare(asked.signalArguments[0][1], id)
        }

        function test_search_narrowsTheList() {
            begin(list)
            compare(part("schoolList").count, 8)
            write("schoolSearch", "幼儿园")
            tryCompare(part("schoolList"), "count", 2)
            write("schoolSearch", "没有这所")
            tryVerify(() => has("emptyState"))
        }

        function test_tap_opensTheSchool() {
            begin(list)
            tap("school-S003")
            asksFor("school", "S003")
        }

        function test_draft_isTakenUpFromTheList() {
            begin(list)
            tap("draft-I1")
            asksFor("inspection", "I1")
        }

        function test_emptyLoadingError_areSaid_data() {
            return [{ tag: "empty", part: "emptyState" }, { tag: "loading", part: "loadingState" },
                { tag: "error", part: "errorState" }]
        }
        function test_emptyLoadingError_areSaid(row) {
            Sample.scenario = row.tag
            begin(list)
            for (const name of ["emptyState", "loadingState", "errorState"])
                compare(has(name), name === row.part, name)
        }

        function test_beforeTheFirstSync_listsSayHowThatStands_data() {
            return [{ tag: "not yet", title: "not synced", action: true },
                { tag: "unknown", known: false, title: "Opening", action: false },
                { tag: "running", running: true, title: "Receiving", action: false },
                { tag: "error", error: "服务器没有应答", title: "not been received", action: true }]
        }
        function test_beforeTheFirstSync_listsSayHowThatStands(row) {
            Sample.scenario = "empty"
            SyncStatus.received = false
            SyncStatus.known = row.known !== false
            SyncStatus.running = row.running === true
            SyncStatus.errorText = row.error ?? ""
            begin(list)
            verify(!has("emptyState"))
            verify(part("firstSync").title.includes(row.title), part("firstSync").title)
            compare(part("firstSync").text.includes("服务器没有应答"), row.tag === "error")
            compare(has("stateAction"), row.action)
            if (row.action) {
                tap("stateAction")
                verify(SyncStatus.running)
            }
        }

        function test_beforeTheFirstSync_nothingIsGreen() {
            Sample.scenario = "empty"
            SyncStatus.received = false
            begin(school)
            verify(!has("noOpenHazards"))
            verify(has("firstSync"))
            const other = begin(start)
            verify(Walk.find(other, "firstSync") !== null)
            verify(Walk.find(other, "emptyState") === null)
        }

        function test_hazardsNotRead_areNotNoHazards_data() {
            return [{ tag: "loading", part: "hazardsLoading" }, { tag: "error", part: "hazardsError" }]
        }
        function test_hazardsNotRead_areNotNoHazards(row) {
            Sample.scenario = row.tag
            begin(school)
            verify(!has("noOpenHazards"))
            verify(has(row.part))
        }

        function test_listThatFailed_isTriedAgain() {
            Sample.scenario = "error"
            begin(list)
            tap("stateAction")
            verify(!has("errorState"))
            verify(part("schoolList").count > 0)
        }

        function test_failedRefresh_leavesTheRows() {
            const screen = begin(list)
            part("schoolList").errorText = "数据库繁忙"
            settle()
            verify(!has("errorState"))
            compare(part("listError").text, "数据库繁忙")
            verify(has("school-S003"))
        }

        function test_school_showsWhatMatters() {
            begin(school)
            verify(has("noticeCandidates"))
            verify(has("hazard-H1"))
            verify(!has("noOpenHazards"))
        }

        function test_school_opensHazardNoticeAndStart() {
            begin(school)
            tap("startInspection")
            asksFor("start", "S021")
            asked.clear()
            tap("bannerAction")
            asksFor("draftNotice", "S021")
            asked.clear()
            tap("hazard-H2")
            asksFor("hazard", "H2")
        }

        function test_schoolWithoutHazards_saysSo() {
            Sample.scenario = "empty"
            begin(school)
            verify(has("noOpenHazards"))
        }

        function test_start_schoolChecklistNeedsNoAsset() {
            begin(start)
            verify(!part("begin").enabled)
            tap("checklist-fire")
            verify(part("begin").enabled)
            tap("begin")
            compare(replaced.count, 1)
            compare(replaced.signalArguments[0][0], "inspection")
        }

        function test_start_busChecklistAsksForBuses() {
            const subject = begin(start)
            tap("checklist-school-bus")
            verify(!part("begin").enabled)
            verify(has("asset-B007"))
            verify(!has("asset-C021"))
            tap("asset-B007")
            tap("asset-B008")
            compare(subject.chosenAssets.length, 2)
            tap("asset-B007")
            compare(subject.chosenAssets.length, 1)
            verify(part("begin").enabled)
            tap("begin")
            compare(replaced.count, 1)
        }

        function test_start_anotherChecklistForgetsTheAssets() {
            const subject = begin(start)
            tap("checklist-school-bus")
            tap("asset-B007")
            tap("checklist-canteen")
            compare(subject.chosenAssets.length, 0)
            verify(has("asset-C021"))
        }
    }
}
