// What kind of picture some octets are. Pure; any thread.
#pragma once

#include <string>

#include "core/Bytes.h"

namespace campus::store {

// image/jpeg, image/png, image/heic or image/webp by the first octets; empty when none of them.
std::string mediaTypeOf(BytesView octets);

} // namespace campus::store
