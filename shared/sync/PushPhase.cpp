#include "sync/PushPhase.h"

#include <algorithm>

#include "core/Log.h"
#include "journal/Chain.h"

namespace campus::sync {

namespace {

constexpr int kAttemptsOnOne = 3;    // sync.md §10: 5xx three times on the same batch
constexpr int kChainRefusalsMax = 4; // gap, rewind, gap again, new install, and one in reserve

bool isServerFailure(ErrorCode code)
{
    return code == ErrorCode::ServerFailed || code == ErrorCode::Internal ||
           code == ErrorCode::StorageFailed || code == ErrorCode::StorageCorrupt;
}

// An answer for other events than these comes from something between us and the server.
bool covers(const wire::PushAnswer &answer, const OutboxBatch &batch)
{
    return std::equal(
        answer.verdicts.begin(), answer.verdicts.end(), batch.ids.begin(), batch.ids.end(),
        [](const wire::Verdict &verdict, const std::string &id) { return verdict.event == id; });
}

} // namespace

Result<void> PushPhase::run()
{
    std::uint64_t sent = 0;
    for (;;) {
        if (auto going = m_run.report(Phase::Push, sent); !going)
            return going;
        const auto batch = m_run.store.unsent(m_run.pushMemory.eventsMax, limits::kBatchBytesMax);
        if (!batch)
            return batch.error();
        if (batch->lines.empty()) {
            m_run.pushMemory = {};
            return {};
        }
        const auto answer = m_run.exchange([&] { return m_run.api.push(requestFor(*batch)); });
        auto handled = answer ? take(*batch, *answer) : cope(*batch, answer.error());
        if (!handled)
            return handled;
        if (answer && answer->outcome == wire::PushAnswer::Outcome::Taken)
            sent += batch->lines.size();
    }
}

wire::PushRequest PushPhase::requestFor(const OutboxBatch &batch) const
{
    const TabletIdentity identity = m_run.store.identity();
    wire::PushRequest request;
    request.app = m_run.app;
    request.device = identity.device;
    request.install = identity.install;
    request.first = batch.first;
    request.previous = batch.previous;
    request.lines = batch.lines;
    Digest chain = batch.previous;
    for (const std::string &line : batch.lines)
        chain = journal::chainNext(chain, line);
    const std::uint64_t last = batch.first + batch.lines.size() - 1;
    request.signature =
        m_run.store.sign(journal::batchText(identity.device, identity.install, last, chain).view());
    request.sentAt = m_run.deviceTime();
    return request;
}

Result<void> PushPhase::take(const OutboxBatch &batch, const wire::PushAnswer &answer)
{
    switch (answer.outcome) {
    case wire::PushAnswer::Outcome::Gap: return closeGap(answer);
    case wire::PushAnswer::Outcome::Forked: return startNewInstall();
    case wire::PushAnswer::Outcome::Taken: break;
    }
    if (!covers(answer, batch))
        return {ErrorCode::NetworkFailed, "the answer speaks of other events than were sent"};
    if (auto recorded = m_run.store.recordAnswer(batch, answer); !recorded)
        return recorded;
    m_chainRefusals = 0;
    m_run.pushMemory.suspect.clear();
    m_run.summary.eventsSent += batch.lines.size();
    for (const wire::Verdict &verdict : answer.verdicts) {
        m_run.summary.rejected += verdict.kind == journal::VerdictKind::Rejected;
        m_run.summary.quarantined += verdict.kind == journal::VerdictKind::Quarantined;
    }
    return {};
}

Result<void> PushPhase::closeGap(const wire::PushAnswer &answer)
{
    if (m_chainRefusals > 0)
        return startNewInstall(); // going back did not close it
    ++m_chainRefusals;
    const auto rewound = m_run.store.rewindTo(answer.expectedFirst, answer.expectedChain);
    if (!rewound)
        return rewound.error();
    return *rewound ? Result<void>() : startNewInstall();
}

Result<void> PushPhase::startNewInstall()
{
    if (++m_chainRefusals > kChainRefusalsMax)
        return {ErrorCode::Conflict, "the server refuses every chain"};
    if (auto started = m_run.store.startNewInstall(); !started)
        return started;
    m_run.summary.newInstall = true;
    return {};
}

Result<void> PushPhase::cope(const OutboxBatch &batch, const Error &error)
{
    PushMemory &memory = m_run.pushMemory;
    const bool refused = error.code == ErrorCode::InvalidInput || error.code == ErrorCode::TooLarge;
    if (!refused && !isServerFailure(error.code))
        return error;
    if (memory.suspect != batch.ids.front()) {
        memory.suspect = batch.ids.front();
        memory.failures = 0;
    }
    ++memory.failures;
    if (refused)
        return bisect(batch, error);
    if (!memory.bisecting && memory.failures < kAttemptsOnOne)
        return error;
    // A server that fails on everything is down; the batch is to blame only if it answers others.
    return serverAnswersOthers() ? bisect(batch, error) : Result<void>(error);
}

Result<void> PushPhase::bisect(const OutboxBatch &batch, const Error &error)
{
    PushMemory &memory = m_run.pushMemory;
    memory.bisecting = true;
    if (batch.lines.size() > 1) {
        memory.eventsMax = batch.lines.size() / 2;
        memory.failures = 0;
        return {};
    }
    if (memory.failures < kAttemptsOnOne)
        return {}; // one accident on the way must not send a good event to quarantine
    if (!m_quarantined.insert(batch.ids.front()).second)
        return error; // it came back in this very run
    log(LogLevel::Warning, "event_to_quarantine",
        {{"event", batch.ids.front()}, {"refusal", factsOf(error.code).name}});
    return sendToQuarantine(batch);
}

Result<void> PushPhase::sendToQuarantine(const OutboxBatch &batch)
{
    const TabletIdentity identity = m_run.store.identity();
    const wire::QuarantineRequest request{identity.device, identity.install, batch.lines.front()};
    const auto verdict = m_run.exchange([&] { return m_run.api.quarantine(request); });
    if (!verdict)
        return verdict.error();
    // A line that the server cannot read has no id there.
    if (verdict->event != batch.ids.front() && verdict->kind != journal::VerdictKind::Quarantined)
        return {ErrorCode::NetworkFailed, "the answer speaks of another event than was sent"};
    if (auto recorded = m_run.store.recordQuarantined(batch.ids.front(), *verdict); !recorded)
        return recorded;
    m_run.summary.eventsSent += 1;
    m_run.summary.quarantined += 1;
    m_run.pushMemory = {};
    m_chainRefusals = 0;
    return {};
}

bool PushPhase::serverAnswersOthers()
{
    const wire::HeadsRequest request{{m_run.store.position().highest}};
    return m_run.exchange([&] { return m_run.api.heads(request); }).has_value();
}

} // namespace campus::sync
