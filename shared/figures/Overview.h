// The questions of the day: counts by category, school type and month found, and the schools with the
// most overdue hazards, by all facts there are. Plain values; History keeps the answers ready.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/Day.h"

namespace campus::figures {

struct MonthQuery {
    Day today;                // due before it is overdue
    std::string category;     // part of the code before the dot; empty = all
    std::optional<Day> since; // months from this day's on
    bool medians = false;
};

// Hazards in figures of one category, found in one month at schools of one type (as on the day found).
struct MonthRow {
    std::string category, schoolType; // empty type = not known to the register
    int year = 0, month = 0;
    std::int64_t found = 0, rectified = 0;
    std::int64_t overdue = 0;                   // open, not waiting for review, due before today
    std::optional<std::int64_t> medianHalfDays; // from the day found to the last closing; an even
                                                // number of them takes the mean of the middle two
    bool operator==(const MonthRow &) const = default;
};

struct OverdueSchool {
    std::string school;
    std::int64_t overdue = 0;
    bool operator==(const OverdueSchool &) const = default;
};

} // namespace campus::figures
