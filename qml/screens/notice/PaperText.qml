import QtQuick
import CampusSafety.Theme

// Text on the paper of a document.
Text {
    color: Theme.color.ink
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    font.family: Theme.paperFontFamily
    font.pixelSize: Theme.fontBody
    lineHeight: 1.1
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
