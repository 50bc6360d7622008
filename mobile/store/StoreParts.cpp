#include "store/StoreParts.h"

#include <algorithm>
#include <set>

#include "core/Log.h"
#include "sqlite/Migration.h"
#include "store/Recovery.h"
#include "store/Schema.h"
#include "wire/DocCodec.h"

namespace campus::store {

PosixFiles TabletStore::Parts::s_files;

std::optional<domain::User> Work::acting()
{
    const std::string id = settings.text(setting::kActing);
    const auto person = id.empty() ? nullptr : overlay.person(id);
    return person ? std::optional(*person) : std::nullopt;
}

TabletStore::Parts::Parts(std::string folder, const Clock &theClock, Random &theRandom,
                          const StoreOptions &options)
    : directory(std::move(folder)), clock(theClock), random(theRandom), ids(clock, random),
      files(options.files != nullptr ? *options.files : s_files),
      vault(options.vault != nullptr ? *options.vault
                                     : *(m_ownVault = std::make_unique<FileKeyVault>(directory))),
      vfs(options.vfs), reserveBytes(options.reserveBytes)
{
}

// ---- secrets --------------------------------------------------------------------------------------

Result<std::optional<Bytes>> TabletStore::Parts::Secrets::read(std::string_view name)
{
    return m_parts.vault.read(name);
}

Result<void> TabletStore::Parts::Secrets::write(std::string_view name, BytesView secret)
{
    auto kept = m_parts.vault.write(name, secret);
    if (kept || kept.error().code != ErrorCode::StorageFull)
        return kept;
    const std::lock_guard lock(m_parts.mutex);
    return m_parts.freeReserve() ? m_parts.vault.write(name, secret) : kept;
}

// ---- opening --------------------------------------------------------------------------------------

Result<void> TabletStore::Parts::open()
{
    if (auto made = files.makeFolder(path("blobs")); !made)
        return made;
    if (auto made = files.makeFolder(path("incoming")); !made)
        return made;
    if (auto opened = openKey(); !opened)
        return opened;
    if (auto opened = openDatabase(); !opened)
        return opened;
    for (const std::string &name : files.list(path("blobs"))) {
        if (name.ends_with(".tmp"))
            static_cast<void>(files.remove(path("blobs/" + name)));
    }
    renewReserve();
    keepLogShort();
    auto begun = write([&](Work &work) {
        if (work.journal.install().id.empty())
            work.journal.beginInstall(ids.next(), work.settings.text(setting::kDevice));
        work.rebuild = report.recovered;
    });
    if (begun && (report.unclean || report.recovered))
        begun = checkBlobFiles();
    return begun;
}

Result<void> TabletStore::Parts::openKey()
{
    auto seed = vault.read("device");
    if (!seed)
        return seed.error();
    if (!*seed) {
        Bytes fresh(32);
        random.fill(fresh);
        if (auto kept = vault.write("device", fresh); !kept)
            return kept;
        *seed = std::move(fresh);
    }
    auto made = SigningKey::fromSeed(**seed);
    if (!made)
        return made.error();
    key = *made;
    return {};
}

Result<void> TabletStore::Parts::openDatabase()
{
    const std::string file = path(kDatabaseName);
    if (auto finished = finishRecovery(directory, files); !finished)
        return finished;
    report.created = !files.size(file);
    report.unclean = files.size(file + "-wal").value_or(0) > 0 || files.size(path(kDamageMark));
    sqlite::OpenOptions options;
    options.vfs = vfs;
    const auto tryOpen = [&]() -> Result<void> {
        auto opened = sqlite::Database::open(file, options);
        if (!opened)
            return opened.error();
        if (report.unclean) {
            if (auto checked = opened->quickCheck(); !checked)
                return checked;
        }
        if (auto migrated = sqlite::migrate(*opened, schemaSteps()); !migrated)
            return migrated;
        database.emplace(std::move(opened).value());
        return {};
    };
    auto opened = tryOpen();
    if (!opened && opened.error().code == ErrorCode::StorageCorrupt) {
        log(LogLevel::Error, "database_damaged", {{"detail", opened.error().detail}});
        const auto recovered = recoverDatabase(directory, files, vault, vfs, clock.wall());
        if (!recovered)
            return recovered.error();
        report.recovered = true;
        report.eventsRecovered = recovered->events;
        report.asideCopy = recovered->asideCopy;
        opened = tryOpen();
    }
    if (opened)
        static_cast<void>(files.remove(path(kDamageMark)));
    return opened;
}

// Row ⇔ file; after an unclean stop a file may be missing that a row names, never the reverse order
// of the writes.
Result<void> TabletStore::Parts::checkBlobFiles()
{
    return write([&](Work &work) {
        for (const auto &[sha256, bytes] : work.blobs.here()) {
            if (files.size(blobPath(sha256)) != bytes) {
                log(LogLevel::Error, "blob_missing", {{"blob", sha256.hex()}});
                work.blobs.lose(sha256);
            }
        }
    });
}

// ---- the reserve ----------------------------------------------------------------------------------

bool TabletStore::Parts::reserveIsFree() const
{
    return reserveBytes != 0 && !files.size(path(kReserveName));
}

bool TabletStore::Parts::hasRoomToReceive() const
{
    return !reserveIsFree() && files.freeBytes(directory) >= 2 * reserveBytes;
}

Result<void> TabletStore::Parts::roomFor(std::uint64_t bytes) const
{
    return files.freeBytes(directory) >= bytes
        ? Result<void>()
        : Result<void>(ErrorCode::StorageFull, "what comes from the server would take the room of text");
}

bool TabletStore::Parts::freeReserve()
{
    if (reserveBytes == 0 || reserveIsFree())
        return false;
    log(LogLevel::Warning, "reserve_freed");
    const bool freed = files.remove(path(kReserveName)).has_value();
    keepLogShort();
    return freed;
}

// With little room the write-ahead log must not take what text needs.
void TabletStore::Parts::keepLogShort()
{
    if (auto set = database->execute(reserveIsFree() ? "PRAGMA wal_autocheckpoint=64"
                                                     : "PRAGMA wal_autocheckpoint=1000");
        !set)
        log(LogLevel::Warning, "log_length_not_set", {{"detail", set.error().detail}});
}

void TabletStore::Parts::renewReserve()
{
    constexpr std::uint64_t kRoomBeside = 2;
    if (!reserveIsFree() || files.freeBytes(directory) < reserveBytes * kRoomBeside)
        return;
    const Bytes zeros(static_cast<std::size_t>(reserveBytes));
    if (const auto written = files.writeDurably(path(kReserveName), zeros); !written)
        log(LogLevel::Warning, "reserve_not_made", {{"detail", written.error().detail}});
    const std::lock_guard lock(mutex);
    keepLogShort();
}

void TabletStore::Parts::noteDamage(const Error &error) const
{
    if (error.code == ErrorCode::StorageCorrupt && !files.size(path(kDamageMark)))
        static_cast<void>(files.writeDurably(path(kDamageMark), asBytes("check when opened")));
}

// ---- one transaction ------------------------------------------------------------------------------

namespace {

// A person signed in here is who the newest word of the server says: the session's own copy is as old
// as its token, and would hide the schools of a scope that grew since. True when it was another.
bool takePerson(Work &work, const ObjectRef &object)
{
    const auto doc = work.docs.find(object);
    if (!doc || !work.sql.any("SELECT 1 FROM person WHERE id = ?1", object.id))
        return false;
    const auto user = wire::decodeDoc(object.kind, doc->json);
    if (!user || !std::holds_alternative<domain::User>(*user))
        return false;
    work.sql.run("UPDATE person SET doc = ?2 WHERE id = ?1 AND doc <> ?2", object.id,
                 asBytes(doc->json));
    return work.sql.changes() > 0;
}

} // namespace

Result<void> TabletStore::Parts::finish(Work &work)
{
    Change &change = work.change;
    if (change.people)
        cache.clear();
    for (const ObjectRef &object : work.journal.takeTouched())
        work.touch(object);
    for (const ObjectRef &object : work.docs.takeTouched())
        work.touch(object);
    std::set<std::pair<domain::ObjectKind, std::string>> once;
    bool schools = work.rebuild || change.people;
    for (const ObjectRef &object : work.touched) {
        if (object.kind == domain::ObjectKind::User && takePerson(work, object))
            change.people = schools = true;
        if (DocCache::holds(object.kind))
            cache.clear();
        schools = schools || object.kind == domain::ObjectKind::School;
        if (once.emplace(object.kind, object.id).second)
            change.objects.push_back(object);
    }
    ListWriter lists(work.sql, work.overlay);
    if (work.rebuild) {
        change.everything = true;
        cache.clear();
        lists.rebuild(work.docs.refs());
    } else {
        lists.write(change.objects);
    }
    if (change.everything) // says it all
        change.objects.clear();
    if (schools)
        lists.writeVisibleSchools(work.acting());
    return work.sql.outcome();
}

void TabletStore::Parts::notify(const Change &change) const
{
    const bool heard = change.everything || change.outbox || change.blobs || change.drafts
        || change.forms || change.people || !change.objects.empty();
    if (!heard)
        return;
    std::vector<Listener> listening;
    {
        const std::lock_guard lock(listenerMutex);
        for (const auto &[id, listener] : listeners)
            listening.push_back(listener);
    }
    for (const Listener &listener : listening)
        listener(change);
}

// ---- what several parts need ----------------------------------------------------------------------

TabletStore::Parts::Freeable TabletStore::Parts::purgeable(Work &work) const
{
    constexpr Millis kBlobsKept = 30 * kDayMillis; // sync.md §5
    Freeable found;
    const auto now = serverNow(work);
    if (!now) // only the server's time tells how old a blob is
        return found;
    found.settled = work.blobs.purgeable(*now - kBlobsKept, work.docs.durableSize());
    found.loose = work.blobs.looseSince(*now - kDayMillis);
    const std::set<Digest> named = work.drafts.namedBlobs();
    std::erase_if(found.loose, [&](const Digest &sha256) { return named.contains(sha256); });
    for (const std::vector<Digest> *blobs : {&found.settled, &found.loose}) {
        for (const Digest &sha256 : *blobs)
            found.bytes += work.blobs.state(sha256).bytes;
    }
    return found;
}

std::string TabletStore::Parts::blobPath(const Digest &sha256) const
{
    return directory + "/blobs/" + sha256.hex();
}

std::optional<Millis> TabletStore::Parts::serverNow(Work &work) const
{
    std::optional<Millis> now;
    work.sql.first("SELECT server, mono FROM time_sample WHERE boot = ?1",
                   [&](const sqlite::Statement &row) {
                       now = row.integer(0) + clock.monotonic() - row.integer(1);
                   },
                   clock.bootId());
    return now;
}

Day TabletStore::Parts::today(Work &work) const
{
    return Day::of(serverNow(work).value_or(clock.wall()));
}

std::optional<std::string> TabletStore::Parts::token(const std::string &person) const
{
    if (const auto known = tokens.find(person); known != tokens.end())
        return known->second;
    const auto secret = vault.read("session-" + person);
    if (!secret || !*secret || (*secret)->empty())
        return std::nullopt;
    return tokens[person] = std::string(asText(**secret));
}

Result<void> TabletStore::Parts::keepToken(const std::string &person, const std::string &secret)
{
    if (auto kept = secrets.write("session-" + person, asBytes(secret)); !kept)
        return kept;
    const std::lock_guard lock(mutex);
    tokens[person] = secret;
    return {};
}

} // namespace campus::store
