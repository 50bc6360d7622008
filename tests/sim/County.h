// The county of the simulation: two townships, eight schools, seven people on three tablets.
#pragma once

#include <string>
#include <vector>

#include "wire/RegionFile.h"

namespace campus::sim {

inline constexpr int kTablets = 3;

wire::Region county();
// Who signs in on a tablet, in order; the last one acts first.
const std::vector<std::string> &peopleOn(int tablet);
// The officer whose townships change, with one township or with both.
domain::User movedOfficer(bool wide);

} // namespace campus::sim
