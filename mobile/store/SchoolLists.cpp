// Schools, their assets, and what was done there.
#include <algorithm>

#include "store/ListReader.h"
#include "wire/DocCodec.h"

namespace campus::store {

bool ListReader::sees(const std::string &school) const
{
    return m_work.sql.any("SELECT 1 FROM visible_school WHERE id = ?1", school);
}

std::string ListReader::schoolName(const std::string &id)
{
    std::string name;
    m_work.sql.first("SELECT name FROM school_list WHERE id = ?1",
                     [&](const sqlite::Statement &row) { name = row.text(0); }, id);
    return name;
}

std::string ListReader::assetName(const std::string &id)
{
    std::string name;
    m_work.sql.first("SELECT name FROM asset_list WHERE id = ?1",
                     [&](const sqlite::Statement &row) { name = row.text(0); }, id);
    return name;
}

std::string ListReader::checklistTitle(const std::string &id)
{
    const auto checklist = m_work.overlay.checklist(id);
    return checklist ? checklist->title.zh : id;
}

std::vector<SchoolRow> ListReader::schools(const SchoolQuery &query)
{
    for (const StoredDoc &stored : m_work.docs.all(domain::ObjectKind::Township)) {
        const auto doc = wire::decodeDoc(domain::ObjectKind::Township, stored.json);
        const auto *township = doc ? std::get_if<domain::Township>(&*doc) : nullptr;
        if (township != nullptr)
            m_townships[township->id] = township->name;
    }
    Question question("SELECT s.id, s.code, s.name, s.type, s.ownership, s.status, s.township,"
                      " coalesce(c.open, 0), coalesce(c.overdue, 0), coalesce(c.major, 0),"
                      " coalesce(c.review, 0), c.due,"
                      " (SELECT count(*) FROM asset_list a WHERE a.school = s.id AND a.in_use = 1),"
                      " (SELECT max(day) FROM inspection_list i WHERE i.school = s.id) AS last,"
                      " coalesce(c.pending, 0) + s.pending,"
                      " (SELECT count(*) FROM draft d WHERE d.school = s.id AND d.author = ");
    question.add("?) FROM school_list s LEFT JOIN (SELECT school, count(*) AS open,"
                 " sum(state < 4 AND due < ?) AS overdue, sum(level = 2) AS major,"
                 " sum(state = 4) AS review, min(CASE WHEN state < 4 THEN due END) AS due,"
                 " sum(pending) AS pending FROM hazard_list WHERE open = 1 AND restricted <= ?"
                 " GROUP BY school) c ON c.school = s.id WHERE s.id IN (SELECT id FROM visible_school)",
                 m_acting ? m_acting->id : std::string(), m_today, m_seesRestricted ? 1 : 0);
    question.addIf(!query.township.empty(), " AND s.township = ?", query.township)
        .addIf(!query.type.empty(), " AND s.type = ?", query.type)
        .addIf(!query.ownership.empty(), " AND s.ownership = ?", query.ownership)
        .addIf(query.withOpenOnly, " AND c.open > 0")
        .addIf(!query.inactiveToo, " AND s.status = 'active'");
    if (!query.text.empty()) {
        const std::string pattern = likeAnywhere(query.text);
        question.add(" AND (s.name LIKE ? ESCAPE '\\' OR s.code LIKE ? ESCAPE '\\'"
                     " OR s.initials LIKE ? ESCAPE '\\')",
                     pattern, pattern, pattern);
    }
    switch (query.order) {
    case SchoolQuery::Order::Overdue:
        question.add(" ORDER BY coalesce(c.overdue, 0) DESC, c.due IS NULL, c.due,"
                     " coalesce(c.open, 0) DESC, s.code");
        break;
    case SchoolQuery::Order::Name: question.add(" ORDER BY s.code, s.name"); break;
    case SchoolQuery::Order::LastVisit: question.add(" ORDER BY last IS NOT NULL, last, s.code"); break;
    }
    question.page(query.page);
    std::vector<SchoolRow> rows;
    question.each(m_work.sql, [&](const sqlite::Statement &row) {
        SchoolRow school;
        school.id = row.text(0);
        school.code = row.text(1);
        school.name = row.text(2);
        school.type = row.text(3);
        school.ownership = row.text(4);
        school.status = row.text(5);
        school.township = row.text(6);
        school.open = countAt(row, 7);
        school.overdue = countAt(row, 8);
        school.openMajor = countAt(row, 9);
        school.toReview = countAt(row, 10);
        school.nextDue = dayAt(row, 11);
        school.assets = countAt(row, 12);
        school.lastInspected = dayAt(row, 13);
        school.pending = row.integer(14) != 0;
        school.drafts = countAt(row, 15);
        if (const auto known = m_townships.find(school.township); known != m_townships.end())
            school.townshipName = known->second;
        rows.push_back(std::move(school));
    });
    return rows;
}

std::vector<AssetRow> ListReader::assets(const std::string &school)
{
    std::vector<AssetRow> rows;
    if (!sees(school))
        return rows;
    std::vector<std::string> ids;
    m_work.sql.each("SELECT id FROM asset_list WHERE school = ?1 ORDER BY kind, name, id",
                    [&](const sqlite::Statement &row) { ids.push_back(row.text(0)); }, school);
    for (const std::string &id : ids) {
        ObjectView view = m_work.overlay.view({domain::ObjectKind::Asset, id});
        auto *asset = std::get_if<domain::Asset>(&view.doc);
        if (asset == nullptr)
            continue;
        AssetRow row;
        row.asset = std::move(*asset);
        row.pending = view.pending;
        m_work.sql.first("SELECT count(*), sum(state < 4 AND due < ?2) FROM hazard_list"
                         " WHERE asset = ?1 AND open = 1 AND restricted <= ?3",
                         [&](const sqlite::Statement &counts) {
                             row.open = countAt(counts, 0);
                             row.overdue = countAt(counts, 1);
                         },
                         id, m_today, m_seesRestricted);
        m_work.sql.first("SELECT id, checklist, day, pass, fail, na FROM inspection_list"
                         " WHERE asset = ?1 ORDER BY day DESC, id DESC LIMIT 1",
                         [&](const sqlite::Statement &last) {
                             row.last = LastResult{last.text(0), last.text(1),
                                                   dayAt(last, 2).value_or(Day{}), countAt(last, 3),
                                                   countAt(last, 4), countAt(last, 5)};
                         },
                         id);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<InspectionRow> ListReader::inspections(const InspectionQuery &query)
{
    Question question("SELECT x.id, x.school, s.name, x.asset, a.name, x.checklist, x.campaign, x.type,"
                      " x.actor, x.day, x.pass, x.fail, x.na, x.hazards, x.delivery, x.pending"
                      " FROM inspection_list x LEFT JOIN school_list s ON s.id = x.school"
                      " LEFT JOIN asset_list a ON a.id = x.asset WHERE 1");
    addScope(question, false);
    question.addIf(!query.school.empty(), " AND x.school = ?", query.school)
        .addIf(!query.asset.empty(), " AND x.asset = ?", query.asset)
        .addIf(!query.checklistKind.empty(), " AND x.kind = ?", query.checklistKind)
        .addIf(!query.campaign.empty(), " AND x.campaign = ?", query.campaign)
        .add(" ORDER BY x.day DESC, x.id DESC")
        .page(query.page);
    std::vector<InspectionRow> rows;
    question.each(m_work.sql, [&](const sqlite::Statement &row) {
        InspectionRow inspection;
        inspection.id = row.text(0);
        inspection.school = row.text(1);
        inspection.schoolName = row.text(2);
        inspection.asset = row.text(3);
        inspection.assetName = row.text(4);
        inspection.checklist = row.text(5);
        inspection.campaign = row.text(6);
        inspection.type = row.text(7);
        inspection.actor = row.text(8);
        inspection.on = dayAt(row, 9).value_or(Day{});
        inspection.pass = countAt(row, 10);
        inspection.fail = countAt(row, 11);
        inspection.notApplicable = countAt(row, 12);
        inspection.hazards = countAt(row, 13);
        inspection.delivery = static_cast<Delivery>(row.integer(14));
        inspection.pending = row.integer(15) != 0;
        rows.push_back(std::move(inspection));
    });
    for (InspectionRow &row : rows)
        row.title = checklistTitle(row.checklist);
    return rows;
}

std::vector<NoticeRow> ListReader::notices(const NoticeQuery &query)
{
    Question question("SELECT x.id, x.number, x.temporary, x.school, s.name, x.issuer, x.day, x.served,"
                      " x.receipted, x.cancelled, count(l.hazard), sum(h.open = 1),"
                      " sum(h.open = 1 AND h.state < 4 AND h.due < ");
    question.add("?), min(CASE WHEN h.open = 1 THEN h.due END), x.delivery, x.pending"
                 " FROM notice_list x LEFT JOIN school_list s ON s.id = x.school"
                 " LEFT JOIN notice_line l ON l.notice = x.id"
                 " LEFT JOIN hazard_list h ON h.id = l.hazard WHERE 1",
                 m_today);
    addScope(question, false);
    question.addIf(!query.school.empty(), " AND x.school = ?", query.school)
        .addIf(query.unreceiptedOnly, " AND x.receipted IS NULL AND x.cancelled IS NULL")
        .add(" GROUP BY x.id ORDER BY x.day DESC, x.id DESC")
        .page(query.page);
    std::vector<NoticeRow> rows;
    question.each(m_work.sql, [&](const sqlite::Statement &row) {
        NoticeRow notice;
        notice.id = row.text(0);
        notice.number = row.text(1);
        notice.temporaryNumber = row.text(2);
        notice.school = row.text(3);
        notice.schoolName = row.text(4);
        notice.issuer = row.text(5);
        notice.on = dayAt(row, 6).value_or(Day{});
        notice.servedOn = dayAt(row, 7);
        notice.receiptedOn = dayAt(row, 8);
        notice.cancelledOn = dayAt(row, 9);
        notice.lines = countAt(row, 10);
        notice.openLines = countAt(row, 11);
        notice.overdueLines = countAt(row, 12);
        notice.nextDue = dayAt(row, 13);
        notice.delivery = static_cast<Delivery>(row.integer(14));
        notice.pending = row.integer(15) != 0;
        rows.push_back(std::move(notice));
    });
    return rows;
}

std::vector<DraftRow> ListReader::drafts(const std::string &school)
{
    std::vector<DraftRow> rows;
    for (const Draft &draft : m_work.drafts.all()) {
        if (!m_acting || draft.author != m_acting->id)
            continue;
        DraftRow row;
        row.id = draft.id;
        row.author = draft.author;
        row.kind = draft.kind;
        row.startedAt = draft.startedAt;
        row.touchedAt = draft.touchedAt;
        row.school = wire::schoolOf(draft.doc);
        if (!school.empty() && row.school != school)
            continue;
        if (const auto *inspection = std::get_if<domain::Inspection>(&draft.doc)) {
            row.asset = inspection->head.asset;
            row.checklist = inspection->head.checklist;
            row.title = checklistTitle(row.checklist);
            row.answers = static_cast<std::uint32_t>(m_work.drafts.answers(draft.id).size());
            row.hazards = static_cast<std::uint32_t>(m_work.drafts.hazards(draft.id).size());
        } else if (const auto *notice = std::get_if<domain::Notice>(&draft.doc)) {
            row.title = notice->issued.temporaryNumber;
            row.hazards = static_cast<std::uint32_t>(notice->issued.lines.size());
        }
        row.schoolName = schoolName(row.school);
        row.assetName = assetName(row.asset);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace campus::store
