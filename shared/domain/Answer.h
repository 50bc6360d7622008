// One answer to one checklist item, and what it means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/Day.h"
#include "domain/Evidence.h"

namespace campus::domain {

enum class Outcome : std::uint8_t { Open = 0, Pass = 1, Fail = 2, NotApplicable = 3 }; // frozen: open pass fail na

// What the officer entered. Exactly the fields of the item's response type are set.
struct Answer {
    std::string item;
    std::optional<bool> passed;       // pass_fail_na: true/false
    bool notApplicable = false;       // any type; needs `reason` when the item has no applies_when
    std::optional<double> number;     // number
    std::optional<Day> date;          // date_not_expired, date_within
    std::optional<std::int64_t> count; // count_of_total
    std::optional<std::int64_t> total;
    std::string choice;               // choice: value of the option
    std::string note;
    std::string reason;               // why not applicable
    std::vector<Photo> photos;
    bool prefilled = false;           // taken from the register and not touched by a person
    bool operator==(const Answer &) const = default;
};

} // namespace campus::domain
