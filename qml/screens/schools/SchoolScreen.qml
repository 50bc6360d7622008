pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// One school: what matters now, open hazards by due date, what can be inspected with its last result.
PlacePage {
    id: screen

    readonly property bool noHazards: school.hazards.count === 0 && !school.hazards.loading
                                      && school.hazards.errorText === ""

    footHeight: actions.height

    SchoolPage {
        id: school
        schoolId: screen.pageId
    }

    AppBar {
        id: bar
        width: parent.width
        title: school.name
        subtitle: Looks.joined([school.townshipName, school.typeText, school.ownershipText, school.statusText])
        backVisible: screen.backVisible
        onBackRequested: screen.backRequested()
    }
    ScrollPage {
        anchors.top: bar.bottom
        anchors.bottom: actions.top
        width: parent.width
        spacing: Theme.spaceL

        SchoolHead {
            width: parent.width
            school: school
        }
        Banner {
            objectName: "noticeCandidates"
            width: parent.width
            visible: App.canIssueNotice && school.noticeCandidates > 0
            iconName: "document"
            tone: Tone.Warn
            text: qsTr("Hazards without a rectification notice: %1").arg(school.noticeCandidates)
            actionText: qsTr("Draw up the notice")
            onActionRequested: screen.pageRequested("draftNotice", screen.pageId)
        }
        Repeater {
            model: school.drafts
            DraftRow {
                width: parent ? parent.width : 0
                corner: Theme.radiusM
                separated: false
                onClicked: screen.pageRequested("inspection", inspectionId)
            }
        }
        SectionHeader {
            width: parent.width
            title: qsTr("Open hazards")
            detail: school.openCount > 0 ? String(school.openCount) : ""
        }
        Card {
            width: parent.width
            padding: 0
            spacing: 0
            LoadingState {
                objectName: "hazardsLoading"
                visible: school.hazards.count === 0 && school.hazards.loading
                width: parent.width
            }
            ErrorState {
                objectName: "hazardsError"
                visible: school.hazards.count === 0 && !school.hazards.loading && school.hazards.errorText !== ""
                width: parent.width
                text: school.hazards.errorText
            }
            FirstSync {
                visible: screen.noHazards && !SyncStatus.received
                width: parent.width
            }
            StateMessage {
                objectName: "noOpenHazards"
                visible: screen.noHazards && SyncStatus.received
                width: parent.width
                iconName: "check"
                tone: Tone.Pass
                title: qsTr("No open hazards")
            }
            Repeater {
                model: school.hazards
                HazardRow {
                    width: parent ? parent.width : 0
                    separated: index < school.hazards.count - 1
                    onClicked: screen.pageRequested("hazard", hazardId)
                }
            }
        }
        SectionHeader {
            width: parent.width
            visible: school.assets.count > 0
            title: qsTr("Buses, canteens, buildings, flood points")
        }
        Card {
            width: parent.width
            visible: school.assets.count > 0
            padding: 0
            spacing: 0
            Repeater {
                model: school.assets
                AssetRow {
                    width: parent ? parent.width : 0
                    separated: index < school.assets.count - 1
                }
            }
        }
    }
    ActionBar {
        id: actions
        visible: App.canInspect
        height: visible ? implicitHeight : 0
        anchors.bottom: parent.bottom
        width: parent.width
        AppButton {
            objectName: "startInspection"
            width: actions.mainWidth
            text: qsTr("Start an inspection")
            iconName: "checklist"
            onClicked: screen.pageRequested("start", screen.pageId)
        }
    }
}
