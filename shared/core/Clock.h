// Time as the outside world gives it, so that a test can lie about it.
#pragma once

#include <cstdint>
#include <string>

namespace campus {

using Millis = std::int64_t; // milliseconds; as a point in time since 1970-01-01T00:00:00Z

class Clock
{
public:
    virtual ~Clock() = default;
    virtual Millis wall() const = 0;        // the device's claim; may jump, may be wrong by years
    virtual Millis monotonic() const = 0;   // since boot, never backwards within one boot
    virtual std::string bootId() const = 0; // changes with every boot
};

// The machine's own clocks (CLOCK_REALTIME, CLOCK_BOOTTIME, the kernel's boot id). Any thread.
class SystemClock final : public Clock
{
public:
    SystemClock();
    Millis wall() const override;
    Millis monotonic() const override;
    std::string bootId() const override;

private:
    std::string m_bootId;
};

} // namespace campus
