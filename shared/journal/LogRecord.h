// One position of the server's log: an event's line together with everything the server
// decided about it. Records are never updated or deleted (I18); the log's own chain covers
// line and verdict, so one altered octet is found by name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/Clock.h"
#include "core/Sha256.h"

namespace campus::journal {

// A position in the log and the chain value there: the only form of a cursor (sync.md §5).
struct Head {
    std::uint64_t size = 0; // number of records; 0 = empty log, chain all zero
    Digest chain;
    bool operator==(const Head &) const = default;
};

enum class VerdictKind : std::uint8_t { Accepted = 1, AcceptedNoop = 2, Rejected = 3, Quarantined = 4 };
std::string_view nameOf(VerdictKind); // accepted accepted_noop rejected quarantined
std::optional<VerdictKind> verdictNamed(std::string_view name);

struct LogRecord {
    std::uint64_t seq = 0;      // 1, 2, 3 … without gap (I15)
    std::string device, install;
    std::uint64_t number = 0;   // position in the install's chain; 0 = quarantined raw, no chain
    Millis receivedAt = 0;      // server clock
    Millis earliest = 0, latest = 0, claimed = 0; // when it happened (sync.md §7)
    VerdictKind verdict = VerdictKind::Accepted;
    std::string reason;         // refusal name, or why quarantined
    std::string by;             // superseded: by whom …
    Millis at = 0;              // … and when
    std::string officialNumber; // given to a hazard or notice by this event
    std::string line;           // the event's exact octets
};

// Hash of the record's canonical octets: each field length-prefixed, in the order above.
Digest digestOf(const LogRecord &record);
Head headAfter(const Head &before, const LogRecord &record);

} // namespace campus::journal
