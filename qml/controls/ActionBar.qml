import QtQuick
import CampusSafety.Theme

// The actions of a page, at the bottom where a thumb reaches them.
Rectangle {
    id: bar

    default property alias actions: row.data
    property int widthMax: Theme.readingWidth
    readonly property bool narrow: width < 600
    // The width of the one main action: all of it on a phone.
    readonly property real innerWidth: row.width
    readonly property real mainWidth: narrow ? row.width : Math.min(row.width, Math.round(280 * Theme.scale))

    implicitWidth: 320
    implicitHeight: row.implicitHeight + 2 * Theme.spaceM
    color: Theme.color.surface

    Rectangle {
        width: parent.width
        height: Theme.stroke
        color: Theme.color.outline
    }
    Flow {
        id: row
        x: Math.max(Theme.spaceL, (bar.width - width) / 2)
        y: Theme.spaceM
        width: Math.min(bar.widthMax, bar.width - 2 * Theme.spaceL)
        layoutDirection: Qt.RightToLeft
        spacing: Theme.spaceM
    }
}
