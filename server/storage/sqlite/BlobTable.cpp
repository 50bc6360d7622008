#include "storage/sqlite/BlobTable.h"

#include "storage/sqlite/Rows.h"

namespace campus::storage {

namespace {

constexpr std::string_view kUploadOf =
    "SELECT id, device, sha256, bytes, media_type, expires_at FROM uploads";
constexpr std::string_view kBlobOf =
    "SELECT sha256, bytes, media_type, device, recorded_at FROM blobs";

UploadRow uploadFrom(const sqlite::Statement &row)
{
    return {row.text(0), row.text(1), digestAt(row, 2), row.size(3), row.text(4), row.integer(5)};
}

BlobRow blobFrom(const sqlite::Statement &row)
{
    return {digestAt(row, 0), row.size(1), row.text(2), row.text(3), row.integer(4)};
}

} // namespace

Result<std::optional<UploadRow>> BlobTable::upload(std::string_view id) const
{
    auto &select = m_database.cached(std::string(kUploadOf) + " WHERE id = ?");
    select.bind(1, id);
    return firstRow(select, uploadFrom);
}

Result<std::optional<UploadRow>> BlobTable::uploadOf(std::string_view device,
                                                     const Digest &sha256) const
{
    auto &select = m_database.cached(std::string(kUploadOf) + " WHERE device = ? AND sha256 = ?");
    select.bind(1, device).bind(2, sha256.view());
    return firstRow(select, uploadFrom);
}

Result<void> BlobTable::visitUploads(const std::function<bool(const UploadRow &)> &see) const
{
    return eachRow(m_database.cached(std::string(kUploadOf) + " ORDER BY expires_at, id"),
                   [&](const sqlite::Statement &row) { return see(uploadFrom(row)); });
}

Result<void> BlobTable::putUpload(const UploadRow &upload)
{
    return m_database
        .cached("INSERT INTO uploads (id, device, sha256, bytes, media_type, expires_at)"
                " VALUES (?,?,?,?,?,?)"
                " ON CONFLICT (id) DO UPDATE SET expires_at = excluded.expires_at")
        .bind(1, upload.id)
        .bind(2, upload.device)
        .bind(3, upload.sha256.view())
        .bind(4, upload.bytes)
        .bind(5, upload.mediaType)
        .bind(6, upload.expiresAt)
        .run();
}

Result<void> BlobTable::dropUpload(std::string_view id)
{
    return m_database.cached("DELETE FROM uploads WHERE id = ?").bind(1, id).run();
}

Result<std::optional<BlobRow>> BlobTable::blob(const Digest &sha256) const
{
    auto &select = m_database.cached(std::string(kBlobOf) + " WHERE sha256 = ?");
    select.bind(1, sha256.view());
    return firstRow(select, blobFrom);
}

Result<void> BlobTable::visitBlobs(const std::function<bool(const BlobRow &)> &see) const
{
    return eachRow(m_database.cached(std::string(kBlobOf) + " ORDER BY sha256"),
                   [&](const sqlite::Statement &row) { return see(blobFrom(row)); });
}

Result<void> BlobTable::putBlob(const BlobRow &blob)
{
    return m_database
        .cached("INSERT INTO blobs (sha256, bytes, media_type, device, recorded_at)"
                " VALUES (?,?,?,?,?) ON CONFLICT DO NOTHING")
        .bind(1, blob.sha256.view())
        .bind(2, blob.bytes)
        .bind(3, blob.mediaType)
        .bind(4, blob.device)
        .bind(5, blob.recordedAt)
        .run();
}

Result<void> BlobTable::dropBlob(const Digest &sha256)
{
    return m_database.cached("DELETE FROM blobs WHERE sha256 = ?").bind(1, sha256.view()).run();
}

Result<bool> BlobTable::isNamedBy(const Digest &sha256, domain::ObjectKind kind,
                                  std::string_view object) const
{
    auto &select = m_database.cached(
        "SELECT count(*) FROM blob_names WHERE kind = ? AND object = ? AND sha256 = ?");
    select.bind(1, static_cast<int>(kind)).bind(2, object).bind(3, sha256.view());
    auto count = oneNumber(select);
    if (!count)
        return count.error();
    return *count > 0;
}

Result<std::uint64_t> BlobTable::countMissing() const
{
    return oneNumber(
        m_database.cached("SELECT count(DISTINCT n.sha256) FROM blob_names n LEFT JOIN blobs b"
                          " ON b.sha256 = n.sha256 WHERE b.sha256 IS NULL"));
}

Result<void> BlobTable::visitIncomplete(domain::ObjectKind kind, Millis knownBy,
                                        const std::function<bool(const std::string &)> &see) const
{
    auto &select = m_database.cached(
        "SELECT DISTINCT n.object FROM blob_names n LEFT JOIN blobs b ON b.sha256 = n.sha256"
        " WHERE n.kind = ? AND n.named_at <= ? AND (b.sha256 IS NULL OR b.recorded_at > ?)"
        " ORDER BY n.object");
    select.bind(1, static_cast<int>(kind)).bind(2, knownBy).bind(3, knownBy);
    return eachRow(select, [&](const sqlite::Statement &row) { return see(row.text(0)); });
}

Result<void> BlobTable::addName(const Digest &sha256, domain::ObjectKind kind,
                                std::string_view object, Millis at)
{
    return m_database
        .cached("INSERT INTO blob_names (kind, object, sha256, named_at) VALUES (?,?,?,?)"
                " ON CONFLICT DO NOTHING")
        .bind(1, static_cast<int>(kind))
        .bind(2, object)
        .bind(3, sha256.view())
        .bind(4, at)
        .run();
}

} // namespace campus::storage
