// Numbered steps of a schema; a released step is never edited.
#pragma once

#include <span>
#include <string_view>

#include "sqlite/Database.h"

namespace campus::sqlite {

struct Migration {
    int version;          // 1, 2, 3 …; kept in user_version
    std::string_view sql;
};

// Applies what is missing, each step in its own transaction. UnsupportedVersion when the file is
// newer than this program; the file is then untouched.
Result<void> migrate(Database &database, std::span<const Migration> steps);

} // namespace campus::sqlite
