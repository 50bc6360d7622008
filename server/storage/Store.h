// The server's memory. One writer thread owns the only read-write connection and commits everybody
// who waits in one transaction with one fsync (group commit); readers see whole commits only.
// What write() reported as done survives any crash. Thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <string_view>

#include "core/Result.h"
#include "storage/AccountBook.h"
#include "storage/BlobBook.h"
#include "storage/ChainBook.h"
#include "storage/DocBook.h"
#include "storage/LogBook.h"

namespace campus::storage {

// One consistent view of everything: a snapshot for a reader, the transaction for a writer.
class Books
{
public:
    virtual ~Books() = default;
    virtual const LogBook &log() const = 0;
    virtual const ChainBook &chains() const = 0;
    virtual const DocBook &docs() const = 0;
    virtual const AccountBook &accounts() const = 0;
    virtual const BlobBook &blobs() const = 0;
    virtual Result<std::string> setting(std::string_view name) const = 0; // empty = not set

    virtual LogBook &log() = 0;
    virtual ChainBook &chains() = 0;
    virtual DocBook &docs() = 0;
    virtual AccountBook &accounts() = 0;
    virtual BlobBook &blobs() = 0;
    virtual Result<void> setSetting(std::string_view name, std::string_view value) = 0;
};

// Names of settings. Frozen.
inline constexpr std::string_view kServerIdSetting = "server_id";
inline constexpr std::string_view kDrillSetting = "drill"; // "1": sample data
inline constexpr std::string_view kDurableSizeSetting =
    "durable_size"; // log size in a verified copy elsewhere
inline constexpr std::string_view kServerKeySetting = "server_key"; // public key, hex

class Store
{
public:
    // Runs on the writer thread. An error undoes this work alone. It may run again when the
    // commit it was grouped into failed, so it sets its results afresh each time.
    using Work = std::function<Result<void>(Books &)>;
    using Look = std::function<Result<void>(const Books &)>;

    virtual ~Store() = default;
    // Ready when the commit that holds the work is on disk, or has failed.
    virtual std::future<Result<void>> submit(Work work) = 0;
    Result<void> write(Work work) { return submit(std::move(work)).get(); }
    // Blocks while all readers are busy. Not from inside another reading.
    virtual Result<void> read(const Look &look) = 0;
    // A copy of everything as of now into one new file, made beside running writes.
    virtual Result<void> copyTo(const std::string &path) = 0;
    // Whether the disk took the last work that was written; true before the first.
    virtual bool isWritable() const = 0;
};

} // namespace campus::storage
