#include "sync/UploadPhase.h"

#include <algorithm>

namespace campus::sync {

namespace {

constexpr int kChecksumAttempts = 3;
constexpr int kOffsetAttempts = 3;   // mismatches in a row without an octet of progress
constexpr Millis kFastChunk = 1'000; // quicker than this: send more at once
constexpr Millis kSlowChunk = 8'000; // slower: lose less when the link breaks

// The blob itself is the matter, not the link or the person: the next one may still go.
bool isAboutTheBlob(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ChecksumMismatch:
    case ErrorCode::OffsetMismatch:
    case ErrorCode::TooLarge:
    case ErrorCode::UnsupportedMedia:
    case ErrorCode::InvalidInput:
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::Gone: return true;
    default: return false;
    }
}

// The server no longer has this upload, or threw its octets away.
bool wantsNewUpload(ErrorCode code)
{
    return code == ErrorCode::ChecksumMismatch || code == ErrorCode::NotFound ||
           code == ErrorCode::Gone;
}

} // namespace

Result<void> UploadPhase::run()
{
    for (;;) {
        const auto blob = m_run.store.nextUpload();
        if (!blob)
            return blob.error();
        if (!*blob || m_refused.contains((*blob)->sha256))
            return {};
        const auto sent = send(**blob);
        if (sent) {
            m_run.summary.blobsSent += 1;
            continue;
        }
        if (!isAboutTheBlob(sent.error().code))
            return sent;
        m_refused.insert((*blob)->sha256);
        m_run.summary.blobsRefused += 1;
        if (auto noted = m_run.store.recordUploadRefused((*blob)->sha256, sent.error()); !noted)
            return noted;
    }
}

Result<void> UploadPhase::send(const PendingUpload &blob)
{
    File file(std::fopen(blob.path.c_str(), "rb"), &std::fclose);
    if (!file)
        return {ErrorCode::NotFound, "the file of blob " + blob.sha256.hex() + " is missing"};
    Result<void> sent;
    for (int attempt = 0; attempt < kChecksumAttempts; ++attempt) {
        sent = sendOnce(blob, file, attempt > 0);
        if (sent || !wantsNewUpload(sent.error().code))
            return sent;
    }
    return sent;
}

Result<void> UploadPhase::sendOnce(const PendingUpload &blob, File &file, bool anew)
{
    const auto state = open(blob, anew);
    if (!state)
        return state.error();
    if (auto recorded = m_run.store.recordUpload(blob.sha256, *state); !recorded)
        return recorded;
    return state->complete ? Result<void>() : sendChunks(blob, file, *state);
}

Result<wire::UploadState> UploadPhase::open(const PendingUpload &blob, bool anew)
{
    if (!anew && !blob.upload.empty())
        return m_run.exchange([&] { return m_run.api.uploadState(blob.upload); });
    const wire::UploadStart start{blob.sha256, blob.bytes, blob.mediaType};
    return m_run.exchange([&] { return m_run.api.startUpload(start); });
}

Result<void> UploadPhase::sendChunks(const PendingUpload &blob, File &file, wire::UploadState state)
{
    const std::string upload = state.upload;
    int mismatches = 0;
    while (!state.complete) {
        if (auto going = m_run.report(Phase::Upload, state.offset, blob.bytes); !going)
            return going;
        const auto chunk = read(blob, file, state.offset);
        if (!chunk)
            return chunk.error();
        const Millis before = m_run.clock.monotonic();
        auto next =
            m_run.exchange([&] { return m_run.api.patchUpload(upload, state.offset, *chunk); });
        if (next) {
            if (!next->complete && next->offset <= state.offset)
                return {ErrorCode::OffsetMismatch, "the upload does not move on"};
            m_run.summary.bytesUploaded += chunk->size();
            adaptChunk(m_run.clock.monotonic() - before);
            mismatches = 0;
        } else if (next.error().code == ErrorCode::OffsetMismatch && mismatches < kOffsetAttempts) {
            ++mismatches;
            next = m_run.exchange([&] { return m_run.api.uploadState(upload); });
        }
        if (!next)
            return next.error();
        state = *next;
        state.upload = upload;
        if (auto recorded = m_run.store.recordUpload(blob.sha256, state); !recorded)
            return recorded;
    }
    return {};
}

Result<Bytes> UploadPhase::read(const PendingUpload &blob, File &file, std::uint64_t offset) const
{
    if (offset >= blob.bytes)
        return Error{ErrorCode::OffsetMismatch, "the server holds more octets than the blob has"};
    Bytes chunk(
        static_cast<std::size_t>(std::min<std::uint64_t>(m_chunkBytes, blob.bytes - offset)));
    if (std::fseek(file.get(), static_cast<long>(offset), SEEK_SET) != 0 ||
        std::fread(chunk.data(), 1, chunk.size(), file.get()) != chunk.size())
        return Error{ErrorCode::NotFound, "the file of blob " + blob.sha256.hex() + " is shorter"};
    return chunk;
}

void UploadPhase::adaptChunk(Millis took)
{
    if (took < kFastChunk)
        m_chunkBytes = std::min(m_chunkBytes * 2, limits::kPatchBytesMax);
    else if (took > kSlowChunk)
        m_chunkBytes = std::max(m_chunkBytes / 2, limits::kPatchBytesDefault);
}

} // namespace campus::sync
