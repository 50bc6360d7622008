// SHA-256 by libcrypto. Digest is the name of every blob and the link of every chain.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/Bytes.h"

namespace campus {

struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    std::string hex() const { return toHex(bytes); }
    BytesView view() const { return bytes; }
    auto operator<=>(const Digest &) const = default;
    static std::optional<Digest> fromHex(std::string_view hex);
    static std::optional<Digest> fromBytes(BytesView bytes);
};

// Incremental hash; one thread at a time; finish() once.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;
    void add(BytesView bytes);
    void add(std::string_view text) { add(asBytes(text)); }
    Digest finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

Digest sha256(BytesView bytes);
inline Digest sha256(std::string_view text) { return sha256(asBytes(text)); }

} // namespace campus

template <>
struct std::hash<campus::Digest> {
    std::size_t operator()(const campus::Digest &d) const noexcept
    {
        std::size_t value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i)
            value = value << 8 | d.bytes[i];
        return value;
    }
};
