// One accepted event as the figures see it: what was done, where it stands in the server's
// order, when the server learned of it and when it happened. A plain value.
#pragma once

#include <cstdint>
#include <string>

#include "core/Clock.h"
#include "domain/Event.h"

namespace campus::figures {

struct Fact {
    std::uint64_t seq = 0;      // position in the log; facts of one object apply in this order
    Millis receivedAt = 0;      // server clock; what K is compared with
    domain::Occurred occurred;  // decided() is what T, A and B are compared with
    std::string officialNumber; // given to a hazard or notice by this event; else empty
    domain::Event event;
};

} // namespace campus::figures
