#include "service/Accounts.h"

#include <algorithm>

#include "core/Limits.h"
#include "service/AccountsState.h"
#include "service/Directory.h"
#include "service/Registers.h"
#include "storage/Store.h"

namespace campus::service {

using storage::Books;

namespace {

constexpr std::size_t kTokenOctets = 32;
// Sessions stay known much longer than they are good for: their owner's unsent work is taken by them.
constexpr Millis kSessionKept = 400ll * 24 * 3'600'000;

} // namespace

std::size_t codePoints(std::string_view utf8)
{
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

Result<void> checkPassword(std::string_view password)
{
    const std::size_t length = isUtf8(password) ? codePoints(password) : 0;
    if (length < limits::kPasswordCharsMin || length > limits::kPasswordCharsMax) {
        return {ErrorCode::InvalidInput,
                "a password has " + std::to_string(limits::kPasswordCharsMin) + " to " +
                    std::to_string(limits::kPasswordCharsMax) + " characters"};
    }
    return {};
}

Accounts::Accounts(storage::Store &store, Directory &directory, Registers &registers,
                   const Clock &clock, IdSource &ids, Random &random, AccountSettings settings)
    : m_state(new State{store, directory, registers, clock, ids, random, settings, {}})
{
}

Accounts::~Accounts() = default;

Result<Caller> Accounts::callerOf(std::string_view token, bool forPush)
{
    Caller caller;
    const Millis now = m_state->clock.wall();
    const auto looked = m_state->store.read([&](const Books &books) -> Result<void> {
        const auto session = books.accounts().session(sha256(token));
        if (!session)
            return session.error();
        if (token.empty() || !*session ||
            (!forPush && ((*session)->ended || (*session)->expiresAt <= now)))
            return {ErrorCode::Unauthenticated, "sign in again"};
        const auto view = m_state->directory.view(books.docs());
        if (!view)
            return view.error();
        const domain::User *user = (*view)->user((*session)->user);
        caller = {};
        caller.device = (*session)->device;
        caller.session = (*session)->id;
        if (user != nullptr) {
            caller.user = *user;
            caller.scope = domain::scopeOf(*user);
        }
        if (user == nullptr || !user->active)
            caller.standing = Standing::PersonDisabled;
        if (caller.device.empty())
            return {};
        const auto device = books.accounts().device(caller.device);
        if (!device)
            return device.error();
        if (!*device || (*device)->revokedAt)
            caller.standing = Standing::DeviceRevoked;
        return {};
    });
    if (!looked)
        return looked.error();
    if (!forPush && caller.standing == Standing::PersonDisabled)
        return {ErrorCode::AccountDisabled, "the account is closed"};
    if (!forPush && caller.standing == Standing::DeviceRevoked)
        return {ErrorCode::DeviceRevoked, "this tablet is no longer allowed in"};
    return caller;
}

Result<Caller> Accounts::authenticate(std::string_view token)
{
    return callerOf(token, false);
}

Result<Caller> Accounts::authenticateForPush(std::string_view token)
{
    return callerOf(token, true);
}

Result<domain::User> Accounts::activeUser(const std::string &id)
{
    domain::User found;
    const auto looked = m_state->store.read([&](const Books &books) -> Result<void> {
        const auto view = m_state->directory.view(books.docs());
        if (!view)
            return view.error();
        const domain::User *user = (*view)->user(id);
        if (user == nullptr)
            return {ErrorCode::NotFound, "there is no user " + id};
        found = *user;
        return user->active ? Result<void>()
                            : Result<void>(ErrorCode::AccountDisabled, "the account is closed");
    });
    if (!looked)
        return looked.error();
    return found;
}

Accounts::NewSession Accounts::newSession(const domain::User &user, const std::string &device)
{
    std::array<std::uint8_t, kTokenOctets> token{};
    m_state->random.fill(token);
    const Millis now = m_state->clock.wall();
    NewSession session;
    session.wire = {m_state->ids.next(), toHex(token), now + m_state->settings.sessionLife, user};
    session.tokenHash = sha256(session.wire.token);
    session.row = {session.wire.id, user.id, device, now, session.wire.expiresAt};
    return session;
}

Result<void> Accounts::keep(storage::Books &books, const NewSession &session)
{
    if (auto dropped =
            books.accounts().dropSessionsExpiredBefore(session.row.openedAt - kSessionKept);
        !dropped)
        return dropped;
    return books.accounts().addSession(session.tokenHash, session.row);
}

// Whoever knew the old password is out, on every tablet.
Result<void> Accounts::keepPassword(storage::Books &books, const std::string &user,
                                    const std::string &hash, Millis at)
{
    if (auto set = books.accounts().setPasswordHash(user, hash, at); !set)
        return set;
    if (auto ended = books.accounts().endSessionsOf(user); !ended)
        return ended;
    return books.accounts().forgetFailedSignIns(user);
}

Result<void> Accounts::setPassword(const std::string &user, const std::string &password)
{
    if (auto checked = checkPassword(password); !checked)
        return checked;
    if (const auto known = activeUser(user); !known)
        return known.error();
    const std::string hash = hashSecret(password, m_state->settings.cost, m_state->random);
    return m_state->store.write(
        [&](Books &books) { return keepPassword(books, user, hash, m_state->clock.wall()); });
}

Result<void> Accounts::setActive(const std::string &id, bool active)
{
    const auto user = activeUser(id);
    if (!user && user.error().code != ErrorCode::AccountDisabled)
        return user.error();
    if (user.has_value() == active)
        return {};
    domain::User changed;
    const auto looked = m_state->store.read([&](const Books &books) -> Result<void> {
        const auto view = m_state->directory.view(books.docs());
        if (!view)
            return view.error();
        changed = *(*view)->user(id);
        return {};
    });
    if (!looked)
        return looked;
    changed.active = active;
    changed.version = 0;
    return m_state->registers.record(changed);
}

Result<void> Accounts::revokeDevice(const std::string &id)
{
    return m_state->store.write([&](Books &books) -> Result<void> {
        const auto device = books.accounts().device(id);
        if (!device)
            return device.error();
        if (!*device)
            return {ErrorCode::NotFound, "there is no tablet " + id};
        return books.accounts().revokeDevice(id, m_state->clock.wall());
    });
}

Result<std::vector<AccountLine>> Accounts::list()
{
    std::vector<AccountLine> lines;
    const auto looked = m_state->store.read([&](const Books &books) -> Result<void> {
        lines.clear();
        const auto view = m_state->directory.view(books.docs());
        if (!view)
            return view.error();
        std::map<std::string, DeviceLine> devices;
        auto visited = books.accounts().visitDevices([&](const storage::Device &device) {
            devices[device.id] = {device.id,
                                  device.label,
                                  device.enrolledAt,
                                  device.seenAt,
                                  device.revokedAt.has_value(),
                                  device.declaredUnsent};
            return true;
        });
        if (!visited)
            return visited;
        std::map<std::string, std::vector<DeviceLine>> ofUser;
        visited =
            books.accounts().visitSignIns([&](const std::string &device, const std::string &user) {
                ofUser[user].push_back(devices[device]);
                return true;
            });
        if (!visited)
            return visited;
        for (const auto &[id, user] : (*view)->users) {
            const auto hash = books.accounts().passwordHash(id);
            if (!hash)
                return hash.error();
            lines.push_back({user, !hash->empty(), ofUser[id]});
        }
        return {};
    });
    if (!looked)
        return looked.error();
    return lines;
}

} // namespace campus::service
