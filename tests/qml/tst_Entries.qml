import QtQuick
import QtTest
import CampusSafety.Controls

Item {
    width: 800
    height: 600

    Item { id: room; width: 800; height: 600 }
    Component { id: line; TextEntry { width: 300; objectName: "entry"; accessibleName: "Place" } }
    Component { id: area; TextAreaEntry { width: 300; objectName: "entry"; accessibleName: "Note" } }
    Component { id: number; NumberEntry { width: 200; objectName: "entry"; unit: "MPa" } }
    Component { id: search; SearchField { width: 300; objectName: "entry" } }
    Component { id: secret; TextEntry { width: 300; objectName: "entry"; revealable: true } }
    SignalSpy { id: edited; signalName: "edited" }
    SignalSpy { id: numbers; signalName: "numberEdited" }

    Bench {
        name: "Entries"
        room: room

        function begin(component, properties) {
            const entry = build(component, properties)
            edited.target = entry
            edited.clear()
            return entry
        }

        function test_typing_isReportedOnceAfterAPause_data() {
            return [{ tag: "line", component: line }, { tag: "area", component: area }]
        }
        function test_typing_isReportedOnceAfterAPause(row) {
            const entry = begin(row.component)
            entry.forceActiveFocus()
            keyClick(Qt.Key_A)
            keyClick(Qt.Key_B)
            compare(edited.count, 0)
            tryCompare(edited, "count", 1, 2000)
            compare(edited.signalArguments[0][0], "ab")
        }

        function test_commitNow_reportsAtOnce() {
            const entry = begin(line)
            entry.forceActiveFocus()
            keyClick(Qt.Key_A)
            entry.commitNow()
            compare(edited.count, 1)
            entry.commitNow()
            compare(edited.count, 1)
        }

        function test_leavingTheField_reports() {
            const entry = begin(line)
            entry.forceActiveFocus()
            keyClick(Qt.Key_A)
            room.forceActiveFocus()
            compare(edited.count, 1)
        }

        function test_valueFromElsewhere_isShownAndNotReported() {
            const entry = begin(line, { value: "first" })
            compare(entry.text, "first")
            entry.value = "second"
            compare(entry.text, "second")
            entry.commitNow()
            compare(edited.count, 0)
        }

        function test_valueFromElsewhere_doesNotOverwriteTyping() {
            const entry = begin(line, { value: "first" })
            entry.forceActiveFocus()
            entry.cursorPosition = entry.length
            keyClick(Qt.Key_X)
            entry.value = "second"
            compare(entry.text, "firstx")
            entry.commitNow()
            compare(edited.signalArguments[0][0], "firstx")
        }

        function test_number_takesOnlyNumbers() {
            const entry = begin(number)
            numbers.target = entry
            numbers.clear()
            entry.forceActiveFocus()
            for (const key of [Qt.Key_1, Qt.Key_Period, Qt.Key_A, Qt.Key_5])
                keyClick(key)
            entry.commitNow()
            compare(entry.text, "1.5")
            compare(numbers.count, 1)
            compare(numbers.signalArguments[0][0], 1.5)
            verify(!entry.faulty)
        }

        function test_search_clearButtonEmptiesTheQuery() {
            const entry = begin(search, { value: "中心" })
            compare(entry.query, "中心")
            entry.clear()
            entry.commitNow()
            compare(entry.query, "")
        }

        function test_secret_isHiddenUntilRevealed() {
            const entry = begin(secret, { value: "pass" })
            compare(entry.echoMode, TextInput.Password)
            entry.revealed = true
            compare(entry.echoMode, TextInput.Normal)
        }

        function test_entries_areAtLeast48High() {
            for (const component of [line, area, number, search])
                verify(begin(component).height >= 48)
        }
    }
}
