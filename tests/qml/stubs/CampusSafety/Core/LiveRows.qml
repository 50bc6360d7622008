import CampusSafety.Testing

RowsModel {
    id: model

    property var given: []
    property bool loading: Sample.scenario === "loading"
    property string errorText: Sample.scenario === "error" ? "数据库无法打开：磁盘空间不足" : ""

    function refresh() {
        Sample.scenario = "normal"
    }

    rows: Sample.scenario === "normal" ? given : []
}
