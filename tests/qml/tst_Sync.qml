import QtQuick
import QtTest
import CampusSafety.Core
import CampusSafety.Screens

Item {
    width: 1280
    height: 892

    Item { id: room; width: 1280; height: 800 }
    Component { id: sync; SyncScreen { anchors.fill: parent } }
    Component { id: settings; SettingsScreen { anchors.fill: parent } }

    Bench {
        name: "SyncAndSettings"
        room: room

        function test_unsent_isSaid() {
            build(sync)
            compare(part("unsentText").text, SyncStatus.unsentText)
        }

        function test_green_onlyWhenEverythingIsSettled_data() {
            return [{ tag: "settled", green: true },
                { tag: "not known yet", known: false, green: false },
                { tag: "photo lost", lost: 2, green: false },
                { tag: "card open", cards: 1, green: false },
                { tag: "unsent", unsent: "还有 1 项未上传", green: false }]
        }
        function test_green_onlyWhenEverythingIsSettled(row) {
            SyncStatus.known = row.known !== false
            SyncStatus.lostPhotos = row.lost ?? 0
            SyncStatus.cardCount = row.cards ?? 0
            SyncStatus.unsentText = row.unsent ?? ""
            build(sync)
            compare(part("syncHead").settled, row.green)
            compare(part("unsentText").text === "Everything has been sent", row.green)
            compare(has("lostPhotos"), row.tag === "photo lost")
        }

        function test_syncNow_startsAndStops() {
            build(sync)
            verify(!has("syncProgress"))
            tap("syncNow")
            verify(SyncStatus.running)
            verify(has("syncProgress"))
            tap("syncNow")
            verify(!SyncStatus.running)
        }

        function test_photosNotVerified_areNeverGreen() {
            build(sync)
            compare(part("photosOf-e4").text.includes("3/6"), true)
            verify(part("photosOf-e4").tone !== part("photosOf-e6").tone)
        }

        function test_refusedCard_isAnswered() {
            build(sync)
            verify(has("takeNote-e1"))
            verify(!has("takeNote-e2"))
            tap("takeNote-e1")
            verify(!has("sync-e1"))
        }

        function test_refusedCard_canBecomeARemark() {
            build(sync)
            tap("attach-e1")
            verify(!has("sync-e1"))
        }

        function test_filter_showsOnlyUnfinished() {
            build(sync)
            verify(has("sync-e5"))
            tap("option-unfinished")
            verify(!has("sync-e5"))
            verify(has("sync-e2"))
        }

        function test_trouble_isSaid() {
            SyncStatus.errorText = "证书已过期"
            SyncStatus.storageLow = true
            SyncStatus.daysSinceSync = 9
            SyncStatus.refusedPhotos = 2
            SyncStatus.othersUnfinished = 5
            build(sync)
            verify(has("syncError"))
            verify(has("storageLow"))
            verify(part("refusedPhotos").text.includes("2"))
            verify(part("othersUnfinished").text.includes("5"))
            verify(part("longAgo").text.includes("9"))
        }

        function test_emptyLoadingError_areSaid_data() {
            return [{ tag: "empty" }, { tag: "loading" }, { tag: "error" }]
        }
        function test_emptyLoadingError_areSaid(row) {
            Sample.scenario = row.tag
            SyncStatus.unsentText = ""
            SyncStatus.cardCount = 0
            build(sync)
            for (const name of ["empty", "loading", "error"])
                compare(has(name + "State"), name === row.tag, name)
        }

        function test_emptyList_isOnlyGreenWhenSettled() {
            Sample.scenario = "empty"
            build(sync)
            verify(!has("emptyState"))
        }

        function test_settings_changeLanguageThemeAndSize() {
            build(settings)
            tap("option-en")
            compare(App.language, "en")
            tap("option-dark")
            compare(App.themeName, "dark")
            tap("option-150")
            compare(App.textScale, 1.5)
            verify(part("option-150").checked)
        }

        function test_signOut_asksFirst() {
            build(settings)
            tap("signOut")
            compare(App.stage, Core.Stage.Ready)
            tap("cancelButton")
            tryVerify(() => !has("cancelButton"))
            compare(App.stage, Core.Stage.Ready)
            tap("signOut")
            tap("confirmButton")
            compare(App.stage, Core.Stage.SignIn)
        }
    }
}
