// A disk that can break at any write: an SQLite VFS over the system's own that counts every change
// to a file, stops at a planned one, and afterwards leaves the files as a killed process or a power
// cut would. What was not synced is lost in a power cut, from a random write on. Registered under
// its name while it lives. Any thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/IdSource.h"
#include "support/SeededRandom.h"

struct sqlite3_vfs;

namespace campus::sim {

class CrashVfs
{
public:
    explicit CrashVfs(const std::string &name);
    ~CrashVfs();
    CrashVfs(const CrashVfs &) = delete;
    CrashVfs &operator=(const CrashVfs &) = delete;
    const std::string &name() const { return m_name; }

    // The n-th change from now breaks the disk, half done; 0 calls a plan off.
    void breakAt(std::uint64_t n);
    // From now on nothing changes any more, as if the process were gone.
    void breakNow();
    bool isBroken() const;
    std::uint64_t changes() const; // since the beginning
    // For files beside SQLite: counts a change; false = the disk is broken.
    bool spend();

    enum class Loss { Killed, PowerCut };
    // The disk works again. Nothing may be open on it.
    void repair(Loss loss, support::SeededRandom &random);
    // A planted bug: the sync that was asked for never happened.
    void skipSyncs(bool skip);

    struct File; // one open file; known to CrashVfs.cpp alone

private:
    friend struct Methods;
    struct Undo {
        std::int64_t offset = 0;
        std::int64_t sizeBefore = 0;
        std::string octetsBefore;
    };
    bool spendLocked();

    std::string m_name;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    sqlite3_vfs *m_system;
    mutable std::mutex m_mutex;
    std::uint64_t m_changes = 0, m_breakAt = 0;
    bool m_broken = false, m_skipSyncs = false;
    std::map<std::string, std::vector<Undo>> m_unsynced; // by path, oldest first
};

} // namespace campus::sim
