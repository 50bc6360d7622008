#include "core/Ed25519.h"

#include <algorithm>
#include <memory>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace campus {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> exactly(BytesView bytes)
{
    if (bytes.size() != N)
        return std::nullopt;
    std::array<std::uint8_t, N> fixed{};
    std::copy(bytes.begin(), bytes.end(), fixed.begin());
    return fixed;
}

Key privateKey(BytesView seed)
{
    return {EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()),
            &EVP_PKEY_free};
}

} // namespace

SigningKey SigningKey::generate()
{
    std::array<std::uint8_t, 32> seed{};
    CAMPUS_ASSERT(RAND_bytes(seed.data(), static_cast<int>(seed.size())) == 1);
    return fromSeed(seed).value();
}

Result<SigningKey> SigningKey::fromSeed(BytesView seed)
{
    const auto fixed = exactly<32>(seed);
    if (!fixed)
        return {ErrorCode::InvalidInput, "an Ed25519 seed has 32 octets"};
    SigningKey key;
    key.m_seed = *fixed;
    const Key evp = privateKey(key.m_seed);
    std::size_t size = key.m_public.size();
    CAMPUS_ASSERT(evp && EVP_PKEY_get_raw_public_key(evp.get(), key.m_public.data(), &size) == 1);
    return key;
}

Signature SigningKey::sign(BytesView message) const
{
    const Key evp = privateKey(m_seed);
    const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    Signature signature{};
    std::size_t size = signature.size();
    CAMPUS_ASSERT(evp && context
                  && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, evp.get()) == 1
                  && EVP_DigestSign(context.get(), signature.data(), &size, message.data(),
                                    message.size())
                      == 1);
    return signature;
}

bool verifySignature(const PublicKey &key, BytesView message, const Signature &signature)
{
    const Key evp(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()),
                  &EVP_PKEY_free);
    const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return evp && context
        && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, evp.get()) == 1
        && EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(),
                            message.size())
        == 1;
}

std::optional<PublicKey> publicKeyFrom(BytesView bytes)
{
    return exactly<32>(bytes);
}

std::optional<Signature> signatureFrom(BytesView bytes)
{
    return exactly<64>(bytes);
}

} // namespace campus
