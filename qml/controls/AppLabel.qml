import QtQuick
import CampusSafety.Theme

// Text in one of the five sizes of the theme. Wraps; never elides unless a screen asks for it.
Text {
    id: label

    enum Kind { Display, Title, Heading, Body, Small }

    property int kind: AppLabel.Body
    property bool strong: kind === AppLabel.Display || kind === AppLabel.Title
                          || kind === AppLabel.Heading

    color: Theme.color.text
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    linkColor: Theme.color.accent
    font.family: Theme.fontFamily
    font.weight: label.strong ? Font.Bold : Font.Normal
    font.pixelSize: kind === AppLabel.Display ? Theme.fontDisplay
                  : kind === AppLabel.Title ? Theme.fontTitle
                  : kind === AppLabel.Heading ? Theme.fontHeading
                  : kind === AppLabel.Small ? Theme.fontSmall : Theme.fontBody

    Accessible.role: kind === AppLabel.Display || kind === AppLabel.Title
                     || kind === AppLabel.Heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
}
