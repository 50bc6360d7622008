import QtQuick
import CampusSafety.Theme

// One sentence that must be seen on a page, with at most one action.
Rectangle {
    id: banner

    property string text: ""
    property string iconName: "info"
    property string actionText: ""
    property int tone: Tone.Accent

    signal actionRequested()

    visible: text !== ""
    implicitWidth: 320
    implicitHeight: column.implicitHeight + 2 * Theme.spaceM
    radius: Theme.radiusS
    color: Theme.toneSoft(tone)

    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: mark
        x: Theme.spaceM
        y: column.beside ? (parent.height - height) / 2 : Theme.spaceM + 1
        name: banner.iconName
        size: Theme.iconM - 2
        color: Theme.toneColor(banner.tone)
    }
    Flow {
        id: column
        anchors.left: mark.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceM
        y: Theme.spaceM
        spacing: Theme.spaceS

        readonly property bool beside: action.visible && width - action.implicitWidth - Theme.spaceS > 200

        AppLabel {
            id: words
            width: column.beside ? column.width - action.implicitWidth - Theme.spaceS : column.width
            height: Math.max(implicitHeight, column.beside ? action.height : 0)
            verticalAlignment: column.beside ? Text.AlignVCenter : Text.AlignTop
            text: banner.text
            color: Theme.toneColor(banner.tone)
            Accessible.ignored: true
        }
        AppButton {
            id: action
            objectName: "bannerAction"
            visible: banner.actionText !== ""
            kind: AppButton.Outlined
            text: banner.actionText
            onClicked: banner.actionRequested()
        }
    }
}
