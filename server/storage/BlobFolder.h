// The octets of blobs: uploads under way in uploads/<id>, whole ones in blobs/ab/<64 hex digits>.
// A file in blobs/ has the hash it is named by and never changes. Any thread; the caller lets
// appends to one upload take turns.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/Bytes.h"
#include "core/Result.h"
#include "core/Sha256.h"

namespace campus::storage {

class BlobFolder
{
public:
    explicit BlobFolder(std::string dataFolder);
    Result<void> prepare(); // makes the folders

    std::string pathOf(const Digest &sha256) const;
    Result<std::uint64_t>
    uploadSize(const std::string &upload) const; // 0 when there is no file yet
    // As uploadSize, and what it counts is on disk from here on.
    Result<std::uint64_t> syncedUploadSize(const std::string &upload);
    // Writes behind `offset`; with `sync` it is on disk on return. On failure the file ends at
    // `offset` again.
    Result<void> append(const std::string &upload, std::uint64_t offset, BytesView octets,
                        bool sync);
    // Hashes the whole, fsync, rename, fsync of the folder. ChecksumMismatch removes the upload.
    Result<void> finish(const std::string &upload, const Digest &sha256);
    Result<void> dropUpload(const std::string &upload);
    Result<void> visitUploads(const std::function<bool(const std::string &id)> &see) const;

    Result<std::uint64_t> blobSize(const Digest &sha256) const; // NotFound
    Result<Digest> hashOf(const Digest &sha256) const;          // of the octets that are there
    // Every file under blobs/ that is named like a blob; others are left alone.
    Result<void> visitBlobs(const std::function<bool(const Digest &)> &see) const;
    Result<void> putAside(const Digest &sha256); // to aside/, for a person to look at
    // A copy with its own fsync, into another data folder; nothing when it is there already.
    Result<bool> copyTo(const BlobFolder &other, const Digest &sha256) const;

private:
    std::string uploadPath(const std::string &upload) const;
    std::string m_blobs, m_uploads, m_aside;
};

} // namespace campus::storage
