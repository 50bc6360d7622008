import QtQuick
import QtTest
import CampusSafety.Controls
import CampusSafety.Theme

Item {
    width: 1280
    height: 892

    Item { id: room; width: 1280; height: 800 }
    Component {
        id: bar
        AnswerBar {
            id: answers
            width: 380
            subject: "A1"
            onAnswered: outcome => answers.outcome = outcome
        }
    }
    SignalSpy { id: spy; signalName: "answered" }

    Bench {
        name: "AnswerBar"
        room: room

        function test_tap_answers() {
            const subject = build(bar)
            spy.target = subject
            spy.clear()
            tap("answerFail")
            compare(spy.count, 1)
            compare(spy.signalArguments[0][0], "fail")
            verify(part("answerFail").checked)
            verify(!part("answerPass").checked)
        }

        function test_tapOnAnother_changesTheAnswer() {
            const subject = build(bar, { outcome: "pass" })
            tap("answerNotApplicable")
            compare(subject.outcome, "na")
            verify(!part("answerPass").checked)
        }

        function test_notApplicable_canBeLeftOut() {
            build(bar, { allowNotApplicable: false })
            verify(!has("answerNotApplicable"))
            verify(part("answerPass").width > 180)
        }

        function test_buttons_areAtLeast56High_data() {
            return [{ tag: "plain", scale: 1.0, width: 380 }, { tag: "large", scale: 2.0, width: 380 },
                { tag: "narrow", scale: 1.0, width: 220 }]
        }
        function test_buttons_areAtLeast56High(row) {
            Theme.textScale = row.scale
            build(bar, { width: row.width })
            for (const name of ["answerPass", "answerFail", "answerNotApplicable"]) {
                verify(part(name).height >= 56, name)
                verify(part(name).width >= 56, name)
            }
        }

        function test_buttons_standSideBySideAtAnySize() {
            Theme.textScale = 2.0
            build(bar, { width: 356 })
            const pass = part("answerPass")
            const fail = part("answerFail")
            compare(pass.y, fail.y)
            compare(pass.height, fail.height)
            verify(pass.stacked && fail.stacked)
        }

        function test_everyAnswer_hasIconAndWord() {
            build(bar)
            for (const name of ["answerPass", "answerFail", "answerNotApplicable"]) {
                verify(part(name).iconName !== "")
                verify(part(name).text !== "")
                compare(part(name).Accessible.name, part(name).text)
            }
        }

        function test_returnKey_answers() {
            const subject = build(bar)
            part("answerPass").forceActiveFocus()
            keyClick(Qt.Key_Return)
            compare(subject.outcome, "pass")
        }

        function test_disabled_keepsItsAnswer() {
            const subject = build(bar, { outcome: "pass", enabled: false })
            mouseClick(part("answerFail"))
            compare(subject.outcome, "pass")
        }
    }
}
