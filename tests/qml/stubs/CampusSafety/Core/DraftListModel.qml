LiveRows {
    property string schoolId: ""

    roleList: ["inspectionId", "title", "assetName", "schoolName", "done", "total", "failed", "updatedText"]
    given: [
        { inspectionId: "I1", title: "校车安全检查", assetName: "测A·D1007", schoolName: "望澄街道中心小学", done: 12, total: 18, failed: 2, updatedText: "今天 09:42" }
    ]
}
