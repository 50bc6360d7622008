#include "core/Day.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace campus {

namespace {

std::chrono::year_month_day civil(Day day)
{
    return std::chrono::sys_days{std::chrono::days{day.number}};
}

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    if (text.empty() || text.front() < '0' || text.front() > '9')
        return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

Millis floorDiv(Millis a, Millis b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

int Day::year() const
{
    return static_cast<int>(civil(*this).year());
}

int Day::month() const
{
    return static_cast<int>(static_cast<unsigned>(civil(*this).month()));
}

int Day::dayOfMonth() const
{
    return static_cast<int>(static_cast<unsigned>(civil(*this).day()));
}

int Day::weekday() const
{
    const auto day = std::chrono::weekday{std::chrono::sys_days{std::chrono::days{number}}};
    return static_cast<int>(day.iso_encoding());
}

std::string Day::iso() const
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year(), month(), dayOfMonth());
    return text.data();
}

std::string Day::chinese() const
{
    return std::to_string(year()) + "年" + std::to_string(month()) + "月"
        + std::to_string(dayOfMonth()) + "日";
}

Day Day::of(Millis instant)
{
    return {static_cast<std::int32_t>(floorDiv(instant + kLocalOffset, kDayMillis))};
}

std::optional<Day> Day::from(int year, int month, int day)
{
    if (year < 1900 || year > 2999 || month < 1 || day < 1)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok())
        return std::nullopt;
    return Day{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

std::optional<Day> Day::parse(std::string_view iso)
{
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-')
        return std::nullopt;
    const auto year = digits(iso.substr(0, 4));
    const auto month = digits(iso.substr(5, 2));
    const auto day = digits(iso.substr(8, 2));
    return year && month && day ? from(*year, *month, *day) : std::nullopt;
}

std::string isoInstant(Millis instant)
{
    const Day day = Day::of(instant);
    const auto rest = static_cast<int>(instant - day.begin());
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03d+08:00", rest / 3'600'000,
                  rest / 60'000 % 60, rest / 1000 % 60, rest % 1000);
    return day.iso() + text.data();
}

std::string localDayAndTime(Millis instant)
{
    return isoInstant(instant).substr(0, 10) + " " + isoInstant(instant).substr(11, 5);
}

std::optional<Millis> parseInstant(std::string_view text)
{
    if (text.size() < 17 || text[10] != 'T' || text[13] != ':')
        return std::nullopt;
    const auto day = Day::parse(text.substr(0, 10));
    const auto hour = digits(text.substr(11, 2));
    const auto minute = digits(text.substr(14, 2));
    if (!day || !hour || !minute || *hour > 23 || *minute > 59)
        return std::nullopt;
    std::string_view rest = text.substr(16);
    Millis millis = (*hour * 60 + *minute) * 60'000;
    if (rest.size() > 3 && rest[0] == ':') {
        const auto second = digits(rest.substr(1, 2));
        if (!second || *second > 59)
            return std::nullopt;
        millis += *second * 1000;
        rest.remove_prefix(3);
        if (rest.size() > 4 && rest[0] == '.') {
            const auto fraction = digits(rest.substr(1, 3));
            if (!fraction)
                return std::nullopt;
            millis += *fraction;
            rest.remove_prefix(4);
        }
    }
    Millis offset = 0;
    if (rest != "Z") {
        if (rest.size() != 6 || (rest[0] != '+' && rest[0] != '-') || rest[3] != ':')
            return std::nullopt;
        const auto hours = digits(rest.substr(1, 2));
        const auto minutes = digits(rest.substr(4, 2));
        if (!hours || !minutes || *hours > 14 || *minutes > 59)
            return std::nullopt;
        offset = (*hours * 60 + *minutes) * (rest[0] == '-' ? -60'000 : 60'000);
    }
    return static_cast<Millis>(day->number) * kDayMillis + millis - offset;
}

} // namespace campus
