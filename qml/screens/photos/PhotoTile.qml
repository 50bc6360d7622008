import QtQuick
import CampusSafety.Theme

// A photo that is only looked at.
Rectangle {
    id: tile

    property url source

    implicitWidth: 72
    implicitHeight: 72
    radius: Theme.radiusS
    color: Theme.color.surfaceAlt
    border.width: Theme.stroke
    border.color: Theme.color.outline
    Accessible.ignored: true

    Icon {
        visible: picture.status !== Image.Ready
        anchors.centerIn: parent
        name: "image"
        color: Theme.color.textSecondary
    }
    Image {
        id: picture
        anchors.fill: parent
        anchors.margins: Theme.stroke
        source: tile.source
        sourceSize.width: Math.max(64, Math.ceil(tile.width) * 2)
        fillMode: Image.PreserveAspectCrop
        asynchronous: true
        clip: true
    }
}
