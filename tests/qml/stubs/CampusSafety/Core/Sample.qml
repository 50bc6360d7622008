pragma Singleton

import QtQml

// What the stub models show: "normal", "empty", "loading" or "error", and the pictures they use.
QtObject {
    property string scenario: "normal"
    readonly property string doorTied: Qt.resolvedUrl("../../photos/door-tied.svg")
    readonly property string doorFree: Qt.resolvedUrl("../../photos/door-free.svg")
    readonly property string railing: Qt.resolvedUrl("../../photos/railing.svg")
    readonly property string drain: Qt.resolvedUrl("../../photos/drain.svg")
    readonly property string signature: Qt.resolvedUrl("../../photos/signature.svg")
    readonly property string secondSignature: Qt.resolvedUrl("../../photos/signature-2.svg")
}
