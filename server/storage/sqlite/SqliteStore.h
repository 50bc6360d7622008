// Store on one SQLite file (sync.md §7): WAL, synchronous=FULL, one writer thread, query-only
// readers. Thread-safe.
#pragma once

#include <memory>
#include <string>

#include "core/Result.h"
#include "storage/Store.h"

namespace campus::storage {

struct SqliteOptions {
    int readers = 4;
    bool readOnly = false;          // beside another process's writer; submit() fails
    std::string vfs;                // empty = the system's; tests bring their own
    int cacheKibibytes = 64 * 1024; // the writer's; readers take an eighth
    std::int64_t pagesMax = 0;      // 0 = as the disk allows; a test makes the disk small
};

// Brings the file to this program's schema. StorageCorrupt, UnsupportedVersion (a newer file), or
// NotFound when readOnly and there is no file.
Result<std::unique_ptr<Store>> openSqliteStore(const std::string &path,
                                               const SqliteOptions &options);

} // namespace campus::storage
