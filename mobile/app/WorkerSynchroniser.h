// The Synchroniser over the sync thread: what the worker reports becomes SyncActivity; what should
// start a run (acts on this tablet, a new network, another person) is passed to the worker.
// Made, used and destroyed on the UI thread; the store and the worker outlive it.
#pragma once

#include "platform/Connectivity.h"
#include "store/TabletStore.h"
#include "viewmodels/Synchroniser.h"
#include "worker/SyncWorker.h"

namespace campus::app {

class WorkerSynchroniser final : public viewmodels::Synchroniser
{
    Q_OBJECT
public:
    WorkerSynchroniser(worker::SyncWorker &worker, store::TabletStore &store,
                       platform::Connectivity &connectivity, QObject *parent = nullptr);
    ~WorkerSynchroniser() override;

    viewmodels::SyncActivity activity() const override { return m_activity; }
    void syncNow() override;
    void stop() override { m_worker.stopRun(); }

private:
    bool isEnrolled() const { return !m_store.identity().device.empty(); }

    worker::SyncWorker &m_worker;
    store::TabletStore &m_store;
    viewmodels::SyncActivity m_activity;
    int m_listener = 0;
};

} // namespace campus::app
