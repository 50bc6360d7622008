import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

Item {
    width: 1280
    height: 892

    Item { id: room; width: 1280; height: 800 }
    Component { id: button; AppButton { objectName: "button"; text: "开始检查"; iconName: "checklist" } }
    Component { id: pad; SignaturePad { objectName: "pad"; width: 400; height: 200 } }
    Component { id: strip; PhotoStrip { width: 380; photos: [Sample.doorTied, Sample.drain]; required: true } }
    Component { id: day; DateEntry { id: entry; objectName: "day"; day: "2025-06-30"; onDayChosen: day => entry.day = day } }
    Component { id: snackbar; Snackbar { objectName: "snackbar" } }
    Component { id: confirm; ConfirmDialog { title: "作废？"; message: "不能撤销"; danger: true } }
    Component { id: progress; SectionProgress { width: 300 } }
    Component { id: nav; BottomNav { width: 412; current: "a"; places: [{ key: "a", text: "甲", iconName: "school", badge: 0 }, { key: "b", text: "乙", iconName: "sync", badge: 3 }] } }
    Component { id: days; Segmented { width: 300; current: "a"; options: [{ key: "a", text: "甲" }, { key: "b", text: "乙" }] } }
    Component { id: check; CheckRow { objectName: "check"; width: 300; text: "测A·D1007" } }
    Component { id: badge; SyncBadge { place: "local" } }
    Component { id: state; ErrorState { width: 400; text: "磁盘已满"; actionText: "重试" } }
    Component { id: banner; Banner { width: 300; text: "注意"; actionText: "去处理" } }
    SignalSpy { id: spy }

    Bench {
        name: "Controls"
        room: room

        function watch(subject, signalName) {
            spy.target = null
            spy.signalName = ""
            spy.target = subject
            spy.signalName = signalName
            spy.clear()
        }

        function test_button_clicksByMouseAndKey() {
            const subject = build(button)
            watch(subject, "clicked")
            mouseClick(subject)
            subject.forceActiveFocus()
            keyClick(Qt.Key_Return)
            keyClick(Qt.Key_Space)
            compare(spy.count, 3)
        }

        function test_button_keyboardFocusIsVisible() {
            const subject = build(button)
            subject.forceActiveFocus(Qt.TabFocusReason)
            verify(subject.visualFocus)
        }

        function test_button_growsWithItsText() {
            const subject = build(button)
            const before = subject.implicitHeight
            verify(before >= 48)
            Theme.textScale = 2.0
            settle()
            verify(subject.implicitHeight > before)
        }

        function test_button_wrapsWhenThereIsNoRoom() {
            const subject = build(button, { text: "登记隐患或当场整改，之后再完成检查", width: 160 })
            verify(subject.implicitHeight > 60)
        }

        function test_signature_givesPointsBetweenZeroAndOne() {
            const subject = build(pad)
            watch(subject, "signed")
            verify(subject.empty)
            sign("pad")
            verify(!subject.empty)
            compare(spy.count, 1)
            const strokes = spy.signalArguments[0][0]
            compare(strokes.length, 1)
            verify(strokes[0].length >= 3)
            for (const point of strokes[0]) {
                verify(point.x >= 0 && point.x <= 1)
                verify(point.y >= 0 && point.y <= 1)
            }
            fuzzyCompare(strokes[0][0].x, 60 / 400, 0.01)
        }

        function test_signature_canBeWiped() {
            const subject = build(pad)
            sign("pad")
            watch(subject, "wiped")
            subject.clear()
            verify(subject.empty)
            compare(spy.count, 1)
        }

        function test_photoStrip_asksToAddAndRemove() {
            const subject = build(strip)
            watch(subject, "addRequested")
            tap("addPhoto")
            compare(spy.count, 1)
            watch(subject, "removeRequested")
            tap("removePhoto1")
            compare(spy.signalArguments[0][0], 1)
        }

        function test_photoStrip_fullTakesNoMore() {
            build(strip, { countMax: 2 })
            verify(!has("addPhoto"))
        }

        function test_photoStrip_readOnlyShowsPhotosOnly() {
            build(strip, { editable: false })
            verify(!has("addPhoto"))
            verify(!has("removePhoto0"))
        }

        function test_date_isChosenFromTheCalendar() {
            const subject = build(day)
            watch(subject, "dayChosen")
            mouseClick(subject)
            tryVerify(() => has("day-2025-06-12"))
            tap("day-2025-06-12")
            compare(subject.day, "2025-06-12")
            compare(spy.count, 1)
        }

        function test_calendar_turnsMonths() {
            build(day, { day: "2025-12-31" })
            tap("day")
            tryVerify(() => has("day-2025-12-31"))
            tap("nextMonth")
            verify(has("day-2026-01-31"))
            verify(!has("day-2025-12-31"))
            tap("previousMonth")
            tap("previousMonth")
            verify(has("day-2025-11-30"))
            verify(!has("day-2025-11-31"))
        }

        function test_snackbar_offersUndoAndGoes() {
            const subject = build(snackbar)
            verify(!subject.visible)
            subject.show("已删除", "撤销")
            tryCompare(subject, "opacity", 1)
            watch(subject, "actionRequested")
            tap("snackbarAction")
            compare(spy.count, 1)
            tryCompare(subject, "visible", false)
        }

        function test_confirm_safeAnswerHasTheFocus() {
            const subject = createTemporaryObject(confirm, room)
            subject.open()
            tryCompare(subject, "opened", true)
            verify(part("cancelButton").activeFocus)
            watch(subject, "accepted")
            tap("confirmButton")
            compare(spy.count, 1)
        }

        function test_confirm_escapeLeavesItWithoutEffect() {
            const subject = createTemporaryObject(confirm, room)
            subject.open()
            tryCompare(subject, "opened", true)
            watch(subject, "accepted")
            keyClick(Qt.Key_Escape)
            tryCompare(subject, "opened", false)
            compare(spy.count, 0)
        }

        function test_progress_countsItsSections() {
            const subject = build(progress, { sections: [{ title: "A", answered: 2, total: 5, failed: 1 },
                { title: "B", answered: 0, total: 3, failed: 0 }] })
            compare(subject.answered, 2)
            compare(subject.total, 8)
            verify(subject.Accessible.name.includes("2"))
        }

        function test_nav_goesAndNamesWhatWaits() {
            const subject = build(nav)
            watch(subject, "chosen")
            tap("nav-b")
            compare(spy.signalArguments[0][0], "b")
            verify(part("nav-b").Accessible.name.includes("3"))
            verify(part("nav-a").checked)
            verify(part("nav-b").height >= 48)
        }

        function test_segmented_choosesOne() {
            const subject = build(days)
            watch(subject, "chosen")
            tap("option-b")
            compare(spy.signalArguments[0][0], "b")
            verify(part("option-a").checked)
        }

        function test_checkRow_toggles() {
            const subject = build(check)
            watch(subject, "toggled")
            tap("check")
            verify(subject.checked)
            compare(spy.count, 1)
        }

        function test_syncBadge_isGreenOnlyWhenVerified() {
            const words = []
            for (const place of ["local", "delivered", "verified", "returned"]) {
                const subject = build(badge, { place: place })
                compare(subject.tone === Tone.Pass, place === "verified")
                verify(subject.iconName !== "")
                verify(!words.includes(subject.text))
                words.push(subject.text)
            }
        }

        function test_stateMessage_offersAWayOn() {
            const subject = build(state)
            watch(subject, "actionRequested")
            tap("stateAction")
            compare(spy.count, 1)
            verify(subject.Accessible.name.includes("磁盘已满"))
        }

        function test_banner_goesWithItsText() {
            const subject = build(banner)
            watch(subject, "actionRequested")
            tap("bannerAction")
            compare(spy.count, 1)
            subject.text = ""
            verify(!subject.visible)
        }
    }
}
