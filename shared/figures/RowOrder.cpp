#include "figures/RowOrder.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <tuple>

namespace campus::figures {

namespace {

constexpr std::array<std::string_view, 19> kCategories{
    "BUS",   "FOOD",  "FLOOD", "BLDG",  "FIRE",  "SEC",  "DROWN", "TRAF", "EQPT", "LAB",
    "CROWD", "SPORT", "HYG",   "WORKS", "BULLY", "CARE", "MGMT",  "STAB", "OTHER"};
constexpr std::array<std::string_view, 7> kTypes{
    "kindergarten", "primary", "junior", "nine_year", "senior", "vocational", "special"};
constexpr std::array<std::string_view, 2> kOwnerships{"public", "private"};
constexpr std::array<std::string_view, 2> kLevels{"major", "general"};
constexpr std::array<std::string_view, 4> kSources{"inspection", "self_check", "report",
                                                   "transfer"};

std::span<const std::string_view> orderOf(Breakdown breakdown)
{
    switch (breakdown) {
    case Breakdown::Category: return kCategories;
    case Breakdown::SchoolType: return kTypes;
    case Breakdown::Ownership: return kOwnerships;
    case Breakdown::Level: return kLevels;
    case Breakdown::Source: return kSources;
    default: return {};
    }
}

} // namespace

void sortRows(std::vector<RowHead> &heads, Breakdown breakdown)
{
    const auto order = orderOf(breakdown);
    const auto rank = [&](const RowHead &head) {
        const auto place = std::find(order.begin(), order.end(), head.value) - order.begin();
        return std::tuple(head.value.empty(), place, head.value);
    };
    std::sort(heads.begin(), heads.end(),
              [&](const RowHead &a, const RowHead &b) { return rank(a) < rank(b); });
}

} // namespace campus::figures
