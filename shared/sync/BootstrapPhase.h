// Takes all docs in scope at one fixed head into shadow tables and swaps them in (sync.md §5).
// The outbox is not touched; the conductor has pushed before. One thread.
#pragma once

#include "core/Result.h"
#include "sync/SyncRun.h"

namespace campus::sync {

class BootstrapPhase
{
public:
    explicit BootstrapPhase(SyncRun &run) : m_run(run) {}
    Result<void> run();

private:
    enum class Taken { Whole, StartOver };
    Result<Taken> takeAll();

    SyncRun &m_run;
};

} // namespace campus::sync
