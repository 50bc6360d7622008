#include "sync/DownloadPhase.h"

#include <algorithm>
#include <set>

#include "core/Log.h"

namespace campus::sync {

namespace {

constexpr std::size_t kWantedAtOnce = 100;

bool isAboutTheBlob(ErrorCode code)
{
    return code == ErrorCode::NotFound || code == ErrorCode::Forbidden || code == ErrorCode::Gone ||
           code == ErrorCode::TooLarge || code == ErrorCode::InvalidInput;
}

} // namespace

Result<void> DownloadPhase::run()
{
    std::set<Digest> tried;
    for (;;) {
        const auto wanted = m_run.store.wantedBlobs(kWantedAtOnce);
        if (!wanted)
            return wanted.error();
        bool anyNew = false;
        for (const WantedBlob &blob : *wanted) {
            if (!tried.insert(blob.sha256).second)
                continue;
            anyNew = true;
            if (auto going = m_run.report(Phase::Download, m_run.summary.blobsTaken); !going)
                return going;
            if (auto taken = take(blob); !taken)
                return taken;
        }
        if (!anyNew)
            return {};
    }
}

Result<void> DownloadPhase::take(const WantedBlob &wanted)
{
    const auto octets =
        m_run.exchange([&] { return m_run.api.blob(wanted.sha256, wanted.referrer); });
    if (!octets)
        return isAboutTheBlob(octets.error().code) ? Result<void>() : Result<void>(octets.error());
    if (sha256(*octets) != wanted.sha256) {
        m_run.summary.blobsRefused += 1;
        log(LogLevel::Warning, "blob_with_wrong_hash", {{"blob", wanted.sha256.hex()}});
        return {};
    }
    m_run.summary.blobsTaken += 1;
    return m_run.store.storeBlob(wanted.sha256, *octets);
}

} // namespace campus::sync
