#include "service/RawEvent.h"

#include "core/IdSource.h"
#include "core/Sha256.h"

namespace campus::service {

namespace {

constexpr std::string_view kIdMember = "\"id\":\"";
constexpr std::size_t kUuidChars = 36;

} // namespace

std::string idOfRaw(std::string_view line)
{
    if (const std::size_t at = line.find(kIdMember); at != std::string_view::npos) {
        const std::string_view id = line.substr(at + kIdMember.size(), kUuidChars);
        if (isUuid(id))
            return std::string(id);
    }
    Digest digest = sha256(line);
    digest.bytes[6] = static_cast<std::uint8_t>(0x80 | (digest.bytes[6] & 0x0F));
    digest.bytes[8] = static_cast<std::uint8_t>(0x80 | (digest.bytes[8] & 0x3F));
    const std::string hex = digest.hex();
    return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" +
           hex.substr(16, 4) + "-" + hex.substr(20, 12);
}

} // namespace campus::service
