pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// Draws up a notice: which hazards, what is required until when; beside it the paper; then two signatures.
PlacePage {
    id: screen

    property string part: "edit"
    readonly property bool sideBySide: width >= 1000

    whole: true
    footHeight: actions.height

    NoticeEditor {
        id: notice
        schoolId: screen.pageId
    }

    AppBar {
        id: bar
        width: parent.width
        title: qsTr("Draw up the rectification notice")
        subtitle: notice.schoolName
        backVisible: true
        onBackRequested: screen.backRequested()
    }
    Item {
        id: tabs
        visible: !screen.sideBySide
        anchors.top: bar.bottom
        width: parent.width
        height: visible ? parts.implicitHeight + Theme.spaceM : 0
        Segmented {
            id: parts
            objectName: "noticeParts"
            x: Theme.spaceL
            y: Theme.spaceM
            width: parent.width - 2 * Theme.spaceL
            name: qsTr("View")
            current: screen.part
            options: [{ key: "edit", text: qsTr("Edit"), iconName: "note" },
                { key: "paper", text: qsTr("As it prints"), iconName: "document" }]
            onChosen: key => screen.part = key
        }
    }
    ScrollPage {
        id: editPage
        visible: screen.sideBySide || screen.part === "edit"
        anchors.top: tabs.bottom
        anchors.bottom: actions.top
        width: screen.sideBySide ? Math.round(parent.width * 0.44) : parent.width

        AppLabel {
            width: parent.width
            text: qsTr("Signatures become void when something is changed afterwards.")
            kind: AppLabel.Small
            color: Theme.color.textSecondary
        }
        Repeater {
            model: notice.lines
            NoticeLineCard {
                width: parent ? parent.width : 0
                onIncludedChosen: on => notice.setIncluded(index, on)
                onDaysChosen: days => notice.setDays(index, days)
                onMeasureEdited: text => notice.setMeasure(index, text)
                onInterimEdited: text => notice.setInterim(index, text)
                onResponsibleEdited: text => notice.setResponsible(index, text)
            }
        }
    }
    ScrollPage {
        visible: screen.sideBySide || screen.part === "paper"
        anchors.top: tabs.bottom
        anchors.bottom: actions.top
        x: screen.sideBySide ? editPage.width : 0
        width: parent.width - x
        widthMax: 860

        NoticePaper {
            objectName: "noticePaper"
            width: parent.width
            notice: notice
            contactText: qsTr("Contact: %1  %2").arg(notice.contact).arg(notice.phone)
        }
        AppLabel {
            width: parent.width
            kind: AppLabel.Small
            text: notice.contentHashText
            color: Theme.color.textSecondary
        }
    }
    ActionBar {
        id: actions
        anchors.bottom: parent.bottom
        width: parent.width
        widthMax: screen.width - 2 * Theme.spaceL

        AppButton {
            objectName: "issueNotice"
            width: actions.narrow ? actions.mainWidth : implicitWidth
            text: qsTr("Issue the notice")
            iconName: "check"
            enabled: notice.officerSigned && notice.schoolSigned && notice.includedCount > 0
            onClicked: {
                screen.forceActiveFocus()
                const id = notice.issue()
                if (id !== "") {
                    screen.said(qsTr("Rectification notice issued"))
                    screen.pageReplaced("notice", id)
                }
            }
        }
        AppButton {
            objectName: "schoolSigns"
            width: actions.narrow ? (actions.mainWidth - Theme.spaceM) / 2 : implicitWidth
            text: notice.schoolSigned ? qsTr("Signed: %1").arg(notice.schoolSignerName) : qsTr("School signs")
            iconName: notice.schoolSigned ? "check" : "signature"
            kind: notice.schoolSigned ? AppButton.Outlined : AppButton.Tonal
            enabled: notice.includedCount > 0
            onClicked: {
                screen.forceActiveFocus()
                schoolDialog.begin()
            }
        }
        AppButton {
            objectName: "officerSigns"
            width: actions.narrow ? (actions.mainWidth - Theme.spaceM) / 2 : implicitWidth
            text: notice.officerSigned ? qsTr("Signed: %1").arg(App.userName) : qsTr("Inspector signs")
            iconName: notice.officerSigned ? "check" : "signature"
            kind: notice.officerSigned ? AppButton.Outlined : AppButton.Tonal
            enabled: notice.includedCount > 0
            onClicked: {
                screen.forceActiveFocus()
                officerDialog.begin()
            }
        }
        Banner {
            objectName: "noticeError"
            width: parent.width
            text: notice.errorText
            iconName: "warning"
            tone: Tone.Fail
        }
    }
    SignDialog {
        id: officerDialog
        title: qsTr("Inspector signs")
        statement: notice.numberText + "\n" + notice.contentHashText
        signer: App.userName
        refusal: notice.errorText
        take: (name, strokes, width, height) => notice.signOfficer(strokes, width, height)
    }
    SignDialog {
        id: schoolDialog
        title: qsTr("School signs")
        statement: qsTr("By signing you confirm that the school has received this notice.") + "\n" + notice.contentHashText
        asksName: true
        signer: notice.schoolSignerName
        refusal: notice.errorText
        take: (name, strokes, width, height) => notice.signSchool(name, strokes, width, height)
    }
}
