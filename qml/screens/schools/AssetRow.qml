import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// A bus, canteen, building or flood point with its last result.
ListRow {
    id: row

    // The roles of AssetListModel.
    required property var asset

    opens: false
    iconName: Looks.assetIcon(asset.kind)
    iconTone: Tone.Neutral
    title: asset.name
    detail: asset.kindText + (asset.detail !== "" ? " · " + asset.detail : "")

    below: Flow {
        width: parent ? parent.width : 0
        topPadding: Theme.spaceXs
        spacing: Theme.spaceS
        StatusBadge {
            text: row.asset.lastResultText
            iconName: Looks.outcomeIcon(row.asset.lastOutcome)
            tone: Looks.outcomeTone(row.asset.lastOutcome)
        }
        StatusBadge {
            visible: text !== ""
            text: row.asset.warningText
            iconName: "warning"
            tone: Tone.Warn
        }
        StatusBadge {
            visible: row.asset.openCount > 0
            text: qsTr("%1 open").arg(row.asset.openCount)
            iconName: "hazard"
            tone: Tone.Warn
        }
    }
}
