#include "sqlite/Database.h"

#include <cstdio>
#include <sqlite3.h>
#include <utility>

namespace campus::sqlite {

Error errorOf(sqlite3 *handle, int code, std::string_view doing)
{
    ErrorCode kind = ErrorCode::StorageFailed;
    switch (code & 0xFF) {
    case SQLITE_FULL:
        kind = ErrorCode::StorageFull;
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        kind = ErrorCode::StorageCorrupt;
        break;
    case SQLITE_CONSTRAINT:
        kind = ErrorCode::Conflict;
        break;
    case SQLITE_TOOBIG:
        kind = ErrorCode::TooLarge;
        break;
    default:
        break;
    }
    const char *message = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    return {kind, std::string(message) + " (" + std::to_string(code) + ") in: "
                + std::string(doing.substr(0, 200))};
}

Result<Database> Database::open(const std::string &path, const OpenOptions &options)
{
    Database database;
    const bool reader = options.access == Access::Reader;
    const int flags = (reader ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &database.m_handle, flags,
                                     options.vfs.empty() ? nullptr : options.vfs.c_str());
    if (code != SQLITE_OK)
        return errorOf(database.m_handle, code, "open " + path);
    sqlite3_busy_timeout(database.m_handle, options.busyMillis);
    std::string pragmas = "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;";
    if (options.access == Access::Exclusive) // before the file is read: then no shared memory is used
        pragmas += "PRAGMA locking_mode=EXCLUSIVE;";
    pragmas += "PRAGMA cache_size=-" + std::to_string(options.cacheKibibytes) + ";";
    pragmas += reader ? "PRAGMA query_only=ON;"
                      : "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
    if (auto set = database.execute(pragmas); !set)
        return set.error();
    return database;
}

Database::~Database()
{
    m_cached.clear(); // statements before their connection
    sqlite3_close_v2(m_handle);
}

Database::Database(Database &&other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)), m_cached(std::move(other.m_cached))
{
}

Database &Database::operator=(Database &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_cached, other.m_cached);
    return *this;
}

Result<void> Database::execute(std::string_view sql)
{
    const std::string text(sql);
    const int code = sqlite3_exec(m_handle, text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return errorOf(m_handle, code, text);
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt *raw = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK)
        return errorOf(m_handle, code, sql);
    return Statement(raw);
}

Statement &Database::cached(std::string_view sql)
{
    const std::string key(sql);
    if (const auto found = m_cached.find(key); found != m_cached.end())
        return found->second.reset();
    Result<Statement> prepared = prepare(sql);
    if (!prepared)
        std::fprintf(stderr, "%s\n", prepared.error().detail.c_str());
    CAMPUS_ASSERT(prepared.has_value());
    return m_cached.emplace(key, std::move(prepared).value()).first->second;
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_handle);
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

Result<void> Database::quickCheck()
{
    auto check = prepare("PRAGMA quick_check(1)");
    if (!check)
        return check.error();
    const Result<bool> row = check->step();
    if (!row)
        return row.error();
    if (!*row || check->textView(0) != "ok")
        return {ErrorCode::StorageCorrupt, *row ? check->text(0) : "quick_check gave no answer"};
    return {};
}

Result<void> Database::checkpoint()
{
    return execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database != nullptr && sqlite3_get_autocommit(m_database->handle()) == 0)
        sqlite3_exec(m_database->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Result<void> Transaction::commit()
{
    CAMPUS_ASSERT(m_database != nullptr);
    auto committed = m_database->execute("COMMIT");
    if (committed)
        m_database = nullptr; // else the destructor rolls back
    return committed;
}

} // namespace campus::sqlite
