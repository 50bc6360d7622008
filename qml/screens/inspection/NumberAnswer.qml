import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// The answer is a number with a unit and limits.
MeasuredAnswer {
    id: answer

    NumberEntry {
        objectName: "number-" + answer.item.itemId
        implicitHeight: Math.max(Theme.touchAnswer, contentHeight + topPadding + bottomPadding)
        width: Math.round(150 * Theme.scale)
        value: answer.item.numberText
        unit: answer.item.unit
        accessibleName: answer.item.no + " " + answer.item.text
        onEdited: text => answer.item.editor.setNumber(answer.item.itemId, text)
    }
}
