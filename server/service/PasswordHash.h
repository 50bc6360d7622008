// Passwords and one-time codes at rest: scrypt (RFC 7914) by libcrypto. The cost travels with each
// hash, so it can be raised later without anybody noticing. Any thread; blocking.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/IdSource.h"

namespace campus::service {

struct ScryptCost {
    std::uint64_t n = 1u << 15; // about 32 MiB and 0.1 s
    std::uint32_t r = 8;
    std::uint32_t p = 1;
};

// "scrypt$32768$8$1$<salt, base64>$<hash, base64>"
std::string hashSecret(std::string_view secret, const ScryptCost &cost, Random &random);
// Constant time in the secret. False for a malformed `stored`, or one whose cost is out of bounds.
bool secretFits(std::string_view secret, std::string_view stored);
// Takes as long as secretFits and is always false: an unknown person is not told apart by time.
bool secretFitsNobody(std::string_view secret, const ScryptCost &cost);

} // namespace campus::service
