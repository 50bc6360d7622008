#include "store/MediaType.h"

#include <algorithm>

namespace campus::store {

std::string mediaTypeOf(BytesView octets)
{
    const std::string_view text = asText(octets.first(std::min<std::size_t>(octets.size(), 16)));
    if (text.starts_with("\xFF\xD8\xFF"))
        return "image/jpeg";
    if (text.starts_with("\x89PNG\r\n\x1A\n"))
        return "image/png";
    if (text.starts_with("RIFF") && text.size() >= 12 && text.substr(8, 4) == "WEBP")
        return "image/webp";
    if (text.size() >= 12 && text.substr(4, 4) == "ftyp"
        && (text.substr(8, 3) == "hei" || text.substr(8, 3) == "hev" || text.substr(8, 4) == "mif1"))
        return "image/heic";
    return {};
}

} // namespace campus::store
