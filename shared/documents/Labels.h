// Chinese words for the codes of the registers and the life cycle (domain.md §9, §10, §12.6).
// An unknown code comes back as it is: categories are the bureau's to extend.
#pragma once

#include <string>
#include <string_view>

#include "core/Day.h"
#include "domain/Hazard.h"
#include "domain/Words.h"
#include "figures/Query.h"

namespace campus::documents {

std::string categoryLabel(std::string_view code); // "FIRE" and "FIRE.EXIT" → 消防安全
std::string schoolTypeLabel(std::string_view type, std::string_view subtype = {});
std::string ownershipLabel(std::string_view ownership);
std::string inspectionTypeLabel(std::string_view type);
std::string sourceLabel(domain::Source source);
std::string levelLabel(const domain::Hazard &hazard); // 一般, 重大, 待核定重大
std::string delayReasonLabel(domain::DelayReason reason);
// Of a breakdown row; empty = 未登记.
std::string rowLabel(figures::Breakdown breakdown, const std::string &value,
                     const std::string &name);
std::string breakdownLabel(figures::Breakdown breakdown); // 隐患类别, 学段 …
// A cut-off; the last moment of a day is its 24:00.
std::string cutoffLabel(Millis instant);

} // namespace campus::documents
