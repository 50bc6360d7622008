#include "core/IdSource.h"

#include <algorithm>
#include <array>
#include <openssl/rand.h>

#include "core/Assert.h"
#include "core/Bytes.h"

namespace campus {

namespace {

constexpr std::uint32_t kCounterBits = 12 + 14; // rand_a and the upper part of rand_b
constexpr std::uint32_t kCounterMax = (1u << kCounterBits) - 1;

} // namespace

void SystemRandom::fill(std::span<std::uint8_t> out)
{
    CAMPUS_ASSERT(RAND_bytes(out.data(), static_cast<int>(out.size())) == 1);
}

std::string IdSource::next()
{
    const std::lock_guard lock(m_mutex);
    std::array<std::uint8_t, 10> random{};
    m_random.fill(random);
    const Millis now = m_clock.wall();
    if (now > m_lastMillis) {
        m_lastMillis = now;
        // A random start below a quarter leaves room to count within one millisecond.
        m_counter = (static_cast<std::uint32_t>(random[0]) << 16 | static_cast<std::uint32_t>(random[1]) << 8 | random[2])
            & (kCounterMax >> 2);
    } else if (++m_counter > kCounterMax) {
        ++m_lastMillis;
        m_counter = 0;
    }
    std::array<std::uint8_t, 16> id{};
    for (std::size_t i = 0; i < 6; ++i)
        id[i] = static_cast<std::uint8_t>(m_lastMillis >> (40 - 8 * i));
    const std::uint32_t high = m_counter >> 14;
    id[6] = static_cast<std::uint8_t>(0x70 | high >> 8);
    id[7] = static_cast<std::uint8_t>(high);
    id[8] = static_cast<std::uint8_t>(0x80 | (m_counter >> 8 & 0x3F));
    id[9] = static_cast<std::uint8_t>(m_counter);
    std::copy(random.begin() + 4, random.begin() + 10, id.begin() + 10);
    const std::string hex = toHex(id);
    return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-"
        + hex.substr(16, 4) + "-" + hex.substr(20);
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (dash ? c != '-' : !hex)
            return false;
    }
    return true;
}

} // namespace campus
