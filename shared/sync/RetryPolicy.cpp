#include "sync/RetryPolicy.h"

#include <algorithm>

namespace campus::sync {

namespace {

constexpr Millis kFirstDelay = 2'000;
constexpr Millis kLongestDelay = 15 * 60'000;
constexpr int kDoublingsMax = 9; // 2 s · 2^9 is beyond the longest delay already

} // namespace

Millis RetryPolicy::delayAfter(int failures, double random01, int retryAfterSeconds)
{
    const double chance = std::clamp(random01, 0.0, 1.0);
    if (retryAfterSeconds > 0) {
        const Millis asked = static_cast<Millis>(retryAfterSeconds) * 1000;
        return asked + static_cast<Millis>(static_cast<double>(asked) * 0.5 * chance);
    }
    if (failures <= 0)
        return 0;
    const Millis middle = kFirstDelay << std::min(failures - 1, kDoublingsMax);
    return std::min(kLongestDelay,
                    static_cast<Millis>(static_cast<double>(middle) * (0.5 + chance)));
}

} // namespace campus::sync
