// Which figures are asked for (domain.md §12.1). Equal queries over equal facts give equal
// reports for ever. A plain value.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "core/Day.h"
#include "core/Result.h"
#include "domain/Permission.h"

namespace campus::figures {

// domain.md §12.6. Level, campaign and source divide hazards only.
enum class Breakdown : std::uint8_t {
    None = 0,
    Category = 1,   // part of the code before the dot
    SchoolType = 2, // teaching points stand under primary
    Township = 3,
    Ownership = 4,
    Level = 5, // as confirmed at T
    Campaign = 6,
    Source = 7,
};
std::string_view
    nameOf(Breakdown); // none category school_type township ownership level campaign source

struct Query {
    Day from, to;        // A and B, both included
    Millis cutoff = 0;   // T: what happened up to and with it counts
    Millis knownBy = 0;  // K: what was received up to and with it counts
    domain::Scope scope; // townships as of B; without `restricted` such members are only counted
    Breakdown breakdown = Breakdown::None;
    Breakdown across = Breakdown::None; // a second one, crossed with the first
    std::string campaign;               // 专项行动; empty = all
    std::set<std::string>
        evidenceMissing; // closed hazards whose evidence has not arrived (sync.md §6)

    // The usual report: T = end of B.
    static Query of(Day from, Day to, Millis knownBy);
    bool operator==(const Query &) const = default;
};

// The period is in order and within the calendar this program knows; two breakdowns differ.
Result<void> validate(const Query &query);

} // namespace campus::figures
