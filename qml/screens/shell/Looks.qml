pragma Singleton

import QtQml
import CampusSafety.Core
import CampusSafety.Theme

// Which icon, tone and control value stands for a value of the field. Words come from the view models.
QtObject {
    // The parts that are not empty, with a dot between them.
    function joined(parts: var): string {
        return parts.filter(part => part !== "").join(" · ")
    }

    function place(syncState: int): string {
        return syncState === Core.SyncState.Verified ? "verified"
             : syncState === Core.SyncState.Rejected ? "returned"
             : syncState === Core.SyncState.Delivered ? "delivered" : "local"
    }

    function outcome(value: int): string {
        return value === Core.Outcome.Pass ? "pass" : value === Core.Outcome.Fail ? "fail"
             : value === Core.Outcome.NotApplicable ? "na" : ""
    }

    function outcomeTone(value: int): int {
        return value === Core.Outcome.Pass ? Tone.Pass : value === Core.Outcome.Fail ? Tone.Fail : Tone.Neutral
    }

    function outcomeIcon(value: int): string {
        return value === Core.Outcome.Pass ? "check" : value === Core.Outcome.Fail ? "cross"
             : value === Core.Outcome.NotApplicable ? "not-applicable" : "clock"
    }

    function assetIcon(kind: int): string {
        switch (kind) {
        case Core.AssetKind.Bus: return "bus"
        case Core.AssetKind.Canteen: return "canteen"
        case Core.AssetKind.Building: return "building"
        case Core.AssetKind.FloodPoint: return "flood"
        default: return "school"
        }
    }

    function checklistIcon(checklistId: string, assetKind: int): string {
        const icons = { "flood": "flood", "fire": "fire", "three-defences": "shield",
            "drowning-prevention": "swim", "campus-perimeter-traffic": "traffic" }
        for (const key in icons) {
            if (checklistId.startsWith(key))
                return icons[key]
        }
        return assetIcon(assetKind)
    }

    function stateTone(state: int): int {
        switch (state) {
        case Core.HazardState.Assigned: return Tone.Warn
        case Core.HazardState.Registered: return Tone.Warn
        case Core.HazardState.Rectifying: return Tone.Accent
        case Core.HazardState.Submitted: return Tone.Accent
        case Core.HazardState.Closed: return Tone.Pass
        default: return Tone.Neutral
        }
    }

    function stateIcon(state: int): string {
        switch (state) {
        case Core.HazardState.Registered: return "flag"
        case Core.HazardState.Assigned: return "document"
        case Core.HazardState.Rectifying: return "wrench"
        case Core.HazardState.Submitted: return "review"
        case Core.HazardState.Closed: return "check"
        case Core.HazardState.Merged: return "link"
        case Core.HazardState.Void: return "not-applicable"
        default: return "note"
        }
    }
}
