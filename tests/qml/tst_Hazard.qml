import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Screens
import "Walk.js" as Walk

Item {
    width: 1280
    height: 892

    Item { id: room; width: 1280; height: 800 }
    Component { id: hazard; HazardScreen { anchors.fill: parent } }
    Component { id: list; HazardListScreen { anchors.fill: parent } }
    Component { id: reviews; ReviewListScreen { anchors.fill: parent } }
    SignalSpy { id: said; signalName: "said" }
    SignalSpy { id: asked; signalName: "pageRequested" }

    Bench {
        name: "Hazard"
        room: room

        function begin(component, properties) {
            const subject = build(component, properties)
            for (const spy of [said, asked]) {
                spy.target = subject
                spy.clear()
            }
            return subject
        }

        function vm() { return Walk.findAny(window(), "actCard").hazard }

        function takePhoto() {
            const taker = Walk.findAny(window(), "actTaker")
            verify(taker !== null)
            taker.taken(Sample.doorFree)
            settle()
        }

        function test_beforeAndAfter_standSideBySideAtTheSameSize_data() {
            return [{ tag: "tablet", narrow: false }, { tag: "phone", narrow: true }]
        }
        function test_beforeAndAfter_standSideBySideAtTheSameSize(row) {
            if (row.narrow)
                phone()
            begin(hazard, { pageId: "H1" })
            const before = part("photo-before")
            const after = part("photo-after")
            compare(before.width, after.width)
            compare(before.height, after.height)
            compare(before.mapToItem(room, 0, 0).y, after.mapToItem(room, 0, 0).y)
        }

        function test_photo_canBeEnlargedAndClosed() {
            begin(hazard, { pageId: "H1" })
            tap("photo-before")
            tryVerify(() => has("closePhoto"))
            verify(part("enlarged").sourceSize.width >= room.width) // not the strip's small picture
            tap("closePhoto")
            tryVerify(() => !has("closePhoto"))
        }

        function test_pass_needsAPhoto() {
            begin(hazard, { pageId: "H1" })
            tap("act-" + Core.Act.Pass)
            tap("submitAct")
            verify(has("actError"))
            compare(said.count, 0)
            takePhoto()
            write("reviewRemark", "现场试开正常")
            tap("submitAct")
            compare(vm().state, Core.HazardState.Closed)
            compare(vm().lastAct, "pass:true")
            compare(said.count, 1)
        }

        function test_pass_canBeByPhoto() {
            begin(hazard, { pageId: "H1" })
            tap("act-" + Core.Act.Pass)
            tap("option-photo")
            takePhoto()
            tap("submitAct")
            compare(vm().lastAct, "pass:false")
        }

        function test_return_needsAReason() {
            begin(hazard, { pageId: "H1" })
            tap("act-" + Core.Act.Return)
            tap("submitAct")
            compare(vm().state, Core.HazardState.Submitted)
            verify(has("actError"))
            write("returnReason", "照片不是同一位置")
            tap("submitAct")
            compare(vm().lastAct, "return:照片不是同一位置")
            compare(vm().state, Core.HazardState.Rectifying)
        }

        function test_cancel_forgetsTheFormAndItsPhotos() {
            begin(hazard, { pageId: "H1" })
            tap("act-" + Core.Act.Pass)
            takePhoto()
            compare(vm().pendingPhotos.length, 1)
            tap("cancelAct")
            compare(vm().pendingPhotos.length, 0)
            verify(has("act-" + Core.Act.Pass))
            compare(vm().state, Core.HazardState.Submitted)
        }

        function test_onlyActsOpenToThisPersonAreOffered() {
            begin(hazard, { pageId: "H1" })
            verify(has("act-" + Core.Act.Return))
            verify(!has("act-" + Core.Act.Confirm))
        }

        function test_remark_isAdded() {
            begin(hazard, { pageId: "H1" })
            tap("act-" + Core.Act.Note)
            write("remarkText", "已电话告知")
            tap("submitAct")
            compare(vm().lastAct, "note:已电话告知")
        }

        function test_notice_canBeOpened() {
            begin(hazard, { pageId: "H1" })
            tap("openNotice")
            compare(asked.signalArguments[0][0], "notice")
            compare(asked.signalArguments[0][1], "N1")
        }

        function test_timeline_marksWhatIsOnlyOnThisDevice() {
            begin(hazard, { pageId: "H1" })
            const items = []
            Walk.each(window(), item => {
                if ("when" in item && "who" in item)
                    items.push(item)
            })
            compare(items.length, 4)
            compare(items[0].place, "")
            compare(items[3].place, "local")
            verify(items[0].first && items[3].last)
        }

        function test_filter_narrowsTheList() {
            begin(list)
            compare(part("hazardList").count, 6)
            tap("option-" + Core.HazardFilter.Overdue)
            compare(part("hazardList").count, 2)
            tap("option-" + Core.HazardFilter.Open)
            write("hazardSearch", "护栏")
            tryCompare(part("hazardList"), "count", 1)
        }

        function test_listRow_opensTheHazard() {
            begin(list)
            tap("hazard-H2")
            compare(asked.signalArguments[0][1], "H2")
        }

        function test_lists_sayEmptyLoadingError_data() {
            const rows = []
            for (const which of ["hazards", "reviews"]) {
                for (const tag of ["empty", "loading", "error"])
                    rows.push({ tag: which + " " + tag, component: which === "hazards" ? list : reviews, scenario: tag })
            }
            return rows
        }
        function test_lists_sayEmptyLoadingError(row) {
            Sample.scenario = row.scenario
            begin(row.component)
            for (const name of ["empty", "loading", "error"])
                compare(has(name + "State"), name === row.scenario, name)
        }

        function test_reviews_listOnlyWhatWaitsForReview() {
            begin(reviews)
            compare(part("reviewList").count, 2)
            tap("hazard-H6")
            compare(asked.signalArguments[0][1], "H6")
        }
    }
}
