#include "service/PasswordHash.h"

#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "core/Assert.h"
#include "core/Bytes.h"

namespace campus::service {

namespace {

constexpr std::size_t kHashOctets = 32;
constexpr std::size_t kSaltOctets = 16;
constexpr std::uint64_t kCostMax = 1u << 20; // of n: a stored hash cannot ask for all memory
constexpr std::uint64_t kMemoryMax = 1ull << 30;

using Hash = std::array<std::uint8_t, kHashOctets>;

bool isSane(const ScryptCost &cost)
{
    return cost.n >= 2 && cost.n <= kCostMax && (cost.n & (cost.n - 1)) == 0 && cost.r >= 1 &&
           cost.r <= 32 && cost.p >= 1 && cost.p <= 16;
}

Hash scrypt(std::string_view secret, BytesView salt, const ScryptCost &cost)
{
    Hash hash{};
    CAMPUS_ASSERT(EVP_PBE_scrypt(secret.data() != nullptr ? secret.data() : "", secret.size(),
                                 salt.data(), salt.size(), cost.n, cost.r, cost.p, kMemoryMax,
                                 hash.data(), hash.size()) == 1);
    return hash;
}

std::vector<std::string_view> partsOf(std::string_view stored)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = stored.find('$');
        parts.push_back(stored.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        stored.remove_prefix(end + 1);
    }
}

template <typename Number>
bool read(std::string_view text, Number &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

} // namespace

std::string hashSecret(std::string_view secret, const ScryptCost &cost, Random &random)
{
    CAMPUS_ASSERT(isSane(cost));
    std::array<std::uint8_t, kSaltOctets> salt{};
    random.fill(salt);
    const Hash hash = scrypt(secret, salt, cost);
    return "scrypt$" + std::to_string(cost.n) + "$" + std::to_string(cost.r) + "$" +
           std::to_string(cost.p) + "$" + toBase64(salt) + "$" + toBase64(hash);
}

bool secretFits(std::string_view secret, std::string_view stored)
{
    const std::vector<std::string_view> parts = partsOf(stored);
    ScryptCost cost;
    if (parts.size() != 6 || parts[0] != "scrypt" || !read(parts[1], cost.n) ||
        !read(parts[2], cost.r) || !read(parts[3], cost.p) || !isSane(cost))
        return false;
    const auto salt = fromBase64(parts[4]);
    const auto hash = fromBase64(parts[5]);
    if (!salt || !hash || hash->size() != kHashOctets)
        return false;
    return CRYPTO_memcmp(scrypt(secret, *salt, cost).data(), hash->data(), kHashOctets) == 0;
}

bool secretFitsNobody(std::string_view secret, const ScryptCost &cost)
{
    constexpr std::array<std::uint8_t, kSaltOctets> kSalt{};
    volatile std::uint8_t unused = scrypt(secret, kSalt, cost)[0];
    static_cast<void>(unused);
    return false;
}

} // namespace campus::service
