// People's ways in: one-time codes, device keys, passwords, sessions. Secrets are kept only as
// hashes; every comparison of a secret takes the same time whatever differs. Nothing here blocks
// or removes unsent work. Blocking (a password hash takes about 0.1 s); any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/Clock.h"
#include "core/IdSource.h"
#include "core/Result.h"
#include "service/Caller.h"
#include "service/PasswordHash.h"
#include "storage/AccountBook.h"
#include "wire/Messages.h"

namespace campus::storage {
class Books;
class Store;
} // namespace campus::storage

namespace campus::service {

class Directory;
class Registers;

struct AccountSettings {
    Millis codeLife = 24 * 3'600'000;
    int codeAttemptsMax = 5;
    Millis sessionLife = 24 * 3'600'000;
    Millis refreshWindow = 30 * 24 * 3'600'000ll; // after a session's end
    int failuresBeforeLock = 5;
    Millis firstLock = 15 * 60'000;      // doubles with every further lock …
    Millis longestLock = 24 * 3'600'000; // … up to this
    ScryptCost cost;
};

struct OneTimeCode {
    std::string code; // "7KQM-2XWD-9RTH": letters and digits that are not mistaken for others
    Millis expiresAt = 0;
};

struct DeviceLine {
    std::string id, label;
    Millis enrolledAt = 0, seenAt = 0;
    bool revoked = false;
    std::uint64_t declaredUnsent = 0; // by the tablet's last pull
};

struct AccountLine {
    domain::User user;
    bool hasPassword = false;
    std::vector<DeviceLine> devices; // on which the person has signed in
};

class Accounts
{
public:
    Accounts(storage::Store &store, Directory &directory, Registers &registers, const Clock &clock,
             IdSource &ids, Random &random, AccountSettings settings = {});
    ~Accounts();

    // Replaying the same request after a lost answer gives the same device and a fresh session.
    Result<wire::EnrolAnswer> enrol(const wire::EnrolRequest &request);
    // WrongCredentials for a wrong person, password, device or proof alike; Locked after too many.
    Result<wire::SignInAnswer> signIn(const wire::SignInRequest &request);
    // `token` may have expired up to refreshWindow ago. The old token stays what it was, so a lost
    // answer locks nobody out.
    Result<wire::SignInAnswer> refresh(std::string_view token, const wire::RefreshRequest &request);

    // Unauthenticated, AccountDisabled or DeviceRevoked otherwise.
    Result<Caller> authenticate(std::string_view token);
    // For push and quarantine only: takes disabled people, revoked devices and expired sessions,
    // because the batch is signed by the device and its events must be stored with a verdict.
    Result<Caller> authenticateForPush(std::string_view token);
    // Seconds until a locked person may try again on that device; 0 = not locked.
    int lockedSeconds(const std::string &user, const std::string &device);

    Result<OneTimeCode> issueCode(const std::string &user);
    // Sessions opened before stop reading and renewing; what they carry unsent is still taken.
    Result<void> setPassword(const std::string &user, const std::string &password);
    // A register event of the server; sessions of a disabled person stop reading at once.
    Result<void> setActive(const std::string &user, bool active);
    Result<void> revokeDevice(const std::string &device);
    Result<std::vector<AccountLine>> list();

private:
    struct State;
    struct NewSession {
        wire::Session wire;
        Digest tokenHash;
        storage::SessionRow row;
    };
    Result<Caller> callerOf(std::string_view token, bool forPush);
    Result<domain::User> activeUser(const std::string &id);
    NewSession newSession(const domain::User &user, const std::string &device);
    static Result<void> keep(storage::Books &books, const NewSession &session);
    static Result<void> keepPassword(storage::Books &books, const std::string &user,
                                     const std::string &hash, Millis at);
    Result<storage::CodeRow> redeemable(const wire::EnrolRequest &request);
    Result<bool> passwordFits(const std::string &user, const std::string &device,
                              const std::string &password);
    std::unique_ptr<State> m_state;
};

} // namespace campus::service
