import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Screens

Item {
    width: 1280
    height: 892

    Item { id: room; width: 1280; height: 800 }
    Component { id: shell; Shell { anchors.fill: parent } }

    Bench {
        name: "Shell"
        room: room

        function test_wide_showsRailAndTwoPanes() {
            build(shell)
            verify(has("navRail"))
            verify(!has("bottomNav"))
            tap("school-S034")
            verify(has("schoolList"))
            verify(has("startInspection"))
            verify(part("school-S034").highlighted)
        }

        function test_wide_anotherRowReplacesThePageBeside() {
            const subject = build(shell)
            tap("school-S034")
            tap("school-S002")
            compare(subject.pane.selectedId, "S002")
            verify(!part("school-S034").highlighted)
            verify(!has("backButton"))
        }

        function test_narrow_showsOnePane() {
            phone()
            build(shell)
            verify(has("bottomNav"))
            verify(!has("navRail"))
            tap("school-S034")
            verify(!has("schoolList"))
            verify(has("startInspection"))
            verify(!has("bottomNav"))
        }

        function test_narrow_backLeadsToTheList() {
            phone()
            build(shell)
            tap("school-S034")
            tap("backButton")
            verify(has("schoolList"))
            verify(has("bottomNav"))
        }

        function test_turningTheTablet_keepsThePage() {
            build(shell)
            tap("school-S034")
            room.width = 700
            settle()
            verify(has("startInspection"))
            verify(!has("schoolList"))
            room.width = 1280
            settle()
            verify(has("startInspection"))
            verify(has("schoolList"))
        }

        function test_placeKeepsItsTrail() {
            const subject = build(shell)
            tap("school-S034")
            tap("nav-hazards")
            verify(!has("startInspection"))
            tap("nav-schools")
            verify(has("startInspection"))
            tap("nav-schools")
            verify(!has("startInspection"))
            compare(subject.current, "schools")
        }

        function test_back_goesThroughPagesAndPlacesThenEnds() {
            phone()
            const subject = build(shell)
            tap("school-S034")
            verify(subject.back())
            tap("nav-sync")
            verify(subject.back())
            compare(subject.current, "schools")
            verify(!subject.back())
        }

        function test_unsentBar_leadsToSync() {
            const subject = build(shell)
            tap("unsentBar")
            compare(subject.current, "sync")
            verify(!has("unsentBar"))
        }

        function test_badges_countReviewsAndCards() {
            build(shell)
            compare(part("nav-reviews").badge, 2)
            compare(part("nav-sync").badge, SyncStatus.cardCount)
        }

        function test_principal_hasInboxAndOwnSchool() {
            App.become("principal")
            build(shell)
            verify(has("nav-inbox"))
            verify(has("nav-own"))
            verify(!has("nav-schools"))
            verify(!has("nav-reviews"))
            tap("nav-own")
            verify(has("hazard-H1"))
            verify(!has("startInspection"))
        }

        function test_leader_readsOnly() {
            App.become("leader")
            build(shell)
            verify(!has("nav-reviews"))
            tap("school-S021")
            verify(!has("startInspection"))
            verify(!has("noticeCandidates"))
        }

        function test_toast_isShown() {
            build(shell)
            App.toast("已导出")
            tryVerify(() => has("snackbar"))
            compare(part("snackbar").text, "已导出")
        }

        function test_nothingUnsent_isSaidInWords() {
            const before = SyncStatus.unsentText
            App.drill = true
            SyncStatus.unsentText = ""
            build(shell)
            compare(part("unsentBar").text, "Nothing waits to be sent")
            verify(part("unsentBar").Accessible.name.startsWith("Nothing waits to be sent, "))
            App.drill = false
            tryVerify(() => !has("unsentBar"))
            SyncStatus.unsentText = before
        }

        function test_toast_standsAboveTheActions() {
            build(shell)
            tap("school-S021")
            App.toast("已导出")
            tryVerify(() => has("snackbar"))
            const toast = part("snackbar")
            const action = part("startInspection")
            verify(toast.mapToItem(room, 0, toast.height).y <= action.mapToItem(room, 0, 0).y)
        }

        function test_drill_isNamed() {
            App.drill = true
            build(shell)
            verify(has("drill"))
            App.drill = false
        }
    }
}
