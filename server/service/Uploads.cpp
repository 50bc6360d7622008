#include "service/Uploads.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <set>

#include "core/Limits.h"
#include "core/Log.h"
#include "service/Directory.h"
#include "storage/BlobFolder.h"
#include "storage/Store.h"

namespace campus::service {

using storage::BlobRow;
using storage::Books;
using storage::UploadRow;

namespace {

constexpr Millis kUploadLife =
    30ll * 24 * 3'600'000; // a tablet may be offline for weeks between two chunks

UploadStatus wholeBlob(const BlobRow &blob)
{
    UploadStatus status;
    status.state = {blob.sha256.hex(), blob.bytes, true};
    status.bytes = blob.bytes;
    return status;
}

// What the folder says is about the server's disk, not about the caller: a path that is missing or
// closed to us must not look like an upload that is gone or forbidden.
Error ofDisk(Error error)
{
    if (error.code != ErrorCode::StorageFull && error.code != ErrorCode::ChecksumMismatch)
        error.code = ErrorCode::StorageFailed;
    return error;
}

// What a tablet makes or takes in; sent back as it came, so nothing that a browser would run.
bool isEvidence(std::string_view mediaType)
{
    static constexpr std::array<std::string_view, 7> kTypes{"image/jpeg",
                                                            "image/png",
                                                            "image/webp",
                                                            "image/heic",
                                                            "image/heif",
                                                            "application/pdf",
                                                            "application/octet-stream"};
    if (std::find(kTypes.begin(), kTypes.end(), mediaType) != kTypes.end())
        return true;
    constexpr std::string_view kAudio = "audio/";
    return mediaType.size() > kAudio.size() && mediaType.starts_with(kAudio) &&
           std::all_of(mediaType.begin() + kAudio.size(), mediaType.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                      c == '+';
           });
}

Error notHere()
{
    return {ErrorCode::NotFound, "there is no such upload; create it anew"};
}

} // namespace

struct Uploads::State {
    storage::Store &store;
    storage::BlobFolder &folder;
    Directory &directory;
    const Clock &clock;
    IdSource &ids;

    std::mutex mutex;
    std::map<std::string, std::weak_ptr<std::mutex>> turns; // of uploads being appended to

    std::shared_ptr<std::mutex> turnOf(const std::string &upload)
    {
        const std::lock_guard lock(mutex);
        std::erase_if(turns, [](const auto &turn) { return turn.second.expired(); });
        auto turn = turns[upload].lock();
        if (!turn)
            turns[upload] = turn = std::make_shared<std::mutex>();
        return turn;
    }

    Result<std::optional<BlobRow>> blob(const Digest &sha256)
    {
        std::optional<BlobRow> row;
        auto looked = store.read([&](const Books &books) -> Result<void> {
            auto found = books.blobs().blob(sha256);
            if (!found)
                return found.error();
            row = std::move(*found);
            return {};
        });
        if (!looked)
            return looked.error();
        return row;
    }

    // The upload, if it is the caller's; another tablet's does not exist for it.
    Result<UploadRow> own(const Caller &caller, const std::string &upload)
    {
        std::optional<UploadRow> row;
        auto looked = store.read([&](const Books &books) -> Result<void> {
            auto found = books.blobs().upload(upload);
            if (!found)
                return found.error();
            row = std::move(*found);
            return {};
        });
        if (!looked)
            return looked.error();
        if (!row || caller.device.empty() || row->device != caller.device)
            return notHere();
        return *row;
    }

    Result<UploadStatus> statusOf(const UploadRow &row)
    {
        const auto size = folder.syncedUploadSize(row.id);
        if (!size)
            return ofDisk(size.error());
        UploadStatus status;
        status.state = {row.id, *size, false};
        status.bytes = row.bytes;
        status.expiresAt = row.expiresAt;
        return status;
    }

    Result<UploadStatus> finish(const UploadRow &row)
    {
        const auto finished = folder.finish(row.id, row.sha256);
        if (!finished && finished.error().code != ErrorCode::ChecksumMismatch)
            return ofDisk(finished.error());
        const BlobRow blob{row.sha256, row.bytes, row.mediaType, row.device, clock.wall()};
        const auto written = store.write([&](Books &books) -> Result<void> {
            if (finished) {
                if (auto put = books.blobs().putBlob(blob); !put)
                    return put;
            }
            return books.blobs().dropUpload(row.id);
        });
        if (!written)
            return written.error();
        if (!finished)
            return finished.error();
        UploadStatus status = wholeBlob(blob);
        status.state.upload = row.id;
        return status;
    }
};

Uploads::Uploads(storage::Store &store, storage::BlobFolder &folder, Directory &directory,
                 const Clock &clock, IdSource &ids)
    : m_state(new State{store, folder, directory, clock, ids, {}, {}})
{
}

Uploads::~Uploads() = default;

// ---- start-up ------------------------------------------------------------------------------------

