// Who asks: the person and the tablet behind a session, and what they may see at this moment.
// A plain value, made by Accounts for one request and not kept.
#pragma once

#include <cstdint>
#include <string>

#include "domain/Permission.h"
#include "domain/Register.h"

namespace campus::service {

// Frozen for the reason of a verdict; a push is taken in every standing (sync.md I25).
enum class Standing : std::uint8_t { Good = 1, PersonDisabled = 2, DeviceRevoked = 3 };

struct Caller {
    domain::User user;
    std::string device; // empty: a browser, which may read and nothing else
    std::string session;
    domain::Scope scope;
    Standing standing = Standing::Good;
};

} // namespace campus::service
