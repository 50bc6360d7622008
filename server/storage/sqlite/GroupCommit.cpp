#include "storage/sqlite/GroupCommit.h"

#include <algorithm>
#include <optional>

#include <sqlite3.h>

#include "core/Log.h"

namespace campus::storage {

namespace {

constexpr std::size_t kGroupMax = 64; // bounds the wait of the first by the work of the others

bool isOfTheDisk(const Result<void> &outcome)
{
    return !outcome && (outcome.error().code == ErrorCode::StorageFull ||
                        outcome.error().code == ErrorCode::StorageFailed);
}

} // namespace

GroupCommit::GroupCommit(sqlite::Database database)
    : m_books(std::move(database)),
      m_thread([this] { serve(); })
{
}

GroupCommit::~GroupCommit()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
    if (auto done = m_books.database().checkpoint(); !done)
        log(LogLevel::Warning, "checkpoint_failed", {{"detail", done.error().detail}});
}

std::future<Result<void>> GroupCommit::submit(Store::Work work)
{
    Job job{std::move(work), {}};
    std::future<Result<void>> future = job.answer.get_future();
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(job));
    }
    m_wake.notify_one();
    return future;
}

bool GroupCommit::isWritable() const
{
    const std::lock_guard lock(m_mutex);
    return m_writable;
}

void GroupCommit::noteOutcome(bool committed)
{
    const std::lock_guard lock(m_mutex);
    m_writable = committed;
}

void GroupCommit::serve()
{
    for (;;) {
        std::vector<Job> group;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            while (!m_queue.empty() && group.size() < kGroupMax) {
                group.push_back(std::move(m_queue.front()));
                m_queue.pop_front();
            }
        }
        commit(group);
    }
}

void GroupCommit::commit(std::vector<Job> &group)
{
    if (group.size() > 1 && tryTogether(group))
        return;
    for (Job &job : group)
        job.answer.set_value(runAlone(job));
}

// False: the transaction as a whole failed and was undone, nobody was answered.
bool GroupCommit::tryTogether(std::vector<Job> &group)
{
    sqlite::Database &database = m_books.database();
    auto transaction = sqlite::Transaction::begin(database);
    if (!transaction)
        return false;
    std::vector<Result<void>> outcomes;
    for (Job &job : group) {
        m_books.forget();
        if (!database.execute("SAVEPOINT work"))
            return false;
        outcomes.push_back(job.work(m_books));
        if (sqlite3_get_autocommit(database.handle()) != 0)
            return false; // SQLite undid everything: the disk is full or failing
        if (!outcomes.back() && !database.execute("ROLLBACK TO work"))
            return false;
        if (!database.execute("RELEASE work"))
            return false;
    }
    if (auto committed = transaction->commit(); !committed)
        return false;
    noteOutcome(std::none_of(outcomes.begin(), outcomes.end(), isOfTheDisk));
    for (std::size_t i = 0; i < group.size(); ++i)
        group[i].answer.set_value(std::move(outcomes[i]));
    return true;
}

Result<void> GroupCommit::runAlone(Job &job)
{
    auto transaction = sqlite::Transaction::begin(m_books.database());
    if (!transaction) {
        noteOutcome(false);
        return transaction.error();
    }
    m_books.forget();
    if (auto done = job.work(m_books); !done) {
        m_books.forget();
        if (isOfTheDisk(done))
            noteOutcome(false);
        return done;
    }
    auto committed = transaction->commit();
    noteOutcome(committed.has_value());
    if (!committed) {
        m_books.forget();
        log(LogLevel::Error, "commit_failed",
            {{"code", factsOf(committed.error().code).name}, {"detail", committed.error().detail}});
    }
    return committed;
}

} // namespace campus::storage
