#include "storage/sqlite/SqliteStore.h"

#include <condition_variable>
#include <mutex>
#include <vector>

#include <sqlite3.h>
#include <unistd.h>

#include "sqlite/Migration.h"
#include "storage/sqlite/GroupCommit.h"
#include "storage/sqlite/Rows.h"
#include "storage/sqlite/Schema.h"

namespace campus::storage {

Result<std::string> SqliteBooks::setting(std::string_view name) const
{
    auto &select = m_database.cached("SELECT value FROM settings WHERE name = ?");
    select.bind(1, name);
    auto found = firstRow(select, [](const sqlite::Statement &row) { return row.text(0); });
    if (!found)
        return found.error();
    return found->value_or("");
}

Result<void> SqliteBooks::setSetting(std::string_view name, std::string_view value)
{
    return m_database
        .cached("INSERT INTO settings (name, value) VALUES (?,?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .bind(1, name)
        .bind(2, value)
        .run();
}

namespace {

// Ends the snapshot of a reading, whatever way it is left.
class Snapshot
{
public:
    explicit Snapshot(SqliteBooks &books) : m_books(books) { m_books.forget(); }
    ~Snapshot()
    {
        sqlite3_exec(m_books.database().handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        m_books.forget();
    }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;
    Result<void> begin() { return m_books.database().execute("BEGIN"); }

private:
    SqliteBooks &m_books;
};

class ReaderPool
{
public:
    void add(std::unique_ptr<SqliteBooks> books)
    {
        m_free.push_back(books.get());
        m_all.push_back(std::move(books));
    }

    SqliteBooks *take()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return !m_free.empty(); });
        SqliteBooks *books = m_free.back();
        m_free.pop_back();
        return books;
    }

    void giveBack(SqliteBooks *books)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_free.push_back(books);
        }
        m_wake.notify_one();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<SqliteBooks *> m_free;
    std::vector<std::unique_ptr<SqliteBooks>> m_all;
};

class SqliteStore final : public Store
{
public:
    SqliteStore(std::string path, std::string vfs) : m_path(std::move(path)), m_vfs(std::move(vfs))
    {
    }

    Result<void> start(const SqliteOptions &options)
    {
        if (options.readOnly && access(m_path.c_str(), R_OK) != 0)
            return {ErrorCode::NotFound, m_path + " is not there"};
        if (!options.readOnly) {
            if (auto started = startWriter(options); !started)
                return started;
        }
        for (int i = 0; i < options.readers; ++i) {
            auto reader = openReader(options);
            if (!reader)
                return reader.error();
            m_readers.add(std::move(*reader));
        }
        return {};
    }

    std::future<Result<void>> submit(Work work) override
    {
        if (m_writer)
            return m_writer->submit(std::move(work));
        std::promise<Result<void>> refused;
        refused.set_value({ErrorCode::Conflict, "the store was opened for reading"});
        return refused.get_future();
    }

    Result<void> read(const Look &look) override
    {
        SqliteBooks *books = m_readers.take();
        Result<void> outcome;
        {
            Snapshot snapshot(*books);
            outcome = snapshot.begin();
            if (outcome)
                outcome = look(*books);
        }
        m_readers.giveBack(books);
        return outcome;
    }

    Result<void> copyTo(const std::string &path) override;
    bool isWritable() const override { return m_writer && m_writer->isWritable(); }

private:
    Result<void> startWriter(const SqliteOptions &options)
    {
        sqlite::OpenOptions open;
        open.access = sqlite::Access::Writer;
        open.vfs = options.vfs;
        open.cacheKibibytes = options.cacheKibibytes;
        auto database = sqlite::Database::open(m_path, open);
        if (!database)
            return database.error();
        if (auto done = sqlite::migrate(*database, schemaSteps()); !done)
            return done;
        // Fewer checkpoints: 4000 pages are 16 MiB of log, read back in well under a second.
        if (auto done = database->execute("PRAGMA wal_autocheckpoint=4000"); !done)
            return done;
        if (options.pagesMax > 0) {
            if (auto done =
                    database->execute("PRAGMA max_page_count=" + std::to_string(options.pagesMax));
                !done)
                return done;
        }
        m_writer = std::make_unique<GroupCommit>(std::move(*database));
        return {};
    }

    Result<std::unique_ptr<SqliteBooks>> openReader(const SqliteOptions &options)
    {
        sqlite::OpenOptions open;
        open.access = sqlite::Access::Reader;
        open.vfs = options.vfs;
        open.cacheKibibytes = options.cacheKibibytes / 8;
        auto database = sqlite::Database::open(m_path, open);
        if (!database)
            return database.error();
        auto version = database->prepare("PRAGMA user_version");
        if (!version)
            return version.error();
        auto number = oneNumber(*version);
        if (!number)
            return number.error();
        const auto known = static_cast<std::uint64_t>(schemaSteps().back().version);
        if (*number != known) {
            return {ErrorCode::UnsupportedVersion,
                    m_path + " has schema " + std::to_string(*number) + ", this program reads " +
                        std::to_string(known) + "; run one version for all"};
        }
        version = sqlite::Statement{};
        return std::make_unique<SqliteBooks>(std::move(*database));
    }

    std::string m_path, m_vfs;
    std::unique_ptr<GroupCommit>
        m_writer; // its connection checkpoints last: declared before readers
    ReaderPool m_readers;
};

Result<void> SqliteStore::copyTo(const std::string &path)
{
    sqlite3 *target = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                               m_vfs.empty() ? nullptr : m_vfs.c_str());
    Result<void> outcome;
    if (code != SQLITE_OK) {
        outcome = sqlite::errorOf(target, code, "open " + path);
    } else {
        // One step inside one snapshot: writes go on beside it and are not in the copy.
        SqliteBooks *books = m_readers.take();
        sqlite3_backup *backup =
            sqlite3_backup_init(target, "main", books->database().handle(), "main");
        if (backup == nullptr) {
            outcome = sqlite::errorOf(target, sqlite3_errcode(target), "copy to " + path);
        } else {
            const int step = sqlite3_backup_step(backup, -1);
            code = sqlite3_backup_finish(backup);
            if (code == SQLITE_OK && step != SQLITE_DONE)
                code = step; // busy or locked, which finish() does not call an error
            if (code != SQLITE_OK)
                outcome = sqlite::errorOf(target, code, "copy to " + path);
        }
        // One file that needs no write-ahead log beside it.
        if (outcome)
            code = sqlite3_exec(target, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
        if (outcome && code != SQLITE_OK)
            outcome = sqlite::errorOf(target, code, "close the copy " + path);
        m_readers.giveBack(books);
    }
    sqlite3_close_v2(target);
    return outcome;
}

} // namespace

Result<std::unique_ptr<Store>> openSqliteStore(const std::string &path,
                                               const SqliteOptions &options)
{
    auto store = std::make_unique<SqliteStore>(path, options.vfs);
    if (auto started = store->start(options); !started)
        return started.error();
    return std::unique_ptr<Store>(std::move(store));
}

} // namespace campus::storage
