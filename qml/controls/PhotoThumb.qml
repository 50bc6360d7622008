import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// One photo: its preview, where it is (sync), and what it shows for screen readers.
T.AbstractButton {
    id: thumb

    property url source
    property string caption: ""
    property string place: ""

    implicitWidth: Theme.thumbnail
    implicitHeight: Theme.thumbnail
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: caption !== "" ? qsTr("Photo: %1").arg(caption) : qsTr("Photo")
    Accessible.onPressAction: thumb.clicked()
    Keys.onReturnPressed: thumb.clicked()

    contentItem: Item {
        Image {
            id: picture
            anchors.fill: parent
            anchors.margins: 1
            source: thumb.source
            sourceSize.width: Math.max(96, thumb.width * 2)
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            clip: true
        }
        Column {
            visible: picture.status !== Image.Ready
            anchors.centerIn: parent
            width: parent.width - Theme.spaceS
            spacing: 2
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "image"
                size: Theme.iconM
                color: Theme.color.textSecondary
            }
            AppLabel {
                visible: picture.status === Image.Error
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                kind: AppLabel.Small
                text: qsTr("No preview")
                color: Theme.color.textSecondary
            }
        }
        Rectangle {
            visible: thumb.place !== ""
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: 5
            width: Theme.iconS + 8
            height: width
            radius: width / 2
            color: Theme.color.surface
            Icon {
                anchors.centerIn: parent
                size: Theme.iconS
                name: thumb.place === "verified" ? "state-verified"
                    : thumb.place === "returned" ? "returned"
                    : thumb.place === "delivered" ? "state-delivered" : "state-local"
                color: thumb.place === "verified" ? Theme.color.pass
                     : thumb.place === "returned" ? Theme.color.fail : Theme.color.textSecondary
            }
        }
    }

    background: Rectangle {
        radius: Theme.radiusS
        color: Theme.color.surfaceAlt
        border.width: Theme.stroke
        border.color: Theme.color.outline
        FocusRing {
            shown: thumb.visualFocus
            radius: parent.radius + 4
        }
    }
}
