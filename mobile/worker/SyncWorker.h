// Synchronisation on a thread of its own, with its own connection to the server and the store
// shared with the screen. It decides when to run: when asked, some seconds after local events, and
// by itself with growing pauses after failures (sync.md §10). Its end, however sudden, loses
// nothing: the engine leaves the store consistent after every step.
// Made, used and destroyed on one thread with an event loop; signals come there.
#pragma once

#include <QObject>
#include <QThread>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "core/Clock.h"
#include "sync/SyncEngine.h"

namespace campus::worker {

class SyncLoop;

struct SyncFailure {
    Error error;
    sync::SyncSummary summary;       // how far the run came
    std::optional<Millis> nextTryAt; // wall clock; nothing = it waits to be asked
};

struct SyncWorkerOptions {
    std::chrono::milliseconds gatherEvents{2'000};   // after the first local event of a burst
    std::chrono::milliseconds lookAgain{5 * 60'000}; // for others' work, when all is well
    std::string app = "campus-safety";
    // Pause after `failures` in a row; the default is sync::RetryPolicy with a random number.
    std::function<Millis(int failures, int retryAfterSeconds)> delayAfter;
};

class SyncWorker : public QObject
{
    Q_OBJECT
public:
    // Called on the sync thread, until it gives something; null while there is no server yet.
    using ApiMaker = std::function<std::unique_ptr<sync::SyncApi>()>;

    // Store and clock outlive the worker. Nothing runs before syncNow().
    SyncWorker(sync::SyncStore &store, const Clock &clock, ApiMaker makeApi,
               SyncWorkerOptions options = {}, QObject *parent = nullptr);
    ~SyncWorker() override; // shutDown()

    // A tap or a new network: forgets past failures; when a run is under way, one more follows.
    void syncNow();
    // The store holds new events. Waits its turn while failures are being waited out.
    void noteLocalEvents();
    // The run under way ends with Cancelled, its request too; wishes made before are forgotten.
    void stopRun();
    // The server's address is another: the maker is asked again before the next run.
    void serverChanged();
    // Ends run and thread; returns when they have ended. Nothing can be asked afterwards.
    void shutDown();

Q_SIGNALS:
    void started();
    void progressed(const campus::sync::Progress &progress);
    void finished(const campus::sync::SyncSummary &summary);
    void failed(const campus::worker::SyncFailure &failure);

private:
    QThread m_thread;
    SyncLoop *m_loop = nullptr; // lives and dies on m_thread; null after shutDown()
};

} // namespace campus::worker
