// Whose token the requests carry. Without a session the run still goes on: the server then
// answers 401, which is reported while recording continues offline. One thread.
#pragma once

#include "core/Result.h"
#include "sync/SyncRun.h"

namespace campus::sync {

class SessionPhase
{
public:
    explicit SessionPhase(SyncRun &run) : m_run(run) {}
    // Unauthenticated when the tablet is not enrolled.
    Result<void> run();
    // Asks for a new token with the expired one and the device key; Unauthenticated when the
    // person has to sign in again.
    Result<void> renew();

private:
    SyncRun &m_run;
};

} // namespace campus::sync
