// The tablet's memory as the sync engine needs it; implemented by mobile/store on SQLite.
// Every method is one transaction that survives a power cut, or fails leaving nothing changed.
// Thread-safe: the screen writes through the same store while a sync runs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/Ed25519.h"
#include "core/Result.h"
#include "wire/Messages.h"

namespace campus::sync {

struct TabletIdentity {
    std::string device; // empty = not enrolled
    std::string install;
    std::string server;
};

struct OutboxBatch {
    std::uint64_t first = 0;
    Digest previous;
    std::vector<std::string> lines; // empty = nothing to send
    std::vector<std::string> ids;
};

struct PendingUpload {
    Digest sha256;
    std::uint64_t bytes = 0;
    std::string mediaType;
    std::string path;   // file with the whole blob
    std::string upload; // tus id, empty = not created yet
};

struct WantedBlob {
    Digest sha256;
    wire::ObjectRef referrer;
};

struct SyncPosition {
    wire::Head cursor;
    wire::Head highest;
    std::string scopeMark;
    bool bootstrapped = false;
};

// One exchange's pair of clocks (sync.md §7).
struct TimeSample {
    std::string boot;
    Millis mono = 0; // middle of the round trip
    Millis server = 0;
    Millis halfRoundTrip = 0;
};

class SyncStore
{
public:
    virtual ~SyncStore() = default;
    virtual TabletIdentity identity() const = 0;
    virtual Signature sign(BytesView text) const = 0;         // with the device key
    virtual std::optional<wire::Session> session() const = 0; // of the person signed in
    virtual Result<void> keepSession(const wire::Session &) = 0;

    // Events after the server's last known number of this install, in order, whole and bounded.
    virtual Result<OutboxBatch> unsent(std::size_t maxEvents, std::size_t maxBytes) = 0;
    virtual std::uint64_t unsentCount() const = 0; // never answered
    // Taken: events are `answered` with their verdicts and seqs, the acknowledged number moves.
    // They leave the outbox only in applyPage, and in finishBootstrap, whose verdict rows are a page.
    virtual Result<void> recordAnswer(const OutboxBatch &sent, const wire::PushAnswer &) = 0;
    // Gap: continue at `first` if our chain value before it equals; false if it does not (fork).
    virtual Result<bool> rewindTo(std::uint64_t first, const Digest &chainBefore) = 0;
    // Forked, cloned or restored: a fresh install id; unsettled events re-chained from 1, ids and
    // octets kept.
    virtual Result<void> startNewInstall() = 0;
    // One event that the server cannot take in a batch was sent raw: it counts as answered and leaves
    // the chain, which closes over the hole: events behind it move down by one, in the same install.
    virtual Result<void> recordQuarantined(const std::string &eventId, const wire::Verdict &) = 0;

    virtual SyncPosition position() const = 0;
    virtual Result<void>
    applyPage(const wire::PullAnswer &) = 0; // rows, cursor, highest: one commit (I6)
    virtual std::vector<wire::Head> knownHeads() const = 0; // newest first, ≤ kHeadsOfferedMax
    // Diverged: cursor and highest to the common head, docs taken after it dropped and returned
    // for fetching, own events seen after it unsettled again.
    virtual Result<std::vector<wire::ObjectRef>> rollBackTo(const wire::Head &common) = 0;
    // Objects dropped by rollBackTo, or by a page that does not vouch for them, and not brought back
    // yet: kept on disk, so that no lost answer and no crash leaves a hole behind the cursor.
    virtual std::vector<wire::ObjectRef> awaitedObjects(std::size_t max) const = 0;
    virtual Result<void> applyFetched(const wire::FetchAnswer &) = 0;
    virtual Result<void> beginBootstrap(const wire::Head &at) = 0; // empties the shadow tables
    virtual Result<void> addBootstrapPart(const wire::BootstrapAnswer &) = 0;
    virtual Result<void> finishBootstrap(const wire::Head &at,
                                         const std::string &scopeMark) = 0; // swap

    virtual Result<std::optional<PendingUpload>>
    nextUpload() = 0; // previews first, then oldest hazard
    virtual Result<void> recordUpload(const Digest &, const wire::UploadState &) = 0;
    virtual Result<void>
    recordUploadRefused(const Digest &, const Error &) = 0; // shown, tried again in a later run
    virtual Result<std::vector<WantedBlob>>
    wantedBlobs(std::size_t max) = 0; // previews of open hazards
    virtual Result<void> storeBlob(const Digest &, BytesView octets) = 0; // temp, fsync, rename
    virtual Result<void> recordTime(const TimeSample &) = 0;
    virtual Result<void> recordSyncEnd(const Result<void> &outcome, Millis at) = 0;
};

} // namespace campus::sync
