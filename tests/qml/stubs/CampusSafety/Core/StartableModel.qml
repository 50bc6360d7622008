LiveRows {
    property string schoolId: ""

    roleList: ["checklistId", "title", "assetKind", "assetKindText", "assetCount", "itemCount"]
    given: [
        { checklistId: "school-bus", title: "校车安全检查", assetKind: Core.AssetKind.Bus, assetKindText: "校车", assetCount: 2, itemCount: 44 },
        { checklistId: "canteen", title: "食堂与食品安全检查", assetKind: Core.AssetKind.Canteen, assetKindText: "食堂", assetCount: 1, itemCount: 44 },
        { checklistId: "flood", title: "防汛（防台）安全检查", assetKind: Core.AssetKind.School, assetKindText: "学校", assetCount: 1, itemCount: 37 },
        { checklistId: "building", title: "校舍安全检查", assetKind: Core.AssetKind.Building, assetKindText: "校舍", assetCount: 1, itemCount: 42 },
        { checklistId: "fire", title: "消防安全检查", assetKind: Core.AssetKind.School, assetKindText: "学校", assetCount: 1, itemCount: 20 },
        { checklistId: "three-defences", title: "三防建设检查", assetKind: Core.AssetKind.School, assetKindText: "学校", assetCount: 1, itemCount: 19 }
    ]
}
