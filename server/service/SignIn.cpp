// Accounts: passwords, locks and sessions' renewal.
#include <algorithm>

#include "core/Limits.h"
#include "core/Log.h"
#include "service/AccountsState.h"
#include "storage/Store.h"

namespace campus::service {

using storage::Books;

// Whether the password is the person's; counts failures and refuses while locked.
Result<bool> Accounts::passwordFits(const std::string &user, const std::string &device,
                                    const std::string &password)
{
    const std::lock_guard turn(m_state->turnOf(user));
    storage::FailedSignIns failed;
    std::string hash;
    const auto looked = m_state->store.read([&](const Books &books) -> Result<void> {
        const auto before = books.accounts().failedSignIns(user, device);
        const auto stored = books.accounts().passwordHash(user);
        if (!before)
            return before.error();
        if (!stored)
            return stored.error();
        failed = *before;
        hash = *stored;
        return {};
    });
    if (!looked)
        return looked.error();
    const Millis now = m_state->clock.wall();
    if (failed.lockedUntil > now)
        return Error{ErrorCode::Locked, "too many failed attempts"};
    const bool fits = password.size() <= limits::kPasswordCharsMax * 4 &&
                      (hash.empty() ? secretFitsNobody(password, m_state->settings.cost)
                                    : secretFits(password, hash));
    if (fits && failed.failures == 0 && failed.locks == 0)
        return true;
    if (fits) {
        failed = {};
    } else if (++failed.failures >= m_state->settings.failuresBeforeLock) {
        const Millis lock = m_state->settings.firstLock << std::min(failed.locks, 10);
        failed = {0, failed.locks + 1, now + std::min(lock, m_state->settings.longestLock)};
        log(LogLevel::Warning, "sign_in_locked", {{"user", user}, {"device", device}});
    }
    const auto noted = m_state->store.write(
        [&](Books &books) { return books.accounts().setFailedSignIns(user, device, failed); });
    if (!noted)
        return noted.error();
    return fits;
}

int Accounts::lockedSeconds(const std::string &user, const std::string &device)
{
    Millis until = 0;
    const auto looked = m_state->store.read([&](const Books &books) -> Result<void> {
        const auto failed = books.accounts().failedSignIns(user, device);
        if (failed)
            until = failed->lockedUntil;
        return failed ? Result<void>() : Result<void>(failed.error());
    });
    const Millis left = until - m_state->clock.wall();
    return looked && left > 0 ? static_cast<int>((left + 999) / 1000) : 0;
}

Result<wire::SignInAnswer> Accounts::signIn(const wire::SignInRequest &request)
{
    std::optional<storage::Device> device;
    const auto looked = m_state->store.read([&](const Books &books) -> Result<void> {
        auto found = books.accounts().device(request.device);
        if (!found)
            return found.error();
        device = std::move(*found);
        return {};
    });
    if (!looked)
        return looked.error();
    // Without the tablet's key nobody may even try: a person cannot be locked out from afar.
    if (!device ||
        !verifySignature(device->key, asBytes(wire::signInProofText(request)), request.proof))
        return wrongCredentials("person, password or tablet do not fit");
    if (device->revokedAt)
        return {ErrorCode::DeviceRevoked, "this tablet is no longer allowed in"};
    const auto fits = passwordFits(request.user, request.device, request.password);
    if (!fits)
        return fits.error();
    if (!*fits)
        return wrongCredentials("person, password or tablet do not fit");
    const auto user = activeUser(request.user);
    if (!user)
        return user.error();
    wire::SignInAnswer answer;
    const auto written = m_state->store.write([&](Books &books) -> Result<void> {
        const NewSession session = newSession(*user, request.device);
        answer = {session.wire, session.row.openedAt};
        if (auto noted =
                books.accounts().noteSignIn(request.device, user->id, session.row.openedAt);
            !noted)
            return noted;
        return keep(books, session);
    });
    if (!written)
        return written.error();
    return answer;
}

Result<wire::SignInAnswer> Accounts::refresh(std::string_view token,
                                             const wire::RefreshRequest &request)
{
    std::optional<storage::SessionRow> old;
    std::optional<storage::Device> device;
    const auto looked = m_state->store.read([&](const Books &books) -> Result<void> {
        auto session = books.accounts().session(sha256(token));
        auto found = books.accounts().device(request.device);
        if (!session)
            return session.error();
        if (!found)
            return found.error();
        old = std::move(*session);
        device = std::move(*found);
        return {};
    });
    if (!looked)
        return looked.error();
    const Millis now = m_state->clock.wall();
    if (!old || old->ended || !device || old->device != request.device ||
        old->expiresAt + m_state->settings.refreshWindow < now)
        return {ErrorCode::Unauthenticated, "sign in again"};
    if (!verifySignature(device->key, asBytes(wire::refreshProofText(request, token)),
                         request.proof))
        return wrongCredentials("the proof does not fit the tablet");
    if (device->revokedAt)
        return {ErrorCode::DeviceRevoked, "this tablet is no longer allowed in"};
    const auto user = activeUser(old->user);
    if (!user)
        return user.error();
    wire::SignInAnswer answer;
    const auto written = m_state->store.write([&](Books &books) -> Result<void> {
        const NewSession session = newSession(*user, request.device);
        answer = {session.wire, session.row.openedAt};
        return keep(books, session);
    });
    if (!written)
        return written.error();
    return answer;
}

} // namespace campus::service
