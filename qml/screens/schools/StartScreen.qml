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
    readonly property bool noChecklists: school.checklists.count === 0 && !school.checklists.loading
                                         && school.checklists.errorText === ""
    readonly property bool asksAssets: checklistId !== "" && assetKind !== Core.AssetKind.School

    function choose(checklistId: string, assetKind: int) {
        screen.checklistId = checklistId
        screen.assetKind = assetKind
        chosenAssets = []
    }

    function toggle(assetId: string, on: bool) {
        chosenAssets = on ? chosenAssets.concat([assetId]) : chosenAssets.filter(id => id !== assetId)
    }

    whole: true
    footHeight: actions.height

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
        LoadingState {
            objectName: "loadingState"
            visible: school.checklists.count === 0 && school.checklists.loading
            width: parent.width
        }
        FirstSync {
            visible: screen.noChecklists && !SyncStatus.received
            width: parent.width
        }
        EmptyState {
            objectName: "emptyState"
            visible: screen.noChecklists && SyncStatus.received
            width: parent.width
            title: qsTr("No checklists")
            text: qsTr("The bureau has no checklist for this school.")
        }
        Repeater {
            model: school.checklists
            Column {
                id: choice
                required property string checklistId
                required property string title
                required property int assetKind
                required property string assetKindText
                required property int assetCount
                required property int itemCount
                readonly property bool chosen: checklistId === screen.checklistId
                width: parent ? parent.width : 0
                spacing: Theme.spaceS

                ChoiceRow {
                    objectName: "checklist-" + choice.checklistId
                    width: parent.width
                    iconName: Looks.checklistIcon(choice.checklistId, choice.assetKind)
                    text: choice.title
                    detail: choice.assetKind === Core.AssetKind.School
                            ? qsTr("Items: %1").arg(choice.itemCount)
                            : qsTr("Items: %1").arg(choice.itemCount) + " · "
                              + qsTr("%1 × %2").arg(choice.assetKindText).arg(choice.assetCount)
                    checked: choice.chosen
                    onClicked: screen.choose(choice.checklistId, choice.assetKind)
                }
                AssetChooser {
                    visible: choice.chosen && screen.asksAssets
                    x: Theme.spaceXl
                    width: parent.width - x
                    assets: visible ? school.assets : null
                    assetKind: screen.assetKind
                    chosen: screen.chosenAssets
                    onToggled: (assetId, on) => screen.toggle(assetId, on)
                }
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
            width: actions.mainWidth
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
