import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Screens
import CampusSafety.Theme
import "Walk.js" as Walk

Item {
    width: 1280
    height: 892

    Item { id: room; width: 1280; height: 800 }
    Component { id: draft; NoticeDraftScreen { anchors.fill: parent; pageId: "S021" } }
    SignalSpy { id: replaced; signalName: "pageReplaced" }

    Bench {
        name: "Notice"
        room: room

        function begin() {
            const subject = build(draft)
            replaced.target = subject
            replaced.clear()
            return subject
        }

        function vm() { return part("noticePaper").notice }

        function signBoth() {
            tap("officerSigns")
            sign("signaturePad")
            tap("signButton")
            tryVerify(() => !has("signButton"))
            tap("schoolSigns")
            sign("signaturePad")
            write("signerName", "苏光勇")
            tap("signButton")
            tryVerify(() => !has("signButton"))
        }

        function test_issue_needsBothSignatures() {
            begin()
            verify(!part("issueNotice").enabled)
            signBoth()
            compare(vm().schoolSignerName, "苏光勇")
            verify(part("issueNotice").enabled)
            tap("issueNotice")
            compare(replaced.signalArguments[0][0], "notice")
            compare(replaced.signalArguments[0][1], "N1")
        }

        function test_schoolSignature_needsAName() {
            begin()
            tap("schoolSigns")
            sign("signaturePad")
            verify(!part("signButton").enabled)
            write("signerName", "苏光勇")
            verify(part("signButton").enabled)
        }

        function test_changeAfterSigning_takesIssueBack() {
            begin()
            signBoth()
            verify(part("issueNotice").enabled)
            write("measure-H3", "全线清理并加装格栅")
            verify(!part("issueNotice").enabled)
        }

        function test_excludedHazard_isNotOnThePaper() {
            begin()
            compare(paperLines(), 2)
            tap("include-H4")
            compare(paperLines(), 1)
        }

        function paperLines() {
            let count = 0
            Walk.each(part("noticePaper"), item => {
                if (item.objectName === "noticeLine")
                    ++count
            })
            return count
        }

        function test_deadline_isOneTap() {
            begin()
            const card = part("line-H3")
            const chip = Walk.find(card, "days-7")
            bringIntoSight(chip)
            mouseClick(chip)
            compare(vm().lines.row(0).days, 7)
        }

        function test_wide_showsFormAndPaper() {
            begin()
            verify(has("include-H3"))
            verify(has("noticePaper"))
            verify(!has("noticeParts"))
        }

        function test_narrow_switchesBetweenFormAndPaper() {
            phone()
            begin()
            verify(has("include-H3"))
            verify(!has("noticePaper"))
            tap("option-paper")
            verify(!has("include-H3"))
            verify(has("noticePaper"))
        }

        function test_paper_isBlackOnWhiteInEveryPalette_data() {
            return [{ tag: "light" }, { tag: "dark" }, { tag: "sunlight" }]
        }
        function test_paper_isBlackOnWhiteInEveryPalette(row) {
            Theme.mode = row.tag
            begin()
            verify(part("noticePaper").color.hslLightness > 0.95)
        }
    }
}
