#include "sync/BootstrapPhase.h"

namespace campus::sync {

namespace {

constexpr int kAttemptsMax = 3; // the scope may change while the parts come in

// The parts so far belong to a scope or a history that is no more.
bool meansStartOver(ErrorCode code)
{
    return code == ErrorCode::CursorExpired || code == ErrorCode::Conflict ||
           code == ErrorCode::Diverged;
}

} // namespace

Result<void> BootstrapPhase::run()
{
    for (int attempt = 0; attempt < kAttemptsMax; ++attempt) {
        const auto taken = takeAll();
        if (!taken)
            return taken.error();
        if (*taken == Taken::Whole) {
            m_run.summary.bootstrapped = true;
            return {};
        }
    }
    return {ErrorCode::Conflict, "the scope changed during every bootstrap"};
}

Result<BootstrapPhase::Taken> BootstrapPhase::takeAll()
{
    wire::BootstrapRequest request;
    std::string scopeMark;
    std::uint64_t rows = 0;
    for (;;) {
        if (auto going = m_run.report(Phase::Bootstrap, rows); !going)
            return going.error();
        const auto part = m_run.exchange([&] { return m_run.api.bootstrap(request); });
        if (!part) {
            if (request.at && meansStartOver(part.error().code))
                return Taken::StartOver;
            return part.error();
        }
        if (!request.at) {
            if (auto begun = m_run.store.beginBootstrap(part->at); !begun)
                return begun.error();
            request.at = part->at;
            scopeMark = part->scopeMark;
        }
        if (part->at != *request.at || part->scopeMark != scopeMark)
            return Taken::StartOver;
        if (auto added = m_run.store.addBootstrapPart(*part); !added)
            return added.error();
        rows += part->rows.size();
        if (part->next.empty())
            break;
        if (part->next == request.after)
            return Error{ErrorCode::ServerFailed, "a bootstrap part leads to itself"};
        request.after = part->next;
    }
    if (auto swapped = m_run.store.finishBootstrap(*request.at, scopeMark); !swapped)
        return swapped.error();
    m_run.summary.rowsTaken += rows;
    return Taken::Whole;
}

} // namespace campus::sync
