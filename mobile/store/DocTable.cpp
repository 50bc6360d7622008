#include "store/DocTable.h"

#include <utility>

#include "core/Limits.h"
#include "store/Setting.h"

namespace campus::store {

namespace {

constexpr std::uint64_t kHeadsKept = 512; // thinned to what is offered when there are more

ObjectRef refAt(const sqlite::Statement &row)
{
    return {static_cast<domain::ObjectKind>(row.integer(0)), row.text(1)};
}

StoredDoc docAt(const sqlite::Statement &row)
{
    return {std::string(asText(row.blobView(0))), row.size(1)};
}

} // namespace

std::optional<StoredDoc> DocTable::find(const ObjectRef &object) const
{
    std::optional<StoredDoc> found;
    m_sql.first("SELECT json, version FROM doc WHERE kind = ?1 AND id = ?2",
                [&](const sqlite::Statement &row) { found = docAt(row); }, object.kind, object.id);
    return found;
}

std::vector<StoredDoc> DocTable::all(domain::ObjectKind kind) const
{
    std::vector<StoredDoc> docs;
    m_sql.each("SELECT json, version FROM doc WHERE kind = ?1 ORDER BY id",
               [&](const sqlite::Statement &row) { docs.push_back(docAt(row)); }, kind);
    return docs;
}

std::vector<StoredDoc> DocTable::ofSchool(domain::ObjectKind kind, const std::string &school) const
{
    std::vector<StoredDoc> docs;
    m_sql.each("SELECT json, version FROM doc WHERE school = ?1 AND kind = ?2 ORDER BY id",
               [&](const sqlite::Statement &row) { docs.push_back(docAt(row)); }, school, kind);
    return docs;
}

std::vector<ObjectRef> DocTable::refs() const
{
    std::vector<ObjectRef> refs;
    m_sql.each("SELECT kind, id FROM doc ORDER BY kind, id",
               [&](const sqlite::Statement &row) { refs.push_back(refAt(row)); });
    return refs;
}

// ---- position -------------------------------------------------------------------------------------

sync::SyncPosition DocTable::position() const
{
    const Settings settings(m_sql);
    sync::SyncPosition position;
    position.cursor = settings.head(setting::kCursor);
    // After a bootstrap the old cursor is shown until a page accepts it: settled events lie below it.
    position.highest = settings.head(settings.has(setting::kWitness) ? setting::kWitness
                                                                     : setting::kHighest);
    position.scopeMark = settings.text(setting::kScopeMark);
    position.bootstrapped = settings.number(setting::kBootstrapped) != 0;
    return position;
}

std::uint64_t DocTable::durableSize() const
{
    return static_cast<std::uint64_t>(Settings(m_sql).number(setting::kDurable));
}

std::vector<journal::Head> DocTable::knownHeads() const
{
    // The newest half of the offer one by one, then ever wider steps, so that old history is reached.
    std::vector<journal::Head> heads;
    std::uint64_t index = 0, next = 0, step = 1;
    m_sql.each("SELECT size, chain FROM head ORDER BY size DESC",
               [&](const sqlite::Statement &row) {
                   if (index++ < next || heads.size() + 1 >= limits::kHeadsOfferedMax)
                       return;
                   heads.push_back({row.size(0), digestAt(row, 1)});
                   if (heads.size() >= limits::kHeadsOfferedMax / 2)
                       step += step / 2 + 1;
                   next += step;
               });
    return heads;
}

std::vector<ObjectRef> DocTable::awaited(std::size_t max) const
{
    std::vector<ObjectRef> refs;
    m_sql.each("SELECT kind, id FROM awaited ORDER BY kind, id LIMIT ?1",
               [&](const sqlite::Statement &row) { refs.push_back(refAt(row)); }, max);
    return refs;
}

void DocTable::seeHead(const journal::Head &head)
{
    Settings settings(m_sql);
    if (head.size > settings.head(setting::kHighest).size)
        settings.set(setting::kHighest, head);
}

void DocTable::thinHeads()
{
    if (m_sql.number("SELECT count(*) FROM head") <= static_cast<std::int64_t>(kHeadsKept))
        return;
    const std::vector<journal::Head> kept = knownHeads();
    m_sql.run("DELETE FROM head");
    for (const journal::Head &head : kept)
        m_sql.run("INSERT INTO head(size, chain) VALUES (?1, ?2)", head.size, head.chain);
}

// ---- rows -----------------------------------------------------------------------------------------

void DocTable::put(const wire::FeedRow &row)
{
    m_sql.run("INSERT INTO doc(kind, id, school, version, json) VALUES (?1, ?2, ?3, ?4, ?5)"
              " ON CONFLICT(kind, id) DO UPDATE SET school = excluded.school,"
              " version = excluded.version, json = excluded.json WHERE excluded.version > version",
              row.objectKind, row.object, row.school, row.seq, asBytes(row.doc));
    m_sql.run("DELETE FROM removed WHERE kind = ?1 AND id = ?2", row.objectKind, row.object);
    m_touched.push_back({row.objectKind, row.object});
}

void DocTable::drop(const ObjectRef &object)
{
    m_sql.run("DELETE FROM doc WHERE kind = ?1 AND id = ?2", object.kind, object.id);
    m_touched.push_back(object);
}

void DocTable::await(const ObjectRef &object)
{
    drop(object);
    m_sql.run("INSERT OR IGNORE INTO awaited(kind, id) VALUES (?1, ?2)", object.kind, object.id);
}

// A fetch and the parts of a bootstrap bring docs that changed after the cursor. The cursor vouches
// for none of them: the server may have been put back since. The page that reaches their version
// brings them again, or they are fetched anew.
void DocTable::beginPage(const wire::PullAnswer &page)
{
    Settings settings(m_sql);
    const std::uint64_t cursor = settings.head(setting::kCursor).size;
    if (static_cast<std::uint64_t>(settings.number(setting::kAhead)) <= cursor)
        return;
    std::vector<ObjectRef> unproven;
    m_sql.each("SELECT kind, id FROM doc WHERE version > ?1 AND (version <= ?2 OR ?3) ORDER BY kind, id",
               [&](const sqlite::Statement &row) { unproven.push_back(refAt(row)); }, cursor,
               page.cursor.size, !page.more);
    for (const ObjectRef &object : unproven)
        await(object);
    if (!page.more)
        settings.clear(setting::kAhead);
}

void DocTable::take(const wire::FeedRow &row)
{
    const ObjectRef object{row.objectKind, row.object};
    if (row.kind == wire::FeedRow::Kind::Doc) {
        put(row);
    } else if (row.kind == wire::FeedRow::Kind::Remove) {
        const auto known = find(object);
        if (known && known->version > row.seq)
            return;
        drop(object);
        m_sql.run("INSERT INTO removed(kind, id, seq) VALUES (?1, ?2, ?3)"
                  " ON CONFLICT(kind, id) DO UPDATE SET seq = max(seq, excluded.seq)",
                  object.kind, object.id, row.seq);
    }
}

void DocTable::takeFetched(const wire::FeedRow &row)
{
    const ObjectRef object{row.objectKind, row.object};
    Settings settings(m_sql);
    if (row.kind == wire::FeedRow::Kind::Doc) {
        put(row);
        if (row.seq > settings.head(setting::kCursor).size
            && row.seq > static_cast<std::uint64_t>(settings.number(setting::kAhead)))
            settings.set(setting::kAhead, static_cast<std::int64_t>(row.seq));
    } else if (row.kind == wire::FeedRow::Kind::Remove) {
        drop(object);
    }
    m_sql.run("DELETE FROM awaited WHERE kind = ?1 AND id = ?2", object.kind, object.id);
}

void DocTable::finishPage(const wire::PullAnswer &page)
{
    Settings settings(m_sql);
    m_sql.run("DELETE FROM awaited WHERE EXISTS"
              " (SELECT 1 FROM doc d WHERE d.kind = awaited.kind AND d.id = awaited.id)");
    // The page was served for our cursor and highest head: both are in this history.
    const journal::Head lineage = settings.head(setting::kCursor);
    if (settings.has(setting::kWitness)) {
        settings.clear(setting::kWitness);
        if (lineage.size != 0)
            m_sql.run("INSERT OR REPLACE INTO head(size, chain) VALUES (?1, ?2)", lineage.size,
                      lineage.chain);
        settings.set(setting::kHighest, page.head);
    }
    settings.set(setting::kCursor, page.cursor);
    if (page.cursor.size != 0)
        m_sql.run("INSERT OR REPLACE INTO head(size, chain) VALUES (?1, ?2)", page.cursor.size,
                  page.cursor.chain);
    thinHeads();
    seeHead(page.head);
    settings.set(setting::kScopeMark, page.scopeMark);
    settings.set(setting::kDurable, static_cast<std::int64_t>(page.durableSize));
}

std::vector<ObjectRef> DocTable::rollBackTo(const journal::Head &common)
{
    std::vector<ObjectRef> dropped;
    const auto collect = [&](const sqlite::Statement &row) { dropped.push_back(refAt(row)); };
    m_sql.each("SELECT kind, id FROM doc WHERE version > ?1 ORDER BY kind, id", collect, common.size);
    m_sql.each("SELECT kind, id FROM removed WHERE seq > ?1 ORDER BY kind, id", collect, common.size);
    for (const ObjectRef &object : dropped)
        await(object);
    m_sql.run("DELETE FROM removed WHERE seq > ?1", common.size);
    m_sql.run("DELETE FROM head WHERE size > ?1", common.size);
    Settings settings(m_sql);
    settings.clear(setting::kWitness);
    settings.clear(setting::kAhead);
    settings.set(setting::kCursor, common);
    settings.set(setting::kHighest, common);
    if (common.size == 0) { // another history altogether: everything comes again
        settings.set(setting::kBootstrapped, 0);
        m_sql.run("DELETE FROM awaited");
        return {};
    }
    return dropped;
}

// ---- bootstrap ------------------------------------------------------------------------------------

void DocTable::beginBootstrap(const journal::Head &at)
{
    m_sql.run("DELETE FROM doc_shadow");
    m_sql.run("DELETE FROM verdict_shadow");
    Settings(m_sql).set(setting::kBootstrapAt, at);
}

void DocTable::dropShadow()
{
    m_sql.run("DELETE FROM doc_shadow");
    m_sql.run("DELETE FROM verdict_shadow");
    Settings(m_sql).clear(setting::kBootstrapAt);
}

void DocTable::addToShadow(const std::vector<wire::FeedRow> &rows)
{
    for (const wire::FeedRow &row : rows) {
        const wire::Verdict &verdict = row.verdict;
        if (row.kind == wire::FeedRow::Kind::Verdict) {
            m_sql.run("INSERT OR REPLACE INTO verdict_shadow(event, verdict, reason, by_whom, verdict_at,"
                      " seq, official, install, number) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                      verdict.event, verdict.kind, verdict.reason, verdict.by, verdict.at,
                      verdict.seq != 0 ? verdict.seq : row.seq, verdict.officialNumber, row.install,
                      row.number);
        }
        if (row.kind != wire::FeedRow::Kind::Doc)
            continue;
        m_sql.run("INSERT INTO doc_shadow(kind, id, school, version, json) VALUES (?1, ?2, ?3, ?4, ?5)"
                  " ON CONFLICT(kind, id) DO UPDATE SET school = excluded.school,"
                  " version = excluded.version, json = excluded.json"
                  " WHERE excluded.version > version",
                  row.objectKind, row.object, row.school, row.seq, asBytes(row.doc));
    }
}

std::vector<wire::FeedRow> DocTable::takeShadowVerdicts()
{
    std::vector<wire::FeedRow> rows;
    m_sql.each("SELECT event, verdict, reason, by_whom, verdict_at, seq, official, install, number"
               " FROM verdict_shadow ORDER BY seq",
               [&](const sqlite::Statement &row) {
                   wire::FeedRow verdict;
                   verdict.kind = wire::FeedRow::Kind::Verdict;
                   verdict.seq = row.size(5);
                   verdict.verdict = {row.text(0), static_cast<journal::VerdictKind>(row.integer(1)),
                                      row.text(2), row.text(3), row.integer(4), row.size(5), false,
                                      row.text(6)};
                   verdict.install = row.text(7);
                   verdict.number = row.size(8);
                   rows.push_back(std::move(verdict));
               });
    m_sql.run("DELETE FROM verdict_shadow");
    return rows;
}

std::vector<wire::FeedRow> DocTable::finishBootstrap(const journal::Head &at,
                                                     const std::string &scopeMark)
{
    Settings settings(m_sql);
    if (settings.head(setting::kBootstrapAt) != at) {
        m_sql.fail({ErrorCode::Conflict, "the shadow holds parts of another head"});
        return {};
    }
    const auto touched = [&](const sqlite::Statement &row) { m_touched.push_back(refAt(row)); };
    m_sql.each("SELECT kind, id FROM doc d WHERE version <= ?1 AND NOT EXISTS"
               " (SELECT 1 FROM doc_shadow s WHERE s.kind = d.kind AND s.id = d.id)",
               touched, at.size);
    // The same version may read differently for another person (domain.md §11.3).
    m_sql.each("SELECT kind, id FROM doc_shadow s WHERE NOT EXISTS"
               " (SELECT 1 FROM doc d WHERE d.kind = s.kind AND d.id = s.id AND (d.version > s.version"
               " OR (d.version = s.version AND d.json = s.json)))",
               touched);
    m_sql.run("DELETE FROM doc WHERE version <= ?1 AND NOT EXISTS"
              " (SELECT 1 FROM doc_shadow s WHERE s.kind = doc.kind AND s.id = doc.id)",
              at.size);
    m_sql.run("INSERT INTO doc(kind, id, school, version, json)"
              " SELECT kind, id, school, version, json FROM doc_shadow WHERE 1"
              " ON CONFLICT(kind, id) DO UPDATE SET school = excluded.school,"
              " version = excluded.version, json = excluded.json WHERE excluded.version > version"
              " OR (excluded.version = version AND excluded.json <> json)");
    m_sql.run("DELETE FROM doc_shadow");
    m_sql.run("DELETE FROM removed");
    m_sql.run("DELETE FROM awaited");
    settings.clear(setting::kBootstrapAt);
    // Own events settled below the old cursor must be in the new history too: the next pull asks.
    const journal::Head before = settings.head(setting::kCursor);
    if (before.size != 0 && !settings.has(setting::kWitness))
        settings.set(setting::kWitness, before);
    settings.set(setting::kCursor, at);
    settings.set(setting::kAhead, m_sql.number("SELECT coalesce(max(version), 0) FROM doc"));
    seeHead(at);
    settings.set(setting::kScopeMark, scopeMark);
    settings.set(setting::kBootstrapped, 1);
    return takeShadowVerdicts();
}

std::vector<ObjectRef> DocTable::takeTouched()
{
    return std::exchange(m_touched, {});
}

} // namespace campus::store
