pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// What the four marks mean.
Card {
    id: legend

    Repeater {
        model: [{ place: "local", text: qsTr("Saved here, not yet on the server.") },
            { place: "delivered", text: qsTr("The record is on the server; photos may be missing.") },
            { place: "verified", text: qsTr("The server has checked the record and every photo.") },
            { place: "returned", text: qsTr("The server refused it and says why. Nothing is lost.") }]

        Flow {
            id: line
            required property var modelData
            width: parent ? parent.width : 0
            spacing: Theme.spaceS
            SyncBadge {
                place: line.modelData.place
            }
            AppLabel {
                width: Math.min(implicitWidth, parent.width)
                topPadding: 3
                kind: AppLabel.Small
                text: line.modelData.text
                color: Theme.color.textSecondary
            }
        }
    }
}
