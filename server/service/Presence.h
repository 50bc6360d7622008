// Notes when a tablet was here, what it declared unsent, and its clocks, without making a reading
// wait for a disk: written with the next commit, and only when there is news. Any thread.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "core/Clock.h"
#include "storage/AccountBook.h"
#include "wire/Messages.h"

namespace campus::storage {
class Store;
}

namespace campus::service {

class Presence
{
public:
    Presence(storage::Store &store, const Clock &clock) : m_store(store), m_clock(clock) {}
    void note(const std::string &device, const wire::DeviceTime &time,
              std::uint64_t declaredUnsent);

private:
    struct Last {
        Millis writtenAt = 0;
        std::uint64_t declaredUnsent = 0;
        storage::TimeSample sample;
    };
    storage::Store &m_store;
    const Clock &m_clock;
    std::mutex m_mutex;
    std::map<std::string, Last> m_last; // by device; as many as are enrolled
};

} // namespace campus::service
