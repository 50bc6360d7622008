LiveRows {
    id: model

    enum Roles { ItemId = 256, No, SectionCode, SectionTitle, Text, BasisText, Response, Unit, LimitText, Outcome, OutcomeText, Applicable, Prefilled, NumberText, DateIso, CountText, TotalText, Choice, Choices, Note, Reason, Photos, PhotoRequired, WarningText, FailText, Level, LevelText, Days, FailActionText, Fix, Restricted, OpenBefore }

    function item(no: string, section: string, text: string, basis: string, extra: var): var {
        const titles = { A: "许可与证件", B: "驾驶人", D: "安全设备", F: "运行" }
        return Object.assign({
            itemId: "bus." + no, no: no, sectionCode: section, sectionTitle: titles[section], text: text,
            basisText: basis, response: Core.Response.PassFailNa, unit: "", limitText: "",
            outcome: Core.Outcome.Open, outcomeText: "", applicable: true, prefilled: false, numberText: "",
            dateIso: "", countText: "", totalText: "", choice: "", choices: [], note: "", reason: "",
            photos: [], photoRequired: false, warningText: "", failText: "", level: Core.Level.General,
            levelText: "一般", days: 3, failActionText: "", fix: Core.ItemFix.None, restricted: false, openBefore: false }, extra)
    }

    roleList: ["itemId", "no", "sectionCode", "sectionTitle", "text", "basisText", "response", "unit",
        "limitText", "outcome", "outcomeText", "applicable", "prefilled", "numberText", "dateIso", "countText",
        "totalText", "choice", "choices", "note", "reason", "photos", "photoRequired", "warningText", "failText",
        "level", "levelText", "days", "failActionText", "fix", "restricted", "openBefore"]
    readonly property var twenty: Array.from({ length: 20 }, (_, place) => item("ABDF"[Math.floor(place / 5)] + (place % 5 + 1),
        "ABDF"[Math.floor(place / 5)], "第 " + (place + 1) + " 项符合要求", "校车安全管理条例", {}))
    readonly property var underWay: [
        item("A1", "A", "该车已经本级人民政府批准取得校车使用许可", "校车安全管理条例 第十四条、第十五条", { outcome: Core.Outcome.Pass, outcomeText: "合格" }),
        item("A2", "A", "校车标牌仍在有效期内", "校车安全管理条例 第十六条、第十八条", { response: Core.Response.DateNotExpired, dateIso: "2025-07-18", prefilled: true, outcome: Core.Outcome.Pass, outcomeText: "合格", warningText: "18 天后到期，请提醒学校办理", limitText: "不早于检查日期" }),
        item("A3", "A", "标牌所载号牌、所有人、驾驶人、线路、时间、站点与实际一致", "校车安全管理条例 第十六条", { outcome: Core.Outcome.Fail, outcomeText: "不合格", failText: "不合格：判为一般事故隐患，3 日内整改", fix: Core.ItemFix.Drafted }),
        item("A4", "A", "载有学生时标牌放在规定位置，不载学生时不使用标牌和标志灯", "校车安全管理条例 第十七条第二款", { outcome: Core.Outcome.Pass, outcomeText: "合格" }),
        item("A5", "A", "车型与乘坐对象相符（幼儿、小学生、中小学生专用校车）", "校车安全管理条例 第二条第二款", { outcome: Core.Outcome.Pass, outcomeText: "合格" }),
        item("B1", "B", "当班驾驶人驾驶证已签注准许驾驶校车", "校车安全管理条例 第二十三条至第二十五条", { outcome: Core.Outcome.Pass, outcomeText: "合格" }),
        item("B2", "B", "驾驶人年龄在25至60周岁之间", "校车安全管理条例 第二十三条", { response: Core.Response.Number, unit: "周岁", numberText: "43", prefilled: true, limitText: "25–60 周岁", outcome: Core.Outcome.Pass, outcomeText: "合格" }),
        item("B3", "B", "最近一次公安交管部门审验在一年内", "校车安全管理条例 第二十六条", { response: Core.Response.DateWithin, dateIso: "2024-09-21", prefilled: true, limitText: "366 天以内", outcome: Core.Outcome.Pass, outcomeText: "合格" }),
        item("B4", "B", "当班驾驶人与登记一致，状态良好，出车前酒精检测有记录", "校车安全管理条例 第十六条", { outcome: Core.Outcome.NotApplicable, outcomeText: "不适用", reason: "本日停运，驾驶人未出车" }),
        item("D1", "D", "逃生锤齐全，放在伸手可取处", "校车安全管理条例 第二十一条第一款", { outcome: Core.Outcome.Pass, outcomeText: "合格", note: "共 6 把，后排 1 把已补装" }),
        item("D2", "D", "车用干粉灭火器不少于2具（驾驶座旁、照管座旁各1具，每具不小于2千克）", "校车安全管理条例 第二十一条第一款", { response: Core.Response.Number, unit: "具", limitText: "不少于 2 具", level: Core.Level.General, days: 1, failActionText: "该车当场停运" }),
        item("D3", "D", "能正常使用的安全带数量与座位数相等", "校车安全管理条例 第三十九条第三项", { response: Core.Response.CountOfTotal, unit: "条", limitText: "全部可用", days: 1, failActionText: "该车当场停运" }),
        item("D4", "D", "具有行驶记录功能的卫星定位装置在线", "校车安全管理条例 第二十一条第二款", { response: Core.Response.Choice, choices: [{ value: "online", text: "在线" }, { value: "offline", text: "离线或数据中断" }, { value: "none", text: "未安装" }] }),
        item("D5", "D", "安全门、应急窗能打开，通道和出口无遮挡", "校车安全管理条例 第四十一条第一款", { outcome: Core.Outcome.Fail, outcomeText: "不合格", failText: "不合格：判为一般事故隐患，当日整改", days: 0, failActionText: "该车当场停运", photos: [Sample.doorTied], fix: Core.ItemFix.None }),
        item("D6", "D", "校车标志灯、停车指示标志和危险报警闪光灯工作正常", "校车安全管理条例 第十七条第一款", { openBefore: true }),
        item("D7", "D", "轮椅固定装置完好", "专用校车安全技术条件 5.10", { applicable: false, outcome: Core.Outcome.NotApplicable, outcomeText: "不适用", reason: "该车没有轮椅席位" }),
        item("F1", "F", "现场清点的实际载人数不超过核载人数", "校车安全管理条例 第三十四条", { response: Core.Response.Number, unit: "人", limitText: "不超过核载 42 人", photoRequired: true, level: Core.Level.Major, levelText: "重大（待核定）", days: 0, failActionText: "该车当场停运" }),
        item("F2", "F", "按核定线路行驶、在核定站点停靠", "校车安全管理条例 第三十条第二款", {}),
        item("F3", "F", "副驾驶座不坐学生，无驾驶人和照管人员以外的人搭车", "校车安全管理条例 第四十条", {})
    ]
    given: Sample.checklist === "twenty" ? twenty : underWay
}
