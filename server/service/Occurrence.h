// When an event happened, as far as the server can know (sync.md §7): a tablet's wall clock may be
// wrong by years, its monotonic clock is right within one boot. Pure.
#pragma once

#include <optional>

#include "domain/Event.h"
#include "storage/AccountBook.h"

namespace campus::service {

// The longest a request may have been under way; a sample is uncertain by that much.
inline constexpr Millis kRequestMax = 60'000;

struct OccurrenceClues {
    std::optional<storage::TimeSample> sample; // of the event's boot
    Millis receivedAt = 0;
    Millis headCommittedAt =
        0; // when the newest position its maker knew was committed; 0 = unknown
};

// Same boot: the sample's server time less the time between, 60 s wide. Otherwise from the commit of
// the head its maker knew to the receipt. Never after the receipt.
domain::Occurred occurrenceOf(const domain::Event &event, const OccurrenceClues &clues);

// Of two samples of one boot the one with the least distance between the clocks is nearest the
// truth, because a request can only be late. One that is later by more than a request can be says
// that a clock was set meanwhile: then the newer counts.
bool isBetter(const storage::TimeSample &sample, const std::optional<storage::TimeSample> &known);

} // namespace campus::service
