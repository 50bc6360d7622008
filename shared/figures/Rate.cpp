#include "figures/Rate.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/Assert.h"

namespace campus::figures {

namespace {

constexpr int kWhole = 10'000; // hundredths of a percent
constexpr std::int64_t kWan = 10'000;

} // namespace

int rateHundredths(std::int64_t numerator, std::int64_t denominator)
{
    CAMPUS_ASSERT(denominator > 0 && numerator >= 0 && numerator <= denominator);
    if (numerator == 0)
        return 0;
    if (numerator == denominator)
        return kWhole;
    const std::int64_t rounded = (2 * kWhole * numerator + denominator) / (2 * denominator);
    return static_cast<int>(std::clamp<std::int64_t>(rounded, 1, kWhole - 1));
}

std::string rateText(std::int64_t numerator, std::int64_t denominator)
{
    if (denominator == 0)
        return "—";
    const int hundredths = rateHundredths(numerator, denominator);
    if (hundredths == 0 || hundredths == kWhole)
        return hundredths == 0 ? "0%" : "100%";
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%d.%02d%%", hundredths / 100, hundredths % 100);
    return text.data();
}

std::string wanYu(std::int64_t n)
{
    CAMPUS_ASSERT(n >= 0);
    if (n < kWan)
        return std::to_string(n);
    return std::to_string(n / kWan) + (n % kWan == 0 ? "万" : "万余");
}

} // namespace campus::figures
