#include "documents/Ledger.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/Assert.h"
#include "documents/Labels.h"
#include "documents/NaturalOrder.h"
#include "figures/SchoolRecord.h"

namespace campus::documents {

namespace {

using domain::Hazard;
using domain::HazardState;

constexpr CellType kText = CellType::Text;

// domain.md §14, in order.
const std::array<Column, 38> kColumns{{{"序号", 5, CellType::Number},
                                       {"隐患编号", 16, kText},
                                       {"乡镇（街道）", 9, kText},
                                       {"学校名称", 16, kText},
                                       {"学段（类型）", 8, kText},
                                       {"办学性质", 6, kText},
                                       {"检查日期", 10.5, CellType::Date},
                                       {"检查类型/专项", 10, kText},
                                       {"检查人员", 9, kText},
                                       {"陪检人", 7, kText},
                                       {"隐患类别", 10, kText},
                                       {"隐患部位", 10, kText},
                                       {"隐患描述", 22, kText},
                                       {"隐患等级", 7, kText},
                                       {"判定依据", 20, kText},
                                       {"整改措施", 20, kText},
                                       {"临时管控措施", 14, kText},
                                       {"整改责任人", 8, kText},
                                       {"联系电话", 14, kText},
                                       {"整改期限", 10.5, CellType::Date},
                                       {"延期至", 10.5, CellType::Date},
                                       {"整改资金（万元）", 8, CellType::Money},
                                       {"资金来源", 8, kText},
                                       {"完成日期", 10.5, CellType::Date},
                                       {"整改情况", 8, kText},
                                       {"未整改原因", 12, kText},
                                       {"是否当场整改", 6, kText},
                                       {"是否挂牌督办", 6, kText},
                                       {"督办单位", 10, kText},
                                       {"是否移交", 6, kText},
                                       {"复查人", 7, kText},
                                       {"复查日期", 10.5, CellType::Date},
                                       {"复查结果", 7, kText},
                                       {"销号日期", 10.5, CellType::Date},
                                       {"整改前照片", 6, kText},
                                       {"整改后照片", 6, kText},
                                       {"通知书文号", 16, kText},
                                       {"备注", 16, kText}}};

template <typename T>
const T *known(const std::map<std::string, T> &map, const std::string &id)
{
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &found->second;
}

Cell dayCell(const std::optional<Day> &day)
{
    return day ? Cell(*day) : Cell();
}

std::string yesNo(bool yes)
{
    return yes ? "是" : "否";
}

std::string photoCount(std::size_t count)
{
    return count == 0 ? std::string() : std::to_string(count) + "张";
}

void append(std::string &list, const std::string &part)
{
    if (!part.empty())
        list += (list.empty() ? "" : "；") + part;
}

class Rows
{
public:
    Rows(const LedgerSources &sources, const LedgerChoice &choice)
        : m_sources(sources),
          m_choice(choice)
    {
    }

    std::vector<std::vector<Cell>> all(const std::vector<const Hazard *> &hazards) const
    {
        std::vector<std::vector<Cell>> rows;
        for (const Hazard *hazard : hazards) {
            rows.push_back(row(*hazard));
            rows.back().front() = static_cast<std::int64_t>(rows.size());
        }
        return rows;
    }

    // Township, school, number; a number still to come stands last.
    bool before(const Hazard &a, const Hazard &b) const
    {
        const auto placeA = placeOf(a);
        const auto placeB = placeOf(b);
        if (placeA != placeB)
            return placeA < placeB;
        if (a.number.empty() != b.number.empty())
            return b.number.empty();
        return a.number == b.number ? a.id < b.id : naturallyBefore(a.number, b.number);
    }

private:
    // What the register does not know stands last.
    using Place = std::tuple<bool, std::string, std::string, bool, std::string, std::string>;
    Place placeOf(const Hazard &hazard) const
    {
        const domain::School *school = known(m_sources.schools, hazard.school);
        const std::string townshipId = townshipOf(hazard);
        const domain::Township *township = known(m_sources.townships, townshipId);
        return {township == nullptr, township ? township->code : "", townshipId,
                school == nullptr,   school ? school->code : "",     hazard.school};
    }

    std::string townshipOf(const Hazard &hazard) const
    {
        const domain::School *school = known(m_sources.schools, hazard.school);
        return school ? figures::attributeOn(*school, "township_id", hazard.foundOn)
                      : std::string();
    }

