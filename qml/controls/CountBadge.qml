import QtQuick
import CampusSafety.Theme

// A small number on a tab or an icon. Nothing is shown for zero.
Rectangle {
    id: badge

    property int count: 0

    visible: count > 0
    implicitHeight: number.implicitHeight - 2
    implicitWidth: Math.max(implicitHeight, number.implicitWidth + 10)
    radius: height / 2
    color: Theme.color.fail

    Accessible.ignored: true

    AppLabel {
        id: number
        anchors.centerIn: parent
        text: badge.count > 99 ? "99+" : badge.count
        font.pixelSize: Math.round(Theme.fontSmall * 0.86)
        font.weight: Font.Bold
        color: Theme.color.textOnFail
        Accessible.ignored: true
    }
}
