import QtQuick
import CampusSafety.Theme

// Pass, fail and not applicable side by side. One tap answers; tapping another changes it.
Row {
    id: bar

    // "pass", "fail", "na" or "" while there is no answer.
    property string outcome: ""
    property bool allowNotApplicable: true
    property string subject: ""

    signal answered(string outcome)

    readonly property int answers: allowNotApplicable ? 3 : 2
    readonly property real share: (width - (answers - 1) * spacing) / answers

    readonly property bool stacked: share < Math.max(passButton.oneLineWidth, failButton.oneLineWidth,
                                                     allowNotApplicable ? naButton.oneLineWidth : 0)
    readonly property real tallest: Math.max(failButton.implicitHeight,
                                             allowNotApplicable ? naButton.implicitHeight : 0)

    spacing: Theme.spaceS

    Accessible.role: Accessible.Grouping
    Accessible.name: subject

    AnswerButton {
        id: passButton
        objectName: "answerPass"
        width: bar.share
        height: bar.tallest
        stacked: bar.stacked
        text: qsTr("Pass")
        iconName: "check"
        tone: Tone.Pass
        toneText: Theme.color.textOnPass
        checked: bar.outcome === "pass"
        enabled: bar.enabled
        onClicked: bar.answered("pass")
    }
    AnswerButton {
        id: failButton
        objectName: "answerFail"
        width: bar.share
        height: bar.tallest
        stacked: bar.stacked
        text: qsTr("Fail")
        iconName: "cross"
        tone: Tone.Fail
        toneText: Theme.color.textOnFail
        checked: bar.outcome === "fail"
        enabled: bar.enabled
        onClicked: bar.answered("fail")
    }
    AnswerButton {
        id: naButton
        objectName: "answerNotApplicable"
        visible: bar.allowNotApplicable
        width: bar.share
        height: bar.tallest
        stacked: bar.stacked
        text: qsTr("N/A")
        iconName: "not-applicable"
        tone: Tone.Neutral
        toneText: Theme.color.textOnNeutral
        checked: bar.outcome === "na"
        enabled: bar.enabled
        onClicked: bar.answered("na")
    }
}
