// The messages of every endpoint under /api/v1 as plain values. MessageCodec gives them octets.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/Clock.h"
#include "core/Ed25519.h"
#include "core/Sha256.h"
#include "domain/Register.h"
#include "domain/Words.h"
#include "journal/LogRecord.h"

namespace campus::wire {

using journal::Head;

inline constexpr int kProtocol = 1;

// POST /api/v1/enrol. The one-time code invites one person on one tablet; the person sets the
// password in the same step. `proof` = signature by `key` over enrolProofText.
struct EnrolRequest {
    std::string code;
    std::string label; // "PAD-01"
    PublicKey key{};
    Signature proof{};
    std::string password; // empty: keep the one the person already has
    std::string app;
};
std::string enrolProofText(const EnrolRequest &request);

struct Session {
    std::string id;
    std::string token;    // bearer secret; never logged
    Millis expiresAt = 0; // server clock
    domain::User user;
};

struct EnrolAnswer {
    std::string device; // id given by the server
    std::string server; // id of this server's history
    Millis serverTime = 0;
    Session session;
};

// POST /api/v1/sign-in. `proof` = device key over signInProofText.
struct SignInRequest {
    std::string user;
    std::string password;
    std::string device;
    Millis wall = 0;
    Signature proof{};
};
std::string signInProofText(const SignInRequest &request);
struct SignInAnswer {
    Session session;
    Millis serverTime = 0;
};
// POST /api/v1/refresh: bearer token (expired for ≤ 30 days) + device proof; same answer.
struct RefreshRequest {
    std::string device;
    Millis wall = 0;
    Signature proof{};
};
// Good for this token alone: whoever sees one renewal cannot renew what came of it.
std::string refreshProofText(const RefreshRequest &request, std::string_view token);

// The tablet's clocks when a request leaves it; the server pairs them with its own time, so that
// events of the same boot can be placed in real time whatever the wall clock said (sync.md §7).
struct DeviceTime {
    std::string boot;
    Millis mono = 0;
    Millis wall = 0;
    bool operator==(const DeviceTime &) const = default;
};

// POST /api/v1/push: NDJSON, the envelope on the first line, then `count` event lines.
struct PushRequest {
    int protocol = kProtocol;
    std::string app, device, install;
    std::uint64_t first = 1; // number of the first event in the install's chain
    Digest previous;         // chain value before it
    Signature signature{};   // journal::signBatch over the chain value after the last
    DeviceTime sentAt;
    std::vector<std::string> lines;
};

struct Verdict {
    std::string event;
    journal::VerdictKind kind = journal::VerdictKind::Accepted;
    std::string reason, by;
    Millis at = 0;
    std::uint64_t seq = 0;
    bool duplicate = false; // known before, same octets
    std::string officialNumber;
};

struct PushAnswer {
    enum class Outcome : std::uint8_t { Taken = 1, Gap = 2, Forked = 3 } outcome = Outcome::Taken;
    std::vector<Verdict> verdicts;   // Taken: one an event, in order
    std::uint64_t expectedFirst = 0; // Gap: next number the server wants …
    Digest expectedChain;            // … and the chain value before it
    Head head;
    Millis serverTime = 0;
};

// A row of the feed.
struct FeedRow {
    enum class Kind : std::uint8_t { Doc = 1, Remove = 2, Verdict = 3 } kind = Kind::Doc;
    std::uint64_t seq = 0; // Doc, Remove: version of the object
    domain::ObjectKind objectKind = domain::ObjectKind::Hazard;
    std::string object, school;
    std::string doc;          // DocCodec's octets, passed through unparsed
    Verdict verdict;          // Verdict: of an own event, whatever the scope
    std::string install;      // Verdict: whose chain …
    std::uint64_t number = 0; // … and where
};

// POST /api/v1/pull
struct PullRequest {
    Head cursor;
    Head highest;            // highest head ever seen in any answer
    std::string scopeMark;   // mark of the scope the local docs were served under
    std::uint32_t limit = 0; // 0 = server's default
    std::string device;
    DeviceTime sentAt;
    std::uint64_t declaredUnsent = 0; // own events not yet pushed, for the completeness line
};
struct PullAnswer {
    enum class Outcome : std::uint8_t {
        Page = 1,
        Diverged = 2,
        Bootstrap = 3
    } outcome = Outcome::Page;
    std::vector<FeedRow> rows;
    Head cursor; // after this page
    Head head;   // of the log now
    bool more = false;
    std::uint64_t durableSize = 0; // largest log size in a verified copy elsewhere (sync.md §5)
    std::string scopeMark;
    Millis serverTime = 0;
};

// POST /api/v1/heads: after Diverged; the answer is the newest offered head this history knows.
struct HeadsRequest {
    std::vector<Head> offered;
};
struct HeadsAnswer {
    Head common;
    Millis serverTime = 0;
};

// POST /api/v1/fetch: rows by id; an object out of scope or unknown comes back as Remove.
struct ObjectRef {
    domain::ObjectKind kind = domain::ObjectKind::Hazard;
    std::string id;
    bool operator==(const ObjectRef &) const = default;
};
struct FetchRequest {
    std::vector<ObjectRef> objects;
};
struct FetchAnswer {
    std::vector<FeedRow> rows;
    Head head;
    Millis serverTime = 0;
};

// POST /api/v1/bootstrap: all docs in scope, in parts; `at` is fixed by the first part.
struct BootstrapRequest {
    std::optional<Head> at;
    std::string after; // opaque, from the part before
    std::uint32_t limit = 0;
};
struct BootstrapAnswer {
    std::vector<FeedRow> rows;
    Head at;
    std::string next; // empty = done
    std::string scopeMark;
    Millis serverTime = 0;
};

// POST /api/v1/quarantine: one raw line that no batch could carry.
struct QuarantineRequest {
    std::string device, install, line;
};

// tus 1.0 under /api/v1/blobs; GET /api/v1/blobs/{sha256}?object={kind}:{id}
struct UploadStart {
    Digest sha256;
    std::uint64_t bytes = 0;
    std::string mediaType;
};
struct UploadState {
    std::string upload; // id; the last part of Location
    std::uint64_t offset = 0;
    bool complete = false; // bytes verified and on disk under their hash
};

// RFC 9457 problem document. `code` is ErrorCode's stable name.
struct Problem {
    std::string code, detail, instance;
    int status = 500;
    int retryAfterSeconds = 0;
};

} // namespace campus::wire
