// Sends the blobs that events name, in the store's order (previews first), resumable by tus
// (sync.md §6). What the server or the disk refuses is recorded and passed over; what waiting
// may cure ends the phase. Originals are read, never altered. One thread.
#pragma once

#include <cstdio>
#include <memory>
#include <set>
#include <string>

#include "core/Limits.h"
#include "core/Result.h"
#include "sync/SyncRun.h"

namespace campus::sync {

class UploadPhase
{
public:
    explicit UploadPhase(SyncRun &run) : m_run(run) {}
    Result<void> run();

private:
    using File = std::unique_ptr<std::FILE, int (*)(std::FILE *)>;
    Result<void> send(const PendingUpload &blob);
    Result<void> sendOnce(const PendingUpload &blob, File &file, bool anew);
    Result<wire::UploadState> open(const PendingUpload &blob, bool anew);
    Result<void> sendChunks(const PendingUpload &blob, File &file, wire::UploadState state);
    Result<Bytes> read(const PendingUpload &blob, File &file, std::uint64_t offset) const;
    void adaptChunk(Millis took);

    SyncRun &m_run;
    std::set<Digest> m_refused; // in this run
    std::size_t m_chunkBytes = limits::kPatchBytesDefault;
};

} // namespace campus::sync
