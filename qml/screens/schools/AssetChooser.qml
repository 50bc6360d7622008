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
            required property var model
            objectName: "asset-" + model.assetId
            visible: model.kind === chooser.assetKind
            height: visible ? implicitHeight : 0
            width: parent ? parent.width : 0
            text: model.name
            detail: model.detail
            checked: chooser.chosen.includes(model.assetId)
            onToggled: chooser.toggled(model.assetId, checked)
        }
    }
}
