import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The answer is a day.
MeasuredAnswer {
    id: answer

    DateEntry {
        objectName: "date-" + answer.item.itemId
        implicitHeight: Theme.touchAnswer
        width: Math.round(190 * Theme.scale)
        day: answer.item.dateIso
        today: App.today
        title: answer.item.no + " " + answer.item.text
        onDayChosen: day => answer.item.editor.setDate(answer.item.itemId, day)
    }
}
