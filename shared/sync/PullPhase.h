// Brings rows to the head, page by page; a page is one commit of the store. Finds the newest
// common head when the server's history is not ours (sync.md §5). One thread.
#pragma once

#include <vector>

#include "core/Result.h"
#include "sync/SyncRun.h"

namespace campus::sync {

enum class Pulled {
    AtHead,
    RolledBack,   // own events may be unsent again
    ScopeChanged, // the docs must come by a bootstrap; also when the cursor is too old
};

class PullPhase
{
public:
    explicit PullPhase(SyncRun &run) : m_run(run) {}
    Result<Pulled> run();

private:
    wire::PullRequest requestAt(const SyncPosition &position) const;
    Result<void> rollBack();
    Result<void> fetch(const std::vector<wire::ObjectRef> &objects);
    Result<void> fetchAwaited();

    SyncRun &m_run;
};

} // namespace campus::sync
