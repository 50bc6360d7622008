#include "service/Reports.h"

#include <algorithm>
#include <map>
#include <vector>

#include "figures/AsOf.h"
#include "service/Directory.h"
#include "storage/Store.h"
#include "wire/DocCodec.h"
#include "wire/EventCodec.h"

namespace campus::service {

using domain::ObjectKind;
using storage::Books;
using storage::StoredDoc;

namespace {

constexpr std::uint64_t kFollowAtOnce = 5000; // records held decoded while following the log

// Accepted facts with after < seq <= until, in order.
Result<std::vector<figures::Fact>> factsBetween(const Books &books, std::uint64_t after,
                                                std::uint64_t until)
{
    std::vector<figures::Fact> facts;
    auto visited = books.log().visit(
        after, until, [&](const journal::LogRecord &record, const std::string &, const Digest &) {
            if (record.verdict != journal::VerdictKind::Accepted)
                return true;
            auto event = wire::decodeEvent(record.line);
            if (event)
                facts.push_back({record.seq,
                                 record.receivedAt,
                                 {record.earliest, record.latest, record.claimed},
                                 record.officialNumber,
                                 std::move(*event)});
            return true;
        });
    if (!visited)
        return visited.error();
    return facts;
}

Result<bool> isDrill(const Books &books)
{
    const auto drill = books.setting(storage::kDrillSetting);
    if (!drill)
        return drill.error();
    return *drill == "1";
}

// Every doc of one kind that the caller may see, decoded.
template <typename T, typename See>
Result<void> visitSeen(const Books &books, const RegisterView &registers,
                       const domain::Scope &scope, ObjectKind kind, See &&see)
{
    Result<void> read;
    auto visited = books.docs().visitKind(kind, [&](const StoredDoc &stored) {
        if (!registers.sees(scope, kind, stored.id, stored.school, stored.restricted))
            return true;
        auto doc = wire::decodeDoc(kind, stored.json);
        if (!doc) {
            read = Error{ErrorCode::StorageCorrupt, stored.id + ": " + doc.error().detail};
            return false;
        }
        see(std::get<T>(std::move(*doc)));
        return true;
    });
    return visited ? read : visited;
}

class LedgerGathering
{
public:
    LedgerGathering(const Books &books, const RegisterView &registers, const domain::Scope &scope,
                    const LedgerRequest &request)
        : m_books(books),
          m_registers(registers),
          m_scope(scope),
          m_request(request)
    {
    }
    Result<documents::LedgerSources> gather(Millis now);

private:
    bool isWanted(const domain::Hazard &hazard) const;
    Result<void> hazardsNow();
    Result<void> hazardsThen(Millis cutoff, Millis knownBy);

