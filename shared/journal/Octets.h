// Length-prefixed octets, so that two different lists of fields never hash alike.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/Sha256.h"

namespace campus::journal {

inline void addNumber(Sha256 &hash, std::uint64_t value)
{
    std::array<std::uint8_t, 8> octets{};
    for (std::size_t i = 0; i < octets.size(); ++i)
        octets[i] = static_cast<std::uint8_t>(value >> (56 - 8 * i));
    hash.add(octets);
}

inline void addField(Sha256 &hash, std::string_view text)
{
    addNumber(hash, text.size());
    hash.add(text);
}

} // namespace campus::journal
