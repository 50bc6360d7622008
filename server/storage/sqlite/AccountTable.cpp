#include "storage/sqlite/AccountTable.h"

#include "storage/sqlite/Rows.h"

namespace campus::storage {

namespace {

constexpr std::string_view kDeviceOf =
    "SELECT id, label, public_key, enrolled_at, seen_at, revoked_at, declared_unsent FROM devices";

Device deviceFrom(const sqlite::Statement &row)
{
    Device device;
    device.id = row.text(0);
    device.label = row.text(1);
    device.key = publicKeyFrom(row.blobView(2)).value_or(PublicKey{});
    device.enrolledAt = row.integer(3);
    device.seenAt = row.integer(4);
    if (!row.isNull(5))
        device.revokedAt = row.integer(5);
    device.declaredUnsent = row.size(6);
    return device;
}

} // namespace

Result<std::string> AccountTable::passwordHash(std::string_view user) const
{
    auto &select = m_database.cached("SELECT hash FROM credentials WHERE user = ?");
    select.bind(1, user);
    auto found = firstRow(select, [](const sqlite::Statement &row) { return row.text(0); });
    if (!found)
        return found.error();
    return found->value_or("");
}

Result<void> AccountTable::setPasswordHash(std::string_view user, std::string_view hash, Millis at)
{
    return m_database
        .cached("INSERT INTO credentials (user, hash, set_at) VALUES (?,?,?)"
                " ON CONFLICT (user) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at")
        .bind(1, user)
        .bind(2, hash)
        .bind(3, at)
        .run();
}

Result<FailedSignIns> AccountTable::failedSignIns(std::string_view user,
                                                  std::string_view device) const
{
    auto &select = m_database.cached("SELECT failures, locks, locked_until FROM failed_sign_ins"
                                     " WHERE user = ? AND device = ?");
    select.bind(1, user).bind(2, device);
    auto found = firstRow(select, [](const sqlite::Statement &row) {
        return FailedSignIns{static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1)),
                             row.integer(2)};
    });
    if (!found)
        return found.error();
    return found->value_or(FailedSignIns{});
}

Result<void> AccountTable::setFailedSignIns(std::string_view user, std::string_view device,
                                            const FailedSignIns &failed)
{
    return m_database
        .cached("INSERT INTO failed_sign_ins (user, device, failures, locks, locked_until)"
                " VALUES (?,?,?,?,?) ON CONFLICT (user, device) DO UPDATE SET"
                " failures = excluded.failures, locks = excluded.locks,"
                " locked_until = excluded.locked_until")
        .bind(1, user)
        .bind(2, device)
        .bind(3, failed.failures)
        .bind(4, failed.locks)
        .bind(5, failed.lockedUntil)
        .run();
}

Result<void> AccountTable::forgetFailedSignIns(std::string_view user)
{
    return m_database.cached("DELETE FROM failed_sign_ins WHERE user = ?").bind(1, user).run();
}

Result<std::optional<Device>> AccountTable::device(std::string_view id) const
{
    auto &select = m_database.cached(std::string(kDeviceOf) + " WHERE id = ?");
    select.bind(1, id);
    return firstRow(select, deviceFrom);
}

Result<std::optional<Device>> AccountTable::deviceWithKey(const PublicKey &key) const
{
    auto &select = m_database.cached(std::string(kDeviceOf) + " WHERE public_key = ?");
    select.bind(1, BytesView(key));
    return firstRow(select, deviceFrom);
}

Result<void> AccountTable::visitDevices(const std::function<bool(const Device &)> &see) const
{
    return eachRow(m_database.cached(std::string(kDeviceOf) + " ORDER BY enrolled_at, id"),
                   [&](const sqlite::Statement &row) { return see(deviceFrom(row)); });
}

Result<void> AccountTable::addDevice(const Device &device)
{
    return m_database
        .cached("INSERT INTO devices (id, label, public_key, enrolled_at, seen_at, declared_unsent)"
                " VALUES (?,?,?,?,?,0)")
        .bind(1, device.id)
        .bind(2, device.label)
        .bind(3, BytesView(device.key))
        .bind(4, device.enrolledAt)
        .bind(5, device.seenAt)
        .run();
}

