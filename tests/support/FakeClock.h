// A clock that tests set: wall, monotonic and boot apart from each other, so that the wall clock
// may jump and the device may restart. One thread at a time.
#pragma once

#include <string>
#include <utility>

#include "core/Clock.h"

namespace campus::support {

class FakeClock final : public Clock
{
public:
    explicit FakeClock(Millis wall = 1'751'241'600'000) : m_wall(wall) {} // 2025-06-30 08:00 local

    Millis wall() const override { return m_wall; }
    Millis monotonic() const override { return m_monotonic; }
    std::string bootId() const override { return m_boot; }

    void advance(Millis by) // time passes
    {
        m_wall += by;
        m_monotonic += by;
    }
    void jumpWall(Millis by) { m_wall += by; } // somebody set the clock
    void setWall(Millis wall) { m_wall = wall; }
    void reboot(std::string boot)
    {
        m_boot = std::move(boot);
        m_monotonic = 0;
    }

private:
    Millis m_wall;
    Millis m_monotonic = 60'000;
    std::string m_boot = "boot-1";
};

} // namespace campus::support
