// What the server's answers and pages do to own events (sync.md §4, §5). An event leaves the outbox
// only in settle() and settleBehind(), which run inside an accepted page or the swap of a bootstrap.
#include <algorithm>

#include "journal/Chain.h"
#include "store/JournalTable.h"

namespace campus::store {

sync::OutboxBatch JournalTable::unsent(std::size_t maxEvents, std::size_t maxBytes)
{
    const Install current = install();
    sync::OutboxBatch batch;
    batch.first = current.acknowledged + 1;
    batch.previous = journal::chainStart(current.device, current.id);
    m_sql.first("SELECT chain FROM journal WHERE install = ?1 AND number = ?2",
                [&](const sqlite::Statement &row) { batch.previous = digestAt(row, 0); }, current.id,
                current.acknowledged);
    std::size_t bytes = 0;
    bool full = false, fresh = false;
    m_sql.each("SELECT id, line, state FROM journal WHERE install = ?1 AND number > ?2"
               " ORDER BY number LIMIT ?3",
               [&](const sqlite::Statement &row) {
                   const std::string_view line = asText(row.blobView(1));
                   full = full || (!batch.lines.empty() && bytes + line.size() + 1 > maxBytes);
                   if (full)
                       return;
                   bytes += line.size() + 1;
                   batch.ids.push_back(row.text(0));
                   batch.lines.emplace_back(line);
                   fresh = fresh || row.integer(2) == static_cast<int>(EventState::Saved);
               },
               current.id, current.acknowledged, maxEvents);
    if (fresh) {
        m_sql.run("UPDATE journal SET state = 2 WHERE install = ?1 AND number BETWEEN ?2 AND ?3"
                  " AND state = 1",
                  current.id, batch.first, batch.first + batch.lines.size() - 1);
    }
    return batch;
}

void JournalTable::takeAnswer(const sync::OutboxBatch &sent, const wire::PushAnswer &answer,
                              std::uint64_t cursorSize, bool headIsHighest)
{
    const std::size_t count = std::min(sent.ids.size(), answer.verdicts.size());
    for (std::size_t i = 0; i < count; ++i) {
        const wire::Verdict &verdict = answer.verdicts[i];
        // Below the cursor no page will show it: a page that accepts this answer's head proves it.
        std::optional<Digest> behind;
        if (verdict.seq != 0 && verdict.seq <= cursorSize && headIsHighest)
            behind = answer.head.chain;
        m_sql.run("UPDATE journal SET state = 3, verdict = ?2, reason = ?3, by_whom = ?4,"
                  " verdict_at = ?5, seq = ?6, official = ?7, behind = ?8"
                  " WHERE id = ?1 AND state < 4",
                  sent.ids[i], verdict.kind, verdict.reason, verdict.by, verdict.at, verdict.seq,
                  verdict.officialNumber, behind);
        touch(sent.ids[i]);
    }
    if (count == 0)
        return;
    const Install current = install();
    const std::uint64_t last = sent.first + count - 1;
    const bool ours = m_sql.any("SELECT 1 FROM journal WHERE id = ?1 AND install = ?2 AND number = ?3",
                                sent.ids[count - 1], current.id, last);
    if (ours && last > current.acknowledged)
        setAcknowledged(last);
}

bool JournalTable::rewindTo(std::uint64_t first, const Digest &chainBefore)
{
    const Install current = install();
    if (first == 0 || first > current.lastNumber + 1)
        return false;
    Digest before = journal::chainStart(current.device, current.id);
    if (first > 1) {
        before = Digest{};
        m_sql.first("SELECT chain FROM journal WHERE install = ?1 AND number = ?2",
                    [&](const sqlite::Statement &row) { before = digestAt(row, 0); }, current.id,
                    first - 1);
    }
    if (before != chainBefore)
        return false;
    // The server does not have them, whatever was said before.
    std::vector<std::int64_t> gone;
    m_sql.each("SELECT position FROM journal WHERE install = ?1 AND number >= ?2 AND state >= 3",
               [&](const sqlite::Statement &row) { gone.push_back(row.integer(0)); }, current.id, first);
    for (const std::int64_t position : gone)
        unsettle(position);
    setAcknowledged(first - 1);
    return m_sql.ok();
}

void JournalTable::takeRawVerdict(const std::string &event, const wire::Verdict &verdict)
{
    const Install current = install();
    std::uint64_t number = 0;
    m_sql.first("SELECT number FROM journal WHERE id = ?1 AND install = ?2",
                [&](const sqlite::Statement &row) { number = row.size(0); }, event, current.id);
    m_sql.run("UPDATE journal SET state = 3, verdict = ?2, reason = ?3, by_whom = ?4, verdict_at = ?5,"
              " seq = ?6, number = 0 WHERE id = ?1 AND state < 4",
              event, verdict.kind, verdict.reason, verdict.by, verdict.at, verdict.seq);
    touch(event);
    if (number == 0)
        return;
    // The chain closes over the hole: what comes after moves down by one.
    struct Later {
        std::int64_t position;
        std::string line;
    };
    std::vector<Later> later;
    m_sql.each("SELECT position, line FROM journal WHERE install = ?1 AND number > ?2 ORDER BY number",
               [&](const sqlite::Statement &row) {
                   later.push_back({row.integer(0), std::string(asText(row.blobView(1)))});
               },
               current.id, number);
    Digest chain = journal::chainStart(current.device, current.id);
    m_sql.first("SELECT chain FROM journal WHERE install = ?1 AND number = ?2",
                [&](const sqlite::Statement &row) { chain = digestAt(row, 0); }, current.id, number - 1);
    for (const Later &moved : later) {
        chain = journal::chainNext(chain, moved.line);
        m_sql.run("UPDATE journal SET number = ?2, chain = ?3 WHERE position = ?1", moved.position,
                  number++, chain);
    }
    m_sql.run("UPDATE install SET last_number = ?2, last_chain = ?3 WHERE id = ?1", current.id,
              number - 1, chain);
}

bool JournalTable::settle(const wire::FeedRow &row)
{
    const wire::Verdict &verdict = row.verdict;
    const std::uint64_t seq = verdict.seq != 0 ? verdict.seq : row.seq;
    const Install current = install();
    std::optional<std::uint64_t> number; // in the current install
    bool known = false;
    m_sql.first("SELECT number, install FROM journal WHERE id = ?1",
                [&](const sqlite::Statement &found) {
                    known = true;
                    if (found.textView(1) == current.id)
                        number = found.size(0);
                },
                verdict.event);
    if (!known)
        return row.install != current.id || row.number == 0;
    m_sql.run("UPDATE journal SET state = 4, verdict = ?2, reason = ?3, by_whom = ?4, verdict_at = ?5,"
              " seq = ?6, official = ?7, behind = NULL WHERE id = ?1",
              verdict.event, verdict.kind, verdict.reason, verdict.by, verdict.at, seq,
              verdict.officialNumber);
    touch(verdict.event);
    // A lost answer: the server's chain reaches at least to here.
    if (row.install == current.id && number && *number == row.number && *number > current.acknowledged)
        setAcknowledged(*number);
    return true;
}

void JournalTable::settleBehind(const Digest &provenChain)
{
    std::vector<std::string> proven;
    m_sql.each("SELECT id FROM journal WHERE state = 3 AND behind = ?1",
               [&](const sqlite::Statement &row) { proven.push_back(row.text(0)); }, provenChain);
    for (const std::string &event : proven) {
        m_sql.run("UPDATE journal SET state = 4, behind = NULL WHERE id = ?1", event);
        touch(event);
    }
}

void JournalTable::unsettleUnseen()
{
    // Also those answered above this head: the log they are in is not the server's any more.
    for (const std::int64_t position : positions("state = 3 AND seq >= ?1", 0))
        unsettle(position);
}

void JournalTable::unsettleAfter(std::uint64_t commonSize)
{
    for (const std::int64_t position : positions("state = 4 AND seq > ?1", commonSize))
        unsettle(position);
}

std::vector<std::int64_t> JournalTable::positions(std::string_view condition, std::uint64_t bound) const
{
    std::vector<std::int64_t> found;
    m_sql.each("SELECT position FROM journal WHERE " + std::string(condition) + " ORDER BY position",
               [&](const sqlite::Statement &row) { found.push_back(row.integer(0)); }, bound);
    return found;
}

void JournalTable::unsettle(std::int64_t position)
{
    const Install current = install();
    m_sql.run("UPDATE journal SET state = 1, verdict = 0, reason = '', by_whom = '', verdict_at = 0,"
              " seq = 0, behind = NULL WHERE position = ?1",
              position);
    std::string event, install;
    std::uint64_t number = 0;
    m_sql.first("SELECT id, install, number FROM journal WHERE position = ?1",
                [&](const sqlite::Statement &row) {
                    event = row.text(0);
                    install = row.text(1);
                    number = row.size(2);
                },
                position);
    if (install == current.id && number != 0 && number <= current.acknowledged)
        setAcknowledged(number - 1);
    touch(event);
}

void JournalTable::setAcknowledged(std::uint64_t number)
{
    m_sql.run("UPDATE install SET acknowledged = ?2 WHERE id = ?1", install().id, number);
}

} // namespace campus::store
