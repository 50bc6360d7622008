// Credentials, tablets, sessions and one-time codes. Secrets arrive hashed. Part of a Books.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/Clock.h"
#include "core/Ed25519.h"
#include "core/Result.h"
#include "core/Sha256.h"

namespace campus::storage {

struct Device {
    std::string id, label;
    PublicKey key{};
    Millis enrolledAt = 0;
    Millis seenAt = 0;
    std::optional<Millis> revokedAt;
    std::uint64_t declaredUnsent = 0;
};

struct SessionRow {
    std::string id, user;
    std::string device; // empty: a browser
    Millis openedAt = 0, expiresAt = 0;
    bool ended = false; // good for handing in unsent work, and for nothing else
};

struct CodeRow {
    std::string selector; // the part that finds it
    std::string user, hash;
    Millis expiresAt = 0;
    int attempts = 0;
    std::string usedBy; // device; empty while unused
};

struct FailedSignIns {
    int failures = 0; // since the last success or lock
    int locks = 0;    // since the last success
    Millis lockedUntil = 0;
};

// A tablet's monotonic clock beside the server's: server − mono, the least one seen in that boot,
// is the best, because a request can only be late.
struct TimeSample {
    std::string boot;
    Millis mono = 0, server = 0;
};

class AccountBook
{
public:
    virtual ~AccountBook() = default;

    virtual Result<std::string> passwordHash(std::string_view user) const = 0; // empty = none
    virtual Result<void> setPasswordHash(std::string_view user, std::string_view hash,
                                         Millis at) = 0;
    virtual Result<FailedSignIns> failedSignIns(std::string_view user,
                                                std::string_view device) const = 0;
    virtual Result<void> setFailedSignIns(std::string_view user, std::string_view device,
                                          const FailedSignIns &failed) = 0;
    virtual Result<void> forgetFailedSignIns(std::string_view user) = 0; // on every device

    virtual Result<std::optional<Device>> device(std::string_view id) const = 0;
    virtual Result<std::optional<Device>> deviceWithKey(const PublicKey &key) const = 0;
    virtual Result<void> visitDevices(const std::function<bool(const Device &)> &see) const = 0;
    virtual Result<void> addDevice(const Device &device) = 0;
    virtual Result<void> revokeDevice(std::string_view id, Millis at) = 0;
    virtual Result<void> noteSeen(std::string_view id, Millis at, std::uint64_t declaredUnsent) = 0;
    // Who has ever signed in on a tablet: only their events are taken from it.
    virtual Result<bool> hasSignedIn(std::string_view device, std::string_view user) const = 0;
    virtual Result<void> noteSignIn(std::string_view device, std::string_view user, Millis at) = 0;
    virtual Result<void>
    visitSignIns(const std::function<bool(const std::string &device, const std::string &user)> &see)
        const = 0;

    virtual Result<std::optional<SessionRow>> session(const Digest &tokenHash) const = 0;
    virtual Result<void> addSession(const Digest &tokenHash, const SessionRow &session) = 0;
    virtual Result<void> endSessionsOf(std::string_view user) = 0; // on every device
    virtual Result<void> dropSessionsExpiredBefore(Millis at) = 0;

    virtual Result<std::optional<CodeRow>> code(std::string_view selector) const = 0;
    virtual Result<void> putCode(const CodeRow &code) = 0;
    virtual Result<void> dropCodesExpiredBefore(Millis at) = 0;

    virtual Result<std::optional<TimeSample>> timeSample(std::string_view device,
                                                         std::string_view boot) const = 0;
    virtual Result<void> putTimeSample(std::string_view device, const TimeSample &sample) = 0;
};

} // namespace campus::storage
