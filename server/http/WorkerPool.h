// Threads for blocking work, so that the listener's own threads never wait for a disk or a
// password hash (with two of two blocked, a ping was measured to wait 2.8 s).
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace campus::http {

class WorkerPool
{
public:
    WorkerPool(unsigned threads, std::size_t queueMax);
    ~WorkerPool(); // finishes what is queued
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;
    // false: the queue is full and the work was not taken; answer 503.
    [[nodiscard]] bool submit(std::function<void()> work);

private:
    void serve();
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_queue;
    std::size_t m_queueMax;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace campus::http
