// What lies between two reports, record by record (domain.md §12.4): the bridge from a frozen
// report to a later one. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "figures/Report.h"

namespace campus::figures {

struct FigureChange {
    std::string id;
    Measure before, after;                   // without members
    std::vector<std::string> added, removed; // of a rate: of its numerator
    bool operator==(const FigureChange &) const = default;
};

// Figures whose number or members differ, in print order. Equal reports give none.
std::vector<FigureChange> differenceOf(const Report &earlier, const Report &later);

} // namespace campus::figures
