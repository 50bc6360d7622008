// Hazards as they stood: what the life cycle makes of the facts that had happened by T and were
// known by K (domain.md §12.10(2)(3)). For ledgers of an earlier day; pure.
#pragma once

#include <map>
#include <span>
#include <string>

#include "domain/Hazard.h"
#include "figures/Fact.h"

namespace campus::figures {

// By id, merged and void ones included. Facts of other objects are passed over.
std::map<std::string, domain::Hazard> hazardsAsOf(std::span<const Fact> facts, Millis cutoff,
                                                  Millis knownBy);

} // namespace campus::figures
