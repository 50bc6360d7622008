// The conductor of one synchronisation: push, bootstrap when needed, pull to the head, uploads,
// wanted previews. Free of threads; clock, network and store come in. It never deletes unsent
// work: what to do with each answer is sync.md §10, one file a phase. One engine lives as long as
// its store: it remembers between runs which batch the server failed on.
// One thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/Clock.h"
#include "core/Limits.h"
#include "core/Result.h"
#include "sync/RetryPolicy.h"
#include "sync/SyncApi.h"
#include "sync/SyncStore.h"

namespace campus::sync {

enum class Phase : std::uint8_t { Idle, Session, Bootstrap, Push, Pull, Upload, Download };

struct Progress {
    Phase phase = Phase::Idle;
    std::uint64_t done = 0, total = 0; // events, rows or octets; total 0 = unknown
};

struct SyncSummary {
    std::uint64_t eventsSent = 0, rejected = 0, quarantined = 0, rowsTaken = 0, blobsSent = 0,
                  blobsTaken = 0;
    std::uint64_t bytesUploaded = 0;
    std::uint64_t blobsRefused =
        0; // uploads the server or the disk refused, and previews with a wrong hash
    bool bootstrapped = false, rolledBack = false, newInstall = false;
    bool failedOnTablet = false; // the failure was the store's, not the server's or the network's
    int retryAfterSeconds = 0;   // when the server named a time with its refusal
};

// What the push phase remembers from run to run while it looks for an event the server fails on.
struct PushMemory {
    std::size_t eventsMax = limits::kBatchEventsMax; // halved until the batch is that one event
    std::string suspect;                             // first event of the batch that failed
    int failures = 0;                                // of that batch, in a row
    bool bisecting = false;
};

class SyncEngine
{
public:
    // `app` names this program and its version in every batch.
    SyncEngine(SyncApi &api, SyncStore &store, const Clock &clock,
               std::string app = "campus-safety");
    // Called between steps; false = stop (Cancelled) leaving everything consistent.
    void onProgress(std::function<bool(const Progress &)> listener);
    // Text only (events and docs), or with blobs. Returns what the first failure was; whatever
    // was reached before it stays.
    Result<SyncSummary> run(bool withBlobs = true);
    // How far the last run came, also when it failed.
    const SyncSummary &summary() const { return m_summary; }

private:
    SyncApi &m_api;
    SyncStore &m_store;
    const Clock &m_clock;
    std::string m_app;
    std::function<bool(const Progress &)> m_listener;
    SyncSummary m_summary;
    PushMemory m_pushMemory;
};

} // namespace campus::sync
