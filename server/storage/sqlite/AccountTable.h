// AccountBook on the tables credentials, failed_sign_ins, devices, sign_ins, sessions, codes and
// time_samples.
#pragma once

#include "sqlite/Database.h"
#include "storage/AccountBook.h"

namespace campus::storage {

class AccountTable final : public AccountBook
{
public:
    explicit AccountTable(sqlite::Database &database) : m_database(database) {}

    Result<std::string> passwordHash(std::string_view user) const override;
    Result<void> setPasswordHash(std::string_view user, std::string_view hash, Millis at) override;
    Result<FailedSignIns> failedSignIns(std::string_view user,
                                        std::string_view device) const override;
    Result<void> setFailedSignIns(std::string_view user, std::string_view device,
                                  const FailedSignIns &failed) override;
    Result<void> forgetFailedSignIns(std::string_view user) override;

    Result<std::optional<Device>> device(std::string_view id) const override;
    Result<std::optional<Device>> deviceWithKey(const PublicKey &key) const override;
    Result<void> visitDevices(const std::function<bool(const Device &)> &see) const override;
    Result<void> addDevice(const Device &device) override;
    Result<void> revokeDevice(std::string_view id, Millis at) override;
    Result<void> noteSeen(std::string_view id, Millis at, std::uint64_t declaredUnsent) override;
    Result<bool> hasSignedIn(std::string_view device, std::string_view user) const override;
    Result<void> noteSignIn(std::string_view device, std::string_view user, Millis at) override;
    Result<void>
    visitSignIns(const std::function<bool(const std::string &device, const std::string &user)> &see)
        const override;

    Result<std::optional<SessionRow>> session(const Digest &tokenHash) const override;
    Result<void> addSession(const Digest &tokenHash, const SessionRow &session) override;
    Result<void> endSessionsOf(std::string_view user) override;
    Result<void> dropSessionsExpiredBefore(Millis at) override;

    Result<std::optional<CodeRow>> code(std::string_view selector) const override;
    Result<void> putCode(const CodeRow &code) override;
    Result<void> dropCodesExpiredBefore(Millis at) override;

    Result<std::optional<TimeSample>> timeSample(std::string_view device,
                                                 std::string_view boot) const override;
    Result<void> putTimeSample(std::string_view device, const TimeSample &sample) override;

private:
    sqlite::Database &m_database;
};

} // namespace campus::storage
