import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// A rectification notice as issued; the school signs for it here.
PlacePage {
    id: screen

    whole: true
    footHeight: actions.height

    NoticePage {
        id: notice
        noticeId: screen.pageId
    }

    AppBar {
        id: bar
        width: parent.width
        title: qsTr("Rectification notice")
        subtitle: notice.numberText
        backVisible: true
        onBackRequested: screen.backRequested()

        StatusBadge {
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: notice.stateText
            tone: notice.canSign ? Tone.Warn : Tone.Pass
            iconName: notice.canSign ? "signature" : "check"
        }
    }
    ScrollPage {
        anchors.top: bar.bottom
        anchors.bottom: actions.top
        width: parent.width
        widthMax: 860

        Banner {
            objectName: "noticeError"
            width: parent.width
            text: notice.errorText
            iconName: "warning"
            tone: Tone.Fail
        }
        NoticePaper {
            objectName: "noticePaper"
            width: parent.width
            notice: notice
            officerSignature: notice.officerSignature
            schoolSignature: notice.schoolSignature
            receiptText: notice.receiptedText
        }
    }
    ActionBar {
        id: actions
        visible: notice.canSign
        height: visible ? implicitHeight : 0
        anchors.bottom: parent.bottom
        width: parent.width
        widthMax: 860
        AppButton {
            objectName: "signFor"
            width: actions.mainWidth
            text: qsTr("Sign for")
            iconName: "signature"
            onClicked: signDialog.begin()
        }
    }
    SignDialog {
        id: signDialog
        title: qsTr("Sign for")
        statement: qsTr("By signing you confirm that the school has received this notice.")
        signer: App.userName
        refusal: notice.errorText
        take: (name, strokes, width, height) => {
            const taken = notice.signFor(strokes, width, height)
            if (taken)
                screen.said(qsTr("Signed for"))
            return taken
        }
    }
}
