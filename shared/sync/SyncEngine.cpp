#include "sync/SyncEngine.h"

#include <tuple>
#include <utility>

#include "sync/BootstrapPhase.h"
#include "sync/DownloadPhase.h"
#include "sync/PullPhase.h"
#include "sync/PushPhase.h"
#include "sync/SessionPhase.h"
#include "sync/SyncRun.h"
#include "sync/UploadPhase.h"

namespace campus::sync {

namespace {

constexpr int kRoundsMax = 4; // push and pull again after a rollback or a change of scope

// The push cannot succeed as it is, but the link and the session are fine: others' work may come.
bool leavesPullPossible(ErrorCode code)
{
    return code == ErrorCode::ServerFailed || code == ErrorCode::Internal ||
           code == ErrorCode::BadSignature || code == ErrorCode::Conflict ||
           code == ErrorCode::InvalidInput || code == ErrorCode::TooLarge;
}

bool isDismissal(ErrorCode code)
{
    return code == ErrorCode::AccountDisabled || code == ErrorCode::DeviceRevoked;
}

bool isStorage(ErrorCode code)
{
    return code == ErrorCode::StorageFull || code == ErrorCode::StorageCorrupt ||
           code == ErrorCode::StorageFailed;
}

// Own work first, so that no change of scope and no bootstrap can meet unsent events.
Result<void> exchangeText(SyncRun &run)
{
    bool bootstrapDue = !run.store.position().bootstrapped;
    for (int round = 0; round < kRoundsMax; ++round) {
        const auto pushed = PushPhase(run).run();
        if (!pushed &&
            (bootstrapDue || !run.serverFailed() || !leavesPullPossible(pushed.error().code)))
            return pushed;
        if (bootstrapDue) {
            if (auto taken = BootstrapPhase(run).run(); !taken)
                return taken;
        }
        const auto pulled = PullPhase(run).run();
        if (!pushed)
            return pushed;
        if (!pulled)
            return pulled.error();
        bootstrapDue = *pulled == Pulled::ScopeChanged || !run.store.position().bootstrapped;
        const auto left = run.store.unsent(1, limits::kBatchBytesMax);
        if (!left)
            return left.error();
        if (*pulled == Pulled::AtHead && left->lines.empty())
            return {};
    }
    if (bootstrapDue)
        return {ErrorCode::Conflict, "the scope changed in every round"};
    return {};
}

Result<void> synchronise(SyncRun &run, bool withBlobs)
{
    if (auto session = SessionPhase(run).run(); !session)
        return session;
    if (auto text = exchangeText(run); !text)
        return text;
    if (!withBlobs)
        return {};
    if (auto uploaded = UploadPhase(run).run(); !uploaded)
        return uploaded;
    return DownloadPhase(run).run();
}

} // namespace

SyncEngine::SyncEngine(SyncApi &api, SyncStore &store, const Clock &clock, std::string app)
    : m_api(api),
      m_store(store),
      m_clock(clock),
      m_app(std::move(app))
{
}

void SyncEngine::onProgress(std::function<bool(const Progress &)> listener)
{
    m_listener = std::move(listener);
}

Result<SyncSummary> SyncEngine::run(bool withBlobs)
{
    m_summary = {};
    SyncRun run(m_api, m_store, m_clock, m_app, m_listener, m_summary, m_pushMemory);
    const Result<void> outcome = synchronise(run, withBlobs);
    if (!outcome) {
        m_summary.failedOnTablet = !run.serverFailed() && isStorage(outcome.error().code);
        if (isDismissal(outcome.error().code))
            std::ignore =
                PushPhase(run).run(); // sync.md §10: what is unsent still gets its verdict
    }
    const auto recorded = m_store.recordSyncEnd(outcome, m_clock.wall());
    if (!outcome)
        return outcome.error();
    if (!recorded)
        return recorded.error();
    return m_summary;
}

} // namespace campus::sync
