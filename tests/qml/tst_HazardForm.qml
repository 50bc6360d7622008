import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Screens
import "Walk.js" as Walk

Item {
    width: 1280
    height: 892

    Item { id: room; width: 1280; height: 800 }
    Component {
        id: page
        ScrollPage {
            anchors.fill: parent
            HazardForm {
                width: parent.width
                inspectionId: "I1"
                itemId: "bus.D5"
            }
        }
    }
    SignalSpy { id: saved; signalName: "saved" }
    SignalSpy { id: folded; signalName: "folded" }

    Bench {
        name: "HazardForm"
        room: room

        function begin() {
            build(page)
            const form = part("hazardForm")
            saved.target = form
            saved.clear()
            folded.target = form
            folded.clear()
            return form
        }

        function take(name) {
            const taker = Walk.findAny(window(), name)
            verify(taker !== null, name)
            taker.taken(Sample.doorFree)
            settle()
        }

        function test_hazard_isPrefilledFromTheItem() {
            begin()
            compare(part("hazardPlace").text, "测A·D1007 校车")
            verify(part("hazardDescription").text !== "")
            verify(part("days-0").checked)
            verify(part("option-1").checked)
        }

        function test_hazard_needsTheProofTheItemAsksFor() {
            begin()
            tap("saveHazard")
            compare(saved.count, 0)
            verify(part("hazardError").visible)
            take("proofTaker")
            tap("saveHazard")
            compare(saved.count, 1)
            verify(!has("hazardError"))
        }

        function test_emptyPlace_isRefusedWithAReason() {
            begin()
            take("proofTaker")
            write("hazardPlace", "")
            tap("saveHazard")
            compare(saved.count, 0)
            compare(part("hazardError").text, "请填写隐患部位")
        }

        function test_daysAndLevel_areOneTap() {
            const form = begin()
            tap("days-15")
            compare(form.editor.days, 15)
            verify(part("days-15").checked)
            tap("option-2")
            compare(form.editor.level, Core.Level.Major)
        }

        function test_major_cannotBeFixedOnTheSpot() {
            const form = begin()
            tap("option-fix")
            verify(form.fixedOnSpot)
            tap("option-2")
            verify(!form.fixedOnSpot)
            verify(!has("option-fix"))
        }

        function test_fixedOnSpot_needsAfterPhotoAndSignature() {
            begin()
            tap("option-fix")
            verify(!has("hazardMeasure"))
            tap("saveHazard")
            compare(saved.count, 0)
            take("afterTaker")
            tap("saveHazard")
            compare(saved.count, 0)
            sign("fixSignature")
            tap("saveHazard")
            compare(saved.count, 1)
        }

        function test_wipedSignature_countsAsNone() {
            const form = begin()
            tap("option-fix")
            sign("fixSignature")
            verify(form.editor.hasSignature)
            part("fixSignature").clear()
            verify(!form.editor.hasSignature)
        }

        function test_changeAfterSigning_emptiesThePad() {
            const form = begin()
            tap("option-fix")
            sign("fixSignature")
            verify(!part("fixSignature").empty)
            write("hazardDescription", "应急门打不开")
            verify(!form.editor.hasSignature)
            verify(part("fixSignature").empty)
        }

        function test_nameTypedJustBefore_doesNotVoidTheSignature() {
            const form = begin()
            tap("option-fix")
            const signer = part("fixSigner")
            bringIntoSight(signer)
            signer.forceActiveFocus()
            signer.text = "林国栋"
            sign("fixSignature")
            compare(form.editor.signerName, "林国栋")
            verify(form.editor.hasSignature)
            signer.commitNow()
            verify(form.editor.hasSignature)
        }

        function test_later_keepsWhatWasTyped() {
            const form = begin()
            const place = part("hazardPlace")
            bringIntoSight(place)
            place.forceActiveFocus()
            place.text = "后排应急门"
            tap("later")
            compare(form.editor.place, "后排应急门")
            compare(folded.count, 1)
        }

        function test_afterPhoto_isTakenOverTheBeforePhoto() {
            begin()
            tap("option-fix")
            const taker = Walk.findAny(window(), "afterTaker")
            compare(taker.ghost, Sample.doorTied)
            compare(taker.place, "测A·D1007 校车")
        }
    }
}
