#include "mobile/store/FullDisk.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <sqlite3.h>

#include "core/Assert.h"

namespace campus::support {

namespace {

FullDisk *s_disk = nullptr;
sqlite3_vfs s_vfs;
sqlite3_io_methods s_methods;

// The system's file with one method of ours before it.
struct LimitedFile {
    sqlite3_file base;
    sqlite3_file *inner() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

LimitedFile *limited(sqlite3_file *file)
{
    return reinterpret_cast<LimitedFile *>(file);
}

sqlite3_vfs *system()
{
    return static_cast<sqlite3_vfs *>(s_vfs.pAppData);
}

int write(sqlite3_file *file, const void *octets, int count, sqlite3_int64 offset)
{
    sqlite3_file *inner = limited(file)->inner();
    sqlite3_int64 size = 0;
    inner->pMethods->xFileSize(inner, &size);
    const sqlite3_int64 growth = offset + count - size;
    if (growth > 0 && !s_disk->hasRoom(static_cast<std::uint64_t>(growth)))
        return SQLITE_FULL;
    return inner->pMethods->xWrite(inner, octets, count, offset);
}

template <auto Method, typename... Args>
int forward(sqlite3_file *file, Args... args)
{
    sqlite3_file *inner = limited(file)->inner();
    return (inner->pMethods->*Method)(inner, args...);
}

int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *out)
{
    const int code = system()->xOpen(system(), name, limited(file)->inner(), flags, out);
    file->pMethods = code == SQLITE_OK ? &s_methods : nullptr;
    return code;
}

} // namespace

FullDisk::FullDisk(std::string folder, std::uint64_t bytes) : m_folder(std::move(folder)), m_bytes(bytes)
{
    CAMPUS_ASSERT(s_disk == nullptr);
    s_disk = this;
    sqlite3_vfs *inner = sqlite3_vfs_find(nullptr);
    s_vfs = *inner;
    s_vfs.zName = kVfs;
    s_vfs.pAppData = inner;
    s_vfs.szOsFile = static_cast<int>(sizeof(LimitedFile)) + inner->szOsFile;
    s_vfs.xOpen = open;
    s_methods = {};
    s_methods.iVersion = 1; // no shared memory: the tablet's connection is exclusive
    using M = sqlite3_io_methods;
    s_methods.xClose = forward<&M::xClose>;
    s_methods.xRead = forward<&M::xRead, void *, int, sqlite3_int64>;
    s_methods.xWrite = write;
    s_methods.xTruncate = forward<&M::xTruncate, sqlite3_int64>;
    s_methods.xSync = forward<&M::xSync, int>;
    s_methods.xFileSize = forward<&M::xFileSize, sqlite3_int64 *>;
    s_methods.xLock = forward<&M::xLock, int>;
    s_methods.xUnlock = forward<&M::xUnlock, int>;
    s_methods.xCheckReservedLock = forward<&M::xCheckReservedLock, int *>;
    s_methods.xFileControl = forward<&M::xFileControl, int, void *>;
    s_methods.xSectorSize = forward<&M::xSectorSize>;
    s_methods.xDeviceCharacteristics = forward<&M::xDeviceCharacteristics>;
    CAMPUS_ASSERT(sqlite3_vfs_register(&s_vfs, 0) == SQLITE_OK);
}

FullDisk::~FullDisk()
{
    sqlite3_vfs_unregister(&s_vfs);
    s_disk = nullptr;
}

std::uint64_t FullDisk::used() const
{
    std::uint64_t sum = 0;
    std::error_code ignored;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(m_folder, ignored)) {
        if (entry.is_regular_file(ignored))
            sum += entry.file_size(ignored);
    }
    return sum;
}

Result<void> FullDisk::writeDurably(const std::string &path, BytesView octets)
{
    if (!hasRoom(octets.size()))
        return {ErrorCode::StorageFull, "no room for " + path};
    return m_files.writeDurably(path, octets);
}

Result<void> FullDisk::copy(const std::string &from, const std::string &to)
{
    if (!hasRoom(m_files.size(from).value_or(0)))
        return {ErrorCode::StorageFull, "no room for " + to};
    return m_files.copy(from, to);
}

std::uint64_t FullDisk::freeBytes(const std::string &)
{
    return m_bytes - std::min(m_bytes, used());
}

} // namespace campus::support
