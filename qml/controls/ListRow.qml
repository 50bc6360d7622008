import QtQuick
import QtQuick.Templates as T
import CampusSafety.Theme

// One record in a list: icon, title, second line, facts at the right, and that it can be opened.
T.ItemDelegate {
    id: row

    property string title: ""
    // What stands around the title, with %1 for the title itself.
    property string titleFormat: "%1"
    property string detail: ""
    property string iconName: ""
    property int iconTone: Tone.Accent
    property bool opens: true
    property bool separated: true
    // Whether the row stands on a soft tone already.
    property bool softGround: highlighted
    default property alias facts: factSlot.data
    property alias below: belowSlot.data

    implicitWidth: 320
    implicitHeight: Math.max(Theme.touchAnswer + Theme.spaceS,
                             texts.implicitHeight + topPadding + bottomPadding,
                             factSlot.childrenRect.height + topPadding + bottomPadding)
    leftPadding: Theme.spaceL
    rightPadding: Theme.spaceL
    topPadding: Theme.spaceM
    bottomPadding: Theme.spaceM
    focusPolicy: opens ? Qt.StrongFocus : Qt.NoFocus
    hoverEnabled: true

    Accessible.role: Accessible.ListItem
    Accessible.name: titleFormat.arg(title)
    Accessible.description: detail
    Accessible.selectable: opens
    Accessible.selected: highlighted
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    contentItem: Item {
        Rectangle {
            id: iconDisc
            visible: row.iconName !== ""
            width: visible ? Theme.iconM + 20 : 0
            height: width
            radius: Theme.radiusS + 2
            // Not by anchors that change: between two of them the height would follow.
            y: Math.max(0, texts.implicitHeight > height ? texts.y : (parent.height - height) / 2)
            color: row.softGround ? Theme.color.surface : Theme.toneSoft(row.iconTone)
            Icon {
                anchors.centerIn: parent
                name: row.iconName
                color: Theme.toneColor(row.iconTone)
            }
        }
        Column {
            id: texts
            anchors.left: iconDisc.right
            anchors.leftMargin: iconDisc.visible ? Theme.spaceM : 0
            anchors.right: factSlot.left
            anchors.rightMargin: factSlot.width > 0 ? Theme.spaceM : 0
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            AppLabel {
                width: parent.width
                text: row.titleFormat.arg(row.title)
                strong: true
                Accessible.ignored: true
            }
            AppLabel {
                visible: row.detail !== ""
                width: parent.width
                kind: AppLabel.Small
                text: row.detail
                color: Theme.color.textSecondary
                Accessible.ignored: true
            }
            Item {
                id: belowSlot
                visible: children.length > 0
                width: parent.width
                implicitHeight: childrenRect.height
            }
        }
        Item {
            id: factSlot
            anchors.right: arrow.left
            anchors.rightMargin: row.opens ? Theme.spaceXs : 0
            anchors.verticalCenter: parent.verticalCenter
            width: childrenRect.width
            height: childrenRect.height
        }
        Icon {
            id: arrow
            visible: row.opens
            width: visible ? size : 0
            anchors.right: parent.right
            anchors.rightMargin: -4
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-right"
            size: Theme.iconS + 2
            color: Theme.color.textSecondary
        }
    }

    background: Rectangle {
        color: row.highlighted ? Theme.color.accentSoft : "transparent"

        PressShade {
            pressed: row.down && row.opens
            hovered: row.hovered && row.opens
            ink: Theme.color.text
        }
        Rectangle {
            visible: row.highlighted
            width: 4
            height: parent.height
            color: Theme.color.accent
        }
        Rectangle {
            visible: row.separated
            anchors.bottom: parent.bottom
            x: Theme.spaceL
            width: parent.width - 2 * Theme.spaceL
            height: Theme.stroke
            color: Theme.color.outline
        }
        FocusRing {
            shown: row.visualFocus
            anchors.margins: 1
            radius: Theme.radiusS
        }
    }
}
