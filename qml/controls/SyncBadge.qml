import QtQuick
import CampusSafety.Theme

// Where a record or photo is: only here, delivered, verified by the server, or returned with a reason.
// Only "verified" is green.
StatusBadge {
    // "local", "delivered", "verified" or "returned".
    required property string place

    tone: place === "verified" ? Tone.Pass : place === "returned" ? Tone.Fail
        : place === "delivered" ? Tone.Accent : Tone.Neutral
    iconName: place === "verified" ? "state-verified" : place === "returned" ? "returned"
            : place === "delivered" ? "state-delivered" : "state-local"
    text: place === "verified" ? qsTr("Verified") : place === "returned" ? qsTr("Returned")
        : place === "delivered" ? qsTr("Delivered") : qsTr("Only on this device")
}
