#include "sync/SessionPhase.h"

namespace campus::sync {

Result<void> SessionPhase::run()
{
    if (auto going = m_run.report(Phase::Session, 0); !going)
        return going;
    if (m_run.store.identity().device.empty())
        return {ErrorCode::Unauthenticated, "this tablet is not enrolled"};
    const auto session = m_run.store.session();
    m_run.api.useToken(session ? session->token : std::string());
    return {};
}

Result<void> SessionPhase::renew()
{
    const auto session = m_run.store.session();
    if (!session)
        return {ErrorCode::Unauthenticated, "nobody is signed in"};
    wire::RefreshRequest request;
    request.device = m_run.store.identity().device;
    request.wall = m_run.clock.wall();
    request.proof = m_run.store.sign(asBytes(wire::refreshProofText(request, session->token)));
    const auto answer = m_run.timed([&] { return m_run.api.refresh(request); });
    if (!answer) {
        if (answer.error().code == ErrorCode::WrongCredentials)
            return {ErrorCode::Unauthenticated, answer.error().detail};
        return answer.error();
    }
    if (auto kept = m_run.store.keepSession(answer->session); !kept)
        return kept;
    m_run.api.useToken(answer->session.token);
    return {};
}

} // namespace campus::sync
