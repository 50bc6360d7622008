// Where events come in (sync.md §4): chain, signature, decision, verdict, new docs, log, all of a
// batch in one transaction. What it answered is on disk. Every well-formed event is stored with a
// verdict; a replay at any later time gives the same verdicts and changes nothing. Any thread; the
// store's single writer puts batches in one order for all.
#pragma once

#include "core/Clock.h"
#include "core/Result.h"
#include "service/Caller.h"
#include "wire/Messages.h"

namespace campus::storage {
class Store;
}

namespace campus::service {

class Directory;

class Intake
{
public:
    Intake(storage::Store &store, Directory &directory, const Clock &clock)
        : m_store(store),
          m_directory(directory),
          m_clock(clock)
    {
    }

    // InvalidInput naming the line that is no event, BadSignature, TooLarge, UnsupportedVersion,
    // Forbidden (another device's batch), StorageFull: nothing was changed.
    Result<wire::PushAnswer> push(const Caller &caller, const wire::PushRequest &request);
    // One raw line that no batch could carry: stored with the verdict `quarantined`, outside any
    // chain. When it comes again inside a batch it counts as a duplicate and its chain goes on.
    Result<wire::Verdict> quarantine(const Caller &caller, const wire::QuarantineRequest &request);

private:
    storage::Store &m_store;
    Directory &m_directory;
    const Clock &m_clock;
};

} // namespace campus::service
