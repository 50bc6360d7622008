// A small server in memory that keeps the protocol to the letter (sync.md §4–6), for tests of the
// engine without the real service. It decides with domain::decide and stores with domain::evolve; it
// has no passwords, no limits of rate, no disk. Its whole state is a value, so a test can take a
// snapshot and put an older one back. One thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/Clock.h"
#include "domain/LifeCycle.h"
#include "support/SyncServer.h"

namespace campus::support {

class ReferenceServer final : public SyncServer
{
public:
    struct Chain {
        std::uint64_t count = 0;
        Digest value;
    };
    struct DocEntry {
        domain::Doc doc;
        std::uint64_t version = 0;
    };
    struct SessionEntry {
        std::string user, device;
        bool expired = false;
    };
    struct UploadEntry {
        wire::UploadStart start;
        Bytes octets;
    };
    using Key = std::pair<domain::ObjectKind, std::string>;
    struct State {
        std::vector<journal::LogRecord> log;
        std::vector<wire::Head> heads{wire::Head{}};
        std::vector<std::uint64_t> commits; // log size after each
        std::map<std::string, std::uint64_t> seqById;
        std::vector<std::string> conflicts;  // other octets under a known id, set aside
        std::map<std::string, Chain> chains; // by install
        std::map<Key, DocEntry> docs;
        std::map<std::string, PublicKey> devices;
        std::set<std::string> revoked;
        std::map<std::string, SessionEntry> sessions; // by token
        std::map<std::string, UploadEntry> uploads;
        std::map<Digest, Bytes> blobs;
        std::uint64_t durableSize = 0, ids = 0;
    };

    explicit ReferenceServer(const Clock &clock) : m_clock(clock) {}

    // ---- set up and look ----
    const State &state() const { return m_state; }
    void restore(State older) { m_state = std::move(older); }
    void give(domain::EventBody body); // a register fact of the server's own
    std::string addDevice(const PublicKey &key);
    std::string openSession(const std::string &user, const std::string &device); // a token
    void expireSessions();
    void revokeDevice(const std::string &device) { m_state.revoked.insert(device); }
    void addBlob(const Bytes &octets) { m_state.blobs[sha256(octets)] = octets; }
    const domain::User *user(const std::string &id) const;
    void setPageRows(std::size_t rows) { m_pageRows = rows; }

    // ---- the protocol ----
    Result<wire::EnrolAnswer> enrol(const wire::EnrolRequest &) override;
    Result<wire::SignInAnswer> signIn(const wire::SignInRequest &) override;
    Result<wire::SignInAnswer> refresh(const std::string &token,
                                       const wire::RefreshRequest &) override;
    Result<wire::PushAnswer> push(const std::string &token, const wire::PushRequest &) override;
    Result<wire::PullAnswer> pull(const std::string &token, const wire::PullRequest &) override;
    Result<wire::HeadsAnswer> heads(const std::string &token, const wire::HeadsRequest &) override;
    Result<wire::FetchAnswer> fetch(const std::string &token, const wire::FetchRequest &) override;
    Result<wire::BootstrapAnswer> bootstrap(const std::string &token,
                                            const wire::BootstrapRequest &) override;
    Result<wire::Verdict> quarantine(const std::string &token,
                                     const wire::QuarantineRequest &) override;
    Result<wire::UploadState> startUpload(const std::string &token,
                                          const wire::UploadStart &) override;
    Result<wire::UploadState> uploadState(const std::string &token,
                                          const std::string &upload) override;
    Result<wire::UploadState> patchUpload(const std::string &token, const std::string &upload,
                                          std::uint64_t offset, BytesView chunk) override;
    Result<Bytes> blob(const std::string &token, const Digest &sha256,
                       const wire::ObjectRef &) override;

private:
    Result<SessionEntry> caller(const std::string &token) const;
    wire::Head head() const { return m_state.heads.back(); }
    bool knows(const wire::Head &head) const;
    wire::Session session(const std::string &token) const;
    // What the chain says to the batch, before anything is changed.
    wire::PushAnswer::Outcome weigh(const wire::PushRequest &request) const;
    wire::Verdict take(const wire::PushRequest &request, std::size_t index);
    wire::Verdict append(journal::LogRecord record, const domain::Event *event);
    domain::Decision apply(const domain::Event &event, std::uint64_t seq);
    wire::Verdict verdictOf(const journal::LogRecord &record, const std::string &id,
                            bool duplicate) const;
    bool sees(const SessionEntry &who, const Key &key, const DocEntry &entry) const;
    std::string scopeMark(const SessionEntry &who) const;
    wire::FeedRow docRow(const Key &key, const DocEntry &entry) const;
    void addVerdictRows(std::vector<wire::FeedRow> &rows, const std::string &device,
                        std::uint64_t after, std::uint64_t to) const;

    const Clock &m_clock;
    State m_state;
    std::size_t m_pageRows = 500;
};

} // namespace campus::support
