import QtQml

QtObject {
    id: editor

    property string inspectionId: ""
    property bool ready: Sample.scenario === "normal"
    property string errorText: Sample.scenario === "error" ? "这份检查已在另一台平板上完成" : ""
    property string title: "校车安全检查"
    property string schoolName: "望澄街道中心小学"
    property string assetName: "测A·D1007"
    property bool busy: false
    property int warnings: 1
    property bool canUndo: history.length > 0
    property string undoText: history.length > 0 ? history[history.length - 1].text : ""
    property var missing: []
    property string nextInspectionId: ""
    property var history: []
    property string companion: ""
    property string refusesToComplete: ""

    readonly property ChecklistItemModel items: ChecklistItemModel {}
    readonly property int total: items.rows.filter(row => row.applicable).length
    readonly property int done: items.rows.filter(row => row.applicable && row.outcome !== Core.Outcome.Open).length
    readonly property int failed: items.rows.filter(row => row.outcome === Core.Outcome.Fail).length
    readonly property var sections: ["A", "B", "D", "F"].map(code => {
        const rows = items.rows.filter(row => row.sectionCode === code && row.applicable)
        return { code: code, title: rows.length > 0 ? rows[0].sectionTitle : code, total: rows.length,
            done: rows.filter(row => row.outcome !== Core.Outcome.Open).length,
            failed: rows.filter(row => row.outcome === Core.Outcome.Fail).length }
    })

    function indexOf(itemId: string): int {
        return items.rows.findIndex(row => row.itemId === itemId)
    }

    function change(itemId: string, values: var, text: string): bool {
        const index = indexOf(itemId)
        if (index < 0)
            return false
        const row = items.row(index)
        const before = {}
        for (const key in values)
            before[key] = row[key]
        history = history.concat([{ changes: [{ index: index, before: before }], text: "撤销 " + row.no + " " + text }])
        items.change(index, values)
        return true
    }

    function outcome(number: int): var {
        return { outcome: number, outcomeText: ["", "合格", "不合格", "不适用"][number], reason: "",
            failText: number === Core.Outcome.Fail ? "不合格：判为一般事故隐患，3 日内整改" : "" }
    }

    function pass(itemId: string): bool { return change(itemId, outcome(Core.Outcome.Pass), "合格") }
    function fail(itemId: string): bool { return change(itemId, outcome(Core.Outcome.Fail), "不合格") }
    function notApplicable(itemId: string, reason: string): bool {
        return change(itemId, Object.assign(outcome(Core.Outcome.NotApplicable), { reason: reason }), "不适用")
    }
    function setNumber(itemId: string, text: string): bool {
        const few = Number(text) < 2
        return change(itemId, Object.assign(outcome(text === "" ? 0 : few ? Core.Outcome.Fail : Core.Outcome.Pass), { numberText: text }), "数值")
    }
    function setDate(itemId: string, iso: string): bool {
        return change(itemId, Object.assign(outcome(iso < "2025-06-30" ? Core.Outcome.Fail : Core.Outcome.Pass), { dateIso: iso }), "日期")
    }
    function setCount(itemId: string, count: string, total: string): bool {
        const open = count === "" || total === ""
        return change(itemId, Object.assign(outcome(open ? 0 : count === total ? Core.Outcome.Pass : Core.Outcome.Fail), { countText: String(count), totalText: String(total) }), "数量")
    }
    function setChoice(itemId: string, value: string): bool {
        return change(itemId, Object.assign(outcome(value === "online" ? Core.Outcome.Pass : Core.Outcome.Fail), { choice: value }), "选项")
    }
    function stillOpen(itemId: string): bool { return change(itemId, { fix: Core.ItemFix.StillOpen }, "仍未整改") }
    function setNote(itemId: string, text: string): bool { return change(itemId, { note: text }, "备注") }
    function addPhoto(itemId: string, url: string): bool {
        return change(itemId, { photos: items.row(indexOf(itemId)).photos.concat([url]) }, "照片")
    }
    function removePhoto(itemId: string, index: int): bool {
        const photos = items.row(indexOf(itemId)).photos.slice()
        photos.splice(index, 1)
        return change(itemId, { photos: photos }, "照片")
    }
    function clear(itemId: string): bool { return change(itemId, outcome(Core.Outcome.Open), "清除") }

    function undo(): bool {
        if (history.length === 0)
            return false
        const last = history[history.length - 1]
        history = history.slice(0, -1)
        for (const step of last.changes)
            items.change(step.index, step.before)
        return true
    }

    function nextOpen(from: int): int {
        for (let step = 0; step < items.count; ++step) {
            const index = (from + 1 + step + items.count) % items.count
            const row = items.row(index)
            if (row.applicable && row.outcome === Core.Outcome.Open)
                return index
        }
        return -1
    }

    function passSection(code: string): bool {
        const changes = []
        items.rows.forEach((row, index) => {
            if (row.sectionCode === code && row.applicable && row.outcome === Core.Outcome.Open
                    && row.response === Core.Response.PassFailNa) {
                changes.push({ index: index, before: { outcome: row.outcome, outcomeText: "" } })
                items.change(index, outcome(Core.Outcome.Pass))
            }
        })
        history = history.concat([{ changes: changes, text: "撤销 本节其余合格" }])
        return changes.length > 0
    }

    function complete(companionName: string): bool {
        companion = companionName
        errorText = refusesToComplete
        if (errorText !== "")
            return false
        missing = items.rows.filter(row => row.applicable && (row.outcome === Core.Outcome.Open
            || (row.outcome === Core.Outcome.Fail && row.fix === Core.ItemFix.None)))
            .map(row => ({ itemId: row.itemId, no: row.no, text: row.text,
                whatText: row.outcome === Core.Outcome.Open ? "未作答" : "不合格项未登记隐患，也未当场整改" }))
        return missing.length === 0
    }

    function discard(): bool { return true }
}
