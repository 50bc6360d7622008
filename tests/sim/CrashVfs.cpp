#include "sim/CrashVfs.h"

#include <algorithm>
#include <cstring>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "core/Assert.h"

namespace campus::sim {

// SQLite allocates it with the system's own file behind it.
struct CrashVfs::File {
    sqlite3_file interface;
    CrashVfs *disk;
    std::string *path; // null for a temporary file
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

struct Methods {
    static CrashVfs::File &fileOf(sqlite3_file *file)
    {
        return *reinterpret_cast<CrashVfs::File *>(file);
    }
    static CrashVfs &diskOf(sqlite3_vfs *vfs) { return *static_cast<CrashVfs *>(vfs->pAppData); }
    static sqlite3_vfs *systemOf(sqlite3_vfs *vfs) { return diskOf(vfs).m_system; }
    static sqlite3_file *real(sqlite3_file *file) { return fileOf(file).real(); }
    static const sqlite3_io_methods &realMethods(sqlite3_file *file)
    {
        return *real(file)->pMethods;
    }

    // ---- a file ----
    static int close(sqlite3_file *file)
    {
        CrashVfs::File &mine = fileOf(file);
        const int code =
            mine.real()->pMethods != nullptr ? realMethods(file).xClose(mine.real()) : SQLITE_OK;
        delete mine.path;
        mine.path = nullptr;
        return code;
    }
    static int read(sqlite3_file *file, void *into, int count, sqlite3_int64 offset)
    {
        return realMethods(file).xRead(real(file), into, count, offset);
    }

    // What a power cut would bring back.
    static void remember(CrashVfs::File &mine, sqlite3_int64 offset, sqlite3_int64 count)
    {
        CrashVfs::Undo undo;
        sqlite3_int64 size = 0;
        mine.real()->pMethods->xFileSize(mine.real(), &size);
        undo.sizeBefore = size;
        undo.offset = offset;
        const sqlite3_int64 there = std::clamp<sqlite3_int64>(size - offset, 0, count);
        undo.octetsBefore.resize(static_cast<std::size_t>(there));
        if (there > 0)
            mine.real()->pMethods->xRead(mine.real(), undo.octetsBefore.data(),
                                         static_cast<int>(there), offset);
        mine.disk->m_unsynced[*mine.path].push_back(std::move(undo));
    }
    static int write(sqlite3_file *file, const void *octets, int count, sqlite3_int64 offset)
    {
        CrashVfs::File &mine = fileOf(file);
        if (mine.path == nullptr)
            return realMethods(file).xWrite(real(file), octets, count, offset);
        const std::lock_guard lock(mine.disk->m_mutex);
        const bool wasBroken = mine.disk->m_broken;
        const bool goes = mine.disk->spendLocked();
        if (wasBroken)
            return SQLITE_IOERR_WRITE;
        remember(mine, offset, count);
        const int written = goes ? count : count / 2; // the last write is torn
        const int code =
            written > 0 ? realMethods(file).xWrite(real(file), octets, written, offset) : SQLITE_OK;
        return goes ? code : SQLITE_IOERR_WRITE;
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        CrashVfs::File &mine = fileOf(file);
        if (mine.path == nullptr)
            return realMethods(file).xTruncate(real(file), size);
        const std::lock_guard lock(mine.disk->m_mutex);
        if (!mine.disk->spendLocked())
            return SQLITE_IOERR_TRUNCATE;
        sqlite3_int64 before = 0;
        realMethods(file).xFileSize(real(file), &before);
        remember(mine, size, std::max<sqlite3_int64>(before - size, 0));
        return realMethods(file).xTruncate(real(file), size);
    }
    static int sync(sqlite3_file *file, int flags)
    {
        CrashVfs::File &mine = fileOf(file);
        if (mine.path == nullptr)
            return realMethods(file).xSync(real(file), flags);
        const std::lock_guard lock(mine.disk->m_mutex);
        if (!mine.disk->spendLocked())
            return SQLITE_IOERR_FSYNC;
        if (!mine.disk->m_skipSyncs)
            mine.disk->m_unsynced.erase(*mine.path);
        return SQLITE_OK; // the disk is this model; the system's own sync would only cost time
    }
    static int fileSize(sqlite3_file *file, sqlite3_int64 *size)
    {
        return realMethods(file).xFileSize(real(file), size);
    }
    static int lock(sqlite3_file *file, int level)
    {
        return realMethods(file).xLock(real(file), level);
    }
    static int unlock(sqlite3_file *file, int level)
    {
        return realMethods(file).xUnlock(real(file), level);
    }
    static int checkReserved(sqlite3_file *file, int *result)
    {
        return realMethods(file).xCheckReservedLock(real(file), result);
    }
    static int control(sqlite3_file *file, int operation, void *argument)
    {
        return realMethods(file).xFileControl(real(file), operation, argument);
    }
    static int sectorSize(sqlite3_file *file) { return realMethods(file).xSectorSize(real(file)); }
    static int characteristics(sqlite3_file *file)
    {
        return realMethods(file).xDeviceCharacteristics(real(file));
    }
    static int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **into)
    {
        return realMethods(file).xShmMap(real(file), page, size, extend, into);
    }
    static int shmLock(sqlite3_file *file, int offset, int count, int flags)
    {
        return realMethods(file).xShmLock(real(file), offset, count, flags);
    }
    static void shmBarrier(sqlite3_file *file) { realMethods(file).xShmBarrier(real(file)); }
    static int shmUnmap(sqlite3_file *file, int remove)
    {
        return realMethods(file).xShmUnmap(real(file), remove);
    }

