import QtQml

QtObject {
    id: page

    property string hazardId: ""
    property bool ready: true
    property string number: "990101-2025-0117"
    property string title: "应急门把手被绑扎，无法从车内打开"
    property string schoolId: "S021"
    property string schoolName: "望澄街道中心小学"
    property string place: "测A·D1007 校车应急门"
    property string description: "应急门内把手用尼龙扎带绑扎，现场试开无法打开；车上共有 42 名学生。"
    property string categoryText: "校车安全 · 安全设备"
    property string basisText: "校车安全管理条例 第四十一条第一款"
    property int level: Core.Level.General
    property string levelText: "待核定重大"
    property bool awaitsLevel: true
    property int state: hazardId === "H2" || hazardId === "H3" ? Core.HazardState.Rectifying : Core.HazardState.Submitted
    property string stateText: state === Core.HazardState.Rectifying ? "整改中" : state === Core.HazardState.Submitted ? "待复查" : state === Core.HazardState.Closed ? "已销号" : "整改中"
    property string dueText: "6月28日到期，已逾期 2 天"
    property bool overdue: true
    property int dueDays: -2
    property string extendedText: ""
    property string measure: "拆除绑扎物，检查应急门开关，出车前逐项检查并记录"
    property string interim: "该车停运，学生改乘测A·D1008"
    property string responsible: "苏光勇（学校安全员）"
    property string phone: "000-5550-1154"
    property string doneText: state === Core.HazardState.Rectifying ? "" : "已拆除扎带，应急门内外均可打开；对驾驶人和照管人员进行了培训。"
    property string doneOnText: state === Core.HazardState.Rectifying ? "" : "2025年6月27日"
    property string moneyText: state === Core.HazardState.Rectifying ? "" : "320 元"
    property string reviewText: ""
    property string noticeId: "N1"
    property string noticeNumber: "澄教安改〔2025〕41号"
    property string finderName: "祁建平"
    property string foundText: "6月25日 09:42 校车安全检查"
    property int syncState: Core.SyncState.Verified
    property string syncStateText: "已核验"
    property var beforePhotos: [Sample.doorTied]
    property var afterPhotos: state === Core.HazardState.Rectifying ? [] : [Sample.doorFree]
    property var acts: App.canRectify
        ? [Core.Act.Receive, Core.Act.Progress, Core.Act.Prepare, Core.Act.Confirm, Core.Act.AskExtension, Core.Act.Note]
        : state === Core.HazardState.Submitted ? [Core.Act.Pass, Core.Act.Return, Core.Act.Note]
        : state === Core.HazardState.Closed ? [Core.Act.Reopen, Core.Act.Note] : [Core.Act.Note]
    property var pendingPhotos: []
    property var kept: ({})
    property int beginning: 0
    readonly property var begun: Object.keys(kept).map(Number).filter(act => acts.includes(act))
    readonly property var form: kept[beginning] ?? {}
    property bool busy: false
    property string doneOnIso: ""
    property string expectedPlace: "测A·D1007 校车应急门"
    property string errorText: ""
    property var delayReasons: ["采购或施工周期长", "资金未到位", "天气原因", "需要其他部门配合", "其他"]
    property string lastAct: ""
    property string refusesToSign: ""

    readonly property TimelineModel timeline: TimelineModel {
        given: [
            { actText: "登记隐患", actorName: "祁建平", roleText: "安全督查员", timeText: "6月25日 09:42", text: "应急门内把手用尼龙扎带绑扎，现场试开无法打开。", photos: [Sample.doorTied], pending: false },
            { actText: "下发整改通知书", actorName: "祁建平", roleText: "安全督查员", timeText: "6月25日 10:15", text: "澄教安改〔2025〕41号，6月28日前整改", photos: [], pending: false },
            { actText: "签收", actorName: "林国栋", roleText: "校长", timeText: "6月25日 11:05", text: "", photos: [], pending: false },
            { actText: "整改完成确认", actorName: "林国栋", roleText: "校长", timeText: "6月27日 16:20", text: "已拆除扎带，应急门内外均可打开。", photos: [Sample.doorFree], pending: true }
        ]
    }

    function did(act: string): bool {
        lastAct = act
        errorText = ""
        drop()
        return true
    }

    function begin(act: int) {
        beginning = act
        pendingPhotos = form.photos ?? []
        errorText = ""
    }

    function write(fields: var) {
        kept = Object.assign({}, kept, { [beginning]: Object.assign({ photos: pendingPhotos }, fields) })
    }

    function drop() {
        const left = Object.assign({}, kept)
        delete left[beginning]
        kept = left
        beginning = 0
        pendingPhotos = []
    }

    function refuse(reason: string): bool {
        errorText = reason
        return false
    }

    function addPhoto(url: string): bool {
        pendingPhotos = pendingPhotos.concat([url])
        write(Object.assign({}, form, { photos: pendingPhotos }))
        return true
    }
    function removePhoto(index: int): bool {
        const list = pendingPhotos.slice()
        list.splice(index, 1)
        pendingPhotos = list
        write(Object.assign({}, form, { photos: list }))
        return true
    }
    function receive(strokes: var, width: real, height: real): bool {
        return refusesToSign !== "" ? refuse(refusesToSign) : strokes.length > 0 ? did("receive") : refuse("请签字")
    }
    function progress(text: string, interim: string): bool {
        return text !== "" ? did("progress:" + text) : refuse("请填写进展")
    }
    function prepare(done: string, doneOnIso: string, moneyYuanText: string): bool {
        return done !== "" ? did("prepare:" + done) : refuse("请填写整改情况")
    }
    function confirm(done: string, doneOnIso: string, moneyYuanText: string): bool {
        return done === "" ? refuse("请填写整改情况")
             : pendingPhotos.length === 0 ? refuse("请在同一位置拍摄整改后照片") : did("confirm:" + done)
    }
    function askExtension(reasonIndex: int, untilIso: string, interim: string, text: string): bool {
        return untilIso !== "" ? did("extension:" + untilIso) : refuse("请选择延期至哪一天")
    }
    function pass(text: string, onSite: bool): bool {
        if (pendingPhotos.length === 0)
            return refuse("请拍摄复查照片")
        did("pass:" + onSite)
        state = Core.HazardState.Closed
        return true
    }
    function returnBack(reason: string): bool {
        if (reason === "")
            return refuse("请写明退回理由")
        did("return:" + reason)
        state = Core.HazardState.Rectifying
        return true
    }
    function reopen(reason: string, days: int): bool { return did("reopen") }
    function note(text: string): bool { return text !== "" ? did("note:" + text) : refuse("请填写备注") }
}
