// Where a hazard stands: what its acts make of it when they apply in the order of seq
// (domain.md §12.10(2)). A plain value, internal to this folder.
#pragma once

#include <cstdint>

#include "figures/Act.h"

namespace campus::figures {

struct Standing {
    bool exists = false; // found by then
    bool closed = false;
    bool submitted = false; // waits for review
    bool onSpot = false;    // the last closing was on the spot
    bool proposedMajor = false;
    bool levelDecided = false, decidedMajor = false;
    bool delisted = false;
    // the current round
    DayNumber originalDue = kNoDay, extendedUntil = kNoDay;
    DayNumber submittedOn = kNoDay, acceptedOn = kNoDay, askedUntil = kNoDay;
    DayNumber closedOn = kNoDay; // last closing, when closed
    DayNumber listedOn = kNoDay, transferredOn = kNoDay;

    bool open() const { return exists && !closed; }
    bool isMajor() const { return levelDecided && decidedMajor; }
    bool awaitsLevel() const { return proposedMajor && !levelDecided; }
    DayNumber due() const { return extendedUntil != kNoDay ? extendedUntil : originalDue; }
    bool isOverdue(DayNumber today) const { return open() && !submitted && due() < today; }
};

// The next act by seq. A closed hazard is opened by a reopening and by nothing else.
void apply(Standing &standing, const Act &act);
// What a main hazard takes over from one merged into it (§12.10(3)).
void absorb(Standing &main, const Standing &duplicate);

} // namespace campus::figures
