// Books over one connection. One thread at a time.
#pragma once

#include "storage/Store.h"
#include "storage/sqlite/AccountTable.h"
#include "storage/sqlite/BlobTable.h"
#include "storage/sqlite/ChainTable.h"
#include "storage/sqlite/DocTable.h"
#include "storage/sqlite/LogTable.h"

namespace campus::storage {

class SqliteBooks final : public Books
{
public:
    explicit SqliteBooks(sqlite::Database database)
        : m_database(std::move(database)),
          m_log(m_database),
          m_chains(m_database),
          m_docs(m_database),
          m_accounts(m_database),
          m_blobs(m_database)
    {
    }
    SqliteBooks(const SqliteBooks &) = delete;
    SqliteBooks &operator=(const SqliteBooks &) = delete;

    const LogBook &log() const override { return m_log; }
    const ChainBook &chains() const override { return m_chains; }
    const DocBook &docs() const override { return m_docs; }
    const AccountBook &accounts() const override { return m_accounts; }
    const BlobBook &blobs() const override { return m_blobs; }
    Result<std::string> setting(std::string_view name) const override;
    LogBook &log() override { return m_log; }
    ChainBook &chains() override { return m_chains; }
    DocBook &docs() override { return m_docs; }
    AccountBook &accounts() override { return m_accounts; }
    BlobBook &blobs() override { return m_blobs; }
    Result<void> setSetting(std::string_view name, std::string_view value) override;

    sqlite::Database &database() { return m_database; }
    void forget() { m_log.forget(); } // the transaction was begun or undone

private:
    mutable sqlite::Database m_database;
    LogTable m_log;
    ChainTable m_chains;
    DocTable m_docs;
    AccountTable m_accounts;
    BlobTable m_blobs;
};

} // namespace campus::storage
