LiveRows {
    id: model

    property bool onlyUnfinished: false

    function takeNote(itemId: string): bool {
        given = given.filter(row => row.itemId !== itemId)
        return true
    }

    function attachAsNote(itemId: string): bool {
        return takeNote(itemId)
    }

    roleList: ["itemId", "title", "subtitle", "timeText", "state", "stateText", "reasonText",
        "photosVerified", "photosTotal", "isCard"]
    given: [
        { itemId: "e1", title: "复查通过：应急门被绑扎", subtitle: "望澄街道中心小学", timeText: "今天 10:12",
          state: Core.SyncState.Rejected, stateText: "被退回", isCard: true, photosVerified: 2, photosTotal: 2,
          reasonText: "贺庆伟已于 09:55 复查该隐患并退回整改，以先到达的复查为准。" },
        { itemId: "e2", title: "校车安全检查　测A·D1007", subtitle: "松鹤岭镇九年一贯制学校", timeText: "今天 09:42",
          state: Core.SyncState.LocalOnly, stateText: "仅在本机", reasonText: "", photosVerified: 0, photosTotal: 4, isCard: false },
        { itemId: "e3", title: "登记隐患：疏散楼梯堆放课桌椅", subtitle: "望澄街道中心小学", timeText: "今天 09:30",
          state: Core.SyncState.LocalOnly, stateText: "仅在本机", reasonText: "", photosVerified: 0, photosTotal: 5, isCard: false },
        { itemId: "e4", title: "下发整改通知书 澄教安改〔2025〕41号", subtitle: "文澜街道第二幼儿园", timeText: "昨天 16:20",
          state: Core.SyncState.Delivered, stateText: "已送达", reasonText: "", photosVerified: 3, photosTotal: 6, isCard: false },
        { itemId: "e5", title: "食堂与食品安全检查", subtitle: "文澜街道第二幼儿园", timeText: "昨天 15:08",
          state: Core.SyncState.Verified, stateText: "已核验", reasonText: "", photosVerified: 2, photosTotal: 2, isCard: false },
        { itemId: "e6", title: "复查退回：护栏高度不足", subtitle: "柳堰溪镇中心小学", timeText: "昨天 11:31",
          state: Core.SyncState.Verified, stateText: "已核验", reasonText: "", photosVerified: 3, photosTotal: 3, isCard: false }
    ].filter(row => !onlyUnfinished || row.state !== Core.SyncState.Verified)
}
