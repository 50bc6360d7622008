pragma Singleton

import QtQml

// What the stub models show: "normal", "empty", "loading" or "error", and the pictures they use.
QtObject {
    property string scenario: "normal"
    // Which checklist InspectionEditor shows: "under-way" or "twenty" (20 items without an answer).
    property string checklist: "under-way"

    function reset() {
        scenario = "normal"
        checklist = "under-way"
    }

    readonly property string doorTied: Qt.resolvedUrl("../../photos/door-tied.svg")
    readonly property string doorFree: Qt.resolvedUrl("../../photos/door-free.svg")
    readonly property string railing: Qt.resolvedUrl("../../photos/railing.svg")
    readonly property string drain: Qt.resolvedUrl("../../photos/drain.svg")
    readonly property string signature: Qt.resolvedUrl("../../photos/signature.svg")
    readonly property string secondSignature: Qt.resolvedUrl("../../photos/signature-2.svg")
}
