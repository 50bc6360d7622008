#include "platform/PasswordMemory.h"

#include <algorithm>
#include <array>
#include <optional>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "core/Sha256.h"

namespace campus::platform {

namespace {

constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kRecordBytes = 1 + kSaltBytes + kHashBytes; // tries, salt, hash
// 32 MB and about a tenth of a second a try.
constexpr std::uint64_t kScryptN = 1u << 15;
constexpr std::uint64_t kScryptR = 8;
constexpr std::uint64_t kScryptP = 1;
constexpr std::uint64_t kScryptMemory = 64u << 20;

using Salt = std::array<std::uint8_t, kSaltBytes>;
using Hash = std::array<std::uint8_t, kHashBytes>;

struct Entry {
    std::uint8_t tries = 0;
    Salt salt{};
    Hash hash{};
};

// A user id is no file name.
std::string nameFor(const std::string &user)
{
    return "password-" + sha256(user).hex().substr(0, 32);
}

Result<Hash> hashOf(std::string_view password, const Salt &salt)
{
    Hash hash{};
    const int done =
        EVP_PBE_scrypt(password.data(), password.size(), salt.data(), salt.size(), kScryptN,
                       kScryptR, kScryptP, kScryptMemory, hash.data(), hash.size());
    if (done != 1)
        return {ErrorCode::Internal, "scrypt"};
    return hash;
}

Bytes octetsOf(const Entry &entry)
{
    Bytes octets{entry.tries};
    octets.insert(octets.end(), entry.salt.begin(), entry.salt.end());
    octets.insert(octets.end(), entry.hash.begin(), entry.hash.end());
    return octets;
}

std::optional<Entry> entryOf(const std::optional<Bytes> &octets)
{
    if (!octets || octets->size() != kRecordBytes)
        return std::nullopt;
    Entry entry;
    entry.tries = octets->front();
    std::copy_n(octets->begin() + 1, kSaltBytes, entry.salt.begin());
    std::copy_n(octets->begin() + 1 + kSaltBytes, kHashBytes, entry.hash.begin());
    return entry;
}

} // namespace

Result<void> PasswordMemory::remember(const std::string &user, std::string_view password)
{
    Entry entry;
    m_random.fill(entry.salt);
    const auto hash = hashOf(password, entry.salt);
    if (!hash)
        return hash.error();
    entry.hash = *hash;
    return m_vault.write(nameFor(user), octetsOf(entry));
}

Result<void> PasswordMemory::check(const std::string &user, std::string_view password)
{
    const auto kept = m_vault.read(nameFor(user));
    if (!kept)
        return kept.error();
    auto entry = entryOf(*kept);
    if (!entry)
        return {ErrorCode::NotFound, "password of " + user};
    if (entry->tries >= kTriesMax)
        return {ErrorCode::Locked, std::string(kOnlyTheServer)};
    // Counted before it is looked at, so that a pulled plug gives no free try.
    ++entry->tries;
    if (const auto counted = m_vault.write(nameFor(user), octetsOf(*entry)); !counted)
        return counted.error();
    const auto hash = hashOf(password, entry->salt);
    if (!hash)
        return hash.error();
    if (CRYPTO_memcmp(hash->data(), entry->hash.data(), kHashBytes) != 0)
        return {ErrorCode::WrongCredentials, "password of " + user};
    entry->tries = 0;
    return m_vault.write(nameFor(user), octetsOf(*entry));
}

} // namespace campus::platform
