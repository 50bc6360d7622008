import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Screens
import "Walk.js" as Walk

Item {
    width: 1280
    height: 892

    Item { id: room; width: 412; height: 892 }
    Component { id: inbox; InboxScreen { anchors.fill: parent } }
    Component { id: hazard; HazardScreen { anchors.fill: parent; pageId: "H3" } }
    Component { id: notice; NoticeScreen { anchors.fill: parent; pageId: "N1" } }
    SignalSpy { id: said; signalName: "said" }
    SignalSpy { id: asked; signalName: "pageRequested" }

    Bench {
        name: "Rectify"
        room: room

        function begin(component) {
            App.become("principal")
            phone()
            const subject = build(component)
            for (const spy of [said, asked]) {
                spy.target = subject
                spy.clear()
            }
            return subject
        }

        function vm() { return Walk.findAny(window(), "actCard").hazard }

        function test_inbox_opensNoticesAndHazards() {
            begin(inbox)
            tap("inbox-N1")
            compare(asked.signalArguments[0][0], "notice")
            tap("inbox-H3")
            compare(asked.signalArguments[1][0], "hazard")
            tap("inbox-H1")
            compare(asked.signalArguments[2][0], "hazard")
        }

        function test_inbox_empty_saysSo() {
            Sample.scenario = "empty"
            begin(inbox)
            verify(has("emptyState"))
        }

        function test_notice_isSignedFor() {
            begin(notice)
            tap("signFor")
            verify(!arrive("signButton").enabled)
            sign("signaturePad")
            verify(part("signButton").enabled)
            tap("signButton")
            compare(said.count, 1)
            tryVerify(() => !has("signFor"))
        }

        function test_notice_cancelledSignatureSignsNothing() {
            begin(notice)
            tap("signFor")
            sign("signaturePad")
            keyClick(Qt.Key_Escape)
            tryVerify(() => !has("signButton"))
            compare(said.count, 0)
            verify(has("signFor"))
        }

        function test_confirm_needsWordsAndAnAfterPhoto() {
            begin(hazard)
            tap("act-" + Core.Act.Confirm)
            tap("submitAct")
            verify(has("actError"))
            write("doneText", "已清理排水沟")
            tap("submitAct")
            verify(has("actError"))
            const taker = Walk.findAny(window(), "actTaker")
            compare(taker.ghost, Sample.doorTied)
            taker.taken(Sample.drain)
            settle()
            tap("submitAct")
            compare(vm().lastAct, "confirm:已清理排水沟")
            compare(said.count, 1)
        }

        function test_prepare_isOfferedBesideConfirm() {
            begin(hazard)
            tap("act-" + Core.Act.Prepare)
            write("doneText", "已清理")
            tap("submitAct")
            compare(vm().lastAct, "prepare:已清理")
        }

        function test_confirm_takesWordsThatWereNotCommitted() {
            begin(hazard)
            tap("act-" + Core.Act.Prepare)
            const done = part("doneText")
            bringIntoSight(done)
            done.forceActiveFocus()
            done.text = "还没停顿"
            tap("submitAct")
            compare(vm().lastAct, "prepare:还没停顿")
        }

        function test_extension_needsADay() {
            begin(hazard)
            tap("act-" + Core.Act.AskExtension)
            tap("choice-1")
            tap("submitAct")
            verify(has("actError"))
            part("extendUntil").dayChosen("2025-08-20")
            settle()
            tap("submitAct")
            compare(vm().lastAct, "extension:2025-08-20")
        }

        function test_progress_isReported() {
            begin(hazard)
            tap("act-" + Core.Act.Progress)
            write("progressText", "已联系施工队")
            tap("submitAct")
            compare(vm().lastAct, "progress:已联系施工队")
        }

        function test_form_survivesLeavingThePage() {
            const page = begin(hazard)
            tap("act-" + Core.Act.Confirm)
            write("doneText", "已清除堆放物")
            write("money", "320")
            Walk.findAny(window(), "actTaker").taken(Sample.doorFree)
            settle()
            page.openAct = 0 // as when the page is left and opened again
            settle()
            verify(part("begunAct").text !== "")
            tap("bannerAction")
            compare(part("doneText").text, "已清除堆放物")
            compare(part("money").text, "320")
            compare(vm().pendingPhotos.length, 1)
            tap("submitAct")
            compare(vm().lastAct, "confirm:已清除堆放物")
            verify(!has("begunAct"))
        }

        function test_confirming_keepsThePreparedDay() {
            begin(hazard)
            tap("act-" + Core.Act.Confirm)
            compare(part("doneOn").day, App.today)
            tap("cancelAct")
            vm().doneOnIso = "2025-06-03"
            tap("act-" + Core.Act.Confirm)
            compare(part("doneOn").day, "2025-06-03")
        }

        function test_receive_isSigned() {
            begin(hazard)
            tap("act-" + Core.Act.Receive)
            sign("signaturePad")
            tap("signButton")
            compare(vm().lastAct, "receive")
        }

        function test_refusedSignature_keepsTheDialogWithTheReason() {
            begin(hazard)
            vm().refusesToSign = "通知书内容已变更"
            tap("act-" + Core.Act.Receive)
            sign("signaturePad")
            tap("signButton")
            compare(part("signRefused").text, "通知书内容已变更")
            verify(has("signButton"))
            compare(said.count, 0)
            vm().refusesToSign = ""
            tap("signButton")
            tryVerify(() => !has("signButton"))
            compare(said.count, 1)
        }

        function test_trouble_isSaidWithoutAForm() {
            begin(hazard)
            vm().errorText = "本机存储已满"
            settle()
            compare(part("hazardPageError").text, "本机存储已满")
        }

        function test_hazardOutOfReach_isNotABlankPage() {
            begin(hazard)
            vm().ready = false
            vm().errorText = "这条隐患不在您的范围内"
            settle()
            verify(has("errorState"))
            verify(!has("hazardPage"))
        }
    }
}
