import QtQuick
import QtQuick.Window
import CampusSafety.Theme
import CampusSafety.Controls

// All controls on four pages, with switches for palette and text size.
Window {
    id: gallery

    property string mode: "light"
    property real textScale: 1.0
    property int page: 0

    visible: true
    title: qsTr("Controls")
    color: Theme.color.background

    Binding { target: Theme; property: "mode"; value: gallery.mode }
    Binding { target: Theme; property: "textScale"; value: gallery.textScale }

    NavRail {
        id: rail
        height: parent.height
        places: [
            { key: "0", text: qsTr("Buttons"), iconName: "target", badge: 0 },
            { key: "1", text: qsTr("Forms"), iconName: "note", badge: 3 },
            { key: "2", text: qsTr("Records"), iconName: "list", badge: 0 },
            { key: "3", text: qsTr("Pages"), iconName: "document", badge: 12 }
        ]
        current: String(gallery.page)
        onChosen: key => gallery.page = parseInt(key)
    }
    AppBar {
        id: bar
        anchors.left: rail.right
        anchors.right: parent.right
        title: qsTr("Controls")
        subtitle: gallery.mode + " · " + gallery.textScale

        IconButton {
            iconName: "text-size"
            text: qsTr("Text size")
            onClicked: gallery.textScale = gallery.textScale >= 2 ? 1 : gallery.textScale + 0.25
        }
        IconButton {
            iconName: gallery.mode === "dark" ? "sun" : "moon"
            text: qsTr("Palette")
            onClicked: gallery.mode = gallery.mode === "light" ? "dark"
                                    : gallery.mode === "dark" ? "sunlight" : "light"
        }
    }
    Loader {
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        sourceComponent: [buttons, forms, records, pages][gallery.page]
    }

    Component { id: buttons; GalleryButtons {} }
    Component { id: forms; GalleryForms {} }
    Component { id: records; GalleryRecords {} }
    Component { id: pages; GalleryPages {} }
}
