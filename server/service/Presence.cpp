#include "service/Presence.h"

#include "service/Occurrence.h"
#include "storage/Store.h"

namespace campus::service {

namespace {

constexpr Millis kStale = 10 * 60'000; // "seen" is shown in minutes, not seconds

} // namespace

void Presence::note(const std::string &device, const wire::DeviceTime &time,
                    std::uint64_t declaredUnsent)
{
    if (device.empty())
        return;
    const Millis now = m_clock.wall();
    const storage::TimeSample sample{time.boot, time.mono, now};
    {
        const std::lock_guard lock(m_mutex);
        Last &last = m_last[device];
        const bool sameBoot = last.sample.boot == sample.boot;
        const bool newSample =
            !sample.boot.empty() &&
            isBetter(sample, sameBoot ? std::optional(last.sample) : std::nullopt);
        if (newSample)
            last.sample = sample;
        const bool newCount = last.declaredUnsent != declaredUnsent;
        const bool stale = now < last.writtenAt || now - last.writtenAt > kStale;
        if (!newSample && !newCount && !stale)
            return;
        last.writtenAt = now;
        last.declaredUnsent = declaredUnsent;
    }
    m_store.submit([device, sample, declaredUnsent, now](storage::Books &books) -> Result<void> {
        if (!sample.boot.empty()) {
            const auto known = books.accounts().timeSample(device, sample.boot);
            if (!known)
                return known.error();
            if (isBetter(sample, *known)) {
                if (auto put = books.accounts().putTimeSample(device, sample); !put)
                    return put;
            }
        }
        return books.accounts().noteSeen(device, now, declaredUnsent);
    });
}

} // namespace campus::service
