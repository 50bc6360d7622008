#include "service/FeedPage.h"

#include <algorithm>

#include "service/EventIntake.h"
#include "service/QuarantineReasons.h"
#include "wire/DocCodec.h"

namespace campus::service {

using storage::StoredDoc;

wire::FeedRow removeRow(domain::ObjectKind kind, const std::string &object, std::uint64_t seq)
{
    wire::FeedRow row;
    row.kind = wire::FeedRow::Kind::Remove;
    row.seq = seq;
    row.objectKind = kind;
    row.object = object;
    return row;
}

wire::FeedRow verdictRow(const journal::LogRecord &record, const std::string &event)
{
    wire::FeedRow row;
    row.kind = wire::FeedRow::Kind::Verdict;
    row.seq = record.seq;
    row.verdict = verdictOf(record, event, false);
    row.install = record.install;
    row.number = record.number;
    return row;
}

wire::FeedRow asideRow(const storage::AsideEvent &aside)
{
    wire::FeedRow row;
    row.kind = wire::FeedRow::Kind::Verdict;
    row.seq = aside.logSize;
    row.verdict.event = aside.event;
    row.verdict.kind = journal::VerdictKind::Quarantined;
    row.verdict.reason = quarantine::kIdConflict;
    row.install = aside.install;
    row.number = aside.number;
    return row;
}

bool FeedPage::sees(const StoredDoc &doc) const
{
    return m_registers.sees(m_scope, doc.kind, doc.id, doc.school, doc.restricted);
}

// How far a page may go: to the row that fills it, and on to the end of that row's commit.
Result<std::uint64_t> FeedPage::reach(std::uint64_t after, std::uint64_t headSize,
                                      std::size_t limit)
{
    std::uint64_t docsEnd = headSize, ownEnd = headSize;
    std::size_t rows = 0, octets = 0;
    const auto docs = m_books.docs().visitChanged(after, headSize, [&](const StoredDoc &doc) {
        if (!sees(doc))
            return true;
        octets += doc.json.size();
        if (++rows < limit && octets < kPageBytesMax)
            return true;
        docsEnd = doc.version;
        return false;
    });
    if (!docs)
        return docs.error();
    rows = 0;
    const auto own = m_books.log().visitOwn(
        m_caller.device, after, docsEnd,
        [&](const journal::LogRecord &record, const std::string &, const Digest &) {
            if (++rows < limit)
                return true;
            ownEnd = record.seq;
            return false;
        });
    if (!own)
        return own.error();
    const std::uint64_t end = std::min(docsEnd, ownEnd);
    return end == headSize ? end : m_books.log().commitEnd(end);
}

Result<void> FeedPage::addDocs(std::uint64_t after)
{
    std::optional<Error> failed;
    auto visited = m_books.docs().visitChanged(after, m_end, [&](const StoredDoc &doc) {
        if (!sees(doc))
            return true;
        auto row = docRow(doc);
        if (!row) {
            failed = row.error();
            return false;
        }
        m_rows.push_back(std::move(*row));
        return true;
    });
    return failed ? Result<void>(*failed) : visited;
}

Result<wire::FeedRow> FeedPage::docRow(const StoredDoc &doc) const
{
    auto json = readable(doc);
    if (!json)
        return json.error();
    wire::FeedRow row;
    row.kind = wire::FeedRow::Kind::Doc;
    row.seq = doc.version;
    row.objectKind = doc.kind;
    row.object = doc.id;
    row.school = doc.school;
    row.doc = std::move(*json);
    return row;
}

Result<std::string> FeedPage::readable(const StoredDoc &doc) const
{
    using domain::ObjectKind;
    const bool colleague =
        doc.kind == ObjectKind::User && doc.id != m_caller.user.id && !m_scope.county;
    const bool inspection = doc.kind == ObjectKind::Inspection && !m_scope.restricted;
    if (!colleague && !inspection)
        return doc.json;
    auto decoded = wire::decodeDoc(doc.kind, doc.json);
    if (!decoded)
        return decoded.error();
    if (const auto *user = std::get_if<domain::User>(&*decoded)) {
        domain::User known;
        known.id = user->id;
        known.name = user->name;
        known.role = user->role;
        known.active = user->active;
        known.version = user->version;
        return wire::encodeDoc(known);
    }
    auto *record = std::get_if<domain::Inspection>(&*decoded);
    if (record == nullptr)
        return doc.json;
    const auto checklist = m_directory.checklist(m_books.docs(), record->head.checklist);
    if (!checklist)
        return checklist.error();
    const auto *items = *checklist ? std::get_if<domain::Checklist>(checklist->get()) : nullptr;
    const std::size_t hidden = std::erase_if(record->answers, [&](const domain::Answer &answer) {
        const domain::ChecklistItem *item = items != nullptr ? items->find(answer.item) : nullptr;
        return item != nullptr && (item->restricted || domain::isRestrictedCategory(item->category));
    });
    return hidden == 0 ? doc.json : wire::encodeDoc(*decoded);
}

Result<void> FeedPage::addMoves(std::uint64_t after)
{
    std::vector<storage::DocMove> moves;
    auto visited = m_books.docs().visitMoves(after, m_end, [&](const storage::DocMove &move) {
        moves.push_back(move);
        return true;
    });
    if (!visited)
        return visited;
    for (const storage::DocMove &move : moves) {
        if (!m_registers.sees(m_scope, move.kind, move.id, move.fromSchool, false))
            continue; // it was never here
        const auto doc = m_books.docs().find(move.kind, move.id);
        if (!doc)
            return doc.error();
        if (!*doc || !sees(**doc))
            m_rows.push_back(removeRow(move.kind, move.id, move.seq));
    }
    return {};
}

Result<void> FeedPage::addVerdicts(std::uint64_t after)
{
    const auto add = [&](const journal::LogRecord &record, const std::string &event,
                         const Digest &) {
        m_rows.push_back(verdictRow(record, event));
        return true;
    };
    if (auto own = m_books.log().visitOwn(m_caller.device, after, m_end, add); !own)
        return own;
    // What came again since the cursor stood here lies before the cursor: told once more.
    auto repeated = m_books.log().visitRepeated(
        m_caller.device, after,
        [&](const journal::LogRecord &record, const std::string &event, const Digest &chain) {
            return record.seq > after && record.device == m_caller.device ? true
                                                                   : add(record, event, chain);
        });
    if (!repeated)
        return repeated;
    // What was set aside has no place in the log: it is told of where the log stood.
    return m_books.log().visitAsideOf(m_caller.device, after, [&](const storage::AsideEvent &aside) {
        m_rows.push_back(asideRow(aside));
        return true;
    });
}

Result<void> FeedPage::fill(std::uint64_t after, std::uint64_t headSize, std::size_t limit)
{
    const auto end = reach(after, headSize, limit);
    if (!end)
        return end.error();
    m_end = *end;
    for (const auto add : {&FeedPage::addDocs, &FeedPage::addMoves, &FeedPage::addVerdicts}) {
        if (auto added = (this->*add)(after); !added)
            return added;
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const wire::FeedRow &a, const wire::FeedRow &b) { return a.seq < b.seq; });
    return {};
}

} // namespace campus::service
