import QtQuick

// An item in the list of a checklist: what it asks for is done by the list.
ItemCard {
    id: item

    readonly property ChecklistView view: ListView.view as ChecklistView

    x: view.margin
    width: view.width - 2 * view.margin
    editor: view.editor
    wide: view.wide
    unfolded: itemId === view.unfoldedId
    onUnfoldRequested: on => view.unfoldedId = on ? itemId : ""
    onAnswered: outcome => view.answer(index, itemId, outcome)
    onHazardSaved: {
        view.unfoldedId = ""
        view.advance(index)
    }
}
