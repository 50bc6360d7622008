import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// Makes this device known to the bureau's server: address, one-time code, password.
StartFrame {
    id: screen

    function enrol() {
        server.commitNow()
        code.commitNow()
        password.commitNow()
        App.enrol(server.fullText, code.fullText, password.fullText)
    }

    heading: qsTr("Enrol this device")
    lead: qsTr("The safety office gives you the server address and a one-time code. You need the network once; afterwards the app works without it.")

    FormField {
        width: parent.width
        label: qsTr("Server address")
        TextEntry {
            id: server
            objectName: "enrolServer"
            width: parent ? parent.width : 0
            value: App.serverAddress
            accessibleName: qsTr("Server address")
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
        }
    }
    FormField {
        width: parent.width
        label: qsTr("One-time code")
        TextEntry {
            id: code
            objectName: "enrolCode"
            width: parent ? parent.width : 0
            accessibleName: qsTr("One-time code")
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Password")
        TextEntry {
            id: password
            objectName: "enrolPassword"
            width: parent ? parent.width : 0
            revealable: true
            accessibleName: qsTr("Password")
            onAccepted: screen.enrol()
        }
    }
    Banner {
        objectName: "startError"
        width: parent.width
        text: App.errorText
        iconName: "warning"
        tone: Tone.Fail
    }
    AppButton {
        objectName: "enrolButton"
        width: parent.width
        text: App.busy ? qsTr("Enrolling…") : qsTr("Enrol")
        busy: App.busy
        enabled: !App.busy && server.length > 0 && code.length > 0 && password.length > 0
        onClicked: screen.enrol()
    }
}
