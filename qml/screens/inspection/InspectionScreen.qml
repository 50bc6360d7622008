import QtQuick
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// A checklist being run: sections and progress, one tap an answer, what failed is dealt with in place.
PlacePage {
    id: screen

    function commitTyping() {
        list.forceActiveFocus()
    }

    whole: true

    InspectionEditor {
        id: editor
        inspectionId: screen.pageId
    }

    AppBar {
        id: bar
        width: parent.width
        title: editor.title
        subtitle: Looks.joined([editor.assetName, editor.schoolName])
        backVisible: true
        onBackRequested: {
            screen.commitTyping()
            screen.backRequested()
        }

        IconButton {
            objectName: "undo"
            iconName: "undo"
            text: editor.undoText !== "" ? editor.undoText : qsTr("Undo")
            enabled: editor.canUndo
            onClicked: {
                const what = editor.undoText
                if (editor.undo())
                    snackbar.show(what, "")
            }
        }
        IconButton {
            objectName: "discard"
            iconName: "trash"
            text: qsTr("Discard this inspection")
            onClicked: discardDialog.open()
        }
    }
    InspectionProgress {
        id: progress
        visible: editor.ready
        anchors.top: bar.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        editor: editor
        currentCode: list.currentSectionCode
    }
    Item {
        id: trouble
        anchors.top: progress.bottom
        width: parent.width
        height: fault.visible ? fault.implicitHeight + 2 * Theme.spaceS : 0
        Banner {
            id: fault
            objectName: "inspectionError"
            x: Theme.spaceL
            y: Theme.spaceS
            width: parent.width - 2 * Theme.spaceL
            text: editor.ready ? editor.errorText : ""
            iconName: "warning"
            tone: Tone.Fail
        }
    }
    LoadingState {
        objectName: "loadingState"
        anchors.centerIn: parent
        visible: !editor.ready && editor.errorText === ""
    }
    ErrorState {
        objectName: "errorState"
        anchors.centerIn: parent
        visible: !editor.ready && editor.errorText !== ""
        text: editor.errorText
        actionText: qsTr("Back")
        onActionRequested: screen.backRequested()
    }
    SectionList {
        id: sections
        objectName: "sectionList"
        visible: screen.wide && editor.ready
        anchors.top: trouble.bottom
        anchors.bottom: actions.top
        width: visible ? Math.round(Theme.listPaneWidth * 0.74) : 0
        sections: editor.sections
        current: list.currentSectionCode
        onChosen: code => list.goToSection(code)
    }
    ItemList {
        id: list
        objectName: "itemList"
        visible: editor.ready
        anchors.top: trouble.bottom
        anchors.bottom: actions.top
        anchors.left: sections.right
        anchors.right: parent.right
        editor: editor
        wide: screen.wide
        onSaid: (text, undoable) => snackbar.show(text, undoable ? qsTr("Undo") : "")
    }
    ActionBar {
        id: actions
        visible: editor.ready
        height: visible ? implicitHeight : 0
        anchors.bottom: parent.bottom
        width: parent.width
        widthMax: screen.wide ? width : Theme.readingWidth

        AppButton {
            objectName: "completeInspection"
            text: qsTr("Complete")
            iconName: "check"
            kind: editor.done === editor.total ? AppButton.Filled : AppButton.Outlined
            onClicked: {
                screen.commitTyping()
                completeDialog.open()
            }
        }
        AppButton {
            objectName: "nextOpen"
            visible: editor.done < editor.total
            text: qsTr("Next open item")
            iconName: "chevron-down"
            onClicked: list.goTo(editor.nextOpen(list.topIndex()))
        }
    }
    Snackbar {
        id: snackbar
        objectName: "inspectionSnackbar"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: actions.top
        anchors.bottomMargin: Theme.spaceL
        onActionRequested: editor.undo()
    }
    CompleteDialog {
        id: completeDialog
        editor: editor
        onItemChosen: itemId => {
            completeDialog.close()
            list.goToItem(itemId)
        }
        onCompleted: {
            const next = editor.nextInspectionId
            if (next !== "") {
                screen.said(qsTr("Inspection completed; the next one is open"))
                screen.pageReplaced("inspection", next)
            } else {
                screen.said(qsTr("Inspection completed"))
                screen.backRequested()
            }
        }
    }
    ConfirmDialog {
        id: discardDialog
        danger: true
        title: qsTr("Discard this inspection?")
        message: qsTr("All its answers and photos are thrown away. This cannot be undone.")
        confirmText: qsTr("Discard")
        onAccepted: if (editor.discard()) screen.backRequested()
    }
}
