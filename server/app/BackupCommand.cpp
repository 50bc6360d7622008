#include <array>
#include <cstdio>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "app/Commands.h"
#include "app/HolderRequests.h"
#include "service/Verifier.h"
#include "storage/BlobFolder.h"
#include "storage/Store.h"
#include "storage/sqlite/SqliteStore.h"

namespace campus::app {

namespace {

const std::array kOptions{
    kDataOption, kConfigOption,
    Option{"to", "DIR", "folder of the backup; what is there already is not copied again"},
    Option{"off-site", "",
           "the folder lies on another machine or medium: tablets may count on this copy"},
    kDrillClockOption};

// The database of a backup gets its name only after it was read back.
class Backup
{
public:
    Backup(OpenServer &server, std::string target)
        : m_server(server),
          m_target(std::move(target)),
          m_blobs(m_target)
    {
    }

    Result<service::VerifyReport> make();
    std::uint64_t copied() const { return m_copied; }

private:
    Result<void> copyBlobs();
    Result<void> publish();

    OpenServer &m_server;
    std::string m_target;
    storage::BlobFolder m_blobs;
    std::unique_ptr<storage::Store> m_copy;
    std::uint64_t m_copied = 0;
};

Result<void> Backup::copyBlobs()
{
    std::vector<Digest> digests;
    const auto looked = m_copy->read([&](const storage::Books &books) {
        digests.clear();
        return books.blobs().visitBlobs([&](const storage::BlobRow &row) {
            digests.push_back(row.sha256);
            return true;
        });
    });
    if (!looked)
        return looked;
    for (const Digest &digest : digests) {
        const auto copied = m_server.services().blobs().copyTo(m_blobs, digest);
        if (!copied)
            return copied.error();
        m_copied += *copied ? 1 : 0;
    }
    return {};
}

Result<void> Backup::publish()
{
    const std::string draft = m_target + "/campus.db.new", place = m_target + "/campus.db";
    if (const auto file = storage::File::open(draft, O_RDONLY);
        !file || ::fsync(file->descriptor()) != 0)
        return {ErrorCode::StorageFailed, "cannot sync " + draft};
    auto key = storage::readFileWhole(m_server.folder().path() + "/server.key", 1024);
    if (!key)
        return key.error();
    if (auto written = storage::writeFileWhole(m_target + "/server.key", *key); !written)
        return written;
    if (::rename(draft.c_str(), place.c_str()) != 0)
        return {ErrorCode::StorageFailed, "cannot rename " + draft};
    return storage::syncFolder(m_target);
}

Result<service::VerifyReport> Backup::make()
{
    if (auto made = storage::makeFolder(m_target); !made)
        return made.error();
    if (auto prepared = m_blobs.prepare(); !prepared)
        return prepared.error();
    const std::string draft = m_target + "/campus.db.new";
    ::unlink(draft.c_str());
    if (auto copied = m_server.services().store().copyTo(draft); !copied)
        return copied.error();
    storage::SqliteOptions options;
    options.readOnly = true;
    options.readers = 1;
    auto copy = storage::openSqliteStore(draft, options);
    if (!copy)
        return copy.error();
    m_copy = std::move(*copy);
    if (auto copied = copyBlobs(); !copied)
        return copied.error();
    auto report = service::Verifier(*m_copy, m_blobs).run();
    m_copy.reset();
    if (!report || !report->sound())
        return report;
    if (auto published = publish(); !published)
        return published.error();
    return report;
}

Result<int> backup(const Context &context)
{
    const std::string target = context.arguments.value("to");
    if (target.empty())
        return {ErrorCode::InvalidInput, "--to DIR is needed"};
    auto server = OpenServer::open(context, storage::DataFolder::Use::Read);
    if (!server)
        return server.error();
    Backup work(**server, target);
    const auto report = work.make();
    if (!report)
        return report.error();
    if (!report->sound()) {
        const service::Finding &first = report->findings.front();
        std::fprintf(stderr,
                     "the copy is not sound (record %llu: %s); run 'verify' on the data directory. "
                     "The backup before it was left as it is\n",
                     static_cast<unsigned long long>(first.seq), first.what.c_str());
        return kExitUnsound;
    }
    server->reset(); // before the holder is asked: without a running server that is ourselves
    if (context.arguments.has("off-site")) {
        const auto recorded =
            askHolder(context, "durable-size " + std::to_string(report->head.size));
        if (!recorded)
            return recorded.error();
    }
    std::printf(
        "backed up and read back: %llu records, %llu photos and signatures (%llu new) in %s\n",
        static_cast<unsigned long long>(report->records),
        static_cast<unsigned long long>(report->blobs),
        static_cast<unsigned long long>(work.copied()), target.c_str());
    return 0;
}

} // namespace

const Command kBackup{"backup", "copy everything into a folder and read the copy back", kOptions,
                      backup};

} // namespace campus::app
