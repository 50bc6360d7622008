#include "worker/SyncLoop.h"

#include <QRandomGenerator>
#include <algorithm>

#include "core/Log.h"
#include "sync/RetryPolicy.h"

namespace campus::worker {

namespace {

constexpr Millis kFullPause = 3'600'000; // what came in so far would be fetched again each time
constexpr Millis kSignedOutPause = 60'000; // sync.md §10: a session is asked for once a minute

Millis randomDelay(int failures, int retryAfterSeconds)
{
    return sync::RetryPolicy::delayAfter(failures, QRandomGenerator::global()->generateDouble(),
                                         retryAfterSeconds);
}

bool isTransfer(sync::Phase phase)
{
    return phase == sync::Phase::Upload || phase == sync::Phase::Download;
}

} // namespace

SyncLoop::SyncLoop(sync::SyncStore &store, const Clock &clock, SyncWorker::ApiMaker makeApi,
                   SyncWorkerOptions options)
    : m_store(store),
      m_clock(clock),
      m_makeApi(std::move(makeApi)),
      m_options(std::move(options)),
      m_nextTry(this),
      m_gathering(this)
{
    if (!m_options.delayAfter)
        m_options.delayAfter = randomDelay;
    m_nextTry.setSingleShot(true);
    m_gathering.setSingleShot(true);
    connect(&m_nextTry, &QTimer::timeout, this, [this] { begin(m_stops); });
    connect(&m_gathering, &QTimer::timeout, this, [this] { begin(m_stops); });
}

SyncLoop::~SyncLoop() = default;

void SyncLoop::stopRun()
{
    ++m_stops;
    const std::lock_guard lock(m_apiMutex);
    if (m_api)
        m_api->cancel();
}

void SyncLoop::close()
{
    m_closing = true;
    stopRun();
}

void SyncLoop::wanted(std::uint64_t stopsThen)
{
    m_failures = 0;
    if (m_running)
        m_wantedAgain = stopsThen;
    else
        begin(stopsThen);
}

void SyncLoop::localEvents()
{
    if (m_running)
        m_eventsWaiting = true;
    else if (m_failures == 0 && !m_gathering.isActive())
        m_gathering.start(m_options.gatherEvents);
}

void SyncLoop::serverChanged()
{
    m_serverChanged = true;
    m_failures = 0;
}

// False when there is no server to talk to.
bool SyncLoop::makeEngine()
{
    if (m_serverChanged) {
        m_serverChanged = false;
        m_engine.reset();
        const std::lock_guard lock(m_apiMutex);
        m_api.reset();
    }
    if (m_engine)
        return true;
    auto api = m_makeApi();
    if (!api)
        return false;
    m_engine = std::make_unique<sync::SyncEngine>(*api, m_store, m_clock, m_options.app);
    m_engine->onProgress([this](const sync::Progress &progress) { return goesOn(progress); });
    const std::lock_guard lock(m_apiMutex);
    m_api = std::move(api);
    return true;
}

bool SyncLoop::goesOn(const sync::Progress &progress)
{
    if (stopped())
        return false;
    if (m_eventsWaiting && isTransfer(progress.phase)) {
        m_gaveWay = true;
        return false;
    }
    Q_EMIT progressed(progress);
    return true;
}

Result<sync::SyncSummary> SyncLoop::runOnce()
{
    if (!makeEngine())
        return Error{ErrorCode::Unauthenticated, "there is no server yet"};
    m_api->resume();
    if (stopped()) // before resume() could have swallowed it
        return Error{ErrorCode::Cancelled, "stopped before it began"};
    return m_engine->run();
}

void SyncLoop::begin(std::uint64_t stopsThen)
{
    if (m_running || m_closing || stopsThen != m_stops)
        return;
    m_running = true;
    m_stopsAtStart = stopsThen;
    m_wantedAgain.reset();
    m_eventsWaiting = false;
    m_gaveWay = false;
    m_nextTry.stop();
    m_gathering.stop();
    Q_EMIT started();
    const auto outcome = runOnce();
    m_running = false;
    if (!m_closing)
        conclude(outcome);
}

void SyncLoop::conclude(const Result<sync::SyncSummary> &outcome)
{
    const bool askedAgain = m_wantedAgain && *m_wantedAgain == m_stops;
    const bool gaveWay = !outcome && m_gaveWay && outcome.error().code == ErrorCode::Cancelled;
    if (askedAgain || gaveWay)
        m_nextTry.start(0); // by the event loop, so that stop and close are heard in between
    if (outcome) {
        m_failures = 0;
        if (!askedAgain)
            m_nextTry.start(m_options.lookAgain);
        if (m_eventsWaiting && !askedAgain)
            m_gathering.start(m_options.gatherEvents);
        Q_EMIT finished(*outcome);
        return;
    }
    if (gaveWay)
        return;
    SyncFailure failure{outcome.error(), m_engine ? m_engine->summary() : sync::SyncSummary{}, {}};
    if (failure.error.code != ErrorCode::Cancelled)
        ++m_failures;
    auto delay = delayAfter(failure.error, failure.summary);
    if (askedAgain)
        delay = 0;
    if (delay) {
        failure.nextTryAt = m_clock.wall() + *delay;
        m_nextTry.start(std::chrono::milliseconds(*delay));
    }
    log(LogLevel::Info, "sync_failed",
        {{"error", factsOf(failure.error.code).name}, {"failures", m_failures}});
    Q_EMIT failed(failure);
}

// Nothing: only a person can help, or somebody stopped it.
std::optional<Millis> SyncLoop::delayAfter(const Error &error, const sync::SyncSummary &summary) const
{
    if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::CertificateRejected ||
        !m_engine || m_store.identity().device.empty())
        return std::nullopt;
    const Millis delay = m_options.delayAfter(m_failures, summary.retryAfterSeconds);
    if (summary.failedOnTablet && error.code == ErrorCode::StorageFull)
        return std::max(delay, kFullPause);
    return error.code == ErrorCode::Unauthenticated ? std::max(delay, kSignedOutPause) : delay;
}

} // namespace campus::worker
