// The tablet's memory in memory: keeps the contract of SyncStore without a disk, as the model the
// engine's tests measure against. Its whole state is a value, so a test can clone a tablet or roll it
// back. A gate before every change lets a test fill the disk or stop at any point. One thread.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/Ed25519.h"
#include "domain/Event.h"
#include "sync/SyncStore.h"

namespace campus::support {

class MemorySyncStore final : public sync::SyncStore
{
public:
    enum class Stage { Saved, Answered, Settled };
    struct OwnEvent {
        std::string id, line;
        Stage stage = Stage::Saved;
        bool raw = false; // sent to quarantine; chained no more
        std::optional<wire::Verdict> verdict;
    };
    using Key = std::pair<domain::ObjectKind, std::string>;
    struct StoredDoc {
        std::string octets;
        std::uint64_t version = 0;
        bool operator==(const StoredDoc &) const = default;
    };
    using Docs = std::map<Key, StoredDoc>;
    struct State {
        sync::TabletIdentity identity;
        std::optional<wire::Session> session;
        std::vector<OwnEvent> own;        // in the order of saving
        std::vector<std::size_t> chained; // number n of the install is own[chained[n - 1]]
        std::vector<Digest> chain;        // chain[n] after number n
        std::uint64_t acknowledged = 0;
        int installs = 1;
        sync::SyncPosition position;
        std::vector<wire::Head> heads; // newest last
        Docs docs, shadow;
        std::vector<wire::ObjectRef> awaited;
        std::vector<sync::PendingUpload> uploads;
        std::map<Digest, Error> uploadsRefused;
        std::set<Digest> uploaded;
        std::vector<sync::WantedBlob> wanted;
        std::map<Digest, Bytes> blobs;
        std::vector<sync::TimeSample> times;
        std::vector<std::string> syncEnds; // "ok" or the error's name
    };

    MemorySyncStore(const SigningKey &key, const std::string &device);

    const State &state() const { return m_state; }
    void restore(State older) { m_state = std::move(older); }
    const std::vector<std::string> &changes() const
    {
        return m_changes;
    } // names of methods, in order
    void setGate(std::function<Result<void>(std::string_view change)> gate)
    {
        m_gate = std::move(gate);
    }

    std::string save(const domain::Event &event);                         // id
    std::string saveLine(const std::string &id, const std::string &line); // octets as they are
    void addUpload(const sync::PendingUpload &upload) { m_state.uploads.push_back(upload); }
    void want(const sync::WantedBlob &blob) { m_state.wanted.push_back(blob); }
    const OwnEvent &own(const std::string &id) const;
    std::size_t countIn(Stage stage) const;

    sync::TabletIdentity identity() const override { return m_state.identity; }
    Signature sign(BytesView text) const override { return m_key.sign(text); }
    std::optional<wire::Session> session() const override { return m_state.session; }
    Result<void> keepSession(const wire::Session &) override;
    Result<sync::OutboxBatch> unsent(std::size_t maxEvents, std::size_t maxBytes) override;
    std::uint64_t unsentCount() const override
    {
        return m_state.chained.size() - m_state.acknowledged;
    }
    Result<void> recordAnswer(const sync::OutboxBatch &sent, const wire::PushAnswer &) override;
    Result<bool> rewindTo(std::uint64_t first, const Digest &chainBefore) override;
    Result<void> startNewInstall() override;
    Result<void> recordQuarantined(const std::string &eventId, const wire::Verdict &) override;
    sync::SyncPosition position() const override { return m_state.position; }
    Result<void> applyPage(const wire::PullAnswer &) override;
    std::vector<wire::Head> knownHeads() const override;
    Result<std::vector<wire::ObjectRef>> rollBackTo(const wire::Head &common) override;
    std::vector<wire::ObjectRef> awaitedObjects(std::size_t max) const override;
    Result<void> applyFetched(const wire::FetchAnswer &) override;
    Result<void> beginBootstrap(const wire::Head &at) override;
    Result<void> addBootstrapPart(const wire::BootstrapAnswer &) override;
    Result<void> finishBootstrap(const wire::Head &at, const std::string &scopeMark) override;
    Result<std::optional<sync::PendingUpload>> nextUpload() override;
    Result<void> recordUpload(const Digest &, const wire::UploadState &) override;
    Result<void> recordUploadRefused(const Digest &, const Error &) override;
    Result<std::vector<sync::WantedBlob>> wantedBlobs(std::size_t max) override;
    Result<void> storeBlob(const Digest &, BytesView octets) override;
    Result<void> recordTime(const sync::TimeSample &) override;
    Result<void> recordSyncEnd(const Result<void> &outcome, Millis at) override;

private:
    Result<void> change(std::string_view name);
    void chainOn(std::size_t index);
    void raiseHighest(const wire::Head &head);
    void noteHead(const wire::Head &head);
    void applyRow(Docs &docs, const wire::FeedRow &row);
    void settle(const wire::Verdict &verdict);
    void unsettle(const std::function<bool(std::uint64_t number, const OwnEvent &)> &which);
    OwnEvent *find(const std::string &id);

    SigningKey m_key;
    State m_state;
    std::vector<std::string> m_changes;
    std::function<Result<void>(std::string_view)> m_gate;
};

} // namespace campus::support
