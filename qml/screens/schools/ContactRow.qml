import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// A person to call: role, name, number, and a button that dials.
Item {
    id: row

    property string roleName: ""
    property string personName: ""
    property string phone: ""

    visible: personName !== "" || phone !== ""
    implicitWidth: 320
    implicitHeight: Math.max(texts.implicitHeight, call.visible ? Theme.touch : 0)

    Column {
        id: texts
        anchors.left: parent.left
        anchors.right: call.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        AppLabel {
            width: parent.width
            kind: AppLabel.Small
            text: row.roleName
            color: Theme.color.textSecondary
        }
        AppLabel {
            width: parent.width
            text: row.personName + (row.phone !== "" ? "   " + row.phone : "")
        }
    }
    IconButton {
        id: call
        visible: row.phone !== ""
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        iconName: "phone"
        iconColor: Theme.color.accent
        fill: Theme.color.accentSoft
        text: qsTr("Call %1").arg(row.personName)
        onClicked: Qt.openUrlExternally("tel:" + row.phone)
    }
}
