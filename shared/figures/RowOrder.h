// The order in which breakdown rows are printed. Internal to this folder.
#pragma once

#include <vector>

#include "figures/Report.h"

namespace campus::figures {

// Categories, school types and the like in the order of domain.md §9 and §12.6, others by value;
// what the register does not know comes last.
void sortRows(std::vector<RowHead> &heads, Breakdown breakdown);

} // namespace campus::figures
