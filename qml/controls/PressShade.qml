import QtQuick

// The light veil over a control while it is pressed or hovered.
Rectangle {
    id: shade

    required property bool pressed
    required property color ink
    property bool hovered: false

    anchors.fill: parent
    color: ink
    opacity: pressed ? 0.16 : hovered ? 0.07 : 0
}
