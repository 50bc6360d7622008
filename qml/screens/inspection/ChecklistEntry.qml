import QtQuick
import CampusSafety.Core

// One item of a checklist as its parts see it: the roles of ChecklistItemModel, the editor, and what can be asked of it.
Rectangle {
    id: entry

    required property int index
    required property string itemId
    required property string no
    required property string text
    required property string basisText
    required property int response
    required property string unit
    required property string limitText
    required property int outcome
    required property string outcomeText
    required property bool applicable
    required property bool prefilled
    required property string numberText
    required property string dateIso
    required property string countText
    required property string totalText
    required property string choice
    required property var choices
    required property string note
    required property string reason
    required property var photos
    required property bool photoRequired
    required property string warningText
    required property string failText
    required property int level
    required property string levelText
    required property string failActionText
    required property int fix
    required property bool restricted
    required property bool openBefore

    required property InspectionEditor editor
    property bool wide: false
    property bool unfolded: false

    readonly property bool failed: outcome === Core.Outcome.Fail
    readonly property bool unsettled: failed && fix === Core.ItemFix.None

    signal unfoldRequested(bool on)
    signal answered(string outcome)
    signal hazardSaved()
}
