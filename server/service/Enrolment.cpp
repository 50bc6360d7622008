// Accounts: one-time codes and the tablets they let in.
#include "core/Limits.h"
#include "core/Log.h"
#include "service/AccountsState.h"
#include "service/CodeText.h"
#include "storage/Store.h"

namespace campus::service {

using storage::Books;

namespace {

constexpr Millis kCodeKept = 7ll * 24 * 3'600'000; // an expired code is told apart from a wrong one

} // namespace

Result<OneTimeCode> Accounts::issueCode(const std::string &user)
{
    if (const auto known = activeUser(user); !known)
        return known.error();
    const Millis now = m_state->clock.wall();
    OneTimeCode issued{{}, now + m_state->settings.codeLife};
    // A selector that is taken is drawn again; there are a million of them.
    for (int attempt = 0; attempt < 8; ++attempt) {
        const CodeText code = CodeText::draw(m_state->random);
        const std::string hash = hashSecret(code.secret, m_state->settings.cost, m_state->random);
        bool taken = false;
        const auto written = m_state->store.write([&](Books &books) -> Result<void> {
            if (auto dropped = books.accounts().dropCodesExpiredBefore(now - kCodeKept); !dropped)
                return dropped;
            const auto known = books.accounts().code(code.selector);
            if (!known)
                return known.error();
            taken = known->has_value();
            if (taken)
                return {};
            return books.accounts().putCode({code.selector, user, hash, issued.expiresAt, 0, {}});
        });
        if (!written)
            return written.error();
        if (!taken) {
            log(LogLevel::Info, "code_issued", {{"user", user}});
            issued.code = code.shown();
            return issued;
        }
    }
    return {ErrorCode::Internal, "no free code was found"};
}

// The code row an enrolment may use, or why not. A wrong secret counts against the code.
Result<storage::CodeRow> Accounts::redeemable(const wire::EnrolRequest &request)
{
    const auto code = CodeText::parse(request.code);
    if (!code) // its form is no secret, so it costs no hash
        return wrongCredentials("the code is not valid");
    const std::string &selector = code->selector;
    const std::lock_guard turn(m_state->turnOf("code " + selector));
    std::optional<storage::CodeRow> row;
    std::optional<storage::Device> usedBy;
    const auto looked = m_state->store.read([&](const Books &books) -> Result<void> {
        auto found = books.accounts().code(selector);
        if (!found)
            return found.error();
        row = std::move(*found);
        if (!row || row->usedBy.empty())
            return {};
        auto device = books.accounts().device(row->usedBy);
        if (!device)
            return device.error();
        usedBy = std::move(*device);
        return {};
    });
    if (!looked)
        return looked.error();
    if (!row || row->attempts >= m_state->settings.codeAttemptsMax) {
        secretFitsNobody(request.code, m_state->settings.cost);
        return wrongCredentials("the code is not valid");
    }
    if (!secretFits(code->secret, row->hash)) {
        const auto counted = m_state->store.write([&](Books &books) -> Result<void> {
            auto again = books.accounts().code(selector);
            if (!again || !*again)
                return again ? Result<void>() : Result<void>(again.error());
            (*again)->attempts += 1;
            return books.accounts().putCode(**again);
        });
        return counted ? wrongCredentials("the code is not valid") : counted.error();
    }
    if (row->expiresAt <= m_state->clock.wall())
        return wrongCredentials("the code has expired; ask for a new one");
    if (!row->usedBy.empty() && (!usedBy || usedBy->key != request.key))
        return wrongCredentials("the code was used; ask for a new one");
    return *row;
}

Result<wire::EnrolAnswer> Accounts::enrol(const wire::EnrolRequest &request)
{
    if (!verifySignature(request.key, asBytes(wire::enrolProofText(request)), request.proof))
        return wrongCredentials("the proof does not fit the key");
    if (request.label.empty() || !isUtf8(request.label) ||
        codePoints(request.label) > limits::kNameCharsMax)
        return {ErrorCode::InvalidInput, "label: a name for the tablet is needed"};
    if (!request.password.empty()) {
        if (auto checked = checkPassword(request.password); !checked)
            return checked.error();
    }
    auto code = redeemable(request);
    if (!code)
        return code.error();
    const auto user = activeUser(code->user);
    if (!user)
        return user.error();
    const std::string hash =
        request.password.empty()
            ? std::string()
            : hashSecret(request.password, m_state->settings.cost, m_state->random);
    const std::string freshId = m_state->ids.next();
    wire::EnrolAnswer answer;
    const auto written = m_state->store.write([&](Books &books) -> Result<void> {
        const Millis now = m_state->clock.wall();
        const auto server = books.setting(storage::kServerIdSetting);
        if (!server)
            return server.error();
        auto known = books.accounts().deviceWithKey(request.key);
        if (!known)
            return known.error();
        if (*known && (*known)->revokedAt)
            return {ErrorCode::DeviceRevoked, "this tablet is no longer allowed in"};
        const std::string device = *known ? (*known)->id : freshId;
        if (!*known) {
            storage::Device fresh;
            fresh.id = device;
            fresh.label = request.label;
            fresh.key = request.key;
            fresh.enrolledAt = fresh.seenAt = now;
            if (auto added = books.accounts().addDevice(fresh); !added)
                return added;
        }
        auto again = books.accounts().code(code->selector);
        if (!again)
            return again.error();
        if (!*again || (!(*again)->usedBy.empty() && (*again)->usedBy != device))
            return wrongCredentials("the code was used; ask for a new one");
        (*again)->usedBy = device;
        if (auto used = books.accounts().putCode(**again); !used)
            return used;
        if (!hash.empty()) {
            if (auto kept = keepPassword(books, user->id, hash, now); !kept)
                return kept;
        }
        if (auto noted = books.accounts().noteSignIn(device, user->id, now); !noted)
            return noted;
        const NewSession session = newSession(*user, device);
        answer = {device, *server, now, session.wire};
        return keep(books, session);
    });
    if (!written)
        return written.error();
    log(LogLevel::Info, "device_enrolled", {{"device", answer.device}, {"user", user->id}});
    return answer;
}

} // namespace campus::service