Result<void> AccountTable::revokeDevice(std::string_view id, Millis at)
{
    return m_database
        .cached("UPDATE devices SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
        .bind(1, at)
        .bind(2, id)
        .run();
}

Result<void> AccountTable::noteSeen(std::string_view id, Millis at, std::uint64_t declaredUnsent)
{
    return m_database.cached("UPDATE devices SET seen_at = ?, declared_unsent = ? WHERE id = ?")
        .bind(1, at)
        .bind(2, bounded(declaredUnsent))
        .bind(3, id)
        .run();
}

Result<bool> AccountTable::hasSignedIn(std::string_view device, std::string_view user) const
{
    auto &select = m_database.cached("SELECT count(*) FROM sign_ins WHERE device = ? AND user = ?");
    select.bind(1, device).bind(2, user);
    auto count = oneNumber(select);
    if (!count)
        return count.error();
    return *count > 0;
}

Result<void> AccountTable::noteSignIn(std::string_view device, std::string_view user, Millis at)
{
    return m_database
        .cached("INSERT INTO sign_ins (device, user, since) VALUES (?,?,?) ON CONFLICT DO NOTHING")
        .bind(1, device)
        .bind(2, user)
        .bind(3, at)
        .run();
}

Result<void> AccountTable::visitSignIns(
    const std::function<bool(const std::string &device, const std::string &user)> &see) const
{
    return eachRow(m_database.cached("SELECT device, user FROM sign_ins ORDER BY device, user"),
                   [&](const sqlite::Statement &row) { return see(row.text(0), row.text(1)); });
}

Result<std::optional<SessionRow>> AccountTable::session(const Digest &tokenHash) const
{
    auto &select = m_database.cached(
        "SELECT id, user, device, opened_at, expires_at, ended FROM sessions WHERE token_hash = ?");
    select.bind(1, tokenHash.view());
    return firstRow(select, [](const sqlite::Statement &row) {
        return SessionRow{row.text(0),    row.text(1),    row.text(2),
                          row.integer(3), row.integer(4), row.integer(5) != 0};
    });
}

Result<void> AccountTable::addSession(const Digest &tokenHash, const SessionRow &session)
{
    return m_database
        .cached("INSERT INTO sessions (token_hash, id, user, device, opened_at, expires_at)"
                " VALUES (?,?,?,?,?,?)")
        .bind(1, tokenHash.view())
        .bind(2, session.id)
        .bind(3, session.user)
        .bind(4, session.device)
        .bind(5, session.openedAt)
        .bind(6, session.expiresAt)
        .run();
}

Result<void> AccountTable::endSessionsOf(std::string_view user)
{
    return m_database.cached("UPDATE sessions SET ended = 1 WHERE user = ?").bind(1, user).run();
}

Result<void> AccountTable::dropSessionsExpiredBefore(Millis at)
{
    return m_database.cached("DELETE FROM sessions WHERE expires_at < ?").bind(1, at).run();
}

Result<std::optional<CodeRow>> AccountTable::code(std::string_view selector) const
{
    auto &select = m_database.cached(
        "SELECT selector, user, hash, expires_at, attempts, used_by FROM codes WHERE selector = ?");
    select.bind(1, selector);
    return firstRow(select, [](const sqlite::Statement &row) {
        return CodeRow{
            row.text(0), row.text(1), row.text(2), row.integer(3), static_cast<int>(row.integer(4)),
            row.text(5)};
    });
}

Result<void> AccountTable::putCode(const CodeRow &code)
{
    return m_database
        .cached("INSERT INTO codes (selector, user, hash, expires_at, attempts, used_by)"
                " VALUES (?,?,?,?,?,?) ON CONFLICT (selector) DO UPDATE SET"
                " attempts = excluded.attempts, used_by = excluded.used_by")
        .bind(1, code.selector)
        .bind(2, code.user)
        .bind(3, code.hash)
        .bind(4, code.expiresAt)
        .bind(5, code.attempts)
        .bind(6, code.usedBy)
        .run();
}

Result<void> AccountTable::dropCodesExpiredBefore(Millis at)
{
    return m_database.cached("DELETE FROM codes WHERE expires_at < ?").bind(1, at).run();
}

Result<std::optional<TimeSample>> AccountTable::timeSample(std::string_view device,
                                                           std::string_view boot) const
{
    auto &select = m_database.cached(
        "SELECT boot, mono, server FROM time_samples WHERE device = ? AND boot = ?");
    select.bind(1, device).bind(2, boot);
    return firstRow(select, [](const sqlite::Statement &row) {
        return TimeSample{row.text(0), row.integer(1), row.integer(2)};
    });
}

Result<void> AccountTable::putTimeSample(std::string_view device, const TimeSample &sample)
{
    return m_database
        .cached("INSERT INTO time_samples (device, boot, mono, server) VALUES (?,?,?,?)"
                " ON CONFLICT (device, boot) DO UPDATE SET mono = excluded.mono,"
                " server = excluded.server")
        .bind(1, device)
        .bind(2, sample.boot)
        .bind(3, sample.mono)
        .bind(4, sample.server)
        .run();
}

} // namespace campus::storage
