// Photos and other blobs on their way in and out: tus 1.0's semantics without HTTP (sync.md §6).
// An answered offset is on disk (fdatasync); a finished blob lies under its hash before it is
// recorded. Reading needs an object in the caller's scope that names the blob. Any thread; appends
// to one upload take turns.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/Bytes.h"
#include "core/Clock.h"
#include "core/IdSource.h"
#include "core/Result.h"
#include "service/Caller.h"
#include "wire/Messages.h"

namespace campus::storage {
class Store;
class BlobFolder;
} // namespace campus::storage

namespace campus::service {

class Directory;

struct UploadStatus {
    wire::UploadState state;
    std::uint64_t bytes = 0; // Upload-Length
    Millis expiresAt = 0;    // Upload-Expires; of an incomplete one
};

struct BlobFile {
    std::string path; // a file that never changes
    std::uint64_t bytes = 0;
    std::string mediaType;
};

class Uploads
{
public:
    Uploads(storage::Store &store, storage::BlobFolder &folder, Directory &directory,
            const Clock &clock, IdSource &ids);
    ~Uploads();

    // Row ⇔ file ⇔ size. A row without its file is taken back, so that tablets send it again; a
    // whole file without a row is recorded; anything else is put aside and logged.
    struct CheckReport {
        std::uint64_t blobs = 0, missing = 0, adopted = 0, putAside = 0;
    };
    Result<CheckReport> checkOnStart();

    // The same device and hash give the same upload; a blob that is already here is complete.
    Result<UploadStatus> start(const Caller &caller, const wire::UploadStart &wanted);
    Result<UploadStatus> status(const Caller &caller, const std::string &upload);
    // OffsetMismatch unless `offset` is where the file ends. The last octet finishes: the whole is
    // hashed and gets its name, or ChecksumMismatch and the upload is gone.
    Result<UploadStatus> append(const Caller &caller, const std::string &upload,
                                std::uint64_t offset, BytesView chunk);
    Result<void> terminate(const Caller &caller, const std::string &upload);
    // Also files that no upload has. How many; called now and then.
    Result<std::uint64_t> dropExpired();

    Result<BlobFile> open(const Caller &caller, const Digest &sha256,
                          const wire::ObjectRef &referrer);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace campus::service
