pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The events of a hazard, oldest first, each with its photos.
Column {
    id: timeline

    required property TimelineModel entries

    Accessible.role: Accessible.List
    Accessible.name: qsTr("History")

    Repeater {
        model: timeline.entries
        TimelineItem {
            id: entry
            required property var model
            required property int index
            width: timeline.width
            title: model.actText
            who: model.roleText !== "" ? model.actorName + " " + model.roleText : model.actorName
            when: model.timeText
            note: model.text
            iconName: "clock"
            tone: index === timeline.entries.count - 1 ? Tone.Accent : Tone.Neutral
            first: index === 0
            last: index === timeline.entries.count - 1
            place: model.pending ? "local" : ""

            Flow {
                width: parent ? parent.width : 0
                spacing: Theme.spaceS
                Repeater {
                    model: entry.model.photos
                    PhotoThumb {
                        required property int index
                        required property string modelData
                        width: 72
                        height: 72
                        source: modelData
                        caption: entry.title + " " + (index + 1)
                        onClicked: viewer.show(entry.model.photos, index, entry.title)
                    }
                }
            }
        }
    }
    PhotoViewer { id: viewer }
}
