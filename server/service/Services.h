// Everything the server is, without HTTP, over one data directory: opened by the program, by the
// loopback of the simulation and by tests. Members are safe from any thread.
#pragma once

#include <memory>
#include <string>

#include "core/Clock.h"
#include "core/IdSource.h"
#include "core/Result.h"
#include "service/Accounts.h"
#include "service/Feed.h"
#include "service/Intake.h"
#include "service/Registers.h"
#include "service/Uploads.h"

namespace campus::storage {
class Store;
class DataFolder;
class BlobFolder;
} // namespace campus::storage

namespace campus::service {

class Directory;
class Reports;

struct ServiceOptions {
    AccountSettings accounts;
    std::string vfs;       // SQLite's; empty = the system's, tests bring their own
    int readers = 4;       // connections for reading
    bool readOnly = false; // beside a running server: nothing is written
};

// What an operator sees; counts only.
struct Health {
    wire::Head head;
    std::uint64_t durableSize = 0;
    std::uint64_t blobsMissing = 0;
    std::uint64_t idConflicts = 0; // events set aside: an alarm (sync.md I16)
    bool writable = false;         // the last commit succeeded
};

class Services
{
public:
    // `folder` was opened, and locked unless readOnly; it, `clock` and `random` outlive this.
    static Result<std::unique_ptr<Services>> open(storage::DataFolder &folder, const Clock &clock,
                                                  Random &random, ServiceOptions options = {});
    ~Services();
    Services(const Services &) = delete;
    Services &operator=(const Services &) = delete;

    Accounts &accounts();
    Intake &intake();
    Feed &feed();
    Uploads &uploads();
    Registers &registers();
    Reports &reports();
    Directory &directory();
    storage::Store &store();
    storage::BlobFolder &blobs();
    const Clock &clock() const;
    const std::string &serverId() const;
    bool isDrill() const; // 演练: sample data; documents say so
    Result<Health> health();
    const Uploads::CheckReport &blobCheck() const; // of the start; empty when readOnly

private:
    struct Parts;
    explicit Services(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace campus::service
