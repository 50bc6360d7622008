import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Screens
import "Walk.js" as Walk

Item {
    width: 1280
    height: 892

    Item { id: room; width: 1280; height: 800 }
    Component { id: inspection; InspectionScreen { anchors.fill: parent; pageId: "I1"; wide: width >= 840 } }
    SignalSpy { id: back; signalName: "backRequested" }
    SignalSpy { id: said; signalName: "said" }

    Bench {
        name: "Inspection"
        room: room

        function begin() {
            const subject = build(inspection)
            back.target = subject
            back.clear()
            said.target = subject
            said.clear()
            return subject
        }

        function editor() { return part("itemList").editor }

        function row(itemId) { return editor().items.row(editor().indexOf(itemId)) }

        // Puts an item on the screen and gives its card.
        function card(itemId) {
            part("itemList").goTo(editor().indexOf(itemId))
            settle()
            return part("item-" + itemId)
        }

        function within(name, itemId) {
            const holder = card(itemId)
            verify(holder !== null, itemId)
            return Walk.find(holder, name)
        }

        function answer(itemId, name) {
            const button = within(name, itemId)
            verify(button !== null, name)
            bringIntoSight(button)
            mouseClick(button)
            settle()
        }

        function test_whatFailed_isSaidWhileInspecting() {
            begin()
            verify(!has("inspectionError"))
            editor().errorText = "本机存储已满"
            settle()
            compare(part("inspectionError").text, "本机存储已满")
            verify(has("itemList"))
        }

        function test_refusedCompletion_saysWhyOrNothing() {
            begin()
            editor().refusesToComplete = "检查人员已变更"
            tap("completeInspection")
            tap("confirmComplete")
            compare(part("completeRefused").text, "检查人员已变更")
            editor().errorText = ""
            settle()
            verify(!has("completeRefused"))
        }

        function test_hazardOpenBefore_isNotRegisteredAgain() {
            begin()
            answer("bus.D6", "answerFail")
            answer("bus.D6", "stillOpen-bus.D6")
            compare(row("bus.D6").fix, Core.ItemFix.StillOpen)
            verify(within("settled-bus.D6", "bus.D6") !== null)
            verify(within("hazardForm", "bus.D6") === null)
        }

        function test_oneTap_answers() {
            begin()
            compare(row("bus.D6").outcome, Core.Outcome.Open)
            answer("bus.D6", "answerPass")
            compare(row("bus.D6").outcome, Core.Outcome.Pass)
        }

        function test_secondTap_changesWithoutAsking() {
            begin()
            answer("bus.A4", "answerNotApplicable")
            compare(row("bus.A4").outcome, Core.Outcome.NotApplicable)
            answer("bus.A4", "answerPass")
            compare(row("bus.A4").outcome, Core.Outcome.Pass)
        }

        function test_pass_bringsTheNextOpenItemIntoSight() {
            begin()
            answer("bus.D6", "answerPass")
            const next = part("item-bus.F1")
            verify(next !== null)
            const y = next.mapToItem(part("itemList"), 0, 0).y
            verify(y < part("itemList").height)
        }

        function test_fail_opensTheHazardInPlace() {
            begin()
            verify(!has("hazardForm"))
            answer("bus.D6", "answerFail")
            verify(has("hazardForm"))
            verify(has("hazardPlace"))
            verify(has("hazardLevel"))
        }

        function test_failedAndSettled_isFoldedAndCanBeOpened() {
            begin()
            card("bus.A3")
            verify(has("settled-bus.A3"))
            verify(!has("hazardForm"))
            tap("bannerAction")
            verify(has("hazardForm"))
        }

        function test_notApplicable_asksWhy() {
            begin()
            answer("bus.D6", "answerNotApplicable")
            card("bus.D6")
            write("reason-bus.D6", "该车为敞开式站台")
            compare(row("bus.D6").reason, "该车为敞开式站台")
        }

        function test_itemThatDoesNotApply_hasNoAnswerButtons() {
            begin()
            verify(within("answerPass", "bus.D7") === null)
        }

        function test_number_isJudgedWhenEntered() {
            begin()
            card("bus.D2")
            write("number-bus.D2", "1")
            compare(row("bus.D2").outcome, Core.Outcome.Fail)
            card("bus.D2")
            write("number-bus.D2", "2")
            compare(row("bus.D2").outcome, Core.Outcome.Pass)
            verify(within("verdict", "bus.D2") !== null)
        }

        function test_count_takesTwoNumbers() {
            begin()
            const entry = within("count-bus.D3", "bus.D3")
            entry.edited("40", "42")
            compare(row("bus.D3").outcome, Core.Outcome.Fail)
            entry.edited("42", "42")
            compare(row("bus.D3").outcome, Core.Outcome.Pass)
        }

        function test_choice_isOneTap() {
            begin()
            answer("bus.D4", "choice-online")
            compare(row("bus.D4").choice, "online")
            compare(row("bus.D4").outcome, Core.Outcome.Pass)
        }

        function test_date_isChosenFromTheCalendar() {
            begin()
            answer("bus.A2", "date-bus.A2")
            tryVerify(() => has("day-2025-07-01"))
            tap("day-2025-07-01")
            compare(row("bus.A2").dateIso, "2025-07-01")
        }

        function test_note_isKept() {
            begin()
            answer("bus.A1", "unfold-bus.A1")
            write("note-bus.A1", "原件在校办")
            compare(row("bus.A1").note, "原件在校办")
        }

        function test_photo_isAddedAndRemoved() {
            begin()
            answer("bus.A1", "unfold-bus.A1")
            const taker = Walk.findAny(card("bus.A1"), "itemTaker")
            taker.taken(Sample.doorTied)
            compare(row("bus.A1").photos.length, 1)
            settle()
            answer("bus.A1", "removePhoto0")
            compare(row("bus.A1").photos.length, 0)
        }

        function test_undo_takesBackOneStepAfterAnother() {
            begin()
            verify(!part("undo").enabled)
            answer("bus.D6", "answerPass")
            answer("bus.F2", "answerPass")
            tap("undo")
            compare(row("bus.F2").outcome, Core.Outcome.Open)
            compare(row("bus.D6").outcome, Core.Outcome.Pass)
            tap("undo")
            compare(row("bus.D6").outcome, Core.Outcome.Open)
            verify(!part("undo").enabled)
        }

        function test_passTheRest_answersTheSectionAndCanBeUndone() {
            begin()
            card("bus.F1")
            tap("passSection-F")
            compare(row("bus.F2").outcome, Core.Outcome.Pass)
            compare(row("bus.F1").outcome, Core.Outcome.Open)
            tryVerify(() => has("snackbarAction"))
            tap("snackbarAction")
            compare(row("bus.F2").outcome, Core.Outcome.Open)
        }

        function test_nextOpen_jumpsToTheNextOpenItem() {
            begin()
            tap("nextOpen")
            const y = part("item-bus.D2").mapToItem(part("itemList"), 0, 0).y
            verify(Math.abs(y) < 80, "at " + y)
        }

        function test_sections_leadThereOnATablet() {
            begin()
            tap("section-F")
            verify(part("item-bus.F1") !== null)
            compare(part("itemList").currentSectionCode, "F")
        }

        function test_phone_hasNoSectionList() {
            phone()
            begin()
            verify(!has("sectionList"))
            verify(has("progressText"))
            verify(has("completeInspection"))
        }

        function test_complete_isBlockedAndListsWhatIsMissing() {
            begin()
            tap("completeInspection")
            tap("confirmComplete")
            compare(back.count, 0)
            compare(part("missingList").count, editor().missing.length)
            verify(part("missingList").count > 0)
            verify(!has("confirmComplete"))
        }

        function test_missing_leadsToTheItem() {
            begin()
            tap("completeInspection")
            tap("confirmComplete")
            tap("missing-bus.D5")
            tryVerify(() => !has("missingList"))
            verify(has("hazardForm"))
        }

        function test_complete_leavesWhenNothingIsMissing() {
            begin()
            const items = editor().items
            for (let index = 0; index < items.count; ++index)
                items.change(index, { outcome: Core.Outcome.Pass })
            tap("completeInspection")
            write("companion", "苏光勇")
            tap("confirmComplete")
            compare(editor().companion, "苏光勇")
            compare(back.count, 1)
            compare(said.count, 1)
        }

        function test_discard_asksFirst() {
            begin()
            tap("discard")
            compare(back.count, 0)
            tap("confirmButton")
            compare(back.count, 1)
        }

        function test_leaving_reportsWhatIsBeingTyped() {
            begin()
            answer("bus.A1", "unfold-bus.A1")
            const note = part("note-bus.A1")
            note.forceActiveFocus()
            note.text = "未停顿就返回"
            tap("backButton")
            compare(row("bus.A1").note, "未停顿就返回")
        }

        function test_loadingAndError_areSaid_data() {
            return [{ tag: "loading", part: "loadingState" }, { tag: "error", part: "errorState" }]
        }
        function test_loadingAndError_areSaid(row) {
            Sample.scenario = row.tag
            begin()
            verify(has(row.part))
            verify(!has("completeInspection"))
        }
    }
}
