// When to try again after a failed synchronisation (sync.md §10). Pure; any thread.
#pragma once

#include "core/Clock.h"

namespace campus::sync {

struct RetryPolicy {
    // `failures` in a row, the one just seen included: 2 s · 2^(failures − 1) ± 50 %, at most 15 min.
    // A time named by the server is never undercut, only lengthened by up to half.
    // `random01` in [0, 1) comes from the caller, so that tablets spread out and tests repeat.
    static Millis delayAfter(int failures, double random01, int retryAfterSeconds = 0);
};

} // namespace campus::sync