    const Books &m_books;
    const RegisterView &m_registers;
    const domain::Scope &m_scope;
    const LedgerRequest &m_request;
    documents::LedgerSources m_sources;
};

bool LedgerGathering::isWanted(const domain::Hazard &hazard) const
{
    if ((m_request.from && hazard.foundOn < *m_request.from) ||
        (m_request.to && hazard.foundOn > *m_request.to))
        return false;
    if (!m_request.category.empty() &&
        hazard.category.substr(0, hazard.category.find('.')) != m_request.category)
        return false;
    if (!m_request.school.empty() && hazard.school != m_request.school)
        return false;
    if (!m_request.township.empty() && m_registers.townshipOf(hazard.school) != m_request.township)
        return false;
    return !m_request.openOnly || hazard.isOpen();
}

Result<void> LedgerGathering::hazardsNow()
{
    return visitSeen<domain::Hazard>(m_books, m_registers, m_scope, ObjectKind::Hazard,
                                     [&](domain::Hazard hazard) {
                                         if (isWanted(hazard))
                                             m_sources.hazards.push_back(std::move(hazard));
                                     });
}

Result<void> LedgerGathering::hazardsThen(Millis cutoff, Millis knownBy)
{
    auto facts = factsBetween(m_books, 0, UINT64_MAX);
    if (!facts)
        return facts.error();
    for (auto &[id, hazard] : figures::hazardsAsOf(*facts, cutoff, knownBy)) {
        const domain::Doc doc = hazard;
        if (m_registers.sees(m_scope, ObjectKind::Hazard, id, hazard.school,
                             wire::isRestricted(doc)) &&
            isWanted(hazard))
            m_sources.hazards.push_back(hazard);
    }
    return {};
}

Result<documents::LedgerSources> LedgerGathering::gather(Millis now)
{
    const bool then = m_request.cutoff || m_request.knownBy;
    auto taken = then ? hazardsThen(m_request.cutoff.value_or(now), m_request.knownBy.value_or(now))
                      : hazardsNow();
    if (taken) {
        taken = visitSeen<domain::Inspection>(m_books, m_registers, m_scope, ObjectKind::Inspection,
                                              [&](domain::Inspection inspection) {
                                                  m_sources.inspections[inspection.id] =
                                                      std::move(inspection);
                                              });
    }
    if (taken) {
        taken = visitSeen<domain::Notice>(
            m_books, m_registers, m_scope, ObjectKind::Notice,
            [&](domain::Notice notice) { m_sources.notices[notice.id] = std::move(notice); });
    }
    if (!taken)
        return taken.error();
    m_sources.schools = {m_registers.schools.begin(), m_registers.schools.end()};
    m_sources.townships = {m_registers.townships.begin(), m_registers.townships.end()};
    for (const auto &[id, user] : m_registers.users)
        m_sources.people[id] = user.name;
    m_sources.bureau = m_registers.bureau;
    return std::move(m_sources);
}

std::vector<documents::Note> filtersOf(const LedgerRequest &request, const RegisterView &registers)
{
    std::vector<documents::Note> notes;
    const auto add = [&](std::string subject, std::string text) {
        if (!text.empty())
            notes.push_back({std::move(subject), std::move(text)});
    };
    add("发现日期从", request.from ? request.from->iso() : "");
    add("发现日期至", request.to ? request.to->iso() : "");
    add("隐患类别", request.category);
    const auto township = registers.townships.find(request.township);
    add("乡镇（街道）",
        township != registers.townships.end() ? township->second.name : request.township);
    const domain::School *school = registers.school(request.school);
    add("学校", school != nullptr ? school->name : request.school);
    add("范围", request.openOnly ? "仅未销号" : "");
    return notes;
}

} // namespace

Caller Reports::operatorAtServer()
{
    Caller caller;
    caller.user.role = domain::Role::System;
    caller.scope.county = true;
    return caller;
}

Result<void> Reports::catchUp()
{
    const std::lock_guard following(m_following);
    for (;;) {
        std::vector<figures::Fact> facts;
        std::uint64_t until = m_followed;
        const auto looked = m_store.read([&](const Books &books) -> Result<void> {
            const auto head = books.log().head();
            if (!head)
                return head.error();
            until = std::min(head->size, m_followed + kFollowAtOnce);
            auto between = factsBetween(books, m_followed, until);
            if (!between)
                return between.error();
            facts = std::move(*between);
            return {};
        });
        if (!looked)
            return looked;
        if (until == m_followed)
            return {};
        const std::unique_lock adding(m_historyLock);
        for (const figures::Fact &fact : facts)
            m_history.add(fact);
        m_followed = until;
    }
}

Result<FiguresAnswer> Reports::figures(const Caller &caller, const FiguresRequest &request)
{
    if (auto followed = catchUp(); !followed)
        return followed.error();
    figures::Query query =
        figures::Query::of(request.from, request.to, request.knownBy.value_or(m_clock.wall()));
    query.cutoff = request.cutoff.value_or(query.cutoff);
    query.scope = caller.scope;
    query.breakdown = request.breakdown;
    query.campaign = request.campaign;
    if (auto valid = figures::validate(query); !valid)
        return valid.error();
    FiguresAnswer answer;
    figures::Wording wording;
    const auto looked = m_store.read([&](const Books &books) -> Result<void> {
        const auto drill = isDrill(books);
        if (!drill)
            return drill.error();
        wording.drill = answer.drill = *drill;
        const auto registers = m_directory.view(books.docs());
        if (!registers)
            return registers.error();
        wording.countWord = answer.countWord = (*registers)->bureau.countWord;
        answer.bureau = (*registers)->bureau.name;
        return books.blobs().visitIncomplete(ObjectKind::Hazard, query.knownBy,
                                             [&](const std::string &hazard) {
                                                 query.evidenceMissing.insert(hazard);
                                                 return true;
                                             });
    });
    if (!looked)
        return looked.error();
    {
        const std::shared_lock computing(m_historyLock);
        answer.report = m_history.compute(query);
    }
    answer.paragraph = figures::summaryParagraph(answer.report, wording);
    return answer;
}

Result<documents::Workbook> Reports::figureTable(const Caller &caller,
                                                 const FiguresRequest &request)
{
    const auto answer = figures(caller, request);
    if (!answer)
        return answer.error();
    documents::FigureNames names;
    names.bureau = answer->bureau;
    names.drill = answer->drill;
    const auto looked = m_store.read([&](const Books &books) -> Result<void> {
        const auto view = m_directory.view(books.docs());
        if (!view)
            return view.error();
        const RegisterView &registers = **view;
        names.countWord = registers.bureau.countWord;
        for (const auto &[id, school] : registers.schools)
            names.labels[id] = school.name;
        auto taken = visitSeen<domain::Hazard>(books, registers, caller.scope, ObjectKind::Hazard,
                                               [&](const domain::Hazard &hazard) {
                                                   if (!hazard.number.empty())
                                                       names.labels[hazard.id] = hazard.number;
                                               });
        if (!taken)
            return taken;
        return visitSeen<domain::Notice>(books, registers, caller.scope, ObjectKind::Notice,
                                         [&](const domain::Notice &notice) {
                                             if (!notice.number.empty())
                                                 names.labels[notice.id] = notice.number;
                                         });
    });
    if (!looked)
        return looked.error();
    return documents::figureTable(answer->report, names);
}

Result<documents::Workbook> Reports::ledger(const Caller &caller, const LedgerRequest &request)
{
    const Millis now = m_clock.wall();
    documents::LedgerSources sources;
    documents::LedgerChoice choice;
    choice.cutoff = request.cutoff.value_or(now);
    choice.knownBy = request.knownBy.value_or(now);
    choice.restricted = caller.scope.restricted;
    const auto looked = m_store.read([&](const Books &books) -> Result<void> {
        const auto drill = isDrill(books);
        if (!drill)
            return drill.error();
        choice.drill = *drill;
        const auto registers = m_directory.view(books.docs());
        if (!registers)
            return registers.error();
        choice.filters = filtersOf(request, **registers);
        auto gathered = LedgerGathering(books, **registers, caller.scope, request).gather(now);
        if (!gathered)
            return gathered.error();
        sources = std::move(*gathered);
        return {};
    });
    if (!looked)
        return looked.error();
    return documents::ledger(sources, choice);
}

} // namespace campus::service
