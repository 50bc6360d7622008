#include "worker/SyncWorker.h"

#include "core/Assert.h"
#include "worker/SyncLoop.h"

namespace campus::worker {

SyncWorker::SyncWorker(sync::SyncStore &store, const Clock &clock, ApiMaker makeApi,
                       SyncWorkerOptions options, QObject *parent)
    : QObject(parent),
      m_loop(new SyncLoop(store, clock, std::move(makeApi), std::move(options)))
{
    m_loop->moveToThread(&m_thread);
    connect(m_loop, &SyncLoop::started, this, &SyncWorker::started);
    connect(m_loop, &SyncLoop::progressed, this, &SyncWorker::progressed);
    connect(m_loop, &SyncLoop::finished, this, &SyncWorker::finished);
    connect(m_loop, &SyncLoop::failed, this, &SyncWorker::failed);
    connect(&m_thread, &QThread::finished, m_loop, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("sync"));
    m_thread.start();
}

SyncWorker::~SyncWorker()
{
    shutDown();
}

void SyncWorker::syncNow()
{
    if (m_loop)
        QMetaObject::invokeMethod(
            m_loop, [loop = m_loop, stops = m_loop->stops()] { loop->wanted(stops); });
}

void SyncWorker::noteLocalEvents()
{
    if (m_loop)
        QMetaObject::invokeMethod(m_loop, &SyncLoop::localEvents);
}

void SyncWorker::stopRun()
{
    if (m_loop)
        m_loop->stopRun();
}

void SyncWorker::serverChanged()
{
    if (m_loop)
        QMetaObject::invokeMethod(m_loop, &SyncLoop::serverChanged);
}

void SyncWorker::shutDown()
{
    if (!m_loop)
        return;
    m_loop->close();
    m_loop = nullptr; // deleted by the thread's end
    m_thread.quit();
    m_thread.wait();
}

} // namespace campus::worker
