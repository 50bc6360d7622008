// What tablets take (sync.md §5): pages of the newest docs in the caller's scope, removals, and
// verdicts of the device's own events whatever the scope. Each answer is one snapshot of the
// store. Pages end on whole commits. Any thread.
#pragma once

#include "core/Clock.h"
#include "core/Result.h"
#include "service/Caller.h"
#include "service/Presence.h"
#include "wire/Messages.h"

namespace campus::storage {
class Store;
}

namespace campus::service {

class Directory;

class Feed
{
public:
    Feed(storage::Store &store, Directory &directory, const Clock &clock)
        : m_store(store),
          m_directory(directory),
          m_clock(clock),
          m_presence(store, clock)
    {
    }

    // Outcome Diverged (no rows) when cursor or highest is not of this history; Bootstrap (no
    // rows) when the caller's scope is not the one of `scopeMark`.
    Result<wire::PullAnswer> pull(const Caller &caller, const wire::PullRequest &request);
    // The newest offered head this history knows; {0} when none.
    Result<wire::HeadsAnswer> heads(const wire::HeadsRequest &request);
    // As many as fit a page, from the first on and at least one.
    Result<wire::FetchAnswer> fetch(const Caller &caller, const wire::FetchRequest &request);
    // Docs in order of kind and id, then the verdicts of the device's own events up to `at`. A doc
    // changed meanwhile comes in its newer version. Diverged when `at` is not of this history,
    // Conflict when the scope changed between two parts: begin anew.
    Result<wire::BootstrapAnswer> bootstrap(const Caller &caller,
                                            const wire::BootstrapRequest &request);

private:
    storage::Store &m_store;
    Directory &m_directory;
    const Clock &m_clock;
    Presence m_presence;
};

} // namespace campus::service
