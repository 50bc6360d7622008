// A file that appears whole or not at all: written beside its place, synced, renamed, and the
// folder synced. Errors name the file. Any thread; two writers of one file must not meet.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/Result.h"

namespace campus::exports {

// Where the octets go first, in the same folder.
std::filesystem::path partOf(const std::filesystem::path &file);
// Syncs the finished part and gives it its name; removes the part when that fails.
Result<void> publishPart(const std::filesystem::path &file);
Result<void> writeWhole(const std::filesystem::path &file, std::string_view octets);

} // namespace campus::exports
