import QtQuick
import CampusSafety.Theme

// A number with its unit. Reports only what reads as a number; keeps what was typed.
TextEntry {
    id: entry

    property bool wholeNumber: false
    property bool showsFault: false

    signal numberEdited(real value)
    signal cleared()

    faulty: showsFault || (text !== "" && isNaN(Number(text)))
    inputMethodHints: wholeNumber ? Qt.ImhDigitsOnly : Qt.ImhFormattedNumbersOnly
    implicitWidth: 180
    horizontalAlignment: Text.AlignLeft
    font.pixelSize: Theme.fontHeading

    validator: RegularExpressionValidator {
        regularExpression: entry.wholeNumber ? /^[0-9]{0,9}$/ : /^-?[0-9]{0,9}([.][0-9]{0,4})?$/
    }

    // "3." is being typed while the record holds 3.
    function readsAs(text: string, value: string): bool {
        return text.trim() === value || (value !== "" && text !== "" && Number(text) === Number(value))
    }

    onEdited: text => {
        if (text === "")
            cleared()
        else if (!isNaN(Number(text)))
            numberEdited(Number(text))
    }
}
