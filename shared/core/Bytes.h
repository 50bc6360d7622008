// Octet strings and their text forms. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace campus {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

BytesView asBytes(std::string_view text);
std::string_view asText(BytesView bytes);
std::string toHex(BytesView bytes);                     // lower case
std::optional<Bytes> fromHex(std::string_view hex);     // both cases; nothing for odd or foreign characters
std::string toBase64(BytesView bytes);                  // RFC 4648 with padding
std::optional<Bytes> fromBase64(std::string_view text); // with padding; nothing when malformed
bool isUtf8(std::string_view text);                     // well-formed per RFC 3629
// Cuts after at most `max` Unicode code points; `text` must be UTF-8.
std::string firstCodePoints(std::string_view text, std::size_t max);

} // namespace campus
