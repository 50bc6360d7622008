#include "core/Sha256.h"

#include <algorithm>
#include <openssl/evp.h>

#include "core/Assert.h"

namespace campus {

std::optional<Digest> Digest::fromBytes(BytesView bytes)
{
    Digest digest;
    if (bytes.size() != digest.bytes.size())
        return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
    return digest;
}

std::optional<Digest> Digest::fromHex(std::string_view hex)
{
    const auto bytes = campus::fromHex(hex);
    return bytes ? fromBytes(*bytes) : std::nullopt;
}

struct Sha256::Context {
    EVP_MD_CTX *evp = nullptr;
    Context() : evp(EVP_MD_CTX_new())
    {
        CAMPUS_ASSERT(evp != nullptr && EVP_DigestInit_ex(evp, EVP_sha256(), nullptr) == 1);
    }
    ~Context() { EVP_MD_CTX_free(evp); }
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;
};

Sha256::Sha256() : m_context(std::make_unique<Context>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(BytesView bytes)
{
    CAMPUS_ASSERT(EVP_DigestUpdate(m_context->evp, bytes.data(), bytes.size()) == 1);
}

Digest Sha256::finish()
{
    Digest digest;
    unsigned int size = 0;
    CAMPUS_ASSERT(EVP_DigestFinal_ex(m_context->evp, digest.bytes.data(), &size) == 1);
    CAMPUS_ASSERT(size == digest.bytes.size());
    return digest;
}

Digest sha256(BytesView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

} // namespace campus
