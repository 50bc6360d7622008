// The writer thread: takes everybody who waits, runs each in a savepoint of one transaction, and
// answers all after one commit with one fsync. When the commit fails, each is tried again alone,
// so that nobody fails for a neighbour's sake. Thread-safe.
#pragma once

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "storage/Store.h"
#include "storage/sqlite/SqliteBooks.h"

namespace campus::storage {

class GroupCommit
{
public:
    explicit GroupCommit(sqlite::Database database);
    ~GroupCommit(); // commits what is queued, then checkpoints
    GroupCommit(const GroupCommit &) = delete;
    GroupCommit &operator=(const GroupCommit &) = delete;

    std::future<Result<void>> submit(Store::Work work);
    bool isWritable() const;

private:
    struct Job {
        Store::Work work;
        std::promise<Result<void>> answer;
    };
    void serve();
    void commit(std::vector<Job> &group);
    bool tryTogether(std::vector<Job> &group);
    Result<void> runAlone(Job &job);
    void noteOutcome(bool committed);

    SqliteBooks m_books;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    bool m_stopping = false;
    bool m_writable = true;
    std::thread m_thread;
};

} // namespace campus::storage
