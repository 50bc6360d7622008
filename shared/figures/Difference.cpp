#include "figures/Difference.h"

#include <algorithm>
#include <iterator>

#include "core/Assert.h"

namespace campus::figures {

namespace {

std::vector<std::string> without(const std::vector<std::string> &list,
                                 const std::vector<std::string> &less)
{
    std::vector<std::string> rest;
    std::set_difference(list.begin(), list.end(), less.begin(), less.end(),
                        std::back_inserter(rest));
    return rest;
}

Measure numbersOf(const Measure &measure)
{
    Measure numbers;
    numbers.count = measure.count;
    numbers.base = measure.base;
    numbers.hidden = measure.hidden;
    numbers.baseHidden = measure.baseHidden;
    return numbers;
}

} // namespace

std::vector<FigureChange> differenceOf(const Report &earlier, const Report &later)
{
    CAMPUS_ASSERT(earlier.figures.size() == later.figures.size());
    std::vector<FigureChange> changes;
    for (std::size_t i = 0; i < earlier.figures.size(); ++i) {
        const Measure &before = earlier.figures[i].total;
        const Measure &after = later.figures[i].total;
        if (before == after)
            continue;
        changes.push_back({earlier.figures[i].id, numbersOf(before), numbersOf(after),
                           without(after.members, before.members),
                           without(before.members, after.members)});
    }
    return changes;
}

} // namespace campus::figures
