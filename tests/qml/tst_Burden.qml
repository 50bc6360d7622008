import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Screens
import "Walk.js" as Walk

// What a whole inspection costs the officer when everything is fine.
Item {
    width: 1280
    height: 892

    Item { id: room; width: 1280; height: 800 }
    Component { id: inspection; InspectionScreen { anchors.fill: parent; pageId: "I1"; wide: width >= 840 } }
    SignalSpy { id: back; signalName: "backRequested" }

    Bench {
        name: "Burden"
        room: room

        function begin() {
            const subject = build(inspection)
            back.target = subject
            back.clear()
            return subject
        }

        function editor() { return part("itemList").editor }

        function test_twentyFineItems_takeAtMost25Taps() {
            Sample.checklist = "twenty"
            begin()
            let taps = 4 // start, checklist, bus, begin
            for (const code of ["A", "B", "D", "F"]) {
                part("itemList").goToSection(code)
                settle()
                tap("passSection-" + code)
                ++taps
            }
            compare(editor().done, 20)
            tap("completeInspection")
            tap("confirmComplete")
            taps += 2
            compare(back.count, 1)
            verify(taps <= 25, taps + " taps")
        }

        function test_twentyFineItems_eachIsInSightWhenItsTurnComes() {
            Sample.checklist = "twenty"
            begin()
            for (let index = 0; index < 20; ++index) {
                const itemId = editor().items.row(index).itemId
                const button = Walk.find(part("item-" + itemId), "answerPass")
                const y = button.mapToItem(part("itemList"), 0, 0).y
                verify(y >= 0 && y + button.height <= part("itemList").height, itemId + " is not in sight at " + y)
                mouseClick(button)
                settle()
            }
            compare(editor().done, 20)
        }
    }
}
