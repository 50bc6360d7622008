// Hazards as lists, as an inbox and as counts.
#include <algorithm>

#include "domain/Permission.h"
#include "store/ListReader.h"

namespace campus::store {

namespace {

constexpr int kDueSoonDays = 3; // domain.md §10.6

constexpr std::string_view kHazards =
    "SELECT h.id, h.number, h.school, s.name, h.asset, h.checklist, h.item, h.notice, h.finder,"
    " h.state, h.level, h.awaits_level, h.category, h.place, h.title, h.found, h.due, h.submitted,"
    " h.closed, h.review_due, h.fixed_on_spot, h.extension_asked, h.restricted, h.returns, h.photos,"
    " h.preview, h.delivery, h.pending, h.refusal, h.version, h.preparer"
    " FROM hazard_list h LEFT JOIN school_list s ON s.id = h.school WHERE 1";

bool isWithSchool(domain::HazardState state)
{
    return state == domain::HazardState::Registered || state == domain::HazardState::Assigned
        || state == domain::HazardState::Rectifying;
}

HazardRow hazardAt(const sqlite::Statement &row, Day today)
{
    HazardRow hazard;
    hazard.id = row.text(0);
    hazard.number = row.text(1);
    hazard.school = row.text(2);
    hazard.schoolName = row.text(3);
    hazard.asset = row.text(4);
    hazard.checklist = row.text(5);
    hazard.item = row.text(6);
    hazard.notice = row.text(7);
    hazard.finder = row.text(8);
    hazard.state = static_cast<domain::HazardState>(row.integer(9));
    hazard.level = static_cast<domain::Level>(row.integer(10));
    hazard.awaitsLevel = row.integer(11) != 0;
    hazard.category = row.text(12);
    hazard.place = row.text(13);
    hazard.title = row.text(14);
    hazard.foundOn = dayAt(row, 15).value_or(Day{});
    hazard.due = dayAt(row, 16);
    hazard.submittedOn = dayAt(row, 17);
    hazard.closedOn = dayAt(row, 18);
    hazard.reviewDue = dayAt(row, 19);
    hazard.fixedOnSpot = row.integer(20) != 0;
    hazard.extensionAsked = row.integer(21) != 0;
    hazard.restricted = row.integer(22) != 0;
    hazard.returns = static_cast<int>(row.integer(23));
    hazard.photos = countAt(row, 24);
    if (!row.isNull(25))
        hazard.preview = digestAt(row, 25);
    hazard.delivery = static_cast<Delivery>(row.integer(26));
    hazard.pending = row.integer(27) != 0;
    hazard.refusal = row.text(28);
    hazard.version = row.size(29);
    // domain.md §12.10(5): due on the day itself is not yet overdue; submitted waits for the review.
    if (isWithSchool(hazard.state) && hazard.due) {
        hazard.overdue = *hazard.due < today;
        hazard.dueSoon = !hazard.overdue && *hazard.due - today <= kDueSoonDays;
    }
    hazard.reviewLate = hazard.reviewDue && *hazard.reviewDue < today;
    return hazard;
}

std::string stateList(const std::vector<domain::HazardState> &states)
{
    std::string list;
    for (const domain::HazardState state : states)
        list += (list.empty() ? "" : ", ") + std::to_string(static_cast<int>(state));
    return list;
}

} // namespace

std::string likeAnywhere(std::string_view text)
{
    std::string pattern = "%";
    for (const char letter : text) {
        if (letter == '%' || letter == '_' || letter == '\\')
            pattern += '\\';
        pattern += letter;
    }
    return pattern + "%";
}

ListReader::ListReader(Work &work, Day today) : m_work(work), m_today(today), m_acting(work.acting())
{
    m_seesRestricted = m_acting && domain::scopeOf(*m_acting).restricted;
}

// Experts have no school: they see what they are asked about, and the server sends them nothing else.
void ListReader::addScope(Question &question, bool hazards)
{
    const bool expert = m_acting && m_acting->role == domain::Role::Expert;
    const std::string table = hazards ? "h" : "x";
    if (expert && hazards) {
        question.add(" AND (0");
        for (const std::string &id : m_acting->assigned)
            question.add(" OR h.id = ?", id);
        question.add(")");
    } else {
        question.add(" AND " + table + ".school IN (SELECT id FROM visible_school)");
    }
    if (hazards && !m_seesRestricted)
        question.add(" AND h.restricted = 0");
}

std::vector<HazardRow> ListReader::ask(Question &question)
{
    std::vector<HazardRow> rows;
    question.each(m_work.sql, [&](const sqlite::Statement &row) {
        rows.push_back(hazardAt(row, m_today));
    });
    return rows;
}

std::vector<HazardRow> ListReader::hazards(const HazardQuery &query)
{
    Question question(kHazards);
    addScope(question, true);
    question.addIf(!query.school.empty(), " AND h.school = ?", query.school)
        .addIf(!query.township.empty(), " AND s.township = ?", query.township)
        .addIf(!query.asset.empty(), " AND h.asset = ?", query.asset)
        .addIf(!query.item.empty(), " AND h.item = ?", query.item)
        .addIf(!query.category.empty(), " AND (h.category = ? OR h.category LIKE ? || '.%')",
               query.category, query.category)
        .addIf(!query.notice.empty(),
               " AND (h.notice = ? OR h.id IN (SELECT hazard FROM notice_line WHERE notice = ?))",
               query.notice, query.notice)
        .addIf(!query.finder.empty(), " AND h.finder = ?", query.finder)
        .addIf(query.openOnly, " AND h.open = 1")
        .addIf(query.overdueOnly, " AND h.open = 1 AND h.state < 4 AND h.due < ?", m_today)
        .addIf(query.majorOnly, " AND h.level = 2")
        .addIf(query.pendingOnly, " AND h.pending = 1")
        .addIf(query.refusedOnly, " AND h.delivery = 4");
    if (query.dueUntil)
        question.add(" AND h.due <= ?", *query.dueUntil);
    if (query.states.empty())
        question.add(" AND h.state < 6"); // neither merged nor void
    else
        question.add(" AND h.state IN (" + stateList(query.states) + ")");
    if (!query.text.empty()) {
        const std::string pattern = likeAnywhere(query.text);
        question.add(" AND (h.place LIKE ? ESCAPE '\\' OR h.title LIKE ? ESCAPE '\\'"
                     " OR h.number LIKE ? ESCAPE '\\' OR s.name LIKE ? ESCAPE '\\')",
                     pattern, pattern, pattern, pattern);
    }
    switch (query.order) {
    case HazardQuery::Order::Due:
        question.add(" ORDER BY h.open DESC, h.due IS NULL, h.due, h.found, h.id");
        break;
    case HazardQuery::Order::Found: question.add(" ORDER BY h.found DESC, h.id DESC"); break;
    case HazardQuery::Order::School: question.add(" ORDER BY s.name, h.open DESC, h.due, h.id"); break;
    }
    question.page(query.page);
    return ask(question);
}

// §11.1: nobody reviews what he or she submitted or prepared.
std::vector<HazardRow> ListReader::reviewList()
{
    Question question(kHazards);
    addScope(question, true);
    const std::string me = m_acting ? m_acting->id : std::string();
    question.add(" AND h.state = 4 AND h.submitter <> ? AND h.preparer <> ?"
                 " ORDER BY h.review_due IS NULL, h.review_due, h.id",
                 me, me);
    return ask(question);
}

// ---- a school's inbox -----------------------------------------------------------------------------

InboxItem ListReader::itemOf(const HazardRow &hazard, bool prepared) const
{
    InboxItem item;
    item.object = {domain::ObjectKind::Hazard, hazard.id};
    item.title = hazard.title;
    item.due = hazard.due;
    item.daysLeft = hazard.due ? *hazard.due - m_today : 0;
    item.major = hazard.level == domain::Level::Major;
    if (prepared && m_acting && m_acting->role == domain::Role::Principal)
        item.kind = InboxItem::Kind::ConfirmPrepared;
    else if (hazard.overdue)
        item.kind = InboxItem::Kind::Overdue;
    else
        item.kind = hazard.returns > 0 ? InboxItem::Kind::Returned : InboxItem::Kind::Rectify;
    return item;
}

void ListReader::addHazards(std::vector<InboxItem> &items)
{
    Question question(kHazards);
    addScope(question, true);
    question.add(" AND h.state IN (2, 3) ORDER BY h.due IS NULL, h.due, h.id");
    question.each(m_work.sql, [&](const sqlite::Statement &row) {
        items.push_back(itemOf(hazardAt(row, m_today), !row.textView(30).empty()));
    });
}

void ListReader::addNotices(std::vector<InboxItem> &items)
{
    NoticeQuery query;
    query.unreceiptedOnly = true;
    for (const NoticeRow &notice : notices(query)) {
        InboxItem item;
        item.kind = InboxItem::Kind::SignNotice;
        item.object = {domain::ObjectKind::Notice, notice.id};
        item.title = notice.number.empty() ? notice.temporaryNumber : notice.number;
        item.due = notice.nextDue;
        item.daysLeft = notice.nextDue ? *notice.nextDue - m_today : 0;
        items.push_back(std::move(item));
    }
}

std::vector<InboxItem> ListReader::inbox()
{
    std::vector<InboxItem> items;
    addNotices(items);
    addHazards(items);
    std::stable_sort(items.begin(), items.end(), [](const InboxItem &a, const InboxItem &b) {
        if (a.due.has_value() != b.due.has_value())
            return a.due.has_value();
        return a.due ? *a.due < *b.due : false;
    });
    return items;
}

OfficerDay ListReader::officerDay()
{
    OfficerDay day;
    Question question("SELECT count(*), sum(h.state < 4 AND h.due < ");
    question.add("?), sum(h.state < 4 AND h.due BETWEEN ? AND ?), sum(h.state = 4),"
                 " sum(h.review_due < ?), sum(h.state = 1), sum(h.awaits_level), sum(h.extension_asked)"
                 " FROM hazard_list h WHERE h.open = 1",
                 m_today, m_today, m_today + kDueSoonDays, m_today);
    addScope(question, true);
    question.each(m_work.sql, [&](const sqlite::Statement &row) {
        day.open = countAt(row, 0);
        day.overdue = countAt(row, 1);
        day.dueSoon = countAt(row, 2);
        day.toReview = countAt(row, 3);
        day.reviewLate = countAt(row, 4);
        day.awaitingNotice = countAt(row, 5);
        day.awaitingLevel = countAt(row, 6);
        day.extensionsAsked = countAt(row, 7);
    });
    day.drafts = static_cast<std::uint32_t>(drafts({}).size());
    return day;
}

} // namespace campus::store
