pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// Chooses a checklist and, where it is about buses, canteens, buildings or flood points, which of them.
PlacePage {
    id: screen

    property string checklistId: ""
    property int assetKind: 0
    property var chosenAssets: []
    readonly property bool asksAssets: checklistId !== "" && assetKind !== Core.AssetKind.School

    function toggle(assetId: string, on: bool) {
        chosenAssets = on ? chosenAssets.concat([assetId]) : chosenAssets.filter(id => id !== assetId)
    }

    whole: true

    SchoolPage {
        id: school
        schoolId: screen.pageId
    }

    AppBar {
        id: bar
        width: parent.width
        title: qsTr("Start an inspection")
        subtitle: school.name
        backVisible: true
        onBackRequested: screen.backRequested()
    }
    ScrollPage {
        id: page
        anchors.top: bar.bottom
        anchors.bottom: actions.top
        width: parent.width
        spacing: Theme.spaceM

        SectionHeader {
            width: parent.width
            title: qsTr("Checklist")
        }
        EmptyState {
            visible: school.checklists.count === 0
            width: parent.width
            title: qsTr("No checklist yet")
            text: qsTr("Sync once to receive the checklists of the bureau.")
        }
        Repeater {
            model: school.checklists
            ChoiceRow {
                required property var model
                objectName: "checklist-" + model.checklistId
                width: parent ? parent.width : 0
                iconName: Looks.checklistIcon(model.checklistId, model.assetKind)
                text: model.title
                detail: model.assetKind === Core.AssetKind.School
                        ? qsTr("Items: %1").arg(model.itemCount)
                        : qsTr("Items: %1").arg(model.itemCount) + " · "
                          + qsTr("%1 × %2").arg(model.assetKindText).arg(model.assetCount)
                checked: model.checklistId === screen.checklistId
                onClicked: {
                    screen.checklistId = model.checklistId
                    screen.assetKind = model.assetKind
                    screen.chosenAssets = []
                }
            }
        }
        SectionHeader {
            width: parent.width
            visible: screen.asksAssets
            title: qsTr("What is inspected")
            detail: qsTr("one run for each")
        }
        Repeater {
            model: screen.asksAssets ? school.assets : null
            CheckRow {
                required property var model
                objectName: "asset-" + model.assetId
                visible: model.kind === screen.assetKind
                height: visible ? implicitHeight : 0
                width: parent ? parent.width : 0
                text: model.name
                detail: model.detail
                checked: screen.chosenAssets.includes(model.assetId)
                onToggled: screen.toggle(model.assetId, checked)
            }
        }
        Banner {
            objectName: "startError"
            width: parent.width
            text: school.errorText
            iconName: "warning"
            tone: Tone.Fail
        }
    }
    ActionBar {
        id: actions
        anchors.bottom: parent.bottom
        width: parent.width
        AppButton {
            objectName: "begin"
            width: Math.min(parent.width, Math.max(implicitWidth, 280))
            text: screen.chosenAssets.length > 1 ? qsTr("Begin with the first of %1").arg(screen.chosenAssets.length)
                                                 : qsTr("Begin")
            iconName: "forward"
            enabled: screen.checklistId !== "" && (!screen.asksAssets || screen.chosenAssets.length > 0)
            onClicked: {
                const id = school.start(screen.checklistId, screen.chosenAssets)
                if (id !== "")
                    screen.pageReplaced("inspection", id)
            }
        }
    }
}
