import QtQuick
import QtQuick.Templates as T
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The window: shows the page that fits the stage the app is in.
T.ApplicationWindow {
    id: window

    width: 1280
    height: 800
    minimumWidth: 320
    minimumHeight: 480
    visible: true
    title: qsTr("Campus safety")
    color: Theme.color.background

    Binding { target: Theme; property: "mode"; value: App.themeName }
    Binding { target: Theme; property: "textScale"; value: App.textScale }

    onClosing: close => {
        const shell = stage.item as Shell
        if (Qt.platform.os === "android" && shell && shell.back())
            close.accepted = false
    }

    Loader {
        id: stage
        objectName: "stage"
        anchors.fill: parent
        focus: true
        source: App.stage === Core.Stage.Ready ? "Shell.qml"
              : App.stage === Core.Stage.Enrol ? "EnrolScreen.qml"
              : App.stage === Core.Stage.SignIn ? "SignInScreen.qml" : ""
    }
    LoadingState {
        anchors.fill: parent
        visible: App.stage === Core.Stage.Starting
    }
    ErrorState {
        objectName: "startFailed"
        anchors.fill: parent
        visible: App.stage === Core.Stage.Failed
        title: qsTr("The app could not start")
        text: App.errorText
    }
}
