// A calendar day of the bureau (Asia/Shanghai, UTC+8 without summer time since 1991).
// domain.md §12.10(1): a day runs from 00:00:00 to before the next midnight, local time.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/Clock.h"

namespace campus {

inline constexpr Millis kDayMillis = 86'400'000;
inline constexpr Millis kLocalOffset = 8 * 3'600'000;

struct Day {
    std::int32_t number = 0; // days since 1970-01-01

    auto operator<=>(const Day &) const = default;
    Day operator+(int days) const { return {number + days}; }
    Day operator-(int days) const { return {number - days}; }
    int operator-(Day other) const { return number - other.number; }

    Millis begin() const { return static_cast<Millis>(number) * kDayMillis - kLocalOffset; }
    Millis end() const { return begin() + kDayMillis - 1; } // last millisecond of the day
    int year() const;
    int month() const;      // 1–12
    int dayOfMonth() const; // 1–31
    int weekday() const;    // 1 Monday … 7 Sunday
    std::string iso() const;     // 2025-06-30
    std::string chinese() const; // 2025年6月30日

    static Day of(Millis instant); // the local day that holds the instant
    static std::optional<Day> from(int year, int month, int day);
    static std::optional<Day> parse(std::string_view iso); // exactly YYYY-MM-DD, a real day
};

std::string isoInstant(Millis instant); // 2025-06-30T08:00:00.000+08:00
// YYYY-MM-DDTHH:MM[:SS[.mmm]](Z|±HH:MM); nothing when malformed.
std::optional<Millis> parseInstant(std::string_view text);
std::string localDayAndTime(Millis instant); // 2025-06-30 08:00

} // namespace campus
