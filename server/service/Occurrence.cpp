#include "service/Occurrence.h"

#include <algorithm>

namespace campus::service {

namespace {

// A device may claim any number; these keep sums far from overflow.
constexpr Millis kClaimMax = 1ll << 53;

Millis boundedClaim(Millis claim)
{
    return std::clamp(claim, -kClaimMax, kClaimMax);
}

} // namespace

domain::Occurred occurrenceOf(const domain::Event &event, const OccurrenceClues &clues)
{
    domain::Occurred occurred;
    occurred.claimed = boundedClaim(event.wall);
    // A head committed after the receipt cannot bound anything: the server's clock was set back.
    const Millis floor = clues.headCommittedAt <= clues.receivedAt ? clues.headCommittedAt : 0;
    occurred.earliest = floor;
    occurred.latest = clues.receivedAt;
    if (!clues.sample)
        return occurred;
    const Millis latest =
        clues.sample->server - boundedClaim(clues.sample->mono) + boundedClaim(event.mono);
    const Millis earliest = latest - kRequestMax;
    // Clocks that contradict the log are not believed.
    if (latest < floor || earliest > clues.receivedAt)
        return occurred;
    occurred.latest = std::min(latest, clues.receivedAt);
    occurred.earliest = std::max(earliest, floor);
    return occurred;
}

bool isBetter(const storage::TimeSample &sample, const std::optional<storage::TimeSample> &known)
{
    if (!known)
        return true;
    const Millis distance = sample.server - boundedClaim(sample.mono);
    const Millis before = known->server - boundedClaim(known->mono);
    return distance < before || distance > before + kRequestMax;
}

} // namespace campus::service
