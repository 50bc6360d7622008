#include "sim/Oracle.h"

#include <algorithm>
#include <iterator>

namespace campus::sim {

namespace {

constexpr std::size_t kRequestsKept = 60;

} // namespace

void Oracle::expect(bool holds, const std::string &invariant, const std::string &what)
{
    if (!holds)
        m_violations.push_back({invariant, what});
}

void Oracle::tell(int tablet, const std::string &what) const
{
    if (m_listener)
        m_listener("    tablet " + std::to_string(tablet) + " <- " + what);
}

void Oracle::saved(int tablet, const std::string &event, const std::string &line)
{
    m_acts[event] = {tablet, line, false, false};
}

void Oracle::answered(const wire::PushRequest &request, const wire::PushAnswer &answer)
{
    headSeen(answer.head);
    if (answer.outcome != wire::PushAnswer::Outcome::Taken)
        return;
    expect(answer.verdicts.size() == request.lines.size(), "I17",
           "a batch without a verdict an event");
    for (const wire::Verdict &verdict : answer.verdicts) {
        const auto [known, isNew] = m_verdicts.emplace(verdict.event, verdict);
        expect(verdict.seq > 0 && verdict.seq <= answer.head.size, "I17",
               "event " + verdict.event + " was answered without a place in the log");
        if (isNew)
            continue;
        expect(known->second.seq == verdict.seq && known->second.kind == verdict.kind &&
                   known->second.reason == verdict.reason,
               "I17",
               "event " + verdict.event + " was answered with seq " +
                   std::to_string(known->second.seq) + ", then " + std::to_string(verdict.seq));
        expect(verdict.duplicate, "I16", "event " + verdict.event + " was taken as new twice");
    }
    if (m_requests.size() < kRequestsKept)
        m_requests.push_back(request);
}

void Oracle::headSeen(const wire::Head &head)
{
    const auto [known, isNew] = m_heads.emplace(head.size, head.chain);
    expect(isNew || known->second == head.chain, "I18",
           "the log of size " + std::to_string(head.size) + " changed");
}

void Oracle::pageArrived(int tablet, const wire::PullRequest &request, const wire::PullAnswer &page)
{
    tell(tablet, "page, outcome " + std::to_string(static_cast<int>(page.outcome)) + ", cursor " +
                     std::to_string(page.cursor.size) + " of " + std::to_string(page.head.size));
    if (page.outcome != wire::PullAnswer::Outcome::Page) {
        expect(page.rows.empty(), "I21", "rows came without a page");
        return;
    }
    Shown &shown = m_shown[tablet];
    for (const wire::FeedRow &row : page.rows) {
        if (row.kind == wire::FeedRow::Kind::Verdict) {
            shown.inPages.insert(row.verdict.event);
            tell(tablet, "  verdict row " + row.verdict.event + " at " + std::to_string(row.seq));
        }
        expect(row.seq <= page.head.size, "I15", "a row from beyond the head");
    }
    for (const auto &[event, heads] : shown.asDuplicates) {
        if (std::find(heads.begin(), heads.end(), request.highest) != heads.end())
            shown.provenAfter.insert(event);
    }
}

// The parts are one page at one head, whose cursor is that head: it shows when it is whole.
void Oracle::partArrived(int tablet, const wire::BootstrapRequest &request,
                         const wire::BootstrapAnswer &part)
{
    tell(tablet, "bootstrap part at " + std::to_string(part.at.size) +
                     (part.next.empty() ? ", the last" : ""));
    Shown &shown = m_shown[tablet];
    if (!request.at) {
        shown.inParts.clear();
        shown.bootstrapAt = part.at;
    }
    expect(part.at == shown.bootstrapAt, "I15", "a bootstrap went on at another head");
    for (const wire::FeedRow &row : part.rows) {
        if (row.kind != wire::FeedRow::Kind::Verdict)
            continue;
        shown.inParts.insert(row.verdict.event);
        tell(tablet, "  verdict row " + row.verdict.event + " at " + std::to_string(row.seq));
        expect(row.seq <= part.at.size, "I15", "a verdict from beyond the bootstrap's head");
    }
    if (part.next.empty())
        shown.inPages.merge(shown.inParts);
}

void Oracle::answerArrived(int tablet, const wire::PushAnswer &answer)
{
    tell(tablet, "push answer, outcome " + std::to_string(static_cast<int>(answer.outcome)) +
                     ", head " + std::to_string(answer.head.size));
    for (const wire::Verdict &verdict : answer.verdicts) {
        tell(tablet, "  verdict " + verdict.event + " at " + std::to_string(verdict.seq) +
                         (verdict.duplicate ? ", known before" : ""));
        if (verdict.duplicate)
            m_shown[tablet].asDuplicates[verdict.event].push_back(answer.head);
    }
}

void Oracle::serverPutBack(std::uint64_t size, const std::set<std::string> &inLog)
{
    std::erase_if(m_verdicts, [&](const auto &entry) { return entry.second.seq > size; });
    std::erase_if(m_heads, [&](const auto &entry) { return entry.first > size; });
    for (auto &[event, act] : m_acts)
        act.lostWithDevice = act.lostWithDevice || (act.onlyOnServer && !inLog.contains(event));
}

void Oracle::tabletPutBack(int tablet, const std::set<std::string> &stillThere,
                           const std::set<std::string> &onServer)
{
    for (auto &[event, act] : m_acts) {
        if (act.tablet != tablet || stillThere.contains(event))
            continue;
        act.onlyOnServer = onServer.contains(event);
        act.lostWithDevice = act.lostWithDevice || !act.onlyOnServer;
    }
}

std::vector<wire::PushRequest> Oracle::recorded() const
{
    std::set<std::string> lost;
    for (const auto &[event, act] : m_acts) {
        if (act.lostWithDevice)
            lost.insert(act.line);
    }
    std::vector<wire::PushRequest> harmless;
    std::copy_if(m_requests.begin(), m_requests.end(), std::back_inserter(harmless),
                 [&](const wire::PushRequest &request) {
                     return std::none_of(
                         request.lines.begin(), request.lines.end(),
                         [&](const std::string &line) { return lost.contains(line); });
                 });
    return harmless;
}

bool Oracle::maySettle(int tablet, const std::string &event) const
{
    const auto shown = m_shown.find(tablet);
    return shown != m_shown.end() &&
           (shown->second.inPages.contains(event) || shown->second.provenAfter.contains(event));
}

const wire::Verdict *Oracle::verdictOf(const std::string &event) const
{
    const auto found = m_verdicts.find(event);
    return found == m_verdicts.end() ? nullptr : &found->second;
}

} // namespace campus::sim
