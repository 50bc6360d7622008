import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// A failed item: why, what to do at once, and the hazard or the fix on the spot that settles it.
Column {
    id: failed

    required property ChecklistEntry item
    readonly property bool settled: item.fix !== Core.ItemFix.None

    readonly property bool formWanted: item.failed && item.unfolded

    function showForm() {
        if (formWanted)
            loader.setSource("HazardForm.qml", { inspectionId: item.editor.inspectionId, itemId: item.itemId, removable: settled })
        else
            loader.source = ""
    }

    onFormWantedChanged: showForm()
    Component.onCompleted: showForm()

    spacing: Theme.spaceM

    Banner {
        width: parent.width
        text: [failed.item.failText, failed.item.failActionText].filter(line => line !== "").join("\n")
        iconName: "hazard"
        tone: Tone.Fail
    }
    Banner {
        objectName: "settled-" + failed.item.itemId
        width: parent.width
        visible: failed.settled && !failed.item.unfolded
        text: failed.item.fix === Core.ItemFix.FixedOnSpot ? qsTr("Fixed on the spot")
            : failed.item.fix === Core.ItemFix.StillOpen ? qsTr("Still not rectified: noted on the open hazard")
            : qsTr("Hazard drafted")
        iconName: "check"
        tone: Tone.Neutral
        actionText: qsTr("Open")
        onActionRequested: failed.item.unfoldRequested(true)
    }
    // Where something must be done at once, its proof goes with a form.
    AppButton {
        objectName: "stillOpen-" + failed.item.itemId
        visible: failed.item.openBefore && !failed.settled && failed.item.failActionText === ""
        text: qsTr("Still not rectified")
        iconName: "history"
        kind: AppButton.Tonal
        width: Math.min(implicitWidth, parent.width)
        onClicked: {
            if (failed.item.editor.stillOpen(failed.item.itemId))
                failed.item.hazardSaved()
        }
    }
    AppButton {
        objectName: "settle-" + failed.item.itemId
        visible: !failed.settled && !failed.item.unfolded
        text: qsTr("Register the hazard or fix it on the spot")
        iconName: "flag"
        width: Math.min(implicitWidth, parent.width)
        onClicked: failed.item.unfoldRequested(true)
    }
    Loader {
        id: loader
        width: parent.width
        visible: status === Loader.Ready
    }
    Connections {
        target: loader.item
        ignoreUnknownSignals: true
        function onSaved() {
            failed.item.hazardSaved()
        }
        function onFolded() {
            failed.item.unfoldRequested(false)
        }
    }
}
