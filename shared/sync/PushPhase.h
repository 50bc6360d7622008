// Sends every unsent event in order, one signed batch in flight (sync.md §4). An answer settles
// nothing: the store marks the events answered, the feed settles them. A batch the server cannot
// take is halved down to the one event, which goes raw to quarantine. One thread.
#pragma once

#include <set>
#include <string>

#include "core/Result.h"
#include "sync/SyncRun.h"

namespace campus::sync {

class PushPhase
{
public:
    explicit PushPhase(SyncRun &run) : m_run(run) {}
    // Ends when nothing is unsent, or with the first failure that waiting may cure.
    Result<void> run();

private:
    Result<void> take(const OutboxBatch &batch, const wire::PushAnswer &answer);
    Result<void> closeGap(const wire::PushAnswer &answer);
    Result<void> startNewInstall();
    Result<void> cope(const OutboxBatch &batch, const Error &error);
    Result<void> bisect(const OutboxBatch &batch, const Error &error);
    Result<void> sendToQuarantine(const OutboxBatch &batch);
    wire::PushRequest requestFor(const OutboxBatch &batch) const;
    bool serverAnswersOthers();

    SyncRun &m_run;
    std::set<std::string> m_quarantined; // ids
    int m_chainRefusals = 0;             // gaps and forks since the last batch that was taken
};

} // namespace campus::sync