    // ---- the file system ----
    static int open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags,
                    int *outFlags)
    {
        static const sqlite3_io_methods methods = {2,
                                                   close,
                                                   read,
                                                   write,
                                                   truncate,
                                                   sync,
                                                   fileSize,
                                                   lock,
                                                   unlock,
                                                   checkReserved,
                                                   control,
                                                   sectorSize,
                                                   characteristics,
                                                   shmMap,
                                                   shmLock,
                                                   shmBarrier,
                                                   shmUnmap,
                                                   nullptr,
                                                   nullptr};
        CrashVfs::File &mine = fileOf(file);
        mine.interface.pMethods = nullptr;
        mine.disk = &diskOf(vfs);
        mine.path = nullptr;
        std::memset(static_cast<void *>(mine.real()), 0, sizeof(sqlite3_file));
        const int code = systemOf(vfs)->xOpen(systemOf(vfs), path, mine.real(), flags, outFlags);
        if (code != SQLITE_OK)
            return code;
        mine.interface.pMethods = &methods;
        if (path != nullptr)
            mine.path = new std::string(path);
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs *vfs, const char *path, int syncFolder)
    {
        CrashVfs &disk = diskOf(vfs);
        const std::lock_guard lock(disk.m_mutex);
        if (!disk.spendLocked())
            return SQLITE_IOERR_DELETE;
        disk.m_unsynced.erase(path);
        return disk.m_system->xDelete(disk.m_system, path, syncFolder);
    }
    static int access(sqlite3_vfs *vfs, const char *path, int flags, int *result)
    {
        return systemOf(vfs)->xAccess(systemOf(vfs), path, flags, result);
    }
    static int fullPath(sqlite3_vfs *vfs, const char *path, int size, char *into)
    {
        return systemOf(vfs)->xFullPathname(systemOf(vfs), path, size, into);
    }
    static int randomness(sqlite3_vfs *vfs, int count, char *into)
    {
        return systemOf(vfs)->xRandomness(systemOf(vfs), count, into);
    }
    static int wait(sqlite3_vfs *vfs, int microseconds)
    {
        return systemOf(vfs)->xSleep(systemOf(vfs), microseconds);
    }
    static int currentTime(sqlite3_vfs *vfs, sqlite3_int64 *into)
    {
        return systemOf(vfs)->xCurrentTimeInt64(systemOf(vfs), into);
    }
    static int lastError(sqlite3_vfs *vfs, int size, char *into)
    {
        return systemOf(vfs)->xGetLastError(systemOf(vfs), size, into);
    }
};

CrashVfs::CrashVfs(const std::string &name)
    : m_name(name),
      m_vfs(std::make_unique<sqlite3_vfs>()),
      m_system(sqlite3_vfs_find(nullptr))
{
    CAMPUS_ASSERT(m_system != nullptr);
    m_vfs->iVersion = 2;
    m_vfs->szOsFile = static_cast<int>(sizeof(File)) + m_system->szOsFile;
    m_vfs->mxPathname = m_system->mxPathname;
    m_vfs->zName = m_name.c_str();
    m_vfs->pAppData = this;
    m_vfs->xOpen = Methods::open;
    m_vfs->xDelete = Methods::remove;
    m_vfs->xAccess = Methods::access;
    m_vfs->xFullPathname = Methods::fullPath;
    m_vfs->xRandomness = Methods::randomness;
    m_vfs->xSleep = Methods::wait;
    m_vfs->xCurrentTimeInt64 = Methods::currentTime;
    m_vfs->xGetLastError = Methods::lastError;
    CAMPUS_ASSERT(sqlite3_vfs_register(m_vfs.get(), 0) == SQLITE_OK);
}

CrashVfs::~CrashVfs()
{
    sqlite3_vfs_unregister(m_vfs.get());
}

void CrashVfs::breakAt(std::uint64_t n)
{
    const std::lock_guard lock(m_mutex);
    m_breakAt = n == 0 ? 0 : m_changes + n;
}

void CrashVfs::breakNow()
{
    const std::lock_guard lock(m_mutex);
    m_broken = true;
}

bool CrashVfs::isBroken() const
{
    const std::lock_guard lock(m_mutex);
    return m_broken;
}

std::uint64_t CrashVfs::changes() const
{
    const std::lock_guard lock(m_mutex);
    return m_changes;
}

bool CrashVfs::spend()
{
    const std::lock_guard lock(m_mutex);
    return spendLocked();
}

bool CrashVfs::spendLocked()
{
    if (m_broken)
        return false;
    ++m_changes;
    m_broken = m_breakAt != 0 && m_changes >= m_breakAt;
    return !m_broken;
}

void CrashVfs::skipSyncs(bool skip)
{
    const std::lock_guard lock(m_mutex);
    m_skipSyncs = skip;
}

void CrashVfs::repair(Loss loss, support::SeededRandom &random)
{
    const std::lock_guard lock(m_mutex);
    for (auto &[path, undos] : m_unsynced) {
        if (loss == Loss::Killed)
            break; // the system still writes what it was given
        const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
        if (file < 0)
            continue;
        const std::size_t kept = random.below(undos.size() + 1);
        for (std::size_t i = undos.size(); i > kept; --i) {
            const Undo &undo = undos[i - 1];
            const bool put =
                ::pwrite(file, undo.octetsBefore.data(), undo.octetsBefore.size(), undo.offset) ==
                static_cast<ssize_t>(undo.octetsBefore.size());
            CAMPUS_ASSERT(put && ::ftruncate(file, undo.sizeBefore) == 0);
        }
        ::close(file);
    }
    m_unsynced.clear();
    m_broken = false;
    m_breakAt = 0;
}

} // namespace campus::sim
