#include "sync/SyncRun.h"

#include "core/Log.h"
#include "sync/SessionPhase.h"

namespace campus::sync {

namespace {

constexpr int kFullServerSeconds = 3600; // sync.md §10: a full server is asked hourly

} // namespace

SyncRun::SyncRun(SyncApi &theApi, SyncStore &theStore, const Clock &theClock,
                 const std::string &theApp, const std::function<bool(const Progress &)> &listener,
                 SyncSummary &theSummary, PushMemory &memory)
    : api(theApi),
      store(theStore),
      clock(theClock),
      app(theApp),
      summary(theSummary),
      pushMemory(memory),
      m_listener(listener)
{
}

Result<void> SyncRun::report(Phase phase, std::uint64_t done, std::uint64_t total)
{
    if (m_listener && !m_listener({phase, done, total}))
        return {ErrorCode::Cancelled, "stopped by the listener"};
    return {};
}

wire::DeviceTime SyncRun::deviceTime() const
{
    return {clock.bootId(), clock.monotonic(), clock.wall()};
}

std::optional<Result<void>> SyncRun::renewSession()
{
    if (m_renewed)
        return std::nullopt;
    m_renewed = true;
    return SessionPhase(*this).renew();
}

void SyncRun::keepTime(const wire::DeviceTime &before, Millis serverTime)
{
    const wire::DeviceTime after = deviceTime();
    if (after.boot != before.boot || after.mono < before.mono)
        return;
    const Millis half = (after.mono - before.mono) / 2;
    const auto kept = store.recordTime({before.boot, before.mono + half, serverTime, half});
    if (!kept) // the exchange itself stands; the next one brings another sample
        log(LogLevel::Warning, "time_sample_lost", {{"reason", kept.error().detail}});
}

void SyncRun::noteFailure(const Error &error)
{
    m_serverFailed = true;
    summary.retryAfterSeconds = api.retryAfterSeconds();
    if (error.code == ErrorCode::StorageFull && summary.retryAfterSeconds == 0)
        summary.retryAfterSeconds = kFullServerSeconds;
}

} // namespace campus::sync
