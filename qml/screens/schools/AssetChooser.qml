pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// Which buses, canteens, buildings or flood points a checklist is run for.
Column {
    id: chooser

    // An AssetListModel or null.
    property var assets: null
    property int assetKind: 0
    property var chosen: []

    signal toggled(string assetId, bool on)

    spacing: Theme.spaceS

    AppLabel {
        width: parent.width
        kind: AppLabel.Small
        text: qsTr("Choose what is inspected; each is one run.")
        color: Theme.color.textSecondary
    }
    Repeater {
        model: chooser.assets
        CheckRow {
            required property string assetId
            required property int kind
            required property string name
            required detail
            objectName: "asset-" + assetId
            visible: kind === chooser.assetKind
            height: visible ? implicitHeight : 0
            width: parent ? parent.width : 0
            text: name
            checked: chooser.chosen.includes(assetId)
            onToggled: chooser.toggled(assetId, checked)
        }
    }
}