Result<Uploads::CheckReport> Uploads::checkOnStart()
{
    CheckReport report;
    std::map<Digest, BlobRow> rows;
    std::map<std::string, UploadRow> uploads;
    const auto looked = m_state->store.read([&](const Books &books) -> Result<void> {
        auto visited = books.blobs().visitBlobs([&](const BlobRow &row) {
            rows.emplace(row.sha256, row);
            return true;
        });
        if (!visited)
            return visited;
        return books.blobs().visitUploads([&](const UploadRow &row) {
            uploads.emplace(row.id, row);
            return true;
        });
    });
    if (!looked)
        return looked.error();

    std::vector<Digest> lost, unrecorded, damaged;
    for (const auto &[digest, row] : rows) {
        const auto size = m_state->folder.blobSize(digest);
        if (size && *size == row.bytes)
            ++report.blobs;
        else
            lost.push_back(digest);
        if (size && *size != row.bytes)
            damaged.push_back(digest);
    }
    const auto listed = m_state->folder.visitBlobs([&](const Digest &digest) {
        if (!rows.contains(digest))
            unrecorded.push_back(digest);
        return true;
    });
    if (!listed)
        return listed.error();
    std::vector<BlobRow> adopted;
    for (const Digest &digest : unrecorded) { // the rename came through, the record did not
        const auto hash = m_state->folder.hashOf(digest);
        const auto size = m_state->folder.blobSize(digest);
        if (hash && size && *hash == digest)
            adopted.push_back(
                {digest, *size, "application/octet-stream", {}, m_state->clock.wall()});
        else
            damaged.push_back(digest);
    }
    for (BlobRow &row : adopted) {
        for (const auto &[id, upload] : uploads) {
            if (upload.sha256 == row.sha256) {
                row.mediaType = upload.mediaType;
                row.device = upload.device;
            }
        }
    }
    for (const Digest &digest : damaged) {
        log(LogLevel::Error, "blob_put_aside", {{"sha256", digest.hex()}});
        if (auto aside = m_state->folder.putAside(digest); !aside)
            return aside.error();
    }
    for (const Digest &digest : lost)
        log(LogLevel::Error, "blob_missing", {{"sha256", digest.hex()}});
    if (!lost.empty() || !adopted.empty()) {
        const auto written = m_state->store.write([&](Books &books) -> Result<void> {
            for (const Digest &digest : lost) {
                if (auto dropped = books.blobs().dropBlob(digest); !dropped)
                    return dropped;
            }
            for (const BlobRow &row : adopted) {
                if (auto put = books.blobs().putBlob(row); !put)
                    return put;
            }
            return {};
        });
        if (!written)
            return written.error();
    }
    report.missing = lost.size();
    report.adopted = adopted.size();
    report.putAside = damaged.size();
    return report;
}

// ---- in ------------------------------------------------------------------------------------------

Result<UploadStatus> Uploads::start(const Caller &caller, const wire::UploadStart &wanted)
{
    if (caller.device.empty())
        return {ErrorCode::Forbidden, "only a tablet may upload"};
    if (wanted.bytes == 0)
        return {ErrorCode::InvalidInput, "an upload has at least one octet"};
    if (wanted.mediaType.size() > limits::kNameCharsMax || !isEvidence(wanted.mediaType))
        return {ErrorCode::UnsupportedMedia, "the media type is none of pictures, sound and PDF"};
    if (wanted.bytes > limits::kBlobBytesMax)
        return {ErrorCode::TooLarge,
                "more than " + std::to_string(limits::kBlobBytesMax) + " octets"};
    const auto blob = m_state->blob(wanted.sha256);
    if (!blob)
        return blob.error();
    if (*blob)
        return wholeBlob(**blob);
    UploadRow row;
    const auto written = m_state->store.write([&](Books &books) -> Result<void> {
        auto known = books.blobs().uploadOf(caller.device, wanted.sha256);
        if (!known)
            return known.error();
        row = *known ? **known : UploadRow{m_state->ids.next(), caller.device,    wanted.sha256,
                                           wanted.bytes,        wanted.mediaType, 0};
        if (row.bytes != wanted.bytes)
            return {ErrorCode::Conflict,
                    "this hash was announced with " + std::to_string(row.bytes) + " octets"};
        row.expiresAt = m_state->clock.wall() + kUploadLife;
        return books.blobs().putUpload(row);
    });
    if (!written)
        return written.error();
    return m_state->statusOf(row);
}

Result<UploadStatus> Uploads::status(const Caller &caller, const std::string &upload)
{
    if (const auto digest =
            Digest::fromHex(upload)) { // what start() named a blob that was here already
        const auto blob = m_state->blob(*digest);
        if (!blob)
            return blob.error();
        return *blob && !caller.device.empty() ? Result<UploadStatus>(wholeBlob(**blob))
                                               : notHere();
    }
    const auto turn = m_state->turnOf(upload);
    const std::lock_guard lock(*turn);
    const auto row = m_state->own(caller, upload);
    if (!row)
        return row.error();
    auto status = m_state->statusOf(*row);
    // All octets are here and the end of it was not recorded: a crash, or a full disk.
    if (status && status->state.offset == row->bytes)
        return m_state->finish(*row);
    return status;
}

