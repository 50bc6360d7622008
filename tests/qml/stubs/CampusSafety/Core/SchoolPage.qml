import QtQml

QtObject {
    id: page

    property string schoolId: ""
    readonly property string name: "望澄街道中心小学"
    readonly property string typeText: "小学"
    readonly property string ownershipText: "公办"
    readonly property string townshipName: "望澄街道"
    readonly property string statusText: ""
    readonly property int students: 1248
    readonly property int boarders: 0
    readonly property string principalName: "林国栋"
    readonly property string principalPhone: "000-5550-1147"
    readonly property string safetyOfficerName: "苏光勇"
    readonly property string safetyOfficerPhone: "000-5550-1154"
    readonly property int openCount: 4
    readonly property int overdueCount: 1
    property int noticeCandidates: 1
    property string errorText: ""
    property string lastStarted: ""

    readonly property AssetListModel assets: AssetListModel {}
    readonly property HazardListModel hazards: HazardListModel { schoolId: "S021" }
    readonly property StartableModel checklists: StartableModel {}
    readonly property DraftListModel drafts: DraftListModel { schoolId: "S021" }

    function start(checklistId: string, assetIds: var): string {
        lastStarted = checklistId + ":" + assetIds.join(",")
        if (checklistId === "school-bus" && assetIds.length === 0) {
            errorText = "请至少选择一辆校车"
            return ""
        }
        errorText = ""
        return "I1"
    }
}
