#include "store/Recovery.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

#include "core/Log.h"
#include "journal/LogRecord.h"
#include "sqlite/Migration.h"
#include "store/BlobTable.h"
#include "store/JournalTable.h"
#include "store/MediaType.h"
#include "store/Schema.h"
#include "store/Setting.h"
#include "store/Sql.h"
#include "wire/EventCodec.h"

namespace campus::store {

namespace {

constexpr std::size_t kPageBytes = 4096;
constexpr std::int64_t kMissesMax = 2000; // rows in a row that cannot be read: the journal's end

struct Table {
    std::string_view name, columns, order;
};

// What only this tablet knows, beside the journal.
constexpr std::array kTables{
    Table{"person", "id, doc, session, expires", "id"},
    Table{"blob", "sha, bytes, media, state, here, upload, sent, preview_of, refused, verified_at", "sha"},
    Table{"draft", "id, author, kind, school, started, touched, doc", "id"},
    Table{"draft_answer", "draft, position, step, answer", "draft"},
    Table{"draft_hazard", "draft, hazard, position, act", "draft"},
    Table{"form", "owner, key, author, touched, act", "owner"},
};

Result<sqlite::Database> openFile(const std::string &path, const std::string &vfs)
{
    sqlite::OpenOptions options;
    options.vfs = vfs;
    return sqlite::Database::open(path, options);
}

// ---- one row at a time ----------------------------------------------------------------------------

void copyCell(sqlite::Statement &to, int index, const sqlite::Statement &from, int column, bool octets)
{
    if (from.isNull(column))
        to.bindNull(index);
    else if (octets)
        to.bind(index, from.blobView(column));
    else
        to.bind(index, from.textView(column)); // integers take the column's affinity
}

bool isOctets(std::string_view column)
{
    constexpr std::array kOctets{"doc", "sha", "preview_of", "answer", "act"};
    return std::any_of(kOctets.begin(), kOctets.end(),
                       [&](const char *name) { return column == name; });
}

std::vector<std::string> columnsOf(const Table &table)
{
    std::vector<std::string> names;
    std::string_view rest = table.columns;
    for (;;) {
        const auto comma = rest.find(", ");
        names.emplace_back(rest.substr(0, comma));
        if (comma == std::string_view::npos)
            return names;
        rest.remove_prefix(comma + 2);
    }
}

// From both ends towards the damage; rows that do not fit the new file are left out.
void copyTable(sqlite::Database &from, sqlite::Database &to, const Table &table)
{
    const std::vector<std::string> columns = columnsOf(table);
    std::string holes;
    for (std::size_t i = 1; i <= columns.size(); ++i)
        holes += (i == 1 ? "?" : ", ?") + std::to_string(i);
    auto insert = to.prepare("INSERT OR IGNORE INTO " + std::string(table.name) + "("
                             + std::string(table.columns) + ") VALUES (" + holes + ")");
    if (!insert)
        return;
    for (const std::string_view direction : {" ASC", " DESC"}) {
        auto select = from.prepare("SELECT " + std::string(table.columns) + " FROM "
                                   + std::string(table.name) + " ORDER BY " + std::string(table.order)
                                   + std::string(direction));
        if (!select)
            return;
        for (;;) {
            const auto row = select->step();
            if (!row)
                break; // the damage: come from the other end
            if (!*row)
                return;
            for (std::size_t i = 0; i < columns.size(); ++i)
                copyCell(*insert, static_cast<int>(i) + 1, *select, static_cast<int>(i),
                         isOctets(columns[i]));
            static_cast<void>(insert->run());
        }
    }
}

// ---- the journal ----------------------------------------------------------------------------------

struct JournalRow {
    std::string line;
    std::int64_t state = 0, verdict = 0, seq = 0, cardAnswer = 0;
    std::string reason, by;
};

std::optional<JournalRow> rowAt(sqlite::Statement &select, std::int64_t position)
{
    select.reset();
    select.bind(1, position);
    const auto row = select.step();
    if (!row || !*row)
        return std::nullopt;
    JournalRow found;
    found.line = std::string(asText(select.blobView(0)));
    found.state = select.integer(1);
    found.verdict = select.integer(2);
    found.seq = select.integer(3);
    found.cardAnswer = select.integer(4);
    found.reason = select.text(5);
    found.by = select.text(6);
    return found;
}

// A line that reads as an event is one: everything else about it can be had again.
bool copyEvent(Sql &sql, const JournalRow &row, std::uint64_t durableSize)
{
    const auto event = wire::decodeEvent(row.line);
    if (!event || sql.any("SELECT 1 FROM journal WHERE id = ?1", event->id))
        return false;
    const auto *act = std::get_if<domain::HazardAct>(&event->body);
    const bool merge = act != nullptr && act->kind == domain::HazardActKind::Merge;
    JournalTable journal(sql);
    const std::int64_t position = journal.add(*event, row.line, merge ? act->into : std::string());
    // What lies in a verified copy stays settled; all else is sent again, and answered as known.
    const bool durable = row.state == static_cast<int>(EventState::Settled) && row.seq > 0
        && static_cast<std::uint64_t>(row.seq) <= durableSize;
    const bool refused = row.verdict >= static_cast<int>(journal::VerdictKind::Rejected);
    if (durable) {
        sql.run("UPDATE journal SET state = 4, verdict = ?2, seq = ?3, reason = ?4, by_whom = ?5"
                " WHERE position = ?1",
                position, row.verdict, row.seq, row.reason, row.by);
    }
    if (refused)
        sql.run("UPDATE journal SET card_answer = ?2 WHERE position = ?1", position, row.cardAnswer);
    BlobTable blobs(sql);
    for (const Digest &blob : event->blobs)
        blobs.addOwnReference(blob, {event->kind, event->object}, position);
    return sql.ok();
}

std::uint64_t copyJournal(sqlite::Database &from, Sql &sql, std::uint64_t durableSize)
{
    auto select = from.prepare("SELECT line, state, verdict, seq, card_answer, reason, by_whom"
                               " FROM journal WHERE position = ?1");
    if (!select)
        return 0;
    std::uint64_t copied = 0;
    std::int64_t misses = 0;
    for (std::int64_t position = 1; misses < kMissesMax; ++position) {
        const auto row = rowAt(*select, position);
        misses = row ? 0 : misses + 1;
        if (row && copyEvent(sql, *row, durableSize))
            ++copied;
    }
    return copied;
}

// ---- names ----------------------------------------------------------------------------------------

void copySettings(sqlite::Database &from, Settings &settings, KeyVault &vault)
{
    Sql source(from);
    const Settings old(source);
    std::string device = old.text(setting::kDevice), server = old.text(setting::kServer);
    if (const auto identity = vault.read(kIdentityName); device.empty() && identity && *identity) {
        const std::string_view text = asText(**identity);
        const auto end = text.find('\n');
        device = text.substr(0, end);
        server = end == std::string_view::npos ? "" : std::string(text.substr(end + 1));
    }
    settings.set(setting::kDevice, device);
    settings.set(setting::kServer, server);
    settings.set(setting::kActing, old.text(setting::kActing));
    settings.set(setting::kPaperDay, old.number(setting::kPaperDay));
    settings.set(setting::kPaperNumber, old.number(setting::kPaperNumber));
    if (!settings.text(setting::kActing).empty())
        return;
    // The setting was lost with its page: whoever is signed in here acts on.
    Sql people(from);
    people.first("SELECT id FROM person WHERE session <> '' ORDER BY expires DESC LIMIT 1",
                 [&](const sqlite::Statement &row) { settings.set(setting::kActing, row.textView(0)); });
}

// Files that no row names any more, taken in under their own hash.
void adoptBlobs(Sql &sql, const std::string &directory, Files &files)
{
    BlobTable blobs(sql);
    for (const std::string &name : files.list(directory + "/blobs")) {
        const auto sha = Digest::fromHex(name);
        if (!sha || blobs.isHere(*sha))
            continue;
        const auto octets = files.read(directory + "/blobs/" + name);
        if (octets && sha256(*octets) == *sha)
            blobs.addLocal(*sha, octets->size(), mediaTypeOf(*octets), std::nullopt);
    }
}

// ---- the damaged file -----------------------------------------------------------------------------

// Page 1 names every table's first page, and these are where a fresh file has them.
Result<void> replaceFirstPage(const std::string &damaged, const std::string &fresh, Files &files)
{
    auto octets = files.read(damaged);
    if (!octets)
        return octets.error();
    const auto sound = files.read(fresh);
    if (!sound)
        return sound.error();
    if (octets->size() < kPageBytes || sound->size() < kPageBytes)
        return {ErrorCode::StorageCorrupt, "no first page"};
    std::copy_n(sound->begin(), kPageBytes, octets->begin());
    const std::size_t pages = octets->size() / kPageBytes;
    for (std::size_t i = 0; i < 4; ++i) // size of the file in pages, big-endian
        (*octets)[28 + i] = static_cast<std::uint8_t>(pages >> (24 - 8 * i));
    std::fill_n(octets->begin() + 32, 8, std::uint8_t{0}); // no free pages
    return files.writeDurably(damaged, *octets);
}

bool namesItsTables(sqlite::Database &database)
{
    auto probe = database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'journal'");
    if (!probe)
        return false;
    const auto row = probe->step();
    return row && *row && probe->integer(0) == 1;
}

struct Salvage {
    std::optional<sqlite::Database> source; // empty: nothing of it can be read
};

Salvage openDamaged(const std::string &path, const std::string &fresh, Files &files,
                    const std::string &vfs)
{
    auto opened = openFile(path, vfs);
    if (opened && namesItsTables(*opened))
        return {std::move(opened).value()};
    opened = Error{ErrorCode::StorageCorrupt, {}}; // closed before its file is changed
    for (const bool withLog : {true, false}) {
        if (!withLog)
            static_cast<void>(files.remove(path + "-wal"));
        if (!replaceFirstPage(path, fresh, files))
            return {};
        auto patched = openFile(path, vfs);
        if (patched && namesItsTables(*patched))
            return {std::move(patched).value()};
    }
    return {};
}

Result<void> makeFresh(const std::string &path, const std::string &vfs)
{
    auto made = openFile(path, vfs);
    if (!made)
        return made.error();
    if (auto migrated = sqlite::migrate(*made, schemaSteps()); !migrated)
        return migrated;
    return made->checkpoint();
}

Result<std::uint64_t> fill(const std::string &path, const std::string &vfs, Salvage &salvage,
                           const std::string &directory, Files &files, KeyVault &vault)
{
    auto target = openFile(path, vfs);
    if (!target)
        return target.error();
    auto transaction = sqlite::Transaction::begin(*target);
    if (!transaction)
        return transaction.error();
    Sql sql(*target);
    Settings settings(sql);
    std::uint64_t events = 0;
    if (salvage.source) {
        for (const Table &table : kTables)
            copyTable(*salvage.source, *target, table);
        copySettings(*salvage.source, settings, vault);
        Sql old(*salvage.source);
        const auto durable = static_cast<std::uint64_t>(Settings(old).number(setting::kDurable));
        JournalTable(sql).beginInstall("recovery", settings.text(setting::kDevice));
        events = copyJournal(*salvage.source, sql, durable);
        // Under a name that the server may already know, numbers would be used twice.
        sql.run("DELETE FROM install");
    } else {
        sqlite::Database &empty = *target;
        copySettings(empty, settings, vault);
    }
    adoptBlobs(sql, directory, files);
    if (auto copied = sql.outcome(); !copied)
        return copied.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    if (auto flushed = target->checkpoint(); !flushed)
        return flushed.error();
    return events;
}

} // namespace

Result<void> finishRecovery(const std::string &directory, Files &files)
{
    const std::string path = directory + "/" + std::string(kDatabaseName);
    const std::string ready = directory + "/" + std::string(kRecoveredName);
    if (!files.size(ready))
        return {};
    // A log of the damaged file must not be replayed onto the new one.
    if (auto removed = files.remove(path + "-wal"); !removed)
        return removed;
    return files.rename(ready, path);
}

Result<Recovered> recoverDatabase(const std::string &directory, Files &files, KeyVault &vault,
                                  const std::string &vfs, Millis now)
{
    const std::string path = directory + "/" + std::string(kDatabaseName);
    Recovered recovered;
    recovered.asideCopy = directory + "/damaged-" + std::to_string(now) + ".db";
    const std::string work = directory + "/salvage.db", fresh = directory + "/fresh.db";
    const auto removeLeftovers = [&] {
        for (const std::string &left : {work, work + "-wal", fresh, fresh + "-wal"})
            static_cast<void>(files.remove(left));
    };
    removeLeftovers();
    for (const std::string_view part : {"", "-wal"}) {
        const std::string from = path + std::string(part);
        if (!files.size(from))
            continue;
        for (const std::string &to : {recovered.asideCopy, work}) {
            if (auto copied = files.copy(from, to + std::string(part)); !copied)
                return copied.error();
        }
    }
    if (auto made = makeFresh(fresh, vfs); !made)
        return made.error();
    {
        Salvage salvage = openDamaged(work, fresh, files, vfs);
        const auto events = fill(fresh, vfs, salvage, directory, files, vault);
        if (!events)
            return events.error();
        recovered.events = *events;
    }
    if (auto ready = files.rename(fresh, directory + "/" + std::string(kRecoveredName)); !ready)
        return ready.error();
    removeLeftovers();
    if (auto finished = finishRecovery(directory, files); !finished)
        return finished.error();
    log(LogLevel::Warning, "database_recovered",
        {{"events", recovered.events}, {"aside", recovered.asideCopy}});
    return recovered;
}

} // namespace campus::store
