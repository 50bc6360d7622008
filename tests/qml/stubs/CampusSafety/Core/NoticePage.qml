import QtQml

QtObject {
    property string noticeId: ""
    property string heading: "澄岚县教育局安全隐患整改通知书"
    property string numberText: "澄教安改〔2025〕43号"
    property string schoolName: "望澄街道中心小学"
    property string bureauName: "澄岚县教育局"
    property string inspectorsText: "周晓岚、祁建平"
    property string dateText: "2025年6月30日"
    property string basisText: "2025年6月30日，我局检查人员对你校开展开学安全检查，依据《中华人民共和国安全生产法》《中小学幼儿园安全管理办法》，发现下列安全隐患："
    property string requirementsText: "一、请按上列期限完成整改，整改期间落实临时管控措施。二、完成后由校长确认并附整改后照片，我局将到校复查。三、不能按期完成的，应在期限届满前提出延期申请。"
    property string consequencesText: "逾期未整改的，将予以通报并按规定追究责任。"
    property string officerSignature: Sample.signature
    property string schoolSignature: ""
    property string receiptedText: ""
    property string stateText: "待签收"
    property bool canSign: true
    property string errorText: ""
    property string refusesToSign: ""

    readonly property NoticeLineModel lines: NoticeLineModel {}

    function signFor(strokes: var, width: real, height: real): bool {
        errorText = refusesToSign
        if (strokes.length === 0 || refusesToSign !== "")
            return false
        canSign = false
        schoolSignature = Sample.secondSignature
        receiptedText = "林国栋 2025年6月30日 11:05 签收"
        stateText = "已签收"
        return true
    }
}
