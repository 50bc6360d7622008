// What the parts of Accounts share. Internal to this folder.
#pragma once

#include <array>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "service/Accounts.h"

namespace campus::service {

struct Accounts::State {
    storage::Store &store;
    Directory &directory;
    Registers &registers;
    const Clock &clock;
    IdSource &ids;
    Random &random;
    AccountSettings settings;
    // Attempts for one person take turns, so that many at once count as many.
    std::array<std::mutex, 64> turns;

    std::mutex &turnOf(std::string_view who)
    {
        return turns[std::hash<std::string_view>{}(who) % turns.size()];
    }
};

// Of one wording whatever did not fit, so that nothing can be found out by trying.
inline Error wrongCredentials(std::string detail)
{
    return {ErrorCode::WrongCredentials, std::move(detail)};
}

std::size_t codePoints(std::string_view utf8);
Result<void> checkPassword(std::string_view password); // InvalidInput names the bounds

} // namespace campus::service
