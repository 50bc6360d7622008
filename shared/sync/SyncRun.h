// What the phases of one run share: the other side, the store, the clock, the progress listener
// and the summary. Every request goes through exchange(), which keeps the time samples and
// renews an expired session once a run. Owned by SyncEngine::run for the length of the run.
// One thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/Clock.h"
#include "core/Result.h"
#include "sync/SyncApi.h"
#include "sync/SyncEngine.h"
#include "sync/SyncStore.h"

namespace campus::sync {

class SyncRun
{
public:
    SyncRun(SyncApi &theApi, SyncStore &theStore, const Clock &theClock, const std::string &theApp,
            const std::function<bool(const Progress &)> &listener, SyncSummary &theSummary,
            PushMemory &memory);

    SyncApi &api;
    SyncStore &store;
    const Clock &clock;
    const std::string &app;
    SyncSummary &summary;
    PushMemory &pushMemory;

    // Cancelled when the listener wants to stop.
    Result<void> report(Phase phase, std::uint64_t done, std::uint64_t total = 0);
    wire::DeviceTime deviceTime() const;

    // One request; `call` is repeated with a new token when the first try met an expired one.
    template <typename Call>
    auto exchange(Call call) -> decltype(call())
    {
        auto answer = timed(call);
        if (!answer && answer.error().code == ErrorCode::Unauthenticated) {
            if (const auto renewed = renewSession(); renewed && !*renewed)
                return renewed->error();
            else if (renewed)
                answer = timed(call);
        }
        if (answer)
            m_serverFailed = false;
        else
            noteFailure(answer.error());
        return answer;
    }
    // Whether the last exchange failed, so that the error at hand is the other side's.
    bool serverFailed() const { return m_serverFailed; }

private:
    template <typename Call>
    auto timed(Call call) -> decltype(call())
    {
        const wire::DeviceTime before = deviceTime();
        auto answer = call();
        if constexpr (requires { answer->serverTime; }) {
            if (answer)
                keepTime(before, answer->serverTime);
        }
        return answer;
    }
    // Nothing when it was tried in this run already.
    std::optional<Result<void>> renewSession();
    void keepTime(const wire::DeviceTime &before, Millis serverTime);
    void noteFailure(const Error &error);

    friend class SessionPhase;
    const std::function<bool(const Progress &)> &m_listener;
    bool m_renewed = false;
    bool m_serverFailed = false;
};

} // namespace campus::sync
