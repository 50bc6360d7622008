import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// A page that scrolls, with its content in one column no wider than one reads well.
Flickable {
    id: page

    default property alias content: column.data
    property alias spacing: column.spacing
    property int margin: width < 600 ? Theme.spaceL : Theme.spaceXl
    property int widthMax: Theme.readingWidth
    property bool centred: true
    property real topSpace: 0

    function reveal(item: Item) {
        column.forceLayout()
        const top = item.mapToItem(column, 0, 0).y + column.y
        if (top < contentY || top + item.height > contentY + height)
            contentY = Math.max(0, Math.min(top - margin, contentHeight - height))
    }

    contentWidth: width
    contentHeight: column.implicitHeight + 2 * margin + topSpace
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick
    clip: true

    T.ScrollBar.vertical: PageScrollBar {}

    Column {
        id: column
        x: page.centred ? Math.max(page.margin, (page.width - width) / 2) : page.margin
        y: page.margin + page.topSpace
        width: Math.min(page.widthMax, page.width - 2 * page.margin)
        spacing: Theme.spaceL
    }
}
