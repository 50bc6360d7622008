LiveRows {
    id: model

    property string schoolId: ""
    property int filter: Core.HazardFilter.Open
    property string search: ""
    readonly property string countText: String(count)

    readonly property var every: [
        { hazardId: "H1", number: "990101-2025-0117", title: "应急门把手被绑扎，无法从车内打开", schoolName: "望澄街道中心小学", place: "测A·D1007 校车应急门", categoryText: "校车安全 · 安全设备", level: Core.Level.Major, levelText: "待核定重大", state: Core.HazardState.Submitted, stateText: "待复查", dueText: "6月28日到期，已逾期 2 天", dueDays: -2, overdue: true, photo: Sample.doorTied, syncState: Core.SyncState.Verified, pending: false },
        { hazardId: "H2", number: "990101-2025-0121", title: "二楼外廊护栏净高 0.92 m，低于 1.10 m", schoolName: "望澄街道中心小学", place: "教学楼二楼外廊", categoryText: "校舍安全 · 护栏", level: Core.Level.General, levelText: "一般", state: Core.HazardState.Rectifying, stateText: "整改中", dueText: "7月14日到期，还剩 14 天", dueDays: 14, overdue: false, photo: Sample.railing, syncState: Core.SyncState.Verified, pending: false },
        { hazardId: "H3", number: "990101-2025-0122", title: "北门排水沟被落叶和垃圾堵塞", schoolName: "望澄街道中心小学", place: "北门内排水沟", categoryText: "防汛 · 排水", level: Core.Level.General, levelText: "一般", state: Core.HazardState.Assigned, stateText: "待整改", dueText: "7月2日到期，还剩 2 天", dueDays: 2, overdue: false, photo: Sample.drain, syncState: Core.SyncState.Delivered, pending: false },
        { hazardId: "H4", number: "本机-07", title: "疏散楼梯一层平台堆放课桌椅", schoolName: "望澄街道中心小学", place: "教学楼东侧楼梯一层", categoryText: "消防安全 · 疏散通道", level: Core.Level.General, levelText: "一般", state: Core.HazardState.Registered, stateText: "已登记", dueText: "未下发通知书", dueDays: 0, overdue: false, photo: "", syncState: Core.SyncState.LocalOnly, pending: true },
        { hazardId: "H5", number: "990103-2025-0098", title: "留样柜温度 11 ℃，高于 8 ℃", schoolName: "文澜街道第二幼儿园", place: "食堂留样间", categoryText: "食堂与食品安全 · 留样", level: Core.Level.General, levelText: "一般", state: Core.HazardState.Assigned, stateText: "待整改", dueText: "6月27日到期，已逾期 3 天", dueDays: -3, overdue: true, photo: "", syncState: Core.SyncState.Verified, pending: false },
        { hazardId: "H6", number: "990107-2025-0064", title: "校门口硬质防冲撞设施缺失 2 组", schoolName: "柳堰溪镇中心小学", place: "正门外", categoryText: "三防 · 物防", level: Core.Level.General, levelText: "一般", state: Core.HazardState.Submitted, stateText: "待复查", dueText: "7月5日到期，还剩 5 天", dueDays: 5, overdue: false, photo: "", syncState: Core.SyncState.Verified, pending: false },
        { hazardId: "H7", number: "990101-2025-0088", title: "一键报警装置无法接通公安接警中心", schoolName: "望澄街道中心小学", place: "门卫室", categoryText: "三防 · 技防", level: Core.Level.General, levelText: "一般", state: Core.HazardState.Closed, stateText: "已销号", dueText: "6月10日销号", dueDays: 0, overdue: false, photo: "", syncState: Core.SyncState.Verified, pending: false }
    ]

    function fits(row: var): bool {
        switch (filter) {
        case Core.HazardFilter.Open: return row.state < Core.HazardState.Closed
        case Core.HazardFilter.Overdue: return row.overdue
        case Core.HazardFilter.ToReview:
        case Core.HazardFilter.AwaitingReview: return row.state === Core.HazardState.Submitted
        case Core.HazardFilter.ToSign: return row.state === Core.HazardState.Assigned
        case Core.HazardFilter.ToRectify: return row.state === Core.HazardState.Rectifying
        default: return true
        }
    }

    roleList: ["hazardId", "number", "title", "schoolName", "place", "categoryText", "level", "levelText",
        "state", "stateText", "dueText", "dueDays", "overdue", "photo", "syncState", "pending"]
    given: every.filter(row => fits(row) && (schoolId === "" || row.schoolName === "望澄街道中心小学")
                        && (search === "" || row.title.includes(search) || row.number.includes(search)
                            || row.schoolName.includes(search)))
}