Result<UploadStatus> Uploads::append(const Caller &caller, const std::string &upload,
                                     std::uint64_t offset, BytesView chunk)
{
    if (chunk.size() > limits::kPatchBytesMax)
        return {ErrorCode::TooLarge,
                "more than " + std::to_string(limits::kPatchBytesMax) + " octets at once"};
    const auto turn = m_state->turnOf(upload);
    const std::lock_guard lock(*turn);
    const auto row = m_state->own(caller, upload);
    if (!row)
        return row.error();
    const auto size = m_state->folder.uploadSize(row->id);
    if (!size)
        return ofDisk(size.error());
    if (offset != *size)
        return {ErrorCode::OffsetMismatch, "the upload goes on at " + std::to_string(*size)};
    if (*size > row->bytes || chunk.size() > row->bytes - *size)
        return {ErrorCode::TooLarge, "the upload has " + std::to_string(row->bytes) + " octets"};
    const bool last = *size + chunk.size() == row->bytes;
    if (auto written = m_state->folder.append(row->id, offset, chunk, !last); !written)
        return ofDisk(written.error());
    if (last)
        return m_state->finish(*row); // which syncs the whole
    UploadStatus status;
    status.state = {row->id, offset + chunk.size(), false};
    status.bytes = row->bytes;
    status.expiresAt = row->expiresAt;
    return status;
}

Result<void> Uploads::terminate(const Caller &caller, const std::string &upload)
{
    const auto turn = m_state->turnOf(upload);
    const std::lock_guard lock(*turn);
    const auto row = m_state->own(caller, upload);
    if (!row)
        return row.error();
    if (auto dropped = m_state->folder.dropUpload(row->id); !dropped)
        return ofDisk(dropped.error());
    return m_state->store.write([&](Books &books) { return books.blobs().dropUpload(row->id); });
}

Result<std::uint64_t> Uploads::dropExpired()
{
    const Millis now = m_state->clock.wall();
    // The files first: an upload has its row before it has a file.
    std::set<std::string> unknown;
    const auto listed = m_state->folder.visitUploads([&](const std::string &upload) {
        unknown.insert(upload);
        return true;
    });
    if (!listed)
        return ofDisk(listed.error());
    std::vector<std::string> expired;
    const auto looked = m_state->store.read([&](const Books &books) {
        expired.clear();
        return books.blobs().visitUploads([&](const UploadRow &row) {
            unknown.erase(row.id);
            if (row.expiresAt <= now)
                expired.push_back(row.id);
            return true;
        });
    });
    if (!looked)
        return looked.error();
    for (const std::string &upload : unknown) { // left behind between two steps of a crash
        if (auto dropped = m_state->folder.dropUpload(upload); !dropped)
            return ofDisk(dropped.error());
    }
    for (const std::string &upload : expired) {
        const auto turn = m_state->turnOf(upload);
        const std::lock_guard lock(*turn);
        if (auto dropped = m_state->folder.dropUpload(upload); !dropped)
            return ofDisk(dropped.error());
        const auto written =
            m_state->store.write([&](Books &books) { return books.blobs().dropUpload(upload); });
        if (!written)
            return written.error();
    }
    return expired.size() + unknown.size();
}

// ---- out -----------------------------------------------------------------------------------------

Result<BlobFile> Uploads::open(const Caller &caller, const Digest &sha256,
                               const wire::ObjectRef &referrer)
{
    BlobFile file;
    const auto looked = m_state->store.read([&](const Books &books) -> Result<void> {
        const Error refusal{ErrorCode::NotFound, "no object you may see names this blob"};
        const auto named = books.blobs().isNamedBy(sha256, referrer.kind, referrer.id);
        const auto doc = books.docs().find(referrer.kind, referrer.id);
        const auto view = m_state->directory.view(books.docs());
        if (!named)
            return named.error();
        if (!doc)
            return doc.error();
        if (!view)
            return view.error();
        const domain::User *user = (*view)->user(caller.user.id);
        if (!*named || !*doc || user == nullptr ||
            !(*view)->sees(domain::scopeOf(*user), referrer.kind, referrer.id, (*doc)->school,
                           (*doc)->restricted))
            return refusal;
        const auto blob = books.blobs().blob(sha256);
        if (!blob)
            return blob.error();
        if (!*blob)
            return {ErrorCode::NotFound, "the blob has not arrived yet"};
        file = {m_state->folder.pathOf(sha256), (*blob)->bytes, (*blob)->mediaType};
        return {};
    });
    if (!looked)
        return looked.error();
    return file;
}

} // namespace campus::service
