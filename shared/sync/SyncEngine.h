// The conductor of one synchronisation: bootstrap when needed, push, pull to the head, uploads,
// wanted previews. Free of threads; clock, network and store come in. It never deletes unsent
// work: what to do with each answer is sync.md §10, one file a phase.
#pragma once

#include <functional>
#include <string>

#include "core/Clock.h"
#include "core/Result.h"
#include "sync/SyncApi.h"
#include "sync/SyncStore.h"

namespace campus::sync {

enum class Phase : std::uint8_t { Idle, Session, Bootstrap, Push, Pull, Upload, Download };

struct Progress {
    Phase phase = Phase::Idle;
    std::uint64_t done = 0, total = 0; // events, rows or octets; total 0 = unknown
};

struct SyncSummary {
    std::uint64_t eventsSent = 0, rejected = 0, quarantined = 0, rowsTaken = 0, blobsSent = 0, blobsTaken = 0;
    std::uint64_t bytesUploaded = 0;
    bool bootstrapped = false, rolledBack = false, newInstall = false;
};

class SyncEngine
{
public:
    SyncEngine(SyncApi &api, SyncStore &store, const Clock &clock);
    // Called between steps; false = stop (Cancelled) leaving everything consistent.
    void onProgress(std::function<bool(const Progress &)> listener);
    // Text only (events and docs), or with blobs. Returns what the first failure was; whatever
    // was reached before it stays.
    Result<SyncSummary> run(bool withBlobs = true);

private:
    struct Context;
    SyncApi &m_api;
    SyncStore &m_store;
    const Clock &m_clock;
    std::function<bool(const Progress &)> m_listener;
};

// When to try again after an outcome (sync.md §10): 2 s · 2^n ± 50 %, at most 15 min. Pure.
struct RetryPolicy {
    static Millis delayAfter(int failures, double random01, int retryAfterSeconds = 0);
};

} // namespace campus::sync
