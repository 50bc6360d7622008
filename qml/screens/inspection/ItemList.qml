import QtQuick

// The items of a checklist under the headings of their sections.
ChecklistView {
    section.property: "sectionCode"
    section.delegate: ItemSection {}
    delegate: ListedItem {}
}
