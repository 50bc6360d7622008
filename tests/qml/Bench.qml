import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Theme
import "Walk.js" as Walk

// A test case with words for what a person does and sees. Starts every test afresh, as an officer on a tablet.
TestCase {
    id: bench

    required property Item room

    function init() {
        Sample.reset()
        App.become("officer")
        App.stage = Core.Stage.Ready
        App.errorText = ""
        App.themeName = "light"
        App.textScale = 1.0
        App.language = "zh_CN"
        SyncStatus.stop()
        SyncStatus.errorText = ""
        SyncStatus.storageLow = false
        SyncStatus.daysSinceSync = 1
        SyncStatus.known = true
        SyncStatus.received = true
        SyncStatus.lostPhotos = 0
        SyncStatus.refusedPhotos = 0
        SyncStatus.othersUnfinished = 0
        SyncStatus.cardCount = 1
        SyncStatus.unsentText = "还有 3 项、12 张照片未上传（18 MB）"
        Theme.mode = "light"
        Theme.textScale = 1.0
        tablet()
    }

    function tablet() {
        room.width = 1280
        room.height = 800
    }

    function phone() {
        room.width = 412
        room.height = 892
    }

    function build(component, properties) {
        const subject = createTemporaryObject(component, room, properties === undefined ? {} : properties)
        verify(subject !== null)
        settle()
        return subject
    }

    function settle() {
        wait(20)
    }

    function window() {
        let top = room
        while (top.parent)
            top = top.parent
        return top
    }

    // What stands in the room or in a popup over it; null when nothing does.
    function part(name) {
        return Walk.find(window(), name)
    }

    function has(name) {
        return part(name) !== null
    }

    // The part, once it is there; popups take a moment to fade in.
    function arrive(name) {
        tryVerify(() => part(name) !== null, 2000, "nothing called " + name)
        return part(name)
    }

    // Scrolls what lies around an item until it can be touched.
    function bringIntoSight(item) {
        for (let around = item.parent; around; around = around.parent) {
            if ("contentY" in around && "flickableDirection" in around && around.contentHeight > around.height) {
                const y = item.mapToItem(around, 0, 0).y
                if (y < 0 || y + item.height > around.height)
                    around.contentY = Math.max(around.originY,
                        Math.min(around.contentY + y - 8, around.originY + around.contentHeight - around.height))
            }
        }
        settle()
    }

    function tap(name) {
        const item = arrive(name)
        verify(item.enabled, name + " is not enabled")
        bringIntoSight(item)
        mouseClick(item)
        settle()
    }

    function write(name, text) {
        const item = arrive(name)
        bringIntoSight(item)
        item.forceActiveFocus()
        item.text = text
        item.commitNow()
        settle()
    }

    function sign(name) {
        const pad = arrive(name)
        bringIntoSight(pad)
        mousePress(pad, 60, 60)
        mouseMove(pad, 120, 90)
        mouseMove(pad, 180, 60)
        mouseRelease(pad, 180, 60)
        settle()
    }

    width: 1
    height: 1
    visible: true
    when: windowShown
}
