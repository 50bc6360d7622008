import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Screens
import CampusSafety.Theme
import "Walk.js" as Walk

// Every screen: large enough to touch, named for screen readers, nothing cut off at the side at any text size.
Item {
    width: 1280
    height: 892

    Item { id: room; width: 1280; height: 800 }
    Component { id: shell; Shell { anchors.fill: parent } }
    Component { id: enrol; EnrolScreen { anchors.fill: parent } }
    Component { id: signIn; SignInScreen { anchors.fill: parent } }

    Bench {
        name: "Reach"
        room: room

        readonly property var scenes: [
            { name: "enrol", component: enrol }, { name: "signIn", component: signIn },
            { name: "schools", place: "schools" }, { name: "school", place: "schools", kind: "school", id: "S021" },
            { name: "start", place: "schools", kind: "start", id: "S021" },
            { name: "inspection", place: "schools", kind: "inspection", id: "I1" },
            { name: "hazardForm", place: "schools", kind: "inspection", id: "I1", item: "bus.D5" },
            { name: "draftNotice", place: "schools", kind: "draftNotice", id: "S021" },
            { name: "hazards", place: "hazards" }, { name: "hazard", place: "hazards", kind: "hazard", id: "H1" },
            { name: "pass", place: "reviews", kind: "hazard", id: "H1", act: Core.Act.Pass },
            { name: "return", place: "reviews", kind: "hazard", id: "H1", act: Core.Act.Return },
            { name: "sync", place: "sync" }, { name: "settings", place: "settings" },
            { name: "inbox", who: "principal", place: "inbox" },
            { name: "notice", who: "principal", place: "inbox", kind: "notice", id: "N1" },
            { name: "confirm", who: "principal", place: "inbox", kind: "hazard", id: "H3", act: Core.Act.Confirm },
            { name: "extension", who: "principal", place: "inbox", kind: "hazard", id: "H3", act: Core.Act.AskExtension }
        ]

        function show(scene) {
            if (scene.component)
                return build(scene.component)
            App.become(scene.who ? scene.who : "officer")
            const subject = build(shell)
            subject.go(scene.place)
            if (scene.kind)
                subject.pane.open(scene.kind, scene.id)
            settle()
            if (scene.item)
                part("itemList").goToItem(scene.item)
            if (scene.act)
                part("act-" + scene.act).clicked()
            wait(60)
            return subject
        }

        function everyScene() {
            const rows = []
            for (const device of ["tablet", "phone"]) {
                for (const scale of [1.0, 2.0]) {
                    for (const scene of scenes)
                        rows.push({ tag: scene.name + " " + device + " " + scale, scene: scene, device: device, scale: scale })
                }
            }
            return rows
        }

        function scrollsSideways(item) {
            for (let around = item.parent; around && around !== room; around = around.parent) {
                if ("flickableDirection" in around && around.flickableDirection === Flickable.HorizontalFlick)
                    return true
            }
            return false
        }

        function where(item) {
            let path = String(item).replace(/\(.*/, "") + " '" + (item.text ?? "") + "'"
            for (let around = item.parent; around && around !== room; around = around.parent)
                if (around.objectName)
                    return path + " in " + around.objectName
            return path
        }

        function test_everything_canBeReached_data() { return everyScene() }
        function test_everything_canBeReached(row) {
            if (row.device === "phone")
                phone()
            Theme.textScale = row.scale
            const subject = show(row.scene)
            let touched = 0
            Walk.each(subject, item => {
                if (Walk.pressable(item)) {
                    ++touched
                    // Items below the edge of a list are still being made.
                    if (item.height === 0)
                        tryVerify(() => item.height > 0, 1000)
                    verify(item.height >= 48, where(item) + " is " + item.height + " high")
                    verify(item.width >= 48, where(item) + " is " + item.width + " wide")
                    if (item.objectName.startsWith("answer"))
                        verify(item.height >= 56, where(item) + " is " + item.height + " high")
                    verify(item.Accessible.name !== "", where(item) + " has no name")
                    verify(item.Accessible.role !== Accessible.NoRole, where(item) + " has no role")
                }
                if (Walk.typable(item)) {
                    verify(item.height >= 48, where(item) + " is " + item.height + " high")
                    verify(item.Accessible.name !== "", where(item) + " has no name")
                }
            })
            verify(touched > 1)
        }

        function test_noText_isCutOffAtTheSide_data() { return everyScene() }
        function test_noText_isCutOffAtTheSide(row) {
            if (row.device === "phone")
                phone()
            Theme.textScale = row.scale
            const subject = show(row.scene)
            let texts = 0
            Walk.each(subject, item => {
                if (!Walk.isText(item) || item.text === "" || scrollsSideways(item))
                    return
                ++texts
                const left = item.mapToItem(subject, 0, 0).x
                verify(left >= -1, where(item) + " begins at " + left)
                verify(left + Math.min(item.paintedWidth, item.width) <= subject.width + 1, where(item) + " ends beyond the edge")
                verify(item.paintedWidth <= item.width + 2, where(item) + " needs " + item.paintedWidth + " and has " + item.width)
            })
            verify(texts > 1)
        }
    }
}
