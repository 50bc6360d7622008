import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// Who works here, language, light, text size, and what this app is.
PlacePage {
    id: screen

    AppBar {
        id: bar
        width: parent.width
        title: qsTr("Settings")
    }
    ScrollPage {
        objectName: "settingsPage"
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        Card {
            width: parent.width
            Item {
                width: parent.width
                implicitHeight: Math.max(person.implicitHeight, 56)
                Rectangle {
                    id: disc
                    width: 56
                    height: 56
                    radius: 28
                    color: Theme.color.accentSoft
                    Icon {
                        anchors.centerIn: parent
                        name: "person"
                        size: 30
                        color: Theme.color.textOnAccentSoft
                    }
                }
                Column {
                    id: person
                    anchors.left: disc.right
                    anchors.leftMargin: Theme.spaceM
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    AppLabel {
                        width: parent.width
                        kind: AppLabel.Heading
                        text: App.userName
                    }
                    AppLabel {
                        width: parent.width
                        text: App.roleText + (App.bureauName !== "" ? " · " + App.bureauName : "")
                        color: Theme.color.textSecondary
                    }
                }
            }
            AppButton {
                objectName: "signOut"
                text: qsTr("Sign out")
                iconName: "sign-out"
                kind: AppButton.Outlined
                onClicked: signOutDialog.open()
            }
        }
        Card {
            width: parent.width
            spacing: Theme.spaceL
            FormField {
                width: parent.width
                label: qsTr("Language")
                Segmented {
                    objectName: "language"
                    width: parent ? parent.width : 0
                    name: qsTr("Language")
                    current: App.language
                    options: [{ key: "zh_CN", text: "中文" }, { key: "en", text: "English" }]
                    onChosen: key => App.setLanguage(key)
                }
            }
            FormField {
                width: parent.width
                label: qsTr("Light")
                Segmented {
                    objectName: "themeName"
                    width: parent ? parent.width : 0
                    name: qsTr("Light")
                    current: App.themeName
                    options: [{ key: "light", text: qsTr("Light theme"), iconName: "sun" },
                        { key: "dark", text: qsTr("Dark theme"), iconName: "moon" },
                        { key: "sunlight", text: qsTr("Sunlight theme"), iconName: "eye" }]
                    onChosen: key => App.setThemeName(key)
                }
            }
            FormField {
                width: parent.width
                label: qsTr("Text size")
                Segmented {
                    objectName: "textScale"
                    width: parent ? parent.width : 0
                    name: qsTr("Text size")
                    current: String(Math.round(App.textScale * 100))
                    options: [{ key: "100", text: "100 %" }, { key: "125", text: "125 %" }, { key: "150", text: "150 %" },
                        { key: "175", text: "175 %" }, { key: "200", text: "200 %" }]
                    onChosen: key => App.setTextScale(Number(key) / 100)
                }
            }
        }
        Card {
            width: parent.width
            SectionHeader {
                width: parent.width
                title: qsTr("About")
            }
            FactRow { width: parent.width; name: qsTr("Version"); value: App.version }
            FactRow { width: parent.width; name: qsTr("Bureau"); value: App.bureauName }
            FactRow { width: parent.width; name: qsTr("Server"); value: App.serverAddress }
            Divider { width: parent.width }
            AppLabel {
                width: parent.width
                strong: true
                text: qsTr("Complaints and suggestions")
            }
            AppLabel {
                width: parent.width
                text: qsTr("Tell the safety office of your bureau what is cumbersome or unnecessary in this app. It is not a check-in: use is neither counted nor ranked.")
                color: Theme.color.textSecondary
            }
        }
    }
    ConfirmDialog {
        id: signOutDialog
        title: qsTr("Sign out?")
        message: SyncStatus.unsentText !== ""
                 ? qsTr("%1 Nothing is lost: it stays on this device and is sent later.").arg(SyncStatus.unsentText)
                 : qsTr("Records and drafts stay on this device.")
        confirmText: qsTr("Sign out")
        onAccepted: App.signOut()
    }
}
