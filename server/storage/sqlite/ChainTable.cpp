#include "storage/sqlite/ChainTable.h"

#include "journal/Chain.h"
#include "storage/sqlite/Rows.h"

namespace campus::storage {

namespace {

InstallChain chainFrom(const sqlite::Statement &row)
{
    return {row.integer(0), row.text(1), row.text(2), row.size(3), digestAt(row, 4)};
}

} // namespace

Result<InstallChain> ChainTable::find(std::string_view device, std::string_view install) const
{
    auto &select = m_database.cached(
        "SELECT key, device, install, next, chain FROM installs WHERE device = ? AND install = ?");
    select.bind(1, device).bind(2, install);
    auto found = firstRow(select, chainFrom);
    if (!found)
        return found.error();
    if (*found)
        return **found;
    return InstallChain{0, std::string(device), std::string(install), 1,
                        journal::chainStart(device, install)};
}

Result<void> ChainTable::visit(const std::function<bool(const InstallChain &)> &see) const
{
    return eachRow(
        m_database.cached("SELECT key, device, install, next, chain FROM installs ORDER BY key"),
        [&](const sqlite::Statement &row) { return see(chainFrom(row)); });
}

Result<void> ChainTable::visitBatches(std::int64_t install,
                                      const std::function<bool(const SignedBatch &)> &see) const
{
    auto &select =
        m_database.cached("SELECT first, last, chain, signature, received_at FROM batches"
                          " WHERE install = ? ORDER BY last");
    select.bind(1, install);
    return eachRow(select, [&](const sqlite::Statement &row) {
        return see({row.size(0), row.size(1), digestAt(row, 2),
                    signatureFrom(row.blobView(3)).value_or(Signature{}), row.integer(4)});
    });
}

Result<void> ChainTable::visitRepeats(std::int64_t install,
                                      const std::function<bool(const RepeatedEvent &)> &see) const
{
    auto &select = m_database.cached(
        "SELECT number, seq, log_size FROM repeats WHERE install = ? ORDER BY number");
    select.bind(1, install);
    return eachRow(select, [&](const sqlite::Statement &row) {
        return see({row.size(0), row.size(1), row.size(2)});
    });
}

Result<std::int64_t> ChainTable::keyOf(std::string_view device, std::string_view install)
{
    auto known = find(device, install);
    if (!known)
        return known.error();
    if (known->key != 0)
        return known->key;
    auto inserted =
        m_database.cached("INSERT INTO installs (device, install, chain) VALUES (?,?,?)")
            .bind(1, device)
            .bind(2, install)
            .bind(3, known->chain.view())
            .run();
    if (!inserted)
        return inserted.error();
    return m_database.lastRowId();
}

Result<void> ChainTable::advance(const InstallChain &to)
{
    return m_database.cached("UPDATE installs SET next = ?, chain = ? WHERE key = ?")
        .bind(1, to.next)
        .bind(2, to.chain.view())
        .bind(3, to.key)
        .run();
}

Result<void> ChainTable::addBatch(std::int64_t install, const SignedBatch &batch)
{
    return m_database
        .cached("INSERT INTO batches (install, last, first, chain, signature, received_at)"
                " VALUES (?,?,?,?,?,?)")
        .bind(1, install)
        .bind(2, batch.last)
        .bind(3, batch.first)
        .bind(4, batch.chain.view())
        .bind(5, BytesView(batch.signature))
        .bind(6, batch.receivedAt)
        .run();
}

Result<void> ChainTable::addRepeat(std::int64_t install, const RepeatedEvent &repeat)
{
    return m_database
        .cached("INSERT INTO repeats (install, number, seq, log_size) VALUES (?,?,?,?)")
        .bind(1, install)
        .bind(2, repeat.number)
        .bind(3, repeat.seq)
        .bind(4, repeat.logSize)
        .run();
}

} // namespace campus::storage
