import QtQuick
import CampusSafety.Core
import CampusSafety.Theme

// The control that answers an item, by the kind of response it asks for.
Item {
    id: answer

    required property ChecklistEntry item

    function fileFor(response: int): string {
        switch (response) {
        case Core.Response.Number: return "NumberAnswer.qml"
        case Core.Response.DateNotExpired: return "DateAnswer.qml"
        case Core.Response.DateWithin: return "DateAnswer.qml"
        case Core.Response.CountOfTotal: return "CountAnswer.qml"
        case Core.Response.Choice: return "ChoiceAnswer.qml"
        default: return "OutcomeAnswer.qml"
        }
    }

    implicitHeight: loader.status === Loader.Ready ? loader.implicitHeight : Theme.touchAnswer
    Component.onCompleted: loader.setSource(fileFor(item.response), { item: item })

    Loader {
        id: loader
        width: parent.width
    }
}
