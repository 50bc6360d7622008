// One act as the history keeps it: when it happened, when it became known, what it says. Plain
// values, internal to this folder.
#pragma once

#include <cstdint>
#include <optional>

#include "core/Day.h"
#include "domain/HazardAct.h"

namespace campus::figures {

// Days as numbers with a word for "none" that lies after all of them.
using DayNumber = std::int32_t;
inline constexpr DayNumber kNoDay = INT32_MAX;

inline DayNumber numberOf(const std::optional<Day> &day)
{
    return day ? day->number : kNoDay;
}

// When a fact became known and when it happened. `happened` is the decided instant, moved into the
// day the person stated where the rules go by a stated day (found, issued, listed …).
struct Moment {
    std::uint64_t seq = 0;
    Millis receivedAt = 0;
    Millis happened = 0;
    Millis earliest = 0, latest = 0, decided = 0;
    DayNumber day() const { return Day::of(happened).number; }
};

struct Act {
    Moment moment;
    domain::HazardActKind kind = domain::HazardActKind::Note;
    bool major = false;      // level proposed or decided
    DayNumber date = kNoDay; // deadline set or asked for; of List, Delist, Transfer the paper's day
};

} // namespace campus::figures
