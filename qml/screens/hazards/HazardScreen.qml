pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// One hazard: before and after side by side, what it is, its history, and what this person can do now.
PlacePage {
    id: screen

    property int openAct: 0
    readonly property var acts: hazard.acts
    footHeight: actions.height

    function begin(act: int) {
        if (act === Core.Act.Receive) {
            signDialog.begin()
            return
        }
        hazard.begin(act)
        openAct = act
        whenLaidOut.restart()
    }

    function submit() {
        const form = actCard.form
        if (form && form.submit()) {
            openAct = 0
            page.contentY = 0
            screen.said(form.doneText)
        }
    }

    HazardPage {
        id: hazard
        hazardId: screen.pageId
    }
    Timer {
        id: whenLaidOut
        interval: 50
        onTriggered: page.reveal(actCard)
    }

    AppBar {
        id: bar
        width: parent.width
        title: hazard.schoolName
        subtitle: hazard.number
        backVisible: screen.backVisible
        onBackRequested: screen.backRequested()
    }
    LoadingState {
        objectName: "loadingState"
        anchors.centerIn: parent
        visible: !hazard.ready && hazard.errorText === ""
    }
    ErrorState {
        objectName: "errorState"
        anchors.centerIn: parent
        visible: !hazard.ready && hazard.errorText !== ""
        text: hazard.errorText
    }
    ScrollPage {
        id: page
        objectName: "hazardPage"
        visible: hazard.ready
        anchors.top: bar.bottom
        anchors.bottom: actions.top
        width: parent.width

        Banner {
            objectName: "hazardPageError"
            width: parent.width
            text: screen.openAct === 0 && !signDialog.opened ? hazard.errorText : ""
            iconName: "warning"
            tone: Tone.Fail
        }
        Banner {
            objectName: "begunAct"
            readonly property int act: screen.openAct === 0 && hazard.begun.length > 0 ? hazard.begun[0] : 0
            width: parent.width
            text: act !== 0 ? qsTr("Begun and kept on this device: %1").arg(ActWords.verb(act)) : ""
            iconName: "note"
            tone: Tone.Warn
            actionText: qsTr("Go on with it")
            onActionRequested: screen.begin(act)
        }
        Column {
            width: parent.width
            spacing: Theme.spaceM
            Flow {
                width: parent.width
                spacing: Theme.spaceS
                HazardStateBadge {
                    text: hazard.stateText
                    hazardState: hazard.state
                }
                LevelBadge {
                    text: hazard.levelText
                    level: hazard.level
                    awaitsLevel: hazard.awaitsLevel
                }
                SyncBadge {
                    place: Looks.place(hazard.syncState)
                }
            }
            AppLabel {
                width: parent.width
                kind: AppLabel.Title
                text: hazard.title
            }
            DueLine {
                width: parent.width
                text: hazard.dueText
                overdue: hazard.overdue
                days: hazard.dueDays
                closed: hazard.state >= Core.HazardState.Closed
            }
        }
        Banner {
            objectName: "reviewText"
            width: parent.width
            text: hazard.reviewText
            iconName: hazard.state === Core.HazardState.Closed ? "check" : "returned"
            tone: hazard.state === Core.HazardState.Closed ? Tone.Pass : Tone.Fail
        }
        BeforeAfter {
            width: parent.width
            before: hazard.beforePhotos
            after: hazard.afterPhotos
        }
        ActCard {
            id: actCard
            visible: screen.openAct !== 0
            width: parent.width
            hazard: hazard
            act: screen.openAct
        }
        Card {
            visible: hazard.doneText !== ""
            width: parent.width
            SectionHeader {
                width: parent.width
                title: qsTr("Rectification")
            }
            AppLabel {
                width: parent.width
                text: hazard.doneText
            }
            FactRow { width: parent.width; name: qsTr("Done on"); value: hazard.doneOnText }
            FactRow { width: parent.width; name: qsTr("Money spent"); value: hazard.moneyText }
        }
        HazardFacts {
            width: parent.width
            hazard: hazard
            onNoticeChosen: id => screen.pageRequested("notice", id)
        }
        Card {
            width: parent.width
            spacing: 0
            SectionHeader {
                width: parent.width
                title: qsTr("History")
            }
            Item { width: 1; height: Theme.spaceS }
            HazardTimeline {
                width: parent.width
                entries: hazard.timeline
            }
        }
        Flow {
            visible: otherActs.count > 0
            width: parent.width
            spacing: Theme.spaceS
            Repeater {
                id: otherActs
                model: screen.openAct === 0 ? screen.acts.filter(act => !ActWords.isMain(act)) : []
                AppButton {
                    required property int modelData
                    objectName: "act-" + modelData
                    width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)
                    kind: AppButton.Outlined
                    text: ActWords.verb(modelData)
                    onClicked: screen.begin(modelData)
                }
            }
        }
    }
    ActionBar {
        id: actions
        readonly property var mainActs: screen.acts.filter(act => ActWords.isMain(act))
        visible: mainActs.length > 0 || screen.openAct !== 0
        height: visible ? implicitHeight : 0
        anchors.bottom: parent.bottom
        width: parent.width

        Repeater {
            model: screen.openAct === 0 ? actions.mainActs : []
            AppButton {
                required property int modelData
                objectName: "act-" + modelData
                width: Math.min(implicitWidth, actions.innerWidth)
                text: ActWords.verb(modelData)
                iconName: ActWords.icon(modelData)
                kind: modelData === Core.Act.Return ? AppButton.Outlined
                    : modelData === Core.Act.Prepare || modelData === Core.Act.Progress ? AppButton.Tonal
                    : AppButton.Filled
                danger: modelData === Core.Act.Return
                onClicked: screen.begin(modelData)
            }
        }
        AppButton {
            objectName: "submitAct"
            width: Math.min(implicitWidth, actions.innerWidth)
            visible: screen.openAct !== 0
            enabled: !hazard.busy
            text: ActWords.verb(screen.openAct)
            iconName: ActWords.icon(screen.openAct)
            danger: screen.openAct === Core.Act.Return
            onClicked: screen.submit()
        }
        AppButton {
            objectName: "cancelAct"
            visible: screen.openAct !== 0
            text: qsTr("Cancel")
            kind: AppButton.Plain
            onClicked: {
                screen.openAct = 0
                hazard.drop()
            }
        }
    }
    SignDialog {
        id: signDialog
        title: qsTr("Sign for")
        statement: qsTr("By signing you confirm that you have received this and will start rectifying.")
        signer: App.userName
        refusal: hazard.errorText
        take: (name, strokes, width, height) => {
            const taken = hazard.receive(strokes, width, height)
            if (taken)
                screen.said(qsTr("Signed for"))
            return taken
        }
    }
}
