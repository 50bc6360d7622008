// Ed25519 (RFC 8032) by libcrypto: a device signs its batches, the server its reports.
// Keys are plain values; the holder keeps the secret out of logs and world-readable files.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/Bytes.h"
#include "core/Result.h"

namespace campus {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

class SigningKey
{
public:
    static SigningKey generate();                              // from the system's random source
    static Result<SigningKey> fromSeed(BytesView seed);        // 32 octets
    const PublicKey &publicKey() const { return m_public; }
    const std::array<std::uint8_t, 32> &seed() const { return m_seed; }
    Signature sign(BytesView message) const;

private:
    SigningKey() = default;
    std::array<std::uint8_t, 32> m_seed{};
    PublicKey m_public{};
};

bool verifySignature(const PublicKey &key, BytesView message, const Signature &signature);
std::optional<PublicKey> publicKeyFrom(BytesView bytes);
std::optional<Signature> signatureFrom(BytesView bytes);

} // namespace campus
