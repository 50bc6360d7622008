import QtQml

QtObject {
    id: editor

    property string schoolId: ""
    property string schoolName: "望澄街道中心小学"
    property string bureauName: "澄岚县教育局"
    property string heading: "澄岚县教育局安全隐患整改通知书"
    property string numberText: "临时编号 本机-2025-0007"
    property string dateText: "2025年6月30日"
    property string basisText: "2025年6月30日，我局检查人员对你校开展开学安全检查，依据《中华人民共和国安全生产法》《中小学幼儿园安全管理办法》，发现下列安全隐患："
    property string requirementsText: "一、请按上列期限完成整改，整改期间落实临时管控措施。二、完成后由校长确认并附整改后照片，我局将到校复查。三、不能按期完成的，应在期限届满前提出延期申请。"
    property string consequencesText: "逾期未整改的，将予以通报并按规定追究责任。"
    property string contact: "周晓岚"
    property string phone: "000-5550-2043"
    property string inspectorsText: "周晓岚、祁建平"
    property int includedCount: 2
    property bool officerSigned: false
    property bool schoolSigned: false
    property string schoolSignerName: ""
    property string contentHashText: "内容校验码 7F3A-91C2"
    property string errorText: ""

    readonly property NoticeLineModel lines: NoticeLineModel {}

    function changed(index: int, values: var): bool {
        lines.change(index, values)
        officerSigned = false
        schoolSigned = false
        return true
    }

    function setIncluded(index: int, included: bool): bool { return changed(index, { included: included }) }
    function setDays(index: int, days: int): bool { return changed(index, { days: days }) }
    function setMeasure(index: int, text: string): bool { return changed(index, { measure: text }) }
    function setInterim(index: int, text: string): bool { return changed(index, { interim: text }) }
    function setResponsible(index: int, text: string): bool { return changed(index, { responsible: text }) }

    function signOfficer(strokes: var, width: real, height: real): bool {
        officerSigned = strokes.length > 0
        return officerSigned
    }

    function signSchool(name: string, strokes: var, width: real, height: real): bool {
        schoolSignerName = name
        schoolSigned = strokes.length > 0 && name !== ""
        errorText = schoolSigned ? "" : "请填写学校在场人员姓名"
        return schoolSigned
    }

    function issue(): string {
        errorText = officerSigned && schoolSigned ? "" : "双方签字后才能下发"
        return errorText === "" ? "N1" : ""
    }
}
