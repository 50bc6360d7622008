// The life of the sync thread: when a run begins, whether it goes on, and when the next one is due.
// Owned by SyncWorker and destroyed on its own thread. Methods marked "any thread" may be called
// from outside; all others run on the sync thread, also from inside a blocking request, whose local
// event loop delivers them: they only note what is wanted.
#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <memory>
#include <mutex>

#include "worker/SyncWorker.h"

namespace campus::worker {

class SyncLoop : public QObject
{
    Q_OBJECT
public:
    SyncLoop(sync::SyncStore &store, const Clock &clock, SyncWorker::ApiMaker makeApi,
             SyncWorkerOptions options);
    ~SyncLoop() override;

    std::uint64_t stops() const { return m_stops; } // any thread: mark of a wish, for wanted()
    void stopRun();                                 // any thread
    void close();                                   // any thread: no run begins any more

    void wanted(std::uint64_t stopsThen); // a person or a new network asks
    void localEvents();
    void serverChanged();

Q_SIGNALS:
    void started();
    void progressed(const campus::sync::Progress &progress);
    void finished(const campus::sync::SyncSummary &summary);
    void failed(const campus::worker::SyncFailure &failure);

private:
    void begin(std::uint64_t stopsThen);
    Result<sync::SyncSummary> runOnce();
    bool goesOn(const sync::Progress &progress);
    bool stopped() const { return m_closing || m_stops != m_stopsAtStart; }
    void conclude(const Result<sync::SyncSummary> &outcome);
    std::optional<Millis> delayAfter(const Error &error, const sync::SyncSummary &summary) const;
    bool makeEngine();

    sync::SyncStore &m_store;
    const Clock &m_clock;
    SyncWorker::ApiMaker m_makeApi;
    SyncWorkerOptions m_options;
    std::mutex m_apiMutex; // the pointer, against stopRun() from outside
    std::unique_ptr<sync::SyncApi> m_api;
    std::unique_ptr<sync::SyncEngine> m_engine;
    QTimer m_nextTry;   // the next try after a failure, or the next look when all is well
    QTimer m_gathering; // lets a burst of events become one batch
    std::atomic<std::uint64_t> m_stops = 0;
    std::atomic<bool> m_closing = false;
    std::uint64_t m_stopsAtStart = 0;
    std::optional<std::uint64_t> m_wantedAgain; // asked for while a run was under way
    bool m_running = false;
    bool m_eventsWaiting = false;
    bool m_gaveWay = false; // the run ended early so that text goes before blobs
    bool m_serverChanged = false;
    int m_failures = 0; // in a row
};

} // namespace campus::worker
