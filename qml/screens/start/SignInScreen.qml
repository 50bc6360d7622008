pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// Who works on this tablet now. Works without the network for people who were here before.
StartFrame {
    id: screen

    property string chosenId: App.knownUsers.length === 1 ? App.knownUsers[0].userId : ""
    property bool someoneElse: App.knownUsers.length === 0
    readonly property string signingId: someoneElse ? account.fullText : chosenId

    function signIn() {
        account.commitNow()
        password.commitNow()
        App.signIn(signingId, password.fullText)
    }

    heading: qsTr("Sign in")

    Column {
        width: parent.width
        spacing: Theme.spaceS

        Repeater {
            model: App.knownUsers
            ChoiceRow {
                required property var modelData
                objectName: "user-" + modelData.userId
                width: parent ? parent.width : 0
                text: modelData.name
                detail: modelData.roleText
                checked: !screen.someoneElse && screen.chosenId === modelData.userId
                onClicked: {
                    screen.someoneElse = false
                    if (screen.chosenId !== modelData.userId)
                        password.clear() // of somebody else
                    screen.chosenId = modelData.userId
                    password.forceActiveFocus()
                }
            }
        }
        ChoiceRow {
            objectName: "someoneElse"
            visible: App.knownUsers.length > 0
            width: parent.width
            text: qsTr("Someone else")
            checked: screen.someoneElse
            onClicked: screen.someoneElse = true
        }
    }
    FormField {
        visible: screen.someoneElse
        width: parent.width
        label: qsTr("Account")
        TextEntry {
            id: account
            objectName: "signInAccount"
            width: parent ? parent.width : 0
            accessibleName: qsTr("Account")
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        }
    }
    FormField {
        visible: screen.signingId !== "" || screen.someoneElse
        width: parent.width
        label: qsTr("Password")
        TextEntry {
            id: password
            objectName: "signInPassword"
            width: parent ? parent.width : 0
            revealable: true
            accessibleName: qsTr("Password")
            onAccepted: screen.signIn()
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
        objectName: "signInButton"
        width: parent.width
        text: App.busy ? qsTr("Signing in…") : qsTr("Sign in")
        busy: App.busy
        enabled: !App.busy && screen.signingId !== "" && password.length > 0
        onClicked: screen.signIn()
    }
}
