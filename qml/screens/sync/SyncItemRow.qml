import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One record on its way: where it is, its photos, and, when it came back, why and what one can answer.
Item {
    id: row

    required property int index
    required property string itemId
    required property string title
    required property string subtitle
    required property string timeText
    required property int state
    required property string stateText
    required property string reasonText
    required property int photosVerified
    required property int photosTotal
    required property bool isCard
    property bool last: false

    signal noteTaken()
    signal attached()

    objectName: "sync-" + itemId
    implicitWidth: 320
    implicitHeight: column.implicitHeight + 2 * Theme.spaceM

    Accessible.role: Accessible.ListItem
    Accessible.name: title + ", " + stateText + (reasonText !== "" ? ", " + reasonText : "")

    Rectangle {
        visible: row.isCard
        width: 4
        height: parent.height
        color: Theme.color.fail
    }
    Column {
        id: column
        x: Theme.spaceL
        y: Theme.spaceM
        width: parent.width - 2 * Theme.spaceL
        spacing: Theme.spaceXs

        AppLabel {
            width: parent.width
            strong: true
            text: row.title
        }
        AppLabel {
            visible: text !== ""
            width: parent.width
            kind: AppLabel.Small
            text: row.subtitle + (row.subtitle !== "" && row.timeText !== "" ? " · " : "") + row.timeText
            color: Theme.color.textSecondary
        }
        Flow {
            width: parent.width
            topPadding: Theme.spaceXs
            spacing: Theme.spaceS
            SyncBadge {
                place: Looks.place(row.state)
            }
            StatusBadge {
                objectName: "photosOf-" + row.itemId
                visible: row.photosTotal > 0
                text: qsTr("Photos %1/%2").arg(row.photosVerified).arg(row.photosTotal)
                iconName: row.photosVerified === row.photosTotal ? "state-verified" : "image"
                tone: row.photosVerified === row.photosTotal ? Tone.Pass : Tone.Neutral
            }
        }
        AppLabel {
            visible: text !== ""
            width: parent.width
            topPadding: Theme.spaceXs
            text: row.reasonText
            color: row.isCard ? Theme.color.fail : Theme.color.textSecondary
        }
        Flow {
            visible: row.isCard
            width: parent.width
            topPadding: Theme.spaceS
            spacing: Theme.spaceM
            AppButton {
                objectName: "takeNote-" + row.itemId
                text: qsTr("Understood")
                kind: AppButton.Tonal
                onClicked: row.noteTaken()
            }
            AppButton {
                objectName: "attach-" + row.itemId
                text: qsTr("Keep as a remark")
                kind: AppButton.Outlined
                onClicked: row.attached()
            }
        }
    }
    Divider {
        visible: !row.last
        anchors.bottom: parent.bottom
        x: Theme.spaceL
        width: parent.width - 2 * Theme.spaceL
    }
}
