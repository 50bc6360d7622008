#include "store/BlobTable.h"

namespace campus::store {

namespace {

constexpr std::string_view kState =
    "SELECT sha, bytes, sent, media, state, here, refused FROM blob WHERE sha = ?1";

PhotoState stateAt(const sqlite::Statement &row)
{
    PhotoState state;
    state.sha256 = digestAt(row, 0);
    state.bytes = row.size(1);
    state.bytesSent = row.size(2);
    state.mediaType = row.text(3);
    state.state = static_cast<BlobState>(row.integer(4));
    state.here = row.integer(5) != 0;
    state.refused = row.text(6);
    return state;
}

ObjectRef refAt(const sqlite::Statement &row, int column)
{
    return {static_cast<domain::ObjectKind>(row.integer(column)), row.text(column + 1)};
}

} // namespace

bool BlobTable::isHere(const Digest &sha256) const
{
    return m_sql.any("SELECT 1 FROM blob WHERE sha = ?1 AND here = 1", sha256);
}

void BlobTable::addLocal(const Digest &sha256, std::uint64_t bytes, const std::string &mediaType,
                         const std::optional<Digest> &previewOf)
{
    // A blob that was known by name becomes whole; what the server verified stays verified.
    m_sql.run("INSERT INTO blob(sha, bytes, media, state, here, preview_of)"
              " VALUES (?1, ?2, ?3, 1, 1, ?4) ON CONFLICT(sha) DO UPDATE SET here = 1,"
              " bytes = excluded.bytes, media = excluded.media,"
              " state = CASE state WHEN 4 THEN 1 ELSE state END",
              sha256, bytes, mediaType, previewOf);
}

void BlobTable::addDownloaded(const Digest &sha256, std::uint64_t bytes, const std::string &mediaType,
                              std::optional<Millis> serverNow)
{
    m_sql.run("INSERT INTO blob(sha, bytes, media, state, here, sent, verified_at)"
              " VALUES (?1, ?2, ?3, 3, 1, ?2, ?4) ON CONFLICT(sha) DO UPDATE SET here = 1, state = 3,"
              " bytes = excluded.bytes, media = excluded.media, sent = excluded.sent,"
              " verified_at = max(verified_at, excluded.verified_at)",
              sha256, bytes, mediaType, serverNow.value_or(0));
    m_sql.run("DELETE FROM wanted WHERE sha = ?1", sha256);
}

void BlobTable::addOwnReference(const Digest &sha256, const ObjectRef &object, std::int64_t event)
{
    m_sql.run("INSERT OR IGNORE INTO blob_reference(sha, kind, object, event, preview)"
              " VALUES (?1, ?2, ?3, ?4,"
              " coalesce((SELECT preview_of IS NOT NULL FROM blob WHERE sha = ?1), 0))",
              sha256, object.kind, object.id, event);
}

void BlobTable::want(const Digest &sha256, const ObjectRef &referrer)
{
    if (!isHere(sha256)) {
        m_sql.run("INSERT OR REPLACE INTO wanted(sha, kind, object) VALUES (?1, ?2, ?3)", sha256,
                  referrer.kind, referrer.id);
    }
}

void BlobTable::lose(const Digest &sha256)
{
    m_sql.run("UPDATE blob SET here = 0, state = CASE state WHEN 3 THEN 3 ELSE 4 END WHERE sha = ?1",
              sha256);
}

PhotoState BlobTable::state(const Digest &sha256) const
{
    PhotoState state;
    state.sha256 = sha256;
    m_sql.first(kState, [&](const sqlite::Statement &row) { state = stateAt(row); }, sha256);
    return state;
}

std::vector<PhotoState> BlobTable::of(const ObjectRef &object) const
{
    std::vector<Digest> named;
    m_sql.each("SELECT DISTINCT sha FROM blob_reference WHERE kind = ?1 AND object = ?2 ORDER BY sha",
               [&](const sqlite::Statement &row) { named.push_back(digestAt(row, 0)); }, object.kind,
               object.id);
    std::vector<PhotoState> states;
    for (const Digest &sha256 : named)
        states.push_back(state(sha256));
    return states;
}

std::vector<ObjectRef> BlobTable::objectsOf(const Digest &sha256) const
{
    std::vector<ObjectRef> objects;
    m_sql.each("SELECT DISTINCT kind, object FROM blob_reference WHERE sha = ?1 AND event > 0",
               [&](const sqlite::Statement &row) { objects.push_back(refAt(row, 0)); }, sha256);
    return objects;
}

std::optional<sync::PendingUpload> BlobTable::nextUpload() const
{
    std::optional<sync::PendingUpload> next;
    m_sql.first("SELECT b.sha, b.bytes, b.media, b.upload FROM blob b"
                " JOIN blob_reference r ON r.sha = b.sha AND r.event > 0"
                " JOIN journal j ON j.position = r.event AND j.state >= 3"
                " WHERE b.here = 1 AND b.state < 3"
                " ORDER BY b.refused <> '', b.preview_of IS NULL, j.position, b.sha LIMIT 1",
                [&](const sqlite::Statement &row) {
                    next = {digestAt(row, 0), row.size(1), row.text(2), {}, row.text(3)};
                });
    return next;
}

void BlobTable::takeUpload(const Digest &sha256, const wire::UploadState &state, Millis now)
{
    if (state.complete) {
        m_sql.run("UPDATE blob SET state = 3, sent = bytes, upload = '', refused = '', verified_at = ?2"
                  " WHERE sha = ?1",
                  sha256, now);
    } else {
        m_sql.run("UPDATE blob SET state = 2, sent = ?2, upload = ?3 WHERE sha = ?1 AND state < 3",
                  sha256, state.offset, state.upload);
    }
}

void BlobTable::takeRefusal(const Digest &sha256, std::string_view reason)
{
    m_sql.run("UPDATE blob SET refused = ?2, upload = '', sent = 0 WHERE sha = ?1 AND state < 3", sha256,
              reason);
}

std::vector<sync::WantedBlob> BlobTable::wanted(std::size_t max) const
{
    std::vector<sync::WantedBlob> blobs;
    const auto take = [&](const sqlite::Statement &row) {
        blobs.push_back({digestAt(row, 0), refAt(row, 1)});
    };
    m_sql.each("SELECT sha, kind, object FROM wanted ORDER BY sha LIMIT ?1", take, max);
    if (blobs.size() < max) {
        m_sql.each("SELECT r.sha, r.kind, r.object FROM hazard_list h"
                   " JOIN blob_reference r ON r.kind = 1 AND r.object = h.id AND r.event = 0"
                   "  AND r.preview = 1"
                   " LEFT JOIN blob b ON b.sha = r.sha"
                   " WHERE h.open = 1 AND h.version > 0 AND coalesce(b.here, 0) = 0"
                   " GROUP BY r.sha ORDER BY min(h.due), r.sha LIMIT ?1",
                   take, max - blobs.size());
    }
    return blobs;
}

std::vector<Digest> BlobTable::purgeable(Millis verifiedBefore, std::uint64_t durableSize) const
{
    std::vector<Digest> blobs;
    m_sql.each("SELECT sha FROM blob b WHERE here = 1 AND state = 3 AND verified_at BETWEEN 1 AND ?1"
               " AND NOT EXISTS (SELECT 1 FROM blob_reference r JOIN journal j ON j.position = r.event"
               "  WHERE r.sha = b.sha AND r.event > 0 AND (j.state < 4 OR j.seq = 0 OR j.seq > ?2))"
               " AND NOT EXISTS (SELECT 1 FROM blob_reference r JOIN hazard_list h ON h.id = r.object"
               "  WHERE r.sha = b.sha AND r.kind = 1 AND h.open = 1)",
               [&](const sqlite::Statement &row) { blobs.push_back(digestAt(row, 0)); }, verifiedBefore,
               durableSize);
    return blobs;
}

namespace {

constexpr std::string_view kUnnamed =
    "SELECT sha FROM blob b WHERE here = 1 AND state < 3 AND (?1 = 0 OR loose_since BETWEEN 1 AND ?1)"
    " AND NOT EXISTS (SELECT 1 FROM blob_reference r WHERE r.sha = b.sha)";

} // namespace

std::vector<Digest> BlobTable::looseSince(Millis before) const
{
    std::vector<Digest> blobs;
    m_sql.each(kUnnamed, [&](const sqlite::Statement &row) { blobs.push_back(digestAt(row, 0)); }, before);
    return blobs;
}

void BlobTable::markLoose(const std::set<Digest> &named, Millis now)
{
    m_sql.run("UPDATE blob SET loose_since = 0 WHERE loose_since > 0"
              " AND sha IN (SELECT sha FROM blob_reference)");
    for (const Digest &sha256 : looseSince(0)) {
        if (named.contains(sha256))
            m_sql.run("UPDATE blob SET loose_since = 0 WHERE sha = ?1 AND loose_since > 0", sha256);
        else
            m_sql.run("UPDATE blob SET loose_since = ?2 WHERE sha = ?1 AND loose_since = 0", sha256, now);
    }
}

bool BlobTable::takeUp(const Digest &sha256)
{
    m_sql.run("UPDATE blob SET loose_since = 0 WHERE sha = ?1 AND loose_since > 0", sha256);
    return isHere(sha256);
}

void BlobTable::forget(const Digest &sha256)
{
    m_sql.run("DELETE FROM blob WHERE sha = ?1", sha256);
}

std::vector<std::pair<Digest, std::uint64_t>> BlobTable::here() const
{
    std::vector<std::pair<Digest, std::uint64_t>> blobs;
    m_sql.each("SELECT sha, bytes FROM blob WHERE here = 1",
               [&](const sqlite::Statement &row) { blobs.emplace_back(digestAt(row, 0), row.size(1)); });
    return blobs;
}

} // namespace campus::store
