#include "sim/PlantedBugs.h"

#include <algorithm>
#include <array>

namespace campus::sim {

namespace {

constexpr std::array kBugs{
    BugRow{Bug::AnswerSettles, "answer-settles"},
    BugRow{Bug::CursorBeforeRows, "cursor-before-rows"},
    BugRow{Bug::DedupeByNumber, "dedupe-by-number"},
    BugRow{Bug::CursorIsNumber, "cursor-is-number"},
    BugRow{Bug::PageEndOffByOne, "page-end-off-by-one"},
    BugRow{Bug::SkippedSync, "skipped-sync"},
    BugRow{Bug::ServerSkippedSync, "server-skipped-sync"},
    BugRow{Bug::OutboxDropped, "outbox-dropped"},
};

} // namespace

std::span<const BugRow> allBugs()
{
    return kBugs;
}

std::optional<Bug> bugNamed(std::string_view name)
{
    const auto found = std::find_if(kBugs.begin(), kBugs.end(),
                                    [name](const BugRow &row) { return row.name == name; });
    return found == kBugs.end() ? std::nullopt : std::optional(found->bug);
}

std::string_view nameOf(Bug bug)
{
    const auto found = std::find_if(kBugs.begin(), kBugs.end(),
                                    [bug](const BugRow &row) { return row.bug == bug; });
    return found == kBugs.end() ? std::string_view() : found->name;
}

Result<void> BuggyStore::recordAnswer(const sync::OutboxBatch &sent, const wire::PushAnswer &answer)
{
    auto recorded = m_store.recordAnswer(sent, answer);
    if (!recorded || m_bug != Bug::AnswerSettles)
        return recorded;
    const sync::SyncPosition position = m_store.position();
    wire::PullAnswer forged; // as if the feed had shown them
    forged.cursor = position.cursor;
    forged.head = position.highest;
    forged.scopeMark = position.scopeMark;
    forged.more = true;
    for (const wire::Verdict &verdict : answer.verdicts) {
        wire::FeedRow row;
        row.kind = wire::FeedRow::Kind::Verdict;
        row.seq = verdict.seq;
        row.verdict = verdict;
        row.install = m_store.identity().install;
        forged.rows.push_back(row);
    }
    return m_store.applyPage(forged);
}

Result<void> BuggyStore::applyPage(const wire::PullAnswer &page)
{
    if (m_bug != Bug::CursorBeforeRows)
        return m_store.applyPage(page);
    wire::PullAnswer first = page;
    first.rows.clear();
    first.more = true;
    if (auto moved = m_store.applyPage(first); !moved)
        return moved;
    return m_store.applyPage(page);
}

Result<void> BuggyStore::finishBootstrap(const wire::Head &at, const std::string &scopeMark)
{
    if (m_bug == Bug::OutboxDropped && m_store.position().bootstrapped) {
        const auto batch = m_store.unsent(limits::kBatchEventsMax, limits::kBatchBytesMax);
        if (batch) {
            m_forgottenUpTo = batch->first + batch->lines.size() - 1;
            m_forgottenInstall = m_store.identity().install;
        }
    }
    return m_store.finishBootstrap(at, scopeMark);
}

Result<sync::OutboxBatch> BuggyStore::unsent(std::size_t maxEvents, std::size_t maxBytes)
{
    auto batch = m_store.unsent(maxEvents, maxBytes);
    if (batch && m_bug == Bug::OutboxDropped && batch->first <= m_forgottenUpTo &&
        m_store.identity().install == m_forgottenInstall) {
        batch->lines.clear();
        batch->ids.clear();
    }
    return batch;
}

} // namespace campus::sim
