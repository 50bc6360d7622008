// The exact octets of an event, and back. The table in EventCodec.cpp lists every event type
// with its version and object kind. Decoding never throws and bounds everything.
#pragma once

#include <string>
#include <string_view>

#include "core/Result.h"
#include "domain/Event.h"

namespace campus::wire {

// One line of JSON without line end: keys in a fixed order, absent optional fields left out,
// UTF-8, at most 32 KiB (else TooLarge). Fills `blobs` from the body.
Result<std::string> encodeEvent(domain::Event event);

// InvalidInput names the field. An unknown type or a newer version gives an Event whose body is
// monostate: it is well-formed and will be quarantined, not lost.
Result<domain::Event> decodeEvent(std::string_view line);

// Type and object kind of a body: "hazard.confirmed", ObjectKind::Hazard.
struct EventType {
    std::string type;
    domain::ObjectKind kind;
};
EventType typeOf(const domain::EventBody &body);

} // namespace campus::wire
