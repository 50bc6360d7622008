import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The frame of the pages before one is in: the name of the app above one card.
ScrollPage {
    id: frame

    default property alias form: card.content
    property string heading: ""
    property string lead: ""

    widthMax: Theme.dialogWidth
    topSpace: Math.max(0, (height - inner.implicitHeight) / 2 - margin)

    Column {
        id: inner
        width: parent.width
        spacing: Theme.spaceXl

        Row {
            width: parent.width
            spacing: Theme.spaceM
            Rectangle {
                id: mark
                width: 56
                height: 56
                radius: Theme.radiusM
                color: Theme.color.accent
                Icon {
                    anchors.centerIn: parent
                    name: "shield"
                    size: 32
                    color: Theme.color.textOnAccent
                }
            }
            Column {
                width: parent.width - mark.width - Theme.spaceM
                anchors.verticalCenter: parent.verticalCenter
                AppLabel {
                    width: parent.width
                    kind: AppLabel.Title
                    text: qsTr("Campus safety")
                }
                AppLabel {
                    visible: App.bureauName !== ""
                    width: parent.width
                    kind: AppLabel.Small
                    text: App.bureauName
                    color: Theme.color.textSecondary
                }
            }
        }
        Card {
            id: card
            width: parent.width
            padding: Theme.spaceXl
            spacing: Theme.spaceL

            AppLabel {
                width: parent.width
                kind: AppLabel.Heading
                text: frame.heading
            }
            AppLabel {
                visible: frame.lead !== ""
                width: parent.width
                text: frame.lead
                color: Theme.color.textSecondary
            }
        }
        Segmented {
            width: parent.width
            name: qsTr("Language")
            current: App.language
            options: [{ key: "zh_CN", text: "中文" }, { key: "en", text: "English" }]
            onChosen: key => App.setLanguage(key)
        }
    }
}
