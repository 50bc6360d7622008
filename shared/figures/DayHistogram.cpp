#include "figures/DayHistogram.h"

#include <algorithm>
#include <numeric>

namespace campus::figures {

void DayHistogram::add(DayNumber day, int times)
{
    if (m_counts.empty()) {
        m_first = day;
        m_counts.resize(1);
    }
    const std::int64_t size = std::ssize(m_counts);
    const std::int64_t place = std::int64_t{day} - m_first;
    if (place < size - kWindow || place >= kWindow) {
        const auto far = m_far.try_emplace(day).first;
        far->second += static_cast<std::uint32_t>(times);
        if (far->second == 0)
            m_far.erase(far);
        return;
    }
    if (place < 0) {
        m_counts.insert(m_counts.begin(), static_cast<std::size_t>(-place), 0);
        m_first = day;
    } else if (place >= size) {
        m_counts.resize(static_cast<std::size_t>(place) + 1);
    }
    m_counts[static_cast<std::size_t>(day - m_first)] += static_cast<std::uint32_t>(times);
}

std::int64_t DayHistogram::countBefore(DayNumber day) const
{
    const std::int64_t dense =
        std::clamp<std::int64_t>(std::int64_t{day} - m_first, 0, std::ssize(m_counts));
    std::uint64_t sum =
        std::accumulate(m_counts.begin(), m_counts.begin() + dense, std::uint64_t{0});
    for (auto far = m_far.begin(); far != m_far.end() && far->first < day; ++far)
        sum += far->second;
    return static_cast<std::int64_t>(sum);
}

// A day once dense may stand in m_far while the window lay elsewhere: both are looked at.
DayNumber DayHistogram::at(std::int64_t rank) const
{
    auto far = m_far.begin();
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const DayNumber day = m_first + static_cast<DayNumber>(i);
        for (; far != m_far.end() && far->first <= day; ++far) {
            rank -= far->second;
            if (rank < 0)
                return far->first;
        }
        rank -= m_counts[i];
        if (rank < 0)
            return day;
    }
    for (; far != m_far.end(); ++far) {
        rank -= far->second;
        if (rank < 0)
            return far->first;
    }
    return m_first;
}

std::int64_t DayHistogram::medianTwice(std::int64_t count) const
{
    const DayNumber upper = at(count / 2);
    return std::int64_t{upper} + (count % 2 == 1 ? upper : at(count / 2 - 1));
}

} // namespace campus::figures
