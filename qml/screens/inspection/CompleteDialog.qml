pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// Ends an inspection, or lists what is missing; a tap leads to each item.
AppDialog {
    id: dialog

    required property InspectionEditor editor
    property bool refused: false

    signal itemChosen(string itemId)
    signal completed()

    function finish() {
        companion.commitNow()
        if (editor.complete(companion.fullText)) {
            close()
            completed()
        } else {
            refused = true
        }
    }

    title: refused && editor.missing.length > 0 ? qsTr("Still missing: %1").arg(editor.missing.length)
                                                : qsTr("Complete the inspection?")
    iconName: refused ? "warning" : "checklist"
    tone: refused ? Tone.Fail : Tone.Accent
    width: Math.min(Theme.dialogWidth + 80, parent ? parent.width - 2 * Theme.spaceL : Theme.dialogWidth)
    onAboutToShow: refused = false

    contentItem: Item {
        implicitHeight: dialog.refused && dialog.editor.missing.length > 0 ? view.contentHeight : ask.implicitHeight

        Column {
            id: ask
            visible: !view.visible
            width: parent.width
            spacing: Theme.spaceM

            AppLabel {
                visible: !dialog.refused
                width: parent.width
                text: dialog.editor.failed > 0
                      ? qsTr("%1 of %2 answered, %3 failed. After completing, answers can no longer be changed.")
                        .arg(dialog.editor.done).arg(dialog.editor.total).arg(dialog.editor.failed)
                      : qsTr("%1 of %2 answered. After completing, answers can no longer be changed.")
                        .arg(dialog.editor.done).arg(dialog.editor.total)
                color: Theme.color.textSecondary
            }
            FormField {
                visible: !dialog.refused
                width: parent.width
                label: qsTr("Accompanied by")
                TextEntry {
                    id: companion
                    objectName: "companion"
                    width: parent ? parent.width : 0
                    accessibleName: qsTr("Accompanied by")
                }
            }
            Banner {
                objectName: "completeRefused"
                width: parent.width
                text: dialog.refused ? dialog.editor.errorText : ""
                iconName: "warning"
                tone: Tone.Fail
            }
        }
        ListView {
            id: view
            objectName: "missingList"
            visible: dialog.refused && dialog.editor.missing.length > 0
            anchors.fill: parent
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: visible ? dialog.editor.missing : []
            delegate: ListRow {
                required property var modelData
                objectName: "missing-" + modelData.itemId
                width: view.width
                leftPadding: 0
                rightPadding: 0
                title: modelData.no + "  " + modelData.text
                detail: modelData.whatText
                onClicked: dialog.itemChosen(modelData.itemId)
            }
        }
    }
    buttons: [
        AppButton {
            objectName: "confirmComplete"
            visible: !dialog.refused
            enabled: !dialog.editor.busy
            text: qsTr("Complete")
            onClicked: dialog.finish()
        },
        AppButton {
            objectName: "closeComplete"
            text: dialog.refused ? qsTr("Go on") : qsTr("Cancel")
            kind: dialog.refused ? AppButton.Tonal : AppButton.Plain
            onClicked: dialog.reject()
        }
    ]
}
