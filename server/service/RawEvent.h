// The identity of octets that are no event this program can read. Pure.
#pragma once

#include <string>
#include <string_view>

namespace campus::service {

// The id the line seems to carry, else one made from its octets (RFC 9562 version 8), so that the
// same octets always have the same.
std::string idOfRaw(std::string_view line);

} // namespace campus::service
