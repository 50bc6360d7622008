#include "storage/sqlite/DocTable.h"

#include "storage/sqlite/Rows.h"

namespace campus::storage {

namespace {

StoredDoc docFrom(const sqlite::Statement &row)
{
    return {static_cast<domain::ObjectKind>(row.integer(0)),
            row.text(1),
            row.text(2),
            row.size(3),
            row.integer(4) != 0,
            row.text(5)};
}

Result<void> visitDocs(sqlite::Statement &select, const DocBook::Visit &see)
{
    return eachRow(select, [&](const sqlite::Statement &row) { return see(docFrom(row)); });
}

int numberOf(domain::ObjectKind kind)
{
    return static_cast<int>(kind);
}

} // namespace

Result<std::optional<StoredDoc>> DocTable::find(domain::ObjectKind kind, std::string_view id) const
{
    auto &select = m_database.cached("SELECT kind, id, school, version, restricted, json FROM docs"
                                     " WHERE kind = ? AND id = ?");
    select.bind(1, numberOf(kind)).bind(2, id);
    return firstRow(select, docFrom);
}

Result<void> DocTable::visitChanged(std::uint64_t after, std::uint64_t until,
                                    const Visit &see) const
{
    auto &select = m_database.cached("SELECT kind, id, school, version, restricted, json FROM docs"
                                     " WHERE version > ? AND version <= ?"
                                     " ORDER BY version, kind, id");
    select.bind(1, bounded(after)).bind(2, bounded(until));
    return visitDocs(select, see);
}

Result<void> DocTable::visitFrom(domain::ObjectKind kind, std::string_view id,
                                 const Visit &see) const
{
    auto &select = m_database.cached("SELECT kind, id, school, version, restricted, json FROM docs"
                                     " WHERE (kind, id) > (?, ?) ORDER BY kind, id");
    select.bind(1, numberOf(kind)).bind(2, id);
    return visitDocs(select, see);
}

Result<void> DocTable::visitKind(domain::ObjectKind kind, const Visit &see) const
{
    auto &select = m_database.cached("SELECT kind, id, school, version, restricted, json FROM docs"
                                     " WHERE kind = ? ORDER BY id");
    select.bind(1, numberOf(kind));
    return visitDocs(select, see);
}

Result<void> DocTable::visitMoves(std::uint64_t after, std::uint64_t until,
                                  const std::function<bool(const DocMove &)> &see) const
{
    auto &select = m_database.cached("SELECT seq, kind, id, from_school FROM doc_moves"
                                     " WHERE seq > ? AND seq <= ? ORDER BY seq, kind, id");
    select.bind(1, bounded(after)).bind(2, bounded(until));
    return eachRow(select, [&](const sqlite::Statement &row) {
        return see({row.size(0), static_cast<domain::ObjectKind>(row.integer(1)), row.text(2),
                    row.text(3)});
    });
}

Result<std::uint64_t> DocTable::registersVersion() const
{
    return oneNumber(m_database.cached("SELECT version FROM docs WHERE kind IN (4, 6, 7, 9)"
                                       " ORDER BY version DESC LIMIT 1"));
}

Result<void> DocTable::put(const StoredDoc &doc)
{
    return m_database
        .cached(
            "INSERT INTO docs (kind, id, school, version, restricted, json) VALUES (?,?,?,?,?,?)"
            " ON CONFLICT (kind, id) DO UPDATE SET school = excluded.school,"
            " version = excluded.version, restricted = excluded.restricted,"
            " json = excluded.json")
        .bind(1, numberOf(doc.kind))
        .bind(2, doc.id)
        .bind(3, doc.school)
        .bind(4, doc.version)
        .bind(5, doc.restricted ? 1 : 0)
        .bind(6, doc.json)
        .run();
}

Result<void> DocTable::addMove(const DocMove &move)
{
    return m_database.cached("INSERT INTO doc_moves (seq, kind, id, from_school) VALUES (?,?,?,?)")
        .bind(1, move.seq)
        .bind(2, numberOf(move.kind))
        .bind(3, move.id)
        .bind(4, move.fromSchool)
        .run();
}

Result<std::uint64_t> DocTable::nextNumber(std::string_view series)
{
    auto &upsert = m_database.cached("INSERT INTO counters (series, value) VALUES (?, 1)"
                                     " ON CONFLICT (series) DO UPDATE SET value = value + 1"
                                     " RETURNING value");
    upsert.bind(1, series);
    // RETURNING gives its row before the statement is done: step it to its end.
    std::uint64_t value = 0;
    if (auto done = eachRow(upsert,
                            [&](const sqlite::Statement &row) {
                                value = row.size(0);
                                return true;
                            });
        !done)
        return done.error();
    return value;
}

} // namespace campus::storage
