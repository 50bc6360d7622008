import QtQuick
import QtQuick.Templates as T
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The list a checklist is run in: finds its way to items and sections, and brings the next open item into sight.
ListView {
    id: list

    required property InspectionEditor editor
    property bool wide: false
    readonly property var parts: editor.sections
    readonly property var table: editor.items
    // The item whose note, photos and hazard are unfolded.
    property string unfoldedId: ""
    readonly property int margin: width < 600 ? Theme.spaceM : Theme.spaceXl
    // The section somebody went to; it stays the current one until the list is moved by hand.
    property string askedSection: ""
    readonly property string currentSectionCode: {
        if (askedSection !== "")
            return askedSection
        const index = indexAt(width / 2, contentY + Math.min(height / 3, 160))
        return index >= 0 ? String(valueAt(index, ChecklistItemModel.SectionCode)) : ""
    }

    signal said(string text, bool undoable)

    function valueAt(index: int, role: int): var {
        return table.data(table.index(index, 0), role)
    }

    function find(role: int, value: string): int {
        for (let index = 0; index < count; ++index) {
            if (valueAt(index, role) === value)
                return index
        }
        return -1
    }

    function topIndex(): int {
        return Math.max(-1, indexAt(width / 2, contentY + 40) - 1)
    }

    function goTo(index: int) {
        askedSection = ""
        if (index >= 0)
            positionViewAtIndex(index, ListView.Beginning)
    }

    function goToItem(itemId: string) {
        unfoldedId = itemId
        goTo(find(ChecklistItemModel.ItemId, itemId))
    }

    function goToSection(code: string) {
        goTo(find(ChecklistItemModel.SectionCode, code))
        askedSection = code
    }

    // Moves no more than it must, so that the thumb stays where it is.
    function advance(index: int) {
        const next = editor.nextOpen(index)
        if (next > index)
            positionViewAtIndex(next, ListView.Contain)
    }

    function answer(index: int, itemId: string, outcome: string) {
        if (outcome === "pass") {
            if (editor.pass(itemId))
                advance(index)
        } else if (outcome === "fail") {
            if (editor.fail(itemId))
                unfoldedId = itemId
        } else if (editor.notApplicable(itemId, "")) {
            unfoldedId = itemId
        }
    }

    onMovementStarted: askedSection = ""

    model: editor.items
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 1600
    spacing: Theme.spaceM
    topMargin: 0
    bottomMargin: Theme.spaceXxl
    activeFocusOnTab: true
    T.ScrollBar.vertical: PageScrollBar {}

    Accessible.role: Accessible.List
    Accessible.name: editor.title
}
