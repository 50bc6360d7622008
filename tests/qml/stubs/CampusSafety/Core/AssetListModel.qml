LiveRows {
    property string schoolId: ""

    roleList: ["assetId", "kind", "kindText", "name", "detail", "lastResultText", "lastOutcome", "openCount",
        "warningText"]
    given: [
        { assetId: "B007", kind: Core.AssetKind.Bus, kindText: "校车", name: "测A·D1007", detail: "小学生专用校车 · 核载 42 人 · 驾驶人 姜学燕", lastResultText: "6月12日 不合格 1 项", lastOutcome: Core.Outcome.Fail, openCount: 1, warningText: "标牌 7月18日到期" },
        { assetId: "B008", kind: Core.AssetKind.Bus, kindText: "校车", name: "测A·D1008", detail: "小学生专用校车 · 核载 36 人 · 驾驶人 卫海涛", lastResultText: "6月12日 全部合格", lastOutcome: Core.Outcome.Pass, openCount: 0, warningText: "" },
        { assetId: "C021", kind: Core.AssetKind.Canteen, kindText: "食堂", name: "学生食堂", detail: "自营 · 就餐 860 人", lastResultText: "5月20日 全部合格", lastOutcome: Core.Outcome.Pass, openCount: 0, warningText: "" },
        { assetId: "D040", kind: Core.AssetKind.Building, kindText: "校舍", name: "教学楼", detail: "砖混 · 4 层 · 2003 年建成 · 鉴定 B 级", lastResultText: "2月20日 不合格 2 项", lastOutcome: Core.Outcome.Fail, openCount: 2, warningText: "" },
        { assetId: "F006", kind: Core.AssetKind.FloodPoint, kindText: "防汛隐患点", name: "北门内低洼路段", detail: "中风险 · 责任人 华德峰", lastResultText: "未检查", lastOutcome: Core.Outcome.Open, openCount: 0, warningText: "" }
    ]
}
