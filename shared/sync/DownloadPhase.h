// Fetches the previews the store wants. Octets that do not have the announced hash are not
// stored; a preview that cannot be had now is passed over. One thread.
#pragma once

#include "core/Result.h"
#include "sync/SyncRun.h"

namespace campus::sync {

class DownloadPhase
{
public:
    explicit DownloadPhase(SyncRun &run) : m_run(run) {}
    Result<void> run();

private:
    Result<void> take(const WantedBlob &wanted);

    SyncRun &m_run;
};

} // namespace campus::sync
