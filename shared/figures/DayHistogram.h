// How many of something fall on each day, or take so many days. Dense where days lie near each other,
// so counting up to a day is one run over a few hundred numbers. Internal to this folder.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "figures/Act.h"

namespace campus::figures {

class DayHistogram
{
public:
    void add(DayNumber day, int times);
    std::int64_t countBefore(DayNumber day) const;
    // Twice the median of `count` days in all; count > 0.
    std::int64_t medianTwice(std::int64_t count) const;

private:
    static constexpr std::int64_t kWindow = 1024; // days kept densely
    DayNumber at(std::int64_t rank) const;        // the rank-th day in order, from 0

    DayNumber m_first = 0;
    std::vector<std::uint32_t> m_counts;      // from m_first on
    std::map<DayNumber, std::uint32_t> m_far; // outside
};

} // namespace campus::figures
