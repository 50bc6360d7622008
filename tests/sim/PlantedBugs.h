// Rules left out on purpose, by name, to prove that the simulator would notice. They live around the
// real objects, in this program alone; the shipped code has no switch for them. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/Limits.h"
#include "sync/SyncStore.h"

namespace campus::sim {

enum class Bug : std::uint8_t {
    None,
    AnswerSettles,     // own events leave the outbox when they are answered
    CursorBeforeRows,  // the cursor is saved in a commit of its own, before its rows
    DedupeByNumber,    // the server takes a number it had for an event it has
    CursorIsNumber,    // the server compares sizes of heads, not chain values
    PageEndOffByOne,   // the last row of a page is left out
    SkippedSync,       // the tablet's disk is never synced
    ServerSkippedSync, // the server answers before its log is on disk
    OutboxDropped,     // what is unsent is forgotten when the scope changes
};

struct BugRow {
    Bug bug;
    std::string_view name;
};
std::span<const BugRow> allBugs();
std::optional<Bug> bugNamed(std::string_view name);
std::string_view nameOf(Bug bug); // empty for None

// The tablet's memory with one rule left out.
class BuggyStore final : public sync::SyncStore
{
public:
    BuggyStore(sync::SyncStore &store, Bug bug) : m_store(store), m_bug(bug) {}

    sync::TabletIdentity identity() const override { return m_store.identity(); }
    Signature sign(BytesView text) const override { return m_store.sign(text); }
    std::optional<wire::Session> session() const override { return m_store.session(); }
    Result<void> keepSession(const wire::Session &session) override
    {
        return m_store.keepSession(session);
    }
    Result<sync::OutboxBatch> unsent(std::size_t maxEvents, std::size_t maxBytes) override;
    std::uint64_t unsentCount() const override { return m_store.unsentCount(); }
    Result<void> recordAnswer(const sync::OutboxBatch &sent,
                              const wire::PushAnswer &answer) override;
    Result<bool> rewindTo(std::uint64_t first, const Digest &chainBefore) override
    {
        return m_store.rewindTo(first, chainBefore);
    }
    Result<void> startNewInstall() override { return m_store.startNewInstall(); }
    Result<void> recordQuarantined(const std::string &event, const wire::Verdict &verdict) override
    {
        return m_store.recordQuarantined(event, verdict);
    }
    sync::SyncPosition position() const override { return m_store.position(); }
    Result<void> applyPage(const wire::PullAnswer &page) override;
    std::vector<wire::Head> knownHeads() const override { return m_store.knownHeads(); }
    Result<std::vector<wire::ObjectRef>> rollBackTo(const wire::Head &common) override
    {
        return m_store.rollBackTo(common);
    }
    std::vector<wire::ObjectRef> awaitedObjects(std::size_t max) const override
    {
        return m_store.awaitedObjects(max);
    }
    Result<void> applyFetched(const wire::FetchAnswer &answer) override
    {
        return m_store.applyFetched(answer);
    }
    Result<void> beginBootstrap(const wire::Head &at) override
    {
        return m_store.beginBootstrap(at);
    }
    Result<void> addBootstrapPart(const wire::BootstrapAnswer &part) override
    {
        return m_store.addBootstrapPart(part);
    }
    Result<void> finishBootstrap(const wire::Head &at, const std::string &scopeMark) override;
    Result<std::optional<sync::PendingUpload>> nextUpload() override
    {
        return m_store.nextUpload();
    }
    Result<void> recordUpload(const Digest &blob, const wire::UploadState &state) override
    {
        return m_store.recordUpload(blob, state);
    }
    Result<void> recordUploadRefused(const Digest &blob, const Error &error) override
    {
        return m_store.recordUploadRefused(blob, error);
    }
    Result<std::vector<sync::WantedBlob>> wantedBlobs(std::size_t max) override
    {
        return m_store.wantedBlobs(max);
    }
    Result<void> storeBlob(const Digest &blob, BytesView octets) override
    {
        return m_store.storeBlob(blob, octets);
    }
    Result<void> recordTime(const sync::TimeSample &sample) override
    {
        return m_store.recordTime(sample);
    }
    Result<void> recordSyncEnd(const Result<void> &outcome, Millis at) override
    {
        return m_store.recordSyncEnd(outcome, at);
    }

private:
    sync::SyncStore &m_store;
    Bug m_bug;
    std::uint64_t m_forgottenUpTo = 0; // OutboxDropped: numbers …
    std::string m_forgottenInstall;    // … of this install
};

} // namespace campus::sim
