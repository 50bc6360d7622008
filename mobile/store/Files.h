// The tablet's file system as the store uses it beside SQLite: blobs, the reserve file, copies of a
// damaged database. An interface, so that a test can fill the disk or pull the plug.
// Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/Bytes.h"
#include "core/Result.h"

namespace campus::store {

class Files
{
public:
    virtual ~Files() = default;
    // Temp file, fsync, rename to `path`, fsync of the folder (I3). StorageFull leaves nothing behind.
    virtual Result<void> writeDurably(const std::string &path, BytesView octets) = 0;
    virtual Result<Bytes> read(const std::string &path) = 0; // NotFound
    virtual Result<void> copy(const std::string &from, const std::string &to) = 0;
    virtual Result<void> rename(const std::string &from, const std::string &to) = 0; // and fsync of the folder
    virtual Result<void> remove(const std::string &path) = 0; // a missing file is fine
    virtual Result<void> makeFolder(const std::string &path) = 0;
    virtual std::vector<std::string> list(const std::string &folder) = 0; // names, sorted
    virtual std::optional<std::uint64_t> size(const std::string &path) = 0;
    virtual std::uint64_t freeBytes(const std::string &folder) = 0;
};

class PosixFiles final : public Files
{
public:
    Result<void> writeDurably(const std::string &path, BytesView octets) override;
    Result<Bytes> read(const std::string &path) override;
    Result<void> copy(const std::string &from, const std::string &to) override;
    Result<void> rename(const std::string &from, const std::string &to) override;
    Result<void> remove(const std::string &path) override;
    Result<void> makeFolder(const std::string &path) override;
    std::vector<std::string> list(const std::string &folder) override;
    std::optional<std::uint64_t> size(const std::string &path) override;
    std::uint64_t freeBytes(const std::string &folder) override;
};

} // namespace campus::store
