import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// A bus, canteen, building or flood point with its last result.
ListRow {
    id: row

    required property int index
    required property int kind
    required property string kindText
    required property string name
    required detail
    required property string lastResultText
    required property int lastOutcome
    required property int openCount
    required property string warningText

    opens: false
    iconName: Looks.assetIcon(kind)
    iconTone: Tone.Neutral
    title: kindText + " " + name

    below: Flow {
        width: parent ? parent.width : 0
        topPadding: Theme.spaceXs
        spacing: Theme.spaceS
        StatusBadge {
            maximumWidth: parent ? parent.width : 0
            text: row.lastResultText
            iconName: Looks.outcomeIcon(row.lastOutcome)
            tone: Looks.outcomeTone(row.lastOutcome)
        }
        StatusBadge {
            maximumWidth: parent ? parent.width : 0
            visible: text !== ""
            text: row.warningText
            iconName: "warning"
            tone: Tone.Warn
        }
        StatusBadge {
            maximumWidth: parent ? parent.width : 0
            visible: row.openCount > 0
            text: qsTr("%1 open").arg(row.openCount)
            iconName: "hazard"
            tone: Tone.Warn
        }
    }
}
