LiveRows {
    roleList: ["kind", "targetId", "title", "subtitle", "dueText", "dueDays", "overdue", "stateText", "reasonText",
        "photo"]
    given: [
        { kind: "returned", targetId: "H1", title: "应急门把手被绑扎，无法从车内打开", subtitle: "测A·D1007 校车应急门", dueText: "6月28日到期，已逾期 2 天", dueDays: -2, overdue: true, stateText: "复查退回", reasonText: "照片看不出应急门能否从车内打开，请拍开门状态。", photo: Sample.doorTied },
        { kind: "notice", targetId: "N1", title: "整改通知书 澄教安改〔2025〕43号", subtitle: "2 处隐患 · 6月30日下发", dueText: "请签收", dueDays: 2, overdue: false, stateText: "待签收", reasonText: "", photo: "" },
        { kind: "hazard", targetId: "H3", title: "北门排水沟被落叶和垃圾堵塞", subtitle: "北门内排水沟", dueText: "7月2日到期，还剩 2 天", dueDays: 2, overdue: false, stateText: "待整改", reasonText: "", photo: Sample.drain },
        { kind: "hazard", targetId: "H2", title: "二楼外廊护栏净高 0.92 m，低于 1.10 m", subtitle: "教学楼二楼外廊", dueText: "7月14日到期，还剩 14 天", dueDays: 14, overdue: false, stateText: "整改中", reasonText: "", photo: Sample.railing }
    ]
}