    std::string person(const std::string &id) const
    {
        const std::string *name = known(m_sources.people, id);
        return name ? *name : id;
    }

    std::string people(const std::vector<std::string> &ids) const
    {
        std::string list;
        for (const std::string &id : ids)
            list += (list.empty() ? "" : "、") + person(id);
        return list;
    }

    std::vector<Cell> row(const Hazard &hazard) const
    {
        std::vector<Cell> cells(kColumns.size());
        std::size_t next = 1; // the place is filled in later
        const auto put = [&](Cell cell) { cells.at(next++) = std::move(cell); };
        putFinding(hazard, put);
        putOrder(hazard, put);
        putReview(hazard, put);
        CAMPUS_ASSERT(next == cells.size());
        return cells;
    }

    template <typename Put>
    void putFinding(const Hazard &hazard, Put put) const
    {
        const domain::School *school = known(m_sources.schools, hazard.school);
        const domain::Township *township = known(m_sources.townships, townshipOf(hazard));
        const domain::Inspection *inspection =
            known(m_sources.inspections, hazard.found.inspection);
        const auto attribute = [&](std::string_view field) {
            return school ? figures::attributeOn(*school, field, hazard.foundOn) : std::string();
        };
        put(hazard.number);
        put(township ? township->name : townshipOf(hazard));
        put(school ? school->name : hazard.school);
        put(schoolTypeLabel(attribute("type"), attribute("subtype")));
        put(ownershipLabel(attribute("ownership")));
        put(inspection ? inspection->head.on : hazard.foundOn);
        std::string occasion = inspection ? inspectionTypeLabel(inspection->head.type)
                                          : sourceLabel(hazard.found.source);
        if (!hazard.found.campaign.empty())
            occasion += "/" + hazard.found.campaign;
        put(occasion);
        const bool named = inspection && !inspection->head.inspectors.empty();
        put(named ? people(inspection->head.inspectors) : person(hazard.finder));
        put(inspection ? inspection->head.companion : std::string());
        put(categoryLabel(hazard.category));
        put(hazard.found.place);
        put(hazard.found.description);
        put(levelLabel(hazard));
        put(hazard.found.basis);
    }

    template <typename Put>
    void putOrder(const Hazard &hazard, Put put) const
    {
        const bool closed = hazard.state == HazardState::Closed;
        put(hazard.measure);
        put(hazard.interim);
        put(hazard.responsible);
        put(hazard.phone);
        put(dayCell(hazard.round().originalDue));
        put(dayCell(hazard.round().extendedUntil));
        put(hazard.moneyCents != 0 ? Cell(Money{hazard.moneyCents}) : Cell());
        put(hazard.moneySource);
        put(dayCell(hazard.doneOn));
        put(progressOf(hazard));
        put(closed ? std::string() : delayOf(hazard));
        put(yesNo(closed && hazard.fixedOnSpot));
        put(yesNo(hazard.listedOn && !hazard.delistedOn));
        put(hazard.listingUnit);
        put(yesNo(hazard.transferredOn.has_value()));
    }

    template <typename Put>
    void putReview(const Hazard &hazard, Put put) const
    {
        const bool closed = hazard.state == HazardState::Closed;
        const bool reviewed = closed || hazard.round().returns > 0; // in this round
        put(reviewed ? person(hazard.reviewedBy) : std::string());
        put(reviewed ? dayCell(hazard.reviewedOn) : Cell());
        put(reviewOf(hazard));
        put(closed ? dayCell(hazard.round().closedOn) : Cell());
        put(photoCount(hazard.found.before.size()));
        put(photoCount(hazard.after.size()));
        put(noticeOf(hazard));
        put(remarkOf(hazard));
    }

    static std::string progressOf(const Hazard &hazard)
    {
        if (hazard.state == HazardState::Closed)
            return "已整改";
        const bool underWay =
            hazard.state == HazardState::Rectifying || hazard.state == HazardState::Submitted;
        return underWay ? "正在整改" : "未整改";
    }

    // What was said; else what the deadline says.
    std::string delayOf(const Hazard &hazard) const
    {
        std::string reason = delayReasonLabel(hazard.delayReason);
        if (!hazard.delayText.empty())
            reason += (reason.empty() ? "" : "：") + hazard.delayText;
        if (!reason.empty())
            return reason;
        if (hazard.state == HazardState::Submitted)
            return "待复查";
        if (!hazard.effectiveDue())
            return "待交办";
        return hazard.isOverdue(Day::of(m_choice.cutoff)) ? "逾期未说明" : "未到期";
    }

