// Lets people who signed in on this tablet sign in again without a network: of each password a
// salted scrypt value is kept in the key vault, never the password. After kTriesMax wrong tries in
// a row only the server can let that person in. Slow by intent: not for the UI thread; one thread
// at a time.
#pragma once

#include <string>
#include <string_view>

#include "core/IdSource.h"
#include "core/Result.h"
#include "store/KeyVault.h"

namespace campus::platform {

class PasswordMemory
{
public:
    static constexpr int kTriesMax = 10;
    // Detail of Locked: waiting does not help, a network does.
    static constexpr std::string_view kOnlyTheServer = "tries_used_up_offline";

    PasswordMemory(store::KeyVault &vault, Random &random) : m_vault(vault), m_random(random) {}
    // After the server accepted the password.
    Result<void> remember(const std::string &user, std::string_view password);
    // WrongCredentials; Locked after too many tries; NotFound for somebody never remembered.
    Result<void> check(const std::string &user, std::string_view password);

private:
    store::KeyVault &m_vault;
    Random &m_random;
};

} // namespace campus::platform
