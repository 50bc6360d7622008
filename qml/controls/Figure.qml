import QtQuick
import CampusSafety.Theme

// A number that matters and what it counts. Zero is quiet.
Column {
    id: figure

    property int value: 0
    property string name: ""
    property int tone: Tone.Neutral
    readonly property bool quiet: value === 0

    spacing: 0

    Accessible.role: Accessible.StaticText
    Accessible.name: figure.name + " " + figure.value

    AppLabel {
        kind: AppLabel.Display
        text: figure.value
        color: figure.quiet || figure.tone === Tone.Neutral ? Theme.color.text : Theme.toneColor(figure.tone)
        Accessible.ignored: true
    }
    AppLabel {
        kind: AppLabel.Small
        text: figure.name
        color: Theme.color.textSecondary
        Accessible.ignored: true
    }
}