    static std::string reviewOf(const Hazard &hazard)
    {
        if (hazard.state == HazardState::Closed)
            return hazard.fixedOnSpot ? "当场整改" : "通过";
        if (hazard.state == HazardState::Submitted)
            return "待复查";
        return hazard.round().returns > 0 ? "退回" : std::string();
    }

    std::string noticeOf(const Hazard &hazard) const
    {
        const domain::Notice *notice = known(m_sources.notices, hazard.round().notice);
        if (notice == nullptr)
            return {};
        const std::string number =
            notice->number.empty() ? notice->issued.temporaryNumber : notice->number;
        return notice->cancelledOn ? number + "（已撤销）" : number;
    }

    std::string remarkOf(const Hazard &hazard) const
    {
        std::string remark;
        if (hazard.returns > 0)
            append(remark, "退回" + std::to_string(hazard.returns) + "次");
        if (hazard.reopenings > 0)
            append(remark, "重新打开" + std::to_string(hazard.reopenings) + "次");
        if (hazard.extensionAskedUntil)
            append(remark, "申请延期至" + hazard.extensionAskedUntil->iso());
        if (hazard.transferredOn)
            append(remark, "移交" + hazard.transferredTo + " " + hazard.transferLetter);
        if (hazard.supervisedOn && !hazard.supervisionLiftedOn)
            append(remark, "专项督办" + hazard.supervisionNumber);
        if (hazard.delistedOn)
            append(remark, "已摘牌" + hazard.delistedOn->iso());
        if (!hazard.earlierHazard.empty())
            append(remark, "复发");
        return remark;
    }

    const LedgerSources &m_sources;
    const LedgerChoice &m_choice;
};

bool stands(const Hazard &hazard)
{
    return !hazard.rounds.empty() && (hazard.isOpen() || hazard.state == HazardState::Closed);
}

} // namespace

Workbook ledger(const LedgerSources &sources, const LedgerChoice &choice)
{
    const Rows rows(sources, choice);
    std::vector<const Hazard *> shown;
    std::size_t kept = 0; // restricted ones that are not shown
    for (const Hazard &hazard : sources.hazards) {
        if (!stands(hazard))
            continue;
        if (domain::isRestricted(hazard) && !choice.restricted)
            ++kept;
        else
            shown.push_back(&hazard);
    }
    std::sort(shown.begin(), shown.end(),
              [&](const Hazard *a, const Hazard *b) { return rows.before(*a, *b); });

    Workbook book;
    book.title = std::string("隐患排查整改台账") + (choice.drill ? "（演练数据）" : "");
    book.author = sources.bureau.name;
    book.createdAt = choice.knownBy;
    Table table;
    table.name = "隐患台账";
    table.title = sources.bureau.name + book.title;
    table.frozenColumns = 2; // place and number
    table.columns.assign(kColumns.begin(), kColumns.end());
    table.rows = rows.all(shown);
    book.tables.push_back(std::move(table));

    const std::string &word = sources.bureau.countWord;
    book.notes.push_back({"名称", book.title});
    book.notes.push_back({"统计截止时点", cutoffLabel(choice.cutoff)});
    book.notes.push_back({"入库截止时点", cutoffLabel(choice.knownBy)});
    book.notes.insert(book.notes.end(), choice.filters.begin(), choice.filters.end());
    book.notes.push_back({"条数", std::to_string(shown.size()) + word});
    if (kept > 0)
        book.notes.push_back(
            {"未列出", (kept < 3 ? "少于3" : std::to_string(kept)) + word + "限制查看的隐患"});
    book.notes.push_back({"排序", "乡镇（街道）、学校、隐患编号"});
    book.notes.push_back({"学校属性", "学段、办学性质、乡镇（街道）取隐患发现日的登记值"});
    book.notes.push_back(
        {"整改情况", "已整改：已销号；正在整改：已签收或已报完成、尚未销号；未整改：未签收"});
    book.notes.push_back({"整改期限", "本轮整改的原定期限；批准延期的另见“延期至”"});
    book.notes.push_back({"不列入", "已作废和已合并的登记"});
    return book;
}

} // namespace campus::documents
