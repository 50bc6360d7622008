#include "documents/Table.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <type_traits>

namespace campus::documents {

namespace {

std::string percentText(Percent percent)
{
    if (percent.hundredths % 10'000 == 0)
        return std::to_string(percent.hundredths / 100) + "%";
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%d.%02d%%", percent.hundredths / 100,
                  percent.hundredths % 100);
    return text.data();
}

} // namespace

std::int64_t Money::wanHundredths() const
{
    constexpr std::int64_t kCentsPerHundredth = 10'000; // 0.01 万元 = 100 yuan
    const std::int64_t half = cents < 0 ? -kCentsPerHundredth / 2 : kCentsPerHundredth / 2;
    return (cents + half) / kCentsPerHundredth;
}

std::string cellText(const Cell &cell)
{
    return std::visit(
        [](const auto &value) -> std::string {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, std::monostate>) {
                return {};
            } else if constexpr (std::is_same_v<T, std::string>) {
                return value;
            } else if constexpr (std::is_same_v<T, std::int64_t>) {
                return std::to_string(value);
            } else if constexpr (std::is_same_v<T, Day>) {
                return value.iso();
            } else if constexpr (std::is_same_v<T, Percent>) {
                return percentText(value);
            } else {
                const std::int64_t hundredths = value.wanHundredths();
                std::array<char, 48> text{};
                std::snprintf(text.data(), text.size(), "%s%lld.%02lld", hundredths < 0 ? "-" : "",
                              static_cast<long long>(std::abs(hundredths) / 100),
                              static_cast<long long>(std::abs(hundredths) % 100));
                return text.data();
            }
        },
        cell);
}

} // namespace campus::documents
