import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Screens

Item {
    width: 1280
    height: 892

    Item { id: room; width: 1280; height: 800 }
    Component { id: enrol; EnrolScreen { anchors.fill: parent } }
    Component { id: signIn; SignInScreen { anchors.fill: parent } }

    Bench {
        name: "Start"
        room: room

        function test_enrol_needsEveryField() {
            build(enrol)
            verify(!part("enrolButton").enabled)
            write("enrolCode", "482913")
            verify(!part("enrolButton").enabled)
            write("enrolPassword", "secret")
            verify(part("enrolButton").enabled)
        }

        function test_enrol_rightCodeLeadsToSignIn() {
            App.stage = Core.Stage.Enrol
            build(enrol)
            write("enrolCode", "482913")
            write("enrolPassword", "secret")
            tap("enrolButton")
            compare(App.stage, Core.Stage.SignIn)
        }

        function test_enrol_wrongCodeSaysWhy() {
            App.stage = Core.Stage.Enrol
            build(enrol)
            write("enrolCode", "000000")
            write("enrolPassword", "secret")
            tap("enrolButton")
            compare(App.stage, Core.Stage.Enrol)
            compare(part("startError").text, App.errorText)
            verify(part("startError").visible)
        }

        function test_enrol_busyCannotBePressedAgain() {
            App.busy = true
            build(enrol)
            write("enrolCode", "482913")
            write("enrolPassword", "secret")
            verify(!part("enrolButton").enabled)
            App.busy = false
        }

        function test_signIn_personAndPassword() {
            App.stage = Core.Stage.SignIn
            build(signIn)
            verify(!part("signInButton").enabled)
            tap("user-U012")
            write("signInPassword", "right")
            tap("signInButton")
            compare(App.stage, Core.Stage.Ready)
            compare(App.userId, "U012")
        }

        function test_signIn_wrongPasswordSaysWhy() {
            App.stage = Core.Stage.SignIn
            build(signIn)
            tap("user-U012")
            write("signInPassword", "wrong")
            tap("signInButton")
            compare(App.stage, Core.Stage.SignIn)
            verify(part("startError").visible)
        }

        function test_signIn_someoneElseGivesAnAccount() {
            App.stage = Core.Stage.SignIn
            build(signIn)
            verify(!has("signInAccount"))
            tap("someoneElse")
            write("signInAccount", "U099")
            write("signInPassword", "right")
            tap("signInButton")
            compare(App.userId, "U099")
        }

        function test_language_canBeChangedBeforeSigningIn() {
            build(signIn)
            tap("option-en")
            compare(App.language, "en")
        }

        function test_start_fitsAPhone() {
            phone()
            build(enrol)
            verify(part("enrolButton").width <= 412)
            verify(part("enrolServer").width <= 412 - 32)
        }
    }
}
