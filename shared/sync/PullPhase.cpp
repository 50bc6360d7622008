#include "sync/PullPhase.h"

#include <algorithm>

namespace campus::sync {

Result<Pulled> PullPhase::run()
{
    if (auto fetched = fetchAwaited(); !fetched)
        return fetched.error();
    for (;;) {
        if (auto going = m_run.report(Phase::Pull, m_run.summary.rowsTaken); !going)
            return going.error();
        const SyncPosition position = m_run.store.position();
        const auto page = m_run.exchange([&] { return m_run.api.pull(requestAt(position)); });
        if (!page) {
            if (page.error().code == ErrorCode::CursorExpired)
                return Pulled::ScopeChanged;
            if (page.error().code != ErrorCode::Diverged)
                return page.error();
        }
        if (!page || page->outcome == wire::PullAnswer::Outcome::Diverged) {
            if (auto back = rollBack(); !back)
                return back.error();
            return Pulled::RolledBack;
        }
        if (page->outcome == wire::PullAnswer::Outcome::Bootstrap)
            return Pulled::ScopeChanged;
        const bool onward = page->cursor.size > position.cursor.size ||
                            (page->cursor == position.cursor && !page->more);
        if (!onward || page->cursor.size > page->head.size)
            return Error{ErrorCode::ServerFailed, "a page does not lead onward"};
        if (auto applied = m_run.store.applyPage(*page); !applied)
            return applied.error();
        m_run.summary.rowsTaken += page->rows.size();
        if (page->more)
            continue;
        // Docs that the page did not vouch for, as those of a server that was put back.
        if (auto fetched = fetchAwaited(); !fetched)
            return fetched.error();
        return Pulled::AtHead;
    }
}

wire::PullRequest PullPhase::requestAt(const SyncPosition &position) const
{
    wire::PullRequest request;
    request.cursor = position.cursor;
    request.highest = position.highest;
    request.scopeMark = position.scopeMark;
    request.device = m_run.store.identity().device;
    request.sentAt = m_run.deviceTime();
    request.declaredUnsent = m_run.store.unsentCount();
    return request;
}

Result<void> PullPhase::rollBack()
{
    wire::HeadsRequest request{m_run.store.knownHeads()};
    const auto answer = m_run.exchange([&] { return m_run.api.heads(request); });
    if (!answer)
        return answer.error();
    const auto &offered = request.offered;
    const bool known = std::find(offered.begin(), offered.end(), answer->common) != offered.end();
    if (!known && answer->common != wire::Head{}) // nothing in common is the empty log
        return {ErrorCode::NetworkFailed, "the answer names a head that was not offered"};
    const auto dropped = m_run.store.rollBackTo(answer->common);
    if (!dropped)
        return dropped.error();
    m_run.summary.rolledBack = true;
    return fetch(*dropped);
}

Result<void> PullPhase::fetch(const std::vector<wire::ObjectRef> &objects)
{
    for (std::size_t from = 0; from < objects.size(); from += limits::kFetchIdsMax) {
        if (auto going = m_run.report(Phase::Pull, from, objects.size()); !going)
            return going;
        const auto to = std::min(objects.size(), from + limits::kFetchIdsMax);
        const wire::FetchRequest request{{objects.begin() + static_cast<std::ptrdiff_t>(from),
                                          objects.begin() + static_cast<std::ptrdiff_t>(to)}};
        const auto answer = m_run.exchange([&] { return m_run.api.fetch(request); });
        if (!answer)
            return answer.error();
        if (auto applied = m_run.store.applyFetched(*answer); !applied)
            return applied;
        m_run.summary.rowsTaken += answer->rows.size();
    }
    return {};
}

Result<void> PullPhase::fetchAwaited()
{
    std::vector<wire::ObjectRef> before;
    for (;;) {
        const auto awaited = m_run.store.awaitedObjects(limits::kFetchIdsMax);
        if (awaited.empty())
            return {};
        if (awaited == before)
            return {ErrorCode::ServerFailed, "fetched objects do not come"};
        if (auto fetched = fetch(awaited); !fetched)
            return fetched;
        before = awaited;
    }
}

} // namespace campus::sync
