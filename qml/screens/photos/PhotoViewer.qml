import QtQuick
import QtQuick.Templates as T
import CampusSafety.Controls
import CampusSafety.Theme

// One photo of a list over the whole window, with buttons for the next and the one before.
T.Popup {
    id: viewer

    property var photos: []
    property int index: 0
    property string caption: ""
    readonly property int count: photos ? photos.length : 0

    function show(photos: var, index: int, caption: string) {
        viewer.photos = photos
        viewer.index = index
        viewer.caption = caption
        open()
    }

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    background: Rectangle { color: Theme.color.cameraBack }

    contentItem: Item {
        Image {
            anchors.fill: parent
            anchors.margins: Theme.spaceS
            source: viewer.opened && viewer.count > 0 ? viewer.photos[viewer.index] : ""
            // As sharp as the screen; addresses of small pictures are for lists.
            sourceSize: Qt.size(Math.ceil(viewer.width * Screen.devicePixelRatio),
                                Math.ceil(viewer.height * Screen.devicePixelRatio))
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            objectName: "enlarged"
            Accessible.role: Accessible.Graphic
            Accessible.name: viewer.caption
        }
        IconButton {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.spaceL
            objectName: "closePhoto"
            iconName: "close"
            text: qsTr("Close")
            fill: Theme.color.surface
            onClicked: viewer.close()
        }
        IconButton {
            visible: viewer.index > 0
            anchors.left: parent.left
            anchors.leftMargin: Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            iconName: "chevron-left"
            text: qsTr("Previous photo")
            fill: Theme.color.surface
            onClicked: --viewer.index
        }
        IconButton {
            visible: viewer.index < viewer.count - 1
            anchors.right: parent.right
            anchors.rightMargin: Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            iconName: "chevron-right"
            text: qsTr("Next photo")
            fill: Theme.color.surface
            onClicked: ++viewer.index
        }
        StatusBadge {
            visible: viewer.count > 0
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.spaceXl
            text: (viewer.caption !== "" ? viewer.caption + "  " : "")
                  + (viewer.index + 1) + " / " + viewer.count
        }
    }
}
