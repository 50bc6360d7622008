pragma Singleton

import QtQml

QtObject {
    id: app

    property int stage: Core.Stage.Ready
    property string errorText: ""
    property bool busy: false
    property string userId: "U011"
    property string userName: "周晓岚"
    property int role: Core.Role.SafetyOfficer
    property string roleText: "安全督查员"
    property bool canInspect: true
    property bool canIssueNotice: true
    property bool canRectify: false
    property bool canReview: true
    property bool drill: false
    property string bureauName: "澄岚县教育局"
    property string serverAddress: "https://xiaoan.chenglan.example"
    property string language: "zh_CN"
    property string themeName: "light"
    property real textScale: 1.0
    property string version: "1.0.0"
    property string schoolId: ""
    property var knownUsers: [
        { userId: "U011", name: "周晓岚", roleText: "安全督查员" },
        { userId: "U012", name: "祁建平", roleText: "安全督查员" },
        { userId: "U031", name: "叶文静", roleText: "学区安全员" }
    ]
    property string today: "2025-06-30"
    property string incomingFolder: "incoming"
    property bool hasCamera: false

    signal toast(string text)

    function enrol(server: string, code: string, password: string): bool {
        if (code !== "482913") {
            errorText = "登记码不正确或已过期，请向校安办重新索取"
            return false
        }
        errorText = ""
        stage = Core.Stage.SignIn
        return true
    }

    function signIn(userId: string, password: string): bool {
        if (password !== "right") {
            errorText = "密码不正确，还可再试 4 次"
            return false
        }
        errorText = ""
        app.userId = userId
        stage = Core.Stage.Ready
        return true
    }

    function signOut() {
        stage = Core.Stage.SignIn
    }

    function setLanguage(language: string) {
        app.language = language
    }

    function setThemeName(name: string) {
        themeName = name
    }

    function setTextScale(scale: real) {
        textScale = scale
    }

    // For tests and pictures only: who holds the tablet.
    function become(kind: string) {
        const principal = kind === "principal"
        const leader = kind === "leader"
        role = principal ? Core.Role.Principal : leader ? Core.Role.Leader : Core.Role.SafetyOfficer
        roleText = principal ? "校（园）长" : leader ? "分管领导" : "安全督查员"
        userName = principal ? "林国栋" : leader ? "沈卫民" : "周晓岚"
        canInspect = !principal && !leader
        canIssueNotice = canInspect
        canReview = canInspect
        canRectify = principal
        schoolId = principal ? "S021" : ""
    }
}
