import QtQuick
import CampusSafety.Controls
import CampusSafety.Theme

// So many of so many.
Row {
    id: entry

    property string count: ""
    property string total: ""
    property string unit: ""
    property string subject: ""

    signal edited(string count, string total)

    spacing: Theme.spaceS

    NumberEntry {
        id: countEntry
        implicitHeight: Math.max(Theme.touchAnswer, contentHeight + topPadding + bottomPadding)
        width: Math.round(92 * Theme.scale)
        wholeNumber: true
        value: entry.count
        accessibleName: qsTr("%1: how many").arg(entry.subject)
        onEdited: entry.edited(text, totalEntry.text)
    }
    AppLabel {
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("of")
    }
    NumberEntry {
        id: totalEntry
        implicitHeight: countEntry.implicitHeight
        width: Math.round(92 * Theme.scale)
        wholeNumber: true
        value: entry.total
        accessibleName: qsTr("%1: of how many").arg(entry.subject)
        onEdited: entry.edited(countEntry.text, text)
    }
    AppLabel {
        visible: entry.unit !== ""
        anchors.verticalCenter: parent.verticalCenter
        text: entry.unit
        color: Theme.color.textSecondary
    }
}
