// A damaged database: the file is copied aside and kept, and what can still be read of own events,
// drafts, people and blobs is copied into a new one. Docs are not: the tablet bootstraps again.
// Called while the store opens; nobody else uses the files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/Clock.h"
#include "core/Result.h"
#include "store/Files.h"
#include "store/KeyVault.h"

namespace campus::store {

inline constexpr std::string_view kDatabaseName = "tablet.db";
inline constexpr std::string_view kReserveName = "reserve";
inline constexpr std::string_view kRecoveredName = "recovered.db"; // whole, not yet in its place
inline constexpr std::string_view kDamageMark = "check";   // a file: check the database when opening
inline constexpr std::string_view kIdentityName = "identity"; // in the vault: device, line end, server

struct Recovered {
    std::uint64_t events = 0;
    std::string asideCopy;
};

// On failure the damaged file is where it was.
Result<Recovered> recoverDatabase(const std::string &directory, Files &files, KeyVault &vault,
                                  const std::string &vfs, Millis now);
// Puts a whole recovered file in its place when a stop came in between; before the database is opened.
Result<void> finishRecovery(const std::string &directory, Files &files);

} // namespace campus::store
