import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// What was done, when, for how much, and after-photos from the same place. The principal confirms it.
ActForm {
    id: form

    readonly property bool confirms: act === Core.Act.Confirm

    // Who confirms does not change the day that was prepared by the way.
    readonly property string firstDay: kept.doneOnIso ? kept.doneOnIso
        : hazard.doneOnIso !== "" ? hazard.doneOnIso : App.today

    doneText: confirms ? qsTr("Rectification confirmed; it waits for review") : qsTr("Prepared; the principal confirms it")

    function submit(): bool {
        done.commitNow()
        money.commitNow()
        return confirms ? hazard.confirm(done.fullText, doneOn.day, money.fullText)
                        : hazard.prepare(done.fullText, doneOn.day, money.fullText)
    }

    function written(): var {
        return { done: done.fullText, doneOnIso: doneOn.day, moneyText: money.fullText }
    }

    FormField {
        width: parent.width
        label: qsTr("What was done")
        required: true
        TextAreaEntry {
            id: done
            objectName: "doneText"
            width: parent ? parent.width : 0
            lines: 3
            value: form.kept.done ?? form.hazard.doneText
            onEdited: form.keep()
            accessibleName: qsTr("What was done")
        }
    }
    ActPhotos {
        width: parent.width
        hazard: form.hazard
        label: qsTr("After-photos, same place: %1").arg(form.hazard.expectedPlace)
        required: true
    }
    Flow {
        width: parent.width
        spacing: Theme.spaceL
        FormField {
            width: Math.min(parent.width, 260 * Theme.scale)
            label: qsTr("Done on")
            DateEntry {
                id: doneOn
                objectName: "doneOn"
                width: parent ? parent.width : 0
                title: qsTr("Done on")
                today: App.today
                day: form.firstDay
                onDayChosen: day => {
                    doneOn.day = day
                    form.keep()
                }
            }
        }
        FormField {
            width: Math.min(parent.width, 260 * Theme.scale)
            label: qsTr("Money spent")
            NumberEntry {
                id: money
                objectName: "money"
                width: parent ? parent.width : 0
                unit: qsTr("yuan")
                value: form.kept.moneyText ?? ""
                onEdited: form.keep()
                accessibleName: qsTr("Money spent")
            }
        }
    }
}
