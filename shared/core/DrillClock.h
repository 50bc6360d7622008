// The clock of a drill (演练): the machine's own, moved by the milliseconds in a file that is read
// anew each time, so that a month of deadlines passes in a minute. Only a drill's data may be
// worked on with it. Any thread.
#pragma once

#include "core/Clock.h"

namespace campus {

class DrillClock final : public Clock
{
public:
    explicit DrillClock(std::string offsetFile);
    Millis wall() const override;
    Millis monotonic() const override; // moves with the file too
    std::string bootId() const override { return m_system.bootId() + "-drill"; }

private:
    Millis offset() const; // 0 while the file holds no number
    std::string m_file;
    SystemClock m_system;
};

} // namespace campus
