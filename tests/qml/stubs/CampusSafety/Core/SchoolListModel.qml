LiveRows {
    property string search: ""

    roleList: ["schoolId", "name", "typeText", "townshipName", "openCount", "overdueCount", "reviewCount",
        "lastInspectionText"]
    given: [
        { schoolId: "S021", name: "望澄街道中心小学", typeText: "小学", townshipName: "望澄街道", openCount: 4, overdueCount: 1, reviewCount: 1, lastInspectionText: "6月12日检查" },
        { schoolId: "S034", name: "松鹤岭镇九年一贯制学校", typeText: "九年一贯制", townshipName: "松鹤岭镇", openCount: 2, overdueCount: 0, reviewCount: 0, lastInspectionText: "6月3日检查" },
        { schoolId: "S002", name: "望澄晨露幼儿园", typeText: "幼儿园", townshipName: "望澄街道", openCount: 0, overdueCount: 0, reviewCount: 0, lastInspectionText: "5月28日检查" },
        { schoolId: "S003", name: "文澜街道第二幼儿园", typeText: "幼儿园", townshipName: "文澜街道", openCount: 3, overdueCount: 2, reviewCount: 0, lastInspectionText: "昨天检查" },
        { schoolId: "S045", name: "柳堰溪镇中心小学", typeText: "小学", townshipName: "柳堰溪镇", openCount: 1, overdueCount: 0, reviewCount: 1, lastInspectionText: "6月20日检查" },
        { schoolId: "S051", name: "澄岚县第三初级中学", typeText: "初中", townshipName: "东棠街道", openCount: 0, overdueCount: 0, reviewCount: 0, lastInspectionText: "本学期未检查" },
        { schoolId: "S055", name: "云坪坳镇红岩教学点", typeText: "教学点", townshipName: "云坪坳镇", openCount: 1, overdueCount: 0, reviewCount: 0, lastInspectionText: "本学期未检查" },
        { schoolId: "S058", name: "澄岚县特殊教育学校", typeText: "特殊教育", townshipName: "南屿街道", openCount: 0, overdueCount: 0, reviewCount: 0, lastInspectionText: "4月16日检查" }
    ].filter(row => search === "" || row.name.includes(search) || row.townshipName.includes(search))
}
