import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// One record on its way: where it is, its photos, and, when it came back, why and what one can answer.
Item {
    id: row

    // The roles of SyncItemModel.
    required property var entry
    property bool last: false

    signal noteTaken()
    signal attached()

    implicitWidth: 320
    implicitHeight: column.implicitHeight + 2 * Theme.spaceM

    Accessible.role: Accessible.ListItem
    Accessible.name: entry.title + ", " + entry.stateText + (entry.reasonText !== "" ? ", " + entry.reasonText : "")

    Rectangle {
        visible: row.entry.isCard
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
            text: row.entry.title
        }
        AppLabel {
            visible: text !== ""
            width: parent.width
            kind: AppLabel.Small
            text: row.entry.subtitle + (row.entry.subtitle !== "" && row.entry.timeText !== "" ? " · " : "") + row.entry.timeText
            color: Theme.color.textSecondary
        }
        Flow {
            width: parent.width
            topPadding: Theme.spaceXs
            spacing: Theme.spaceS
            SyncBadge {
                place: Looks.place(row.entry.state)
            }
            StatusBadge {
                objectName: "photosOf-" + row.entry.itemId
                visible: row.entry.photosTotal > 0
                text: qsTr("Photos %1/%2").arg(row.entry.photosVerified).arg(row.entry.photosTotal)
                iconName: row.entry.photosVerified === row.entry.photosTotal ? "state-verified" : "image"
                tone: row.entry.photosVerified === row.entry.photosTotal ? Tone.Pass : Tone.Neutral
            }
        }
        AppLabel {
            visible: text !== ""
            width: parent.width
            topPadding: Theme.spaceXs
            text: row.entry.reasonText
            color: row.entry.isCard ? Theme.color.fail : Theme.color.textSecondary
        }
        Flow {
            visible: row.entry.isCard
            width: parent.width
            topPadding: Theme.spaceS
            spacing: Theme.spaceM
            AppButton {
                objectName: "takeNote-" + row.entry.itemId
                text: qsTr("Understood")
                kind: AppButton.Tonal
                onClicked: row.noteTaken()
            }
            AppButton {
                objectName: "attach-" + row.entry.itemId
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
