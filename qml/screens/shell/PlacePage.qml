import QtQuick

// A page of a place. It asks for what comes next by kind and id and knows nothing about the pages around it.
FocusScope {
    // The record a page shows; the record marked in a list.
    property string pageId: ""
    property string selectedId: ""
    property bool backVisible: true
    property bool wide: false
    // Whether the page takes the whole width even where list and page stand side by side.
    property bool whole: false

    // What the page keeps at its foot: messages stand above it.
    property real footHeight: 0

    signal backRequested()
    signal pageRequested(string kind, string id)
    signal pageReplaced(string kind, string id)
    signal said(string text)
}
