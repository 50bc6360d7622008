// One connection to one SQLite file, with errors as Result. It knows no table of ours.
// One thread at a time; the owner guards it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/Result.h"
#include "sqlite/Statement.h"

struct sqlite3;

namespace campus::sqlite {

enum class Access : std::uint8_t {
    Exclusive, // the only connection (tablet): locking_mode=EXCLUSIVE before WAL, synchronous=FULL
    Writer,    // the only read-write connection of a server: WAL, synchronous=FULL
    Reader,    // query_only, beside a writer
};

struct OpenOptions {
    Access access = Access::Exclusive;
    int cacheKibibytes = 16 * 1024;
    int busyMillis = 5000;
    std::string vfs; // empty = the system's; tests bring their own
};

class Database
{
public:
    // Creates the file unless Reader. StorageCorrupt when it is no database of SQLite.
    static Result<Database> open(const std::string &path, const OpenOptions &options);
    ~Database();
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Result<void> execute(std::string_view sql); // one or several statements without parameters
    Result<Statement> prepare(std::string_view sql);
    // A statement kept for the life of the connection, reset and unbound; for hot paths.
    // A wrong SQL text is a programmer error.
    Statement &cached(std::string_view sql);
    std::int64_t changes() const;
    std::int64_t lastRowId() const;
    Result<void> quickCheck();  // StorageCorrupt with SQLite's first finding
    Result<void> checkpoint();  // truncates the write-ahead log
    sqlite3 *handle() const { return m_handle; }

private:
    Database() = default;
    sqlite3 *m_handle = nullptr;
    std::unordered_map<std::string, Statement> m_cached;
};

// BEGIN IMMEDIATE; rolls back unless committed. Not nested.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Result<void> commit(); // on failure the transaction is rolled back: nothing was changed

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database;
};

// The Error for an sqlite3 result code on this connection.
Error errorOf(sqlite3 *handle, int code, std::string_view doing);

} // namespace campus::sqlite
