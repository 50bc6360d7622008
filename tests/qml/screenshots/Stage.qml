import QtQuick
import QtQuick.Templates as T
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Screens
import CampusSafety.Theme

// Puts every screen on the stage with believable records. show() builds it, pose() acts on it once it stands.
T.ApplicationWindow {
    id: stage

    property string mode: "light"
    property real textScale: 1.0
    readonly property var names: Object.keys(scenes)
    property Shell shell: null
    readonly property string unsent: "还有 3 项、12 张照片未上传（18 MB）"

    readonly property var scenes: ({
        "01-enrol": { page: enrol },
        "02-sign-in": { page: signIn },
        "03-schools": { place: "schools" },
        "04-school": { place: "schools", open: [["school", "S021"]] },
        "05-start": { place: "schools", open: [["school", "S021"], ["start", "S021"]], pose: "poseStart" },
        "06-inspection": { place: "schools", open: [["inspection", "I1"]] },
        "07-inspection-kinds": { place: "schools", open: [["inspection", "I1"]], pose: "poseKinds" },
        "08-hazard-form": { place: "schools", open: [["inspection", "I1"]], pose: "poseHazardForm" },
        "09-fix-on-spot": { place: "schools", open: [["inspection", "I1"]], pose: "poseFix" },
        "10-complete-missing": { place: "schools", open: [["inspection", "I1"]], pose: "poseMissing" },
        "11-notice-draft": { place: "schools", open: [["school", "S021"], ["draftNotice", "S021"]] },
        "12-notice-paper": { place: "schools", open: [["school", "S021"], ["draftNotice", "S021"]], pose: "posePaper" },
        "13-hazards": { place: "hazards" },
        "14-hazard": { place: "hazards", open: [["hazard", "H1"]] },
        "15-hazard-history": { place: "hazards", open: [["hazard", "H1"]], pose: "poseHistory" },
        "16-reviews": { place: "reviews" },
        "17-review-pass": { place: "reviews", open: [["hazard", "H1"]], pose: "poseAct", given: Core.Act.Pass },
        "18-review-return": { place: "reviews", open: [["hazard", "H1"]], pose: "poseAct", given: Core.Act.Return },
        "19-sync": { place: "sync" },
        "20-sync-running": { place: "sync", pose: "poseSyncing" },
        "21-settings": { place: "settings" },
        "22-inbox": { who: "principal", place: "inbox" },
        "23-notice": { who: "principal", place: "inbox", open: [["notice", "N1"]] },
        "24-sign-for": { who: "principal", place: "inbox", open: [["notice", "N1"]], pose: "poseSign" },
        "25-rectify": { who: "principal", place: "inbox", open: [["hazard", "H3"]], pose: "poseAct", given: Core.Act.Confirm },
        "26-extension": { who: "principal", place: "inbox", open: [["hazard", "H3"]], pose: "poseAct", given: Core.Act.AskExtension },
        "27-own-school": { who: "principal", place: "own" },
        "28-empty": { place: "hazards", scenario: "empty" },
        "29-loading": { place: "hazards", scenario: "loading" },
        "30-error": { place: "hazards", scenario: "error" },
        "31-calendar": { page: calendar, pose: "poseCalendar" },
        "32-reader": { who: "leader", place: "schools", open: [["school", "S021"]] },
        "33-drill-all-sent": { place: "schools", pose: "poseAllSent" },
        "34-drill-unsent": { place: "hazards", pose: "poseDrill" },
        "35-first-sync": { place: "schools", scenario: "empty", pose: "poseNeverSynced", given: "" },
        "36-first-sync-failed": { place: "schools", scenario: "empty", pose: "poseNeverSynced",
            given: "本机存储已满，收不下学校和隐患。请先清理本机空间，再点“立即同步”。" },
        "37-inspection-trouble": { place: "schools", open: [["inspection", "I1"]], pose: "poseInspectionTrouble" },
        "38-sync-trouble": { place: "sync", pose: "poseSyncTrouble" },
        "39-act-begun": { who: "principal", place: "inbox", open: [["hazard", "H3"]], pose: "poseActBegun" }
    })

    function show(name: string) {
        const scene = scenes[name]
        place.sourceComponent = null
        shell = null
        SyncStatus.stop()
        SyncStatus.unsentText = unsent
        SyncStatus.received = true
        SyncStatus.errorText = ""
        SyncStatus.lostPhotos = 0
        SyncStatus.refusedPhotos = 0
        SyncStatus.othersUnfinished = 0
        SyncStatus.cardCount = 1
        App.drill = false
        Sample.scenario = scene.scenario ?? "normal"
        App.become(scene.who ?? "officer")
        App.themeName = mode
        App.textScale = textScale
        place.sourceComponent = scene.page ?? shellPage
        if (!scene.page) {
            shell = place.item
            shell.go(scene.place)
            for (const step of scene.open ?? [])
                shell.pane.open(step[0], step[1])
        }
    }

    function pose(name: string) {
        const scene = scenes[name]
        if (scene.pose)
            stage[scene.pose](scene.given)
    }

    function find(name, root) {
        for (let index = 0; index < root.children.length; ++index) {
            const child = root.children[index]
            if (child.objectName === name && child.visible)
                return child
            const deeper = find(name, child)
            if (deeper)
                return deeper
        }
        return null
    }

    function part(name) {
        return find(name, stage.contentItem) ?? find(name, T.Overlay.overlay)
    }

    function press(name) {
        part(name).clicked()
    }

    function poseStart() {
        press("checklist-school-bus")
        part("asset-B007").toggle()
        part("asset-B007").toggled()
    }
    function poseKinds() { part("itemList").goToSection("D") }
    function poseHazardForm() { part("itemList").goToItem("bus.D5") }
    function poseFix() {
        poseHazardForm()
        part("hazardForm").editor.fixedOnSpot = true
        part("itemList").contentY += 420
    }
    function poseMissing() {
        press("completeInspection")
        press("confirmComplete")
    }
    function posePaper() {
        const parts = part("noticeParts")
        if (parts)
            parts.chosen("paper")
    }
    function poseHistory() {
        const page = part("hazardPage")
        page.contentY = Math.max(0, page.contentHeight - page.height)
    }
    function poseAct(act) { press("act-" + act) }
    function poseSign() {
        press("signFor")
        const pad = part("signaturePad")
        for (const stroke of [[0.2, 0.3, 0.3, 0.7], [0.36, 0.25, 0.3, 0.8], [0.5, 0.4, 0.75, 0.35], [0.6, 0.3, 0.55, 0.8]]) {
            pad.begin(stroke[0] * pad.width, stroke[1] * pad.height)
            for (let step = 1; step <= 8; ++step)
                pad.extend((stroke[0] + (stroke[2] - stroke[0]) * step / 8 + Math.sin(step) * 0.01) * pad.width,
                           (stroke[1] + (stroke[3] - stroke[1]) * step / 8) * pad.height)
        }
    }
    function poseSyncing() { SyncStatus.syncNow() }
    function poseDrill() { App.drill = true }
    function poseNeverSynced(error) {
        SyncStatus.received = false
        SyncStatus.errorText = error
    }
    function poseInspectionTrouble() {
        part("itemList").editor.errorText = "本机存储已满。文字仍可保存，照片不能。"
        part("itemList").goToSection("D")
        part("itemList").editor.fail("bus.D6")
    }
    function poseSyncTrouble() {
        SyncStatus.lostPhotos = 2
        SyncStatus.refusedPhotos = 1
        SyncStatus.othersUnfinished = 5
    }
    function poseActBegun() {
        const screen = part("hazardPage").parent
        screen.begin(Core.Act.Confirm)
        part("doneText").text = "已清除堆放物"
        part("actCard").form.keep()
        screen.openAct = 0
    }
    function poseAllSent() {
        App.drill = true
        SyncStatus.cardCount = 0
        SyncStatus.unsentText = ""
    }
    function poseCalendar() { press("day") }

    visible: true
    width: 1280
    height: 800
    color: Theme.color.background

    Binding { target: Theme; property: "mode"; value: stage.mode }
    Binding { target: Theme; property: "textScale"; value: stage.textScale }

    Loader {
        id: place
        anchors.fill: parent
    }
    Component { id: shellPage; Shell {} }
    Component { id: enrol; EnrolScreen {} }
    Component { id: signIn; SignInScreen {} }
    Component {
        id: calendar
        Item {
            DateEntry {
                objectName: "day"
                x: 40
                y: 40
                day: "2025-06-30"
            }
        }
    }
}
