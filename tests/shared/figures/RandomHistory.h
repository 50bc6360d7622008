// A random but possible log of two years: hazards that are late, returned, reopened, extended,
// listed, merged and voided, often on the days where a half-year begins and ends. The same seed
// gives the same facts on every machine. One thread at a time.
#pragma once

#include <cstdint>
#include <vector>

#include "figures/Fact.h"

namespace campus::tests {

// By seq, from 1 without gap. Every act is one the life cycle would accept at its place.
std::vector<figures::Fact> randomHistory(std::uint64_t seed, int hazards);

} // namespace campus::tests
