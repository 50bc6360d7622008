#include "documents/FigureTable.h"

#include <algorithm>
#include <array>

#include "documents/Labels.h"
#include "domain/Permission.h"
#include "figures/Definitions.h"
#include "figures/Rate.h"

namespace campus::documents {

namespace {

using figures::Definition;
using figures::Figure;
using figures::FigureKind;
using figures::Measure;
using figures::Report;

constexpr CellType kText = CellType::Text;
constexpr CellType kNumber = CellType::Number;

// Columns of the sheet by breakdown: what a bureau compares. The rest stands on the first sheet.
constexpr std::array<std::string_view, 19> kCompared{
    "N1", "N1r", "N2",         "N3",        "M1",         "N4",          "N4s",
    "N5", "N6",  "N6.pending", "N6.review", "N6.overdue", "N6.extended", "N6.running",
    "N7", "N8",  "N9",         "N10",       "N14"};

std::string unitOf(const Definition &definition, const FigureNames &names)
{
    return definition.unit == "处" ? names.countWord : std::string(definition.unit);
}

Cell valueCell(FigureKind kind, const Measure &measure)
{
    if (kind == FigureKind::Count)
        return measure.count;
    if (measure.base == 0)
        return std::string("—");
    return Percent{figures::rateHundredths(measure.count, measure.base)};
}

constexpr std::int64_t kLeastTold = 3;

// domain.md §11.3: by school, a restricted number under 3 is not told.
bool isBySchool(const domain::Scope &scope)
{
    return !scope.county && scope.townships.empty();
}

Cell guardedCell(const Report &report, const Figure &figure, std::size_t row)
{
    const Measure &measure = figure.rows.at(row);
    const bool guarded = isBySchool(report.query.scope) &&
                         measure.hidden + measure.baseHidden > 0 &&
                         report.query.breakdown == figures::Breakdown::Category &&
                         domain::isRestrictedCategory(report.rowHeads.at(row).value);
    const std::int64_t told = figure.kind == FigureKind::Rate ? measure.base : measure.count;
    if (guarded && told < kLeastTold && told > 0)
        return std::string("少于3");
    return valueCell(figure.kind, measure);
}

Table summaryTable(const Report &report, const FigureNames &names)
{
    Table table;
    table.name = "统计表";
    table.columns = {{"代号", 14, kText},   {"指标", 30, kText},   {"单位", 8, kText},
                     {"数值", 12, kNumber}, {"分子", 10, kNumber}, {"分母", 10, kNumber},
                     {"口径", 70, kText}};
    for (const Figure &figure : report.figures) {
        const Definition &definition = *figures::definitionOf(figure.id);
        const bool isRate = figure.kind == FigureKind::Rate;
        table.rows.push_back(
            {figure.id, std::string(definition.name), unitOf(definition, names),
             valueCell(figure.kind, figure.total), isRate ? Cell(figure.total.count) : Cell(),
             isRate ? Cell(figure.total.base) : Cell(), std::string(definition.meaning)});
    }
    return table;
}

Table breakdownTable(const Report &report, const FigureNames &names)
{
    Table table;
    const std::string label = breakdownLabel(report.query.breakdown);
    table.name = "按" + label;
    table.columns = {{label, 20, kText}};
    table.frozenColumns = 1;
    std::vector<const Figure *> shown;
    for (const std::string_view id : kCompared) {
        const Figure &figure = report.figure(id);
        if (figure.rows.empty())
            continue;
        const Definition &definition = *figures::definitionOf(id);
        const bool isRate = figure.kind == FigureKind::Rate;
        const bool isPlain = isRate || definition.of == figures::MemberKind::Hazard;
        table.columns.push_back({std::string(definition.name) +
                                     (isPlain ? "" : "（" + unitOf(definition, names) + "）"),
                                 11, isRate ? CellType::Percent : kNumber});
        shown.push_back(&figure);
    }
    const auto addRow = [&](const std::string &head, auto cellOf) {
        std::vector<Cell> cells{head};
        for (const Figure *figure : shown)
            cells.push_back(cellOf(*figure));
        table.rows.push_back(std::move(cells));
    };
    for (std::size_t row = 0; row < report.rowHeads.size(); ++row) {
        const figures::RowHead &head = report.rowHeads[row];
        addRow(rowLabel(report.query.breakdown, head.value, head.name),
               [&](const Figure &figure) { return guardedCell(report, figure, row); });
    }
    addRow("合计", [](const Figure &figure) { return valueCell(figure.kind, figure.total); });
    return table;
}

Table memberTable(const Report &report, const FigureNames &names)
{
    Table table;
    table.name = "名单";
    table.columns = {{"代号", 14, kText},
                     {"指标", 30, kText},
                     {"序号", 8, kNumber},
                     {"编号或名称", 36, kText},
                     {"标识", 40, kText}};
    for (const Figure &figure : report.figures) {
        const std::string name(figures::definitionOf(figure.id)->name);
        std::int64_t place = 0;
        for (const std::string &member : figure.total.members) {
            const auto label = names.labels.find(member);
            table.rows.push_back({figure.id, name, ++place,
                                  label == names.labels.end() ? member : label->second, member});
        }
        if (figure.total.hidden > 0) {
            const bool told = !isBySchool(report.query.scope) || figure.total.hidden >= kLeastTold;
            const std::string number = told ? std::to_string(figure.total.hidden) : "少于3";
            table.rows.push_back({figure.id, name, Cell(),
                                  "另有限制查看的" + number + names.countWord + "，只计数",
                                  Cell()});
        }
    }
    return table;
}

Table ambiguousTable(const Report &report, const FigureNames &names)
{
    constexpr std::array<std::string_view, 5> kBoundaries{"", "期初", "期末", "统计截止时点",
                                                          "整改期限"};
    Table table;
    table.name = "时间待核";
    table.columns = {{"编号或名称", 30, kText}, {"动作", 26, kText}, {"所跨界限", 14, kText},
                     {"最早", 20, kText},       {"最迟", 20, kText}, {"采用", 20, kText}};
    for (const figures::Ambiguous &item : report.ambiguous) {
        const auto label = names.labels.find(item.object);
        table.rows.push_back({label == names.labels.end() ? item.object : label->second, item.act,
                              std::string(kBoundaries.at(static_cast<std::size_t>(item.boundary))),
                              localDayAndTime(item.earliest), localDayAndTime(item.latest),
                              localDayAndTime(item.decided)});
    }
    return table;
}

std::string scopeText(const domain::Scope &scope, const FigureNames &names)
{
    if (scope.county)
        return "全部学校";
    std::string text;
    const auto add = [&](const std::string &what, const std::set<std::string> &ids) {
        for (const std::string &id : ids) {
            const auto label = names.labels.find(id);
            text += (text.empty() ? "" : "、") + what +
                    (label == names.labels.end() ? id : label->second);
        }
    };
    add("乡镇（街道）", scope.townships);
    add("学校", scope.schools);
    add("指定", scope.assigned);
    return text.empty() ? "无" : text;
}

std::string identityText(const figures::Identity &identity)
{
    const std::string sum =
        "往期结转" + std::to_string(identity.n7) + "＋本期排查" + std::to_string(identity.n3) +
        "＋往期重新打开" + std::to_string(identity.x) + "－本期销号" + std::to_string(identity.n8) +
        "＝期末未销号" + std::to_string(identity.n9);
    return identity.from.iso() + "至" + identity.to.iso() + "：" + sum +
           (identity.holds() ? "，平衡" : "，不平衡");
}

std::vector<Note> notesOf(const Report &report, const FigureNames &names, const std::string &title)
{
    const figures::Query &query = report.query;
    std::vector<Note> notes{{"名称", title},
                            {"统计期", query.from.iso() + "至" + query.to.iso() + "（含首尾两日）"},
                            {"统计截止时点", cutoffLabel(query.cutoff)},
                            {"入库截止时点", cutoffLabel(query.knownBy)},
                            {"范围", scopeText(query.scope, names)},
                            {"专项行动", query.campaign.empty() ? "全部" : query.campaign},
                            {"分组", breakdownLabel(query.breakdown)},
                            {"平衡", identityText(report.identity)}};
    for (const figures::Remark &remark : report.remarks)
        notes.push_back({"提示", remarkText(remark, names.countWord)});
    notes.push_back({"比率", "四舍五入到两位小数；只有分子等于分母才是100%，只有分子为0才是0%"
                             "；由合计数计算，不取平均"});
    for (const Definition &definition : figures::definitions())
        notes.push_back({std::string(definition.id) + " " + std::string(definition.name),
                         std::string(definition.meaning)});
    return notes;
}

} // namespace

std::string remarkText(const figures::Remark &remark, const std::string &countWord)
{
    constexpr std::array<std::string_view, 6> kRemarks{"",
                                                       "已销号而证据未到的",
                                                       "所属学校不在登记册中的",
                                                       "有动作时间跨界限、须人工核对的",
                                                       "时间先后有误、使期初期末不平衡的",
                                                       "截止时点之后才入库（补报）的"};
    return std::string(kRemarks.at(static_cast<std::size_t>(remark.kind))) +
           std::to_string(remark.count()) + countWord;
}

Workbook figureTable(const Report &report, const FigureNames &names)
{
    Workbook book;
    book.title = std::string("隐患排查整改统计表") + (names.drill ? "（演练数据）" : "");
    book.author = names.bureau;
    book.createdAt = report.query.knownBy;
    book.tables.push_back(summaryTable(report, names));
    if (report.query.breakdown != figures::Breakdown::None)
        book.tables.push_back(breakdownTable(report, names));
    book.tables.push_back(memberTable(report, names));
    if (!report.ambiguous.empty())
        book.tables.push_back(ambiguousTable(report, names));
    const std::string period =
        "（" + report.query.from.chinese() + "至" + report.query.to.chinese() + "）";
    for (Table &table : book.tables)
        table.title = names.bureau + book.title + period + "　" + table.name;
    book.notes = notesOf(report, names, names.bureau + book.title);
    return book;
}

} // namespace campus::documents
