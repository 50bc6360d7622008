#include "app/WorkerSynchroniser.h"

#include <QMetaObject>
#include <QThread>

namespace campus::app {

using worker::SyncWorker;

WorkerSynchroniser::WorkerSynchroniser(SyncWorker &worker, store::TabletStore &store,
                                       platform::Connectivity &connectivity, QObject *parent)
    : Synchroniser(parent),
      m_worker(worker),
      m_store(store)
{
    connect(&worker, &SyncWorker::started, this, [this] {
        m_activity = {true, {}, std::nullopt, std::nullopt};
        Q_EMIT activityChanged();
    });
    connect(&worker, &SyncWorker::progressed, this, [this](const sync::Progress &progress) {
        m_activity.progress = progress;
        Q_EMIT activityChanged();
    });
    connect(&worker, &SyncWorker::finished, this, [this] {
        m_activity = {};
        Q_EMIT activityChanged();
    });
    connect(&worker, &SyncWorker::failed, this, [this](const worker::SyncFailure &failure) {
        m_activity = {false, {}, failure.error, failure.nextTryAt};
        Q_EMIT activityChanged();
    });
    connect(&connectivity, &platform::Connectivity::cameOnline, this, &WorkerSynchroniser::syncNow);
    // Changes that the sync thread made itself are no reason to run again.
    m_listener = store.listen([this, uiThread = thread()](const store::Change &change) {
        if (change.people)
            QMetaObject::invokeMethod(this, &WorkerSynchroniser::syncNow, Qt::QueuedConnection);
        else if (change.outbox && QThread::currentThread() == uiThread)
            m_worker.noteLocalEvents();
    });
}

WorkerSynchroniser::~WorkerSynchroniser()
{
    m_store.unlisten(m_listener);
}

void WorkerSynchroniser::syncNow()
{
    if (isEnrolled())
        m_worker.syncNow();
}

} // namespace campus::app
