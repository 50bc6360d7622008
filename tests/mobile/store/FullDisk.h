// A disk of a given size for one folder: SQLite through a VFS of its own, other files through Files.
// What is in use is what the files there really occupy, so freeing one makes room. One at a time.
#pragma once

#include <cstdint>
#include <string>

#include "store/Files.h"

namespace campus::support {

class FullDisk final : public store::Files
{
public:
    explicit FullDisk(std::string folder, std::uint64_t bytes);
    ~FullDisk() override;
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

    static constexpr const char *kVfs = "full-disk";
    void resize(std::uint64_t bytes) { m_bytes = bytes; }
    std::uint64_t used() const;
    bool hasRoom(std::uint64_t more) const { return used() + more <= m_bytes; }

    Result<void> writeDurably(const std::string &path, BytesView octets) override;
    Result<Bytes> read(const std::string &path) override { return m_files.read(path); }
    Result<void> copy(const std::string &from, const std::string &to) override;
    Result<void> rename(const std::string &from, const std::string &to) override { return m_files.rename(from, to); }
    Result<void> remove(const std::string &path) override { return m_files.remove(path); }
    Result<void> makeFolder(const std::string &path) override { return m_files.makeFolder(path); }
    std::vector<std::string> list(const std::string &folder) override { return m_files.list(folder); }
    std::optional<std::uint64_t> size(const std::string &path) override { return m_files.size(path); }
    std::uint64_t freeBytes(const std::string &folder) override;

private:
    std::string m_folder;
    std::uint64_t m_bytes;
    store::PosixFiles m_files;
};

} // namespace campus::support
