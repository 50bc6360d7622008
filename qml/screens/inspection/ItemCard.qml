pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// One item: the question, its answer, and below it what belongs to the answer.
ChecklistEntry {
    id: card

    objectName: "item-" + itemId
    implicitHeight: column.implicitHeight + 2 * Theme.spaceL
    radius: Theme.radiusM
    color: Theme.color.surface
    border.width: unsettled ? 2 : Theme.stroke
    border.color: unsettled ? Theme.color.fail : Theme.color.outline

    Accessible.role: Accessible.ListItem
    Accessible.name: no + " " + text
    Accessible.description: outcomeText

    Column {
        id: column
        x: Theme.spaceL
        y: Theme.spaceL
        width: parent.width - 2 * Theme.spaceL
        spacing: Theme.spaceM

        Item {
            width: parent.width
            implicitHeight: Math.max(question.implicitHeight, answerSlot.beside ? answerSlot.implicitHeight : 0)

            AppLabel {
                id: number
                width: Math.max(implicitWidth, Math.round(30 * Theme.scale))
                text: card.no
                strong: true
                color: Theme.color.textSecondary
            }
            Column {
                id: question
                anchors.left: number.right
                anchors.leftMargin: Theme.spaceS
                width: parent.width - x - (notes.visible || answerSlot.beside ? notes.width + Theme.spaceS : 0)
                       - (answerSlot.beside ? answerSlot.width + Theme.spaceL : 0)
                spacing: Theme.spaceXs
                AppLabel {
                    width: parent.width
                    text: card.text
                    color: card.applicable ? Theme.color.text : Theme.color.textSecondary
                }
                AppLabel {
                    width: parent.width
                    kind: AppLabel.Small
                    text: card.basisText
                    color: Theme.color.textSecondary
                }
                ItemMarks {
                    width: parent.width
                    restricted: card.restricted
                    openBefore: card.openBefore
                    photoRequired: card.photoRequired
                    prefilled: card.prefilled
                    major: card.level === Core.Level.Major
                    levelText: card.levelText
                }
            }
            ItemAnswer {
                id: answerSlot
                readonly property bool beside: card.wide && column.width > 660 && Theme.scale < 1.3
                visible: card.applicable
                parent: beside ? question.parent : below
                x: beside ? parent.width - width - notes.width - Theme.spaceS : 0
                width: beside ? 344 : parent.width
                item: card
            }
            IconButton {
                id: notes
                objectName: "unfold-" + card.itemId
                visible: card.applicable && !card.failed
                y: answerSlot.beside ? Math.round((Theme.touchAnswer - height) / 2) : -Theme.spaceM
                anchors.right: parent.right
                anchors.rightMargin: answerSlot.beside ? 0 : -Theme.spaceM
                iconName: card.unfolded ? "chevron-up" : "camera"
                iconColor: Theme.color.accent
                text: card.unfolded ? qsTr("Fold") : qsTr("Note or photo")
                onClicked: card.unfoldRequested(!card.unfolded)
            }
        }
        Item {
            id: below
            visible: card.applicable && !answerSlot.beside
            width: parent.width
            implicitHeight: visible ? answerSlot.implicitHeight : 0
        }
        ItemFollowUp {
            width: parent.width
            item: card
        }
    }
}
