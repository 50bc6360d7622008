import QtQuick

// The answer is so many of so many.
MeasuredAnswer {
    id: answer

    CountEntry {
        objectName: "count-" + answer.item.itemId
        count: answer.item.countText
        total: answer.item.totalText
        unit: answer.item.unit
        subject: answer.item.no + " " + answer.item.text
        onEdited: (count, total) => answer.item.editor.setCount(answer.item.itemId, count, total)
    }
}
