// The tablet's files beside SQLite on the same breakable disk. Any thread.
#pragma once

#include "sim/CrashVfs.h"
#include "store/Files.h"

namespace campus::sim {

class SimFiles final : public store::Files
{
public:
    explicit SimFiles(CrashVfs &disk) : m_disk(disk) {}

    Result<void> writeDurably(const std::string &path, BytesView octets) override
    {
        return m_disk.spend() ? m_real.writeDurably(path, octets) : broken();
    }
    Result<Bytes> read(const std::string &path) override { return m_real.read(path); }
    Result<void> copy(const std::string &from, const std::string &to) override
    {
        return m_disk.spend() ? m_real.copy(from, to) : broken();
    }
    Result<void> rename(const std::string &from, const std::string &to) override
    {
        return m_disk.spend() ? m_real.rename(from, to) : broken();
    }
    Result<void> remove(const std::string &path) override
    {
        return m_disk.spend() ? m_real.remove(path) : broken();
    }
    Result<void> makeFolder(const std::string &path) override { return m_real.makeFolder(path); }
    std::vector<std::string> list(const std::string &folder) override
    {
        return m_real.list(folder);
    }
    std::optional<std::uint64_t> size(const std::string &path) override
    {
        return m_real.size(path);
    }
    std::uint64_t freeBytes(const std::string &) override { return 1ull << 32; }

private:
    static Result<void> broken() { return {ErrorCode::StorageFailed, "the disk is broken"}; }
    CrashVfs &m_disk;
    store::PosixFiles m_real;
};

} // namespace campus::sim
