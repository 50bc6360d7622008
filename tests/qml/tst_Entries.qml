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

        // Records leave out a space or an empty line at the end; who is typing still wants it.
        function test_trimmedValue_leavesTypingAlone_data() {
            return [{ tag: "line", component: line, typed: "first " }, { tag: "area", component: area, typed: "first\n" }]
        }
        function test_trimmedValue_leavesTypingAlone(row) {
            const entry = begin(row.component)
            entry.edited.connect(text => entry.value = text.trim())
            entry.forceActiveFocus()
            entry.text = row.typed
            entry.cursorPosition = row.typed.length
            entry.commitNow()
            compare(entry.value, "first")
            compare(entry.text, row.typed)
            compare(entry.cursorPosition, row.typed.length)
            keyClick(Qt.Key_B)
            entry.commitNow()
            compare(entry.text, row.typed + "b")
            compare(edited.signalArguments[1][0], row.typed + "b")
        }

        function test_shortenedValue_leavesTheCursor() {
            const entry = begin(area)
            entry.edited.connect(text => entry.value = text.slice(0, 8))
            entry.forceActiveFocus()
            entry.text = "0123456789"
            entry.cursorPosition = 4
            entry.commitNow()
            compare(entry.text, "01234567")
            compare(entry.cursorPosition, 4)
        }

        function test_numberBeingTyped_isNotTakenBack() {
            const entry = begin(number)
            entry.edited.connect(text => entry.value = text === "" ? "" : String(Number(text)))
            entry.forceActiveFocus()
            keyClick(Qt.Key_3)
            keyClick(Qt.Key_Period)
            entry.commitNow()
            compare(entry.value, "3")
            keyClick(Qt.Key_5)
            entry.commitNow()
            compare(entry.text, "3.5")
            compare(entry.value, "3.5")
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
