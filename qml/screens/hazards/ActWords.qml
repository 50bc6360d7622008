pragma Singleton

import QtQml
import CampusSafety.Core

// The word and icon on the button of each act.
QtObject {
    // Main acts stand in the bar at the bottom, the others at the end of the page.
    function isMain(act: int): bool {
        return act === Core.Act.Receive || act === Core.Act.Prepare || act === Core.Act.Confirm
            || act === Core.Act.Pass || act === Core.Act.Return
    }

    function verb(act: int): string {
        switch (act) {
        case Core.Act.Receive: return qsTr("Sign for")
        case Core.Act.Progress: return qsTr("Report progress")
        case Core.Act.Prepare: return qsTr("Prepare the rectification")
        case Core.Act.Confirm: return qsTr("Confirm the rectification")
        case Core.Act.Pass: return qsTr("Pass and close")
        case Core.Act.Return: return qsTr("Return")
        case Core.Act.AskExtension: return qsTr("Ask for an extension")
        case Core.Act.Reopen: return qsTr("Reopen")
        case Core.Act.Note: return qsTr("Add a remark")
        default: return ""
        }
    }

    function icon(act: int): string {
        switch (act) {
        case Core.Act.Receive: return "signature"
        case Core.Act.Progress: return "message"
        case Core.Act.Prepare: return "note"
        case Core.Act.Confirm: return "check"
        case Core.Act.Pass: return "check"
        case Core.Act.Return: return "returned"
        case Core.Act.AskExtension: return "calendar"
        case Core.Act.Reopen: return "undo"
        default: return "message"
        }
    }
}
