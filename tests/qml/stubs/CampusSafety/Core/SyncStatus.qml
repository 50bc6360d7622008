pragma Singleton

import QtQml

QtObject {
    id: status

    property bool known: true
    property bool received: true
    readonly property bool settled: known && unsentText === "" && lostPhotos === 0 && cardCount === 0
    property int lostPhotos: 0
    property int refusedPhotos: 0
    property int othersUnfinished: 0
    property string freeableText: ""
    property bool running: false
    property bool offline: true
    property real progress: -1
    property string phaseText: ""
    property int unsentEvents: 3
    property int unsentPhotos: 12
    property string unsentText: "还有 3 项、12 张照片未上传（18 MB）"
    property string lastSyncText: "上次同步：昨天 17:40"
    property int daysSinceSync: 1
    property string errorText: ""
    property string nextTryText: "连上网络后自动重试"
    property int cardCount: 1
    property bool storageLow: false

    function syncNow(): bool {
        running = true
        offline = false
        progress = 0.35
        phaseText = "正在上传照片 4/12"
        return true
    }

    function freeSpace() {
        freeableText = ""
    }

    function stop(): bool {
        running = false
        offline = true
        return true
    }
}
