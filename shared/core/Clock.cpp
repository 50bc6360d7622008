#include "core/Clock.h"

#include <ctime>
#include <fstream>

namespace campus {

namespace {

Millis read(clockid_t id)
{
    timespec now{};
    clock_gettime(id, &now);
    return static_cast<Millis>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

} // namespace

SystemClock::SystemClock()
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    if (!(file >> m_bootId))
        m_bootId = "boot-" + std::to_string(read(CLOCK_REALTIME) - read(CLOCK_BOOTTIME));
}

Millis SystemClock::wall() const
{
    return read(CLOCK_REALTIME);
}

Millis SystemClock::monotonic() const
{
    return read(CLOCK_BOOTTIME);
}

std::string SystemClock::bootId() const
{
    return m_bootId;
}

} // namespace campus
