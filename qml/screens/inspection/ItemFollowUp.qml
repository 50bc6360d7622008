pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// What follows an answer: warnings, the reason for not applicable, note and photos, the hazard of a failed item.
Column {
    id: follow

    required property ChecklistEntry item
    readonly property bool details: item.unfolded || item.note !== "" || item.photos.length > 0

    spacing: Theme.spaceM

    Banner {
        width: parent.width
        text: follow.item.warningText
        iconName: "warning"
        tone: Tone.Warn
    }
    FormField {
        visible: follow.item.outcome === Core.Outcome.NotApplicable && follow.item.applicable
        width: parent.width
        label: qsTr("Why it does not apply")
        required: true
        TextEntry {
            objectName: "reason-" + follow.item.itemId
            width: parent ? parent.width : 0
            value: follow.item.reason
            accessibleName: qsTr("Why it does not apply")
            onEdited: text => follow.item.editor.notApplicable(follow.item.itemId, text)
        }
    }
    AppLabel {
        visible: !follow.item.applicable
        width: parent.width
        kind: AppLabel.Small
        text: qsTr("Not applicable: %1").arg(follow.item.reason)
        color: Theme.color.textSecondary
    }
    ItemNotes {
        visible: follow.details && follow.item.applicable && !follow.item.failed
        width: parent.width
        item: follow.item
    }
    FailedItem {
        visible: follow.item.failed
        width: parent.width
        item: follow.item
    }
}
