// Randomness that repeats: the same seed gives the same numbers on every machine (SplitMix64).
// Not for secrets. One thread at a time.
#pragma once

#include <cstdint>
#include <span>

#include "core/IdSource.h"

namespace campus::support {

class SeededRandom final : public Random
{
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return z ^ z >> 31;
    }
    std::uint64_t below(std::uint64_t bound) { return bound == 0 ? 0 : next() % bound; }
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; } // [0, 1)
    bool chance(double probability) { return unit() < probability; }
    void fill(std::span<std::uint8_t> out) override
    {
        for (std::uint8_t &octet : out)
            octet = static_cast<std::uint8_t>(next());
    }

private:
    std::uint64_t m_state;
};

} // namespace campus::support
