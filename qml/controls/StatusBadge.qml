import QtQuick
import CampusSafety.Theme

// A short fact about a record: an icon, a word, a tone. Not pressable.
Rectangle {
    id: badge

    required property string text
    property string iconName: ""
    property int tone: Tone.Neutral
    property bool loud: false
    property real maximumWidth: 0

    readonly property color ink: loud ? (tone === Tone.Fail ? Theme.color.textOnFail
                                       : tone === Tone.Pass ? Theme.color.textOnPass
                                       : tone === Tone.Warn ? Theme.color.textOnWarn
                                       : tone === Tone.Accent ? Theme.color.textOnAccent
                                       : Theme.color.textOnNeutral)
                                      : Theme.toneColor(tone)

    implicitHeight: label.implicitHeight + 2 * Theme.spaceXs
    implicitWidth: Math.min(row.implicitWidth + 2 * (Theme.spaceS + 2),
                            maximumWidth > 0 ? maximumWidth : 10000)
    radius: Math.min(Theme.radiusS, height / 2)
    color: loud ? (tone === Tone.Accent ? Theme.color.accent : Theme.toneColor(tone))
                : Theme.toneSoft(tone)

    border.width: loud ? 0 : 1
    border.color: Qt.alpha(ink, 0.28)

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.spaceS + 2
        spacing: Theme.spaceXs

        Icon {
            visible: badge.iconName !== ""
            anchors.verticalCenter: parent.verticalCenter
            name: badge.iconName
            size: Theme.iconS
            color: badge.ink
        }
        AppLabel {
            id: label
            anchors.verticalCenter: parent.verticalCenter
            width: badge.maximumWidth > 0
                   ? Math.min(implicitWidth, badge.maximumWidth - 2 * (Theme.spaceS + 2)
                              - (badge.iconName !== "" ? Theme.iconS + Theme.spaceXs : 0))
                   : implicitWidth
            kind: AppLabel.Small
            strong: true
            text: badge.text
            color: badge.ink
            Accessible.ignored: true
        }
    }
}
