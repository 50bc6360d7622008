#include "storage/sqlite/LogTable.h"

#include "storage/sqlite/Rows.h"

namespace campus::storage {

namespace {

constexpr std::string_view kRecordOf =
    "SELECT l.seq, i.device, i.install, l.number, l.received_at, l.earliest, l.latest, l.claimed,"
    " l.verdict, l.reason, l.by_whom, l.at, l.official, l.line, l.event, l.chain"
    " FROM log l JOIN installs i ON i.key = l.install";

journal::LogRecord recordFrom(const sqlite::Statement &row)
{
    journal::LogRecord record;
    record.seq = row.size(0);
    record.device = row.text(1);
    record.install = row.text(2);
    record.number = row.size(3);
    record.receivedAt = row.integer(4);
    record.earliest = row.integer(5);
    record.latest = row.integer(6);
    record.claimed = row.integer(7);
    record.verdict = static_cast<journal::VerdictKind>(row.integer(8));
    record.reason = row.text(9);
    record.by = row.text(10);
    record.at = row.integer(11);
    record.officialNumber = row.text(12);
    record.line = row.text(13);
    return record;
}

constexpr std::string_view kAsideOf =
    "SELECT a.event, i.device, i.install, a.number, a.received_at, a.log_size, a.line FROM aside a"
    " JOIN installs i ON i.key = a.install";

AsideEvent asideFrom(const sqlite::Statement &row)
{
    return {idOfKey(row.blobView(0)), row.text(1), row.text(2), row.size(3),
            row.integer(4),           row.size(5), row.text(6)};
}

Result<void> visitRecords(sqlite::Statement &statement, const LogBook::Visit &see)
{
    return eachRow(statement, [&](const sqlite::Statement &row) {
        return see(recordFrom(row), idOfKey(row.blobView(14)), digestAt(row, 15));
    });
}

} // namespace

Result<journal::Head> LogTable::head() const
{
    if (m_head)
        return *m_head;
    auto found = firstRow(m_database.cached("SELECT seq, chain FROM log ORDER BY seq DESC LIMIT 1"),
                          [](const sqlite::Statement &row) {
                              return journal::Head{row.size(0), digestAt(row, 1)};
                          });
    if (!found)
        return found.error();
    m_head = found->value_or(journal::Head{});
    return *m_head;
}

Result<std::optional<Digest>> LogTable::chainAt(std::uint64_t size) const
{
    if (size == 0)
        return std::optional(Digest{});
    auto &select = m_database.cached("SELECT chain FROM log WHERE seq = ?");
    select.bind(1, bounded(size));
    return firstRow(select, [](const sqlite::Statement &row) { return digestAt(row, 0); });
}

Result<std::optional<journal::LogRecord>> LogTable::record(std::uint64_t seq) const
{
    auto &select = m_database.cached(std::string(kRecordOf) + " WHERE l.seq = ?");
    select.bind(1, bounded(seq));
    return firstRow(select, [](const sqlite::Statement &row) { return recordFrom(row); });
}

Result<std::optional<std::uint64_t>> LogTable::seqOf(std::string_view event) const
{
    auto &select = m_database.cached("SELECT seq FROM log WHERE event = ?");
    select.bind(1, BytesView(keyOfId(event)));
    return firstRow(select, [](const sqlite::Statement &row) { return row.size(0); });
}

Result<Millis> LogTable::receivedAt(std::uint64_t seq) const
{
    auto &select = m_database.cached("SELECT received_at FROM log WHERE seq = ?");
    select.bind(1, bounded(seq));
    auto found = firstRow(select, [](const sqlite::Statement &row) { return row.integer(0); });
    if (!found)
        return found.error();
    return found->value_or(0);
}

Result<void> LogTable::visit(std::uint64_t after, std::uint64_t until, const Visit &see) const
{
    auto &select = m_database.cached(std::string(kRecordOf) +
                                     " WHERE l.seq > ? AND l.seq <= ? ORDER BY l.seq");
    select.bind(1, bounded(after)).bind(2, bounded(until));
    return visitRecords(select, see);
}

Result<void> LogTable::visitOwn(std::string_view device, std::uint64_t after, std::uint64_t until,
                                const Visit &see) const
{
    auto &select = m_database.cached(
        std::string(kRecordOf) + " WHERE l.install IN (SELECT key FROM installs WHERE device = ?)"
                                 " AND l.seq > ? AND l.seq <= ? ORDER BY l.seq");
    select.bind(1, device).bind(2, bounded(after)).bind(3, bounded(until));
    return visitRecords(select, see);
}

Result<void> LogTable::visitRepeated(std::string_view device, std::uint64_t logSize,
                                     const Visit &see) const
{
    auto &select = m_database.cached(
        std::string(kRecordOf) +
        " WHERE l.seq IN (SELECT r.seq FROM repeats r JOIN installs own ON own.key = r.install"
        " WHERE r.log_size >= ? AND own.device = ?) ORDER BY l.seq");
    select.bind(1, bounded(logSize)).bind(2, device);
    return visitRecords(select, see);
}

Result<std::uint64_t> LogTable::commitEnd(std::uint64_t seq) const
{
    auto &select =
        m_database.cached("SELECT last FROM commits WHERE last >= ? ORDER BY last LIMIT 1");
    select.bind(1, bounded(seq));
    auto found = firstRow(select, [](const sqlite::Statement &row) { return row.size(0); });
    if (!found)
        return found.error();
    return found->value_or(seq);
}

Result<void> LogTable::append(journal::LogRecord &record, std::string_view event,
                              std::int64_t installKey)
{
    auto before = head();
    if (!before)
        return before.error();
    record.seq = before->size + 1;
    const journal::Head after = journal::headAfter(*before, record);
    auto &insert = m_database.cached(
        "INSERT INTO log (seq, chain, event, install, number, received_at, earliest, latest, "
        "claimed,"
        " verdict, reason, by_whom, at, official, line) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    insert.bind(1, record.seq)
        .bind(2, after.chain.view())
        .bind(3, BytesView(keyOfId(event)))
        .bind(4, installKey)
        .bind(5, record.number)
        .bind(6, record.receivedAt)
        .bind(7, record.earliest)
        .bind(8, record.latest)
        .bind(9, record.claimed)
        .bind(10, static_cast<int>(record.verdict))
        .bind(11, record.reason)
        .bind(12, record.by)
        .bind(13, record.at)
        .bind(14, record.officialNumber)
        .bind(15, record.line);
    auto inserted = insert.run();
    if (inserted)
        m_head = after;
    return inserted;
}

Result<void> LogTable::closeCommit(std::uint64_t before)
{
    auto now = head();
    if (!now)
        return now.error();
    if (now->size == before)
        return {};
    return m_database.cached("INSERT INTO commits (last, first) VALUES (?, ?)")
        .bind(1, now->size)
        .bind(2, before + 1)
        .run();
}

Result<void> LogTable::putAside(const AsideEvent &event, std::int64_t installKey)
{
    const auto key = keyOfId(event.event);
    if (event.number == 0) {
        auto &select = m_database.cached(
            "SELECT count(*) FROM aside WHERE event = ? AND line = ? AND install = ?");
        select.bind(1, BytesView(key)).bind(2, event.line).bind(3, installKey);
        const auto known = oneNumber(select);
        if (!known)
            return known.error();
        if (*known > 0) {
            return m_database
                .cached(
                    "UPDATE aside SET log_size = ? WHERE event = ? AND line = ? AND install = ?")
                .bind(1, event.logSize)
                .bind(2, BytesView(key))
                .bind(3, event.line)
                .bind(4, installKey)
                .run();
        }
    }
    return m_database
        .cached("INSERT INTO aside (event, install, number, received_at, log_size, line)"
                " VALUES (?,?,?,?,?,?)")
        .bind(1, BytesView(key))
        .bind(2, installKey)
        .bind(3, event.number)
        .bind(4, event.receivedAt)
        .bind(5, event.logSize)
        .bind(6, event.line)
        .run();
}

Result<bool> LogTable::isAside(std::string_view event, std::string_view line) const
{
    auto &select = m_database.cached("SELECT count(*) FROM aside WHERE event = ? AND line = ?");
    select.bind(1, BytesView(keyOfId(event))).bind(2, line);
    auto count = oneNumber(select);
    if (!count)
        return count.error();
    return *count > 0;
}

Result<std::uint64_t> LogTable::asideCount() const
{
    return oneNumber(
        m_database.cached("SELECT count(*) FROM (SELECT DISTINCT event, line FROM aside)"));
}

Result<void> LogTable::visitAside(const std::function<bool(const AsideEvent &)> &see) const
{
    auto &select = m_database.cached(std::string(kAsideOf) + " ORDER BY a.id");
    return eachRow(select, [&](const sqlite::Statement &row) { return see(asideFrom(row)); });
}

Result<void> LogTable::visitAsideOf(std::string_view device, std::uint64_t logSize,
                                    const std::function<bool(const AsideEvent &)> &see) const
{
    auto &select = m_database.cached(std::string(kAsideOf) +
                                     " WHERE a.log_size >= ? AND i.device = ? ORDER BY a.id");
    select.bind(1, bounded(logSize)).bind(2, device);
    return eachRow(select, [&](const sqlite::Statement &row) { return see(asideFrom(row)); });
}

} // namespace campus::storage
