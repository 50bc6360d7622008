import QtQuick
import CampusSafety.Theme

// A calm surface that keeps what belongs together together. Children stand in one column.
Rectangle {
    id: card

    default property alias content: column.data
    property int padding: Theme.spaceL
    property alias spacing: column.spacing
    property int tone: Tone.Neutral
    property bool tinted: false

    implicitWidth: column.implicitWidth + 2 * padding
    implicitHeight: column.implicitHeight + 2 * padding
    radius: Theme.radiusM
    color: tinted ? Theme.toneSoft(tone) : Theme.color.surface
    border.width: tinted ? 0 : Theme.stroke
    border.color: Theme.color.outline

    Column {
        id: column
        x: card.padding
        y: card.padding
        width: card.width - 2 * card.padding
        spacing: Theme.spaceM
    }
}
