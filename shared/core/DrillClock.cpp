#include "core/DrillClock.h"

#include <fstream>

namespace campus {

namespace {

// A common zero for all processes of a drill, so that monotonic readings of one boot compare:
// offsets are negative for the past and grow from there.
constexpr Millis kLongestPast = 400ll * 86'400'000;

} // namespace

DrillClock::DrillClock(std::string offsetFile) : m_file(std::move(offsetFile)) {}

Millis DrillClock::offset() const
{
    std::ifstream file(m_file);
    Millis millis = 0;
    return file >> millis ? millis : 0;
}

Millis DrillClock::wall() const
{
    return m_system.wall() + offset();
}

Millis DrillClock::monotonic() const
{
    return m_system.monotonic() + kLongestPast + offset();
}

} // namespace campus
