pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The events of a hazard, newest first, each with its photos.
Column {
    id: timeline

    required property TimelineModel entries

    Accessible.role: Accessible.List
    Accessible.name: qsTr("History")

    Repeater {
        model: timeline.entries
        TimelineItem {
            id: entry
            required property int index
            required property string actText
            required property string actorName
            required property string roleText
            required property string timeText
            required property string text
            required property var photos
            required property bool pending
            width: timeline.width
            title: actText
            who: roleText !== "" ? actorName + " " + roleText : actorName
            when: timeText
            note: text
            iconName: "clock"
            tone: index === 0 ? Tone.Accent : Tone.Neutral
            first: index === 0
            last: index === timeline.entries.count - 1
            place: pending ? "local" : ""

            Flow {
                width: parent ? parent.width : 0
                spacing: Theme.spaceS
                Repeater {
                    model: entry.photos
                    PhotoThumb {
                        required property int index
                        required property string modelData
                        width: 72
                        height: 72
                        source: modelData
                        caption: entry.title + " " + (index + 1)
                        onClicked: viewer.show(entry.photos, index, entry.title)
                    }
                }
            }
        }
    }
    PhotoViewer { id: viewer }
}
