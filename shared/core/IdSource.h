// Identifiers made on a device without asking anybody.
#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <string>

#include "core/Clock.h"

namespace campus {

class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0;
};

// libcrypto's generator. Any thread.
class SystemRandom final : public Random
{
public:
    void fill(std::span<std::uint8_t> out) override;
};

// UUID version 7 (RFC 9562) in its usual text form, strictly increasing even when the clock
// goes back. Identity only: nothing may sort events by it. Any thread.
class IdSource
{
public:
    IdSource(const Clock &clock, Random &random) : m_clock(clock), m_random(random) {}
    std::string next();

private:
    const Clock &m_clock;
    Random &m_random;
    std::mutex m_mutex;
    Millis m_lastMillis = 0;
    std::uint32_t m_counter = 0;
};

bool isUuid(std::string_view text); // 8-4-4-4-12 lower-case hexadecimal

} // namespace campus
