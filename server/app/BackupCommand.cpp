#include <array>
#include <cstdio>
#include <filesystem>
#include <set>
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

Result<std::unique_ptr<storage::Store>> openForReading(const std::string &database)
{
    storage::SqliteOptions options;
    options.readOnly = true;
    options.readers = 1;
    return storage::openSqliteStore(database, options);
}

// The database of a backup gets its name only after it was read back.
class Backup
{
public:
    Backup(OpenServer &server, const storage::DataFolder &target)
        : m_server(server),
          m_target(target),
          m_blobs(target.path())
    {
    }

    Result<service::VerifyReport> make();
    std::uint64_t copied() const { return m_copied; }
    std::uint64_t absent() const { return m_absent.size(); } // recorded, and no file to copy

private:
    std::string draft() const { return m_target.database() + ".new"; }
    Result<void> copyDatabase();
    Result<void> checkOlder();
    Result<void> copyBlobs();
    Result<bool> copyDamagedAgain();
    Result<service::VerifyReport> readBack();
    Result<void> publish();

    OpenServer &m_server;
    const storage::DataFolder &m_target;
    storage::BlobFolder m_blobs;
    std::unique_ptr<storage::Store> m_copy;
    std::vector<Digest> m_recorded;
    std::set<Digest> m_absent;
    std::uint64_t m_copied = 0;
};

Result<void> Backup::copyDatabase()
{
    ::unlink(draft().c_str());
    if (auto copied = m_server.services().store().copyTo(draft()); !copied)
        return copied;
    auto copy = openForReading(draft());
    if (!copy)
        return copy.error();
    m_copy = std::move(*copy);
    return {};
}

// Only an earlier copy of this log may be replaced: anything else is somebody's only copy.
Result<void> Backup::checkOlder()
{
    if (!storage::exists(m_target.database()))
        return {};
    const Error refusal{ErrorCode::Conflict, m_target.path() +
                                                 " holds other data than an earlier backup of "
                                                 "this server; choose another folder"};
    if (storage::exists(m_target.database() + "-wal")) // a server worked there and did not end well
        return refusal;
    const auto older = openForReading(m_target.database());
    if (!older)
        return {ErrorCode::Conflict, refusal.detail + " (" + older.error().detail + ")"};
    journal::Head end;
    const auto looked = (*older)->read([&](const storage::Books &books) -> Result<void> {
        const auto head = books.log().head();
        if (head)
            end = *head;
        return head ? Result<void>() : Result<void>(head.error());
    });
    if (!looked)
        return looked;
    return m_copy->read([&](const storage::Books &books) -> Result<void> {
        const auto chain = books.log().chainAt(end.size);
        if (!chain)
            return chain.error();
        return *chain && **chain == end.chain ? Result<void>() : Result<void>(refusal);
    });
}

Result<void> Backup::copyBlobs()
{
    std::vector<Digest> &digests = m_recorded;
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
        if (!copied && copied.error().code == ErrorCode::NotFound)
            m_absent.insert(digest);
        else if (!copied)
            return copied.error();
        else
            m_copied += *copied ? 1 : 0;
    }
    return {};
}

// Files of an earlier backup are trusted by their names; this takes back the trust.
Result<bool> Backup::copyDamagedAgain()
{
    bool any = false;
    for (const Digest &digest : m_recorded) {
        const auto hash =
            m_absent.contains(digest) ? Result<Digest>(digest) : m_blobs.hashOf(digest);
        if (hash && *hash == digest)
            continue;
        if (auto aside = m_blobs.putAside(digest); !aside)
            return aside.error();
        const auto copied = m_server.services().blobs().copyTo(m_blobs, digest);
        if (!copied && copied.error().code == ErrorCode::NotFound)
            m_absent.insert(digest);
        else if (!copied)
            return copied.error();
        else
            ++m_copied;
        any = true;
    }
    return any;
}

Result<service::VerifyReport> Backup::readBack()
{
    return service::Verifier(*m_copy, m_blobs, m_absent).run();
}

Result<void> Backup::publish()
{
    if (const auto file = storage::File::open(draft(), O_RDONLY);
        !file || ::fsync(file->descriptor()) != 0)
        return {ErrorCode::StorageFailed, "cannot sync " + draft()};
    auto key = storage::readFileWhole(m_server.folder().path() + "/server.key", 1024);
    if (!key)
        return key.error();
    if (auto written = storage::writeFileWhole(m_target.path() + "/server.key", *key); !written)
        return written;
    if (::rename(draft().c_str(), m_target.database().c_str()) != 0)
        return {ErrorCode::StorageFailed, "cannot rename " + draft()};
    return storage::syncFolder(m_target.path());
}

Result<service::VerifyReport> Backup::make()
{
    if (auto copied = copyDatabase(); !copied)
        return copied.error();
    if (auto older = checkOlder(); !older) {
        ::unlink(draft().c_str());
        return older.error();
    }
    if (auto prepared = m_blobs.prepare(); !prepared)
        return prepared.error();
    if (auto copied = copyBlobs(); !copied)
        return copied.error();
    auto report = readBack();
    if (report && !report->sound()) {
        const auto again = copyDamagedAgain();
        if (!again)
            return again.error();
        if (*again)
            report = readBack();
    }
    m_copy.reset();
    if (!report || !report->sound())
        return report;
    if (auto published = publish(); !published)
        return published.error();
    return report;
}

// The folder of the backup, locked: no server may work there, least of all this one.
Result<storage::DataFolder> targetFolder(const Context &context)
{
    const std::string target = context.arguments.value("to");
    std::error_code code;
    if (std::filesystem::equivalent(target, context.configuration.data, code)) {
        return {ErrorCode::InvalidInput,
                "--to " + target + " is the data directory itself; a backup lies elsewhere"};
    }
    return storage::DataFolder::create(target);
}

Result<int> backup(const Context &context)
{
    if (context.arguments.value("to").empty())
        return {ErrorCode::InvalidInput, "--to DIR is needed"};
    auto server = OpenServer::open(context, storage::DataFolder::Use::Read);
    if (!server)
        return server.error();
    const auto target = targetFolder(context);
    if (!target)
        return target.error();
    Backup work(**server, *target);
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
    // Tablets delete their photos by that number, so it waits for a copy that has all of them.
    if (context.arguments.has("off-site") && work.absent() == 0) {
        const auto recorded =
            askHolder(context, "durable-size " + std::to_string(report->head.size));
        if (!recorded)
            return recorded.error();
    }
    std::printf(
        "backed up and read back: %llu records, %llu photos and signatures (%llu new) in %s\n",
        static_cast<unsigned long long>(report->records),
        static_cast<unsigned long long>(report->blobs),
        static_cast<unsigned long long>(work.copied()), target->path().c_str());
    if (work.absent() > 0) {
        std::fprintf(stderr,
                     "%llu photos are recorded here and their files are missing, so they are not "
                     "in the backup; the server asks the tablets for them at its next start\n",
                     static_cast<unsigned long long>(work.absent()));
        return kExitUnsound;
    }
    return 0;
}

} // namespace

const Command kBackup{"backup", "copy everything into a folder and read the copy back", kOptions,
                      backup};

} // namespace campus::app
