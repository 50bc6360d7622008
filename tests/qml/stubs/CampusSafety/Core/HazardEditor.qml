import QtQml

QtObject {
    id: editor

    property string inspectionId: ""
    property string itemId: ""
    property bool fixedOnSpot: false
    property bool busy: false
    property string categoryText: "校车安全 · 安全设备"
    property string basisText: "校车安全管理条例 第四十一条第一款"
    property int level: Core.Level.General
    property bool levelLocked: false
    property string place: "测A·D1007 校车"
    property string description: "安全门、应急窗不能打开，或通道、出口有遮挡"
    property string measure: "拆除绑扎物，检查应急门开关，出车前逐项检查并记录"
    property string interim: ""
    property int days: 0
    property string dueText: days === 0 ? "当日整改" : "通知书下发后 " + days + " 日内整改"
    property int affectedCount: 42
    property var beforePhotos: [Sample.doorTied]
    property var afterPhotos: []
    property var proofPhotos: []
    property string proofText: "该车当场停运，请拍停运现场"
    readonly property bool canFixOnSpot: level === Core.Level.General
    property string signerName: "苏光勇"
    property bool hasSignature: false
    property string errorText: ""
    property string saved: ""

    onLevelChanged: if (level !== Core.Level.General) fixedOnSpot = false
    onPlaceChanged: hasSignature = false
    onDescriptionChanged: hasSignature = false
    onSignerNameChanged: hasSignature = false

    function photos(kind: string): var {
        return kind === "before" ? beforePhotos : kind === "after" ? afterPhotos : proofPhotos
    }

    function put(kind: string, list: var) {
        if (kind === "before")
            beforePhotos = list
        else if (kind === "after")
            afterPhotos = list
        else
            proofPhotos = list
    }

    function addPhoto(kind: string, url: string): bool {
        put(kind, photos(kind).concat([url]))
        return true
    }

    function removePhoto(kind: string, index: int): bool {
        const list = photos(kind).slice()
        list.splice(index, 1)
        put(kind, list)
        return true
    }

    function sign(strokes: var, width: real, height: real) {
        hasSignature = strokes.length > 0
    }

    function wipeSignature() {
        hasSignature = false
    }

    function saveHazard(): bool {
        errorText = place === "" ? "请填写隐患部位" : beforePhotos.length === 0 ? "请拍摄整改前照片"
                  : proofText !== "" && proofPhotos.length === 0 ? "请拍摄停运现场照片" : ""
        saved = errorText === "" ? "hazard" : ""
        return saved !== ""
    }

    function saveFixedOnSpot(): bool {
        errorText = beforePhotos.length === 0 || afterPhotos.length === 0 ? "当场整改需要整改前、后照片各一张"
                  : !hasSignature ? "请学校在场人员签字" : ""
        saved = errorText === "" ? "fixed" : ""
        return saved !== ""
    }

    function remove(): bool {
        saved = ""
        return true
    }
}
