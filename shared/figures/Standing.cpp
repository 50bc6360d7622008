#include "figures/Standing.h"

#include <algorithm>

namespace campus::figures {

namespace {

using K = domain::HazardActKind;
using domain::Level;

void find(Standing &standing, const Act &act)
{
    const Day day = act.moment.day();
    standing.exists = true;
    standing.proposed = act.level;
    if (act.kind == K::FixOnSpot) { // §12.10(4): due on, and on time at, the found day
        standing.closed = standing.onSpot = true;
        standing.closedOn = day;
        standing.originalDue = standing.acceptedOn = day;
    }
}

void reopen(Standing &standing, const Act &act)
{
    standing.closed = standing.onSpot = standing.submitted = false;
    standing.originalDue = act.date; // §12.10(6): a new round
    standing.extendedUntil.reset();
    standing.submittedOn.reset();
    standing.acceptedOn.reset();
}

void close(Standing &standing, const Act &act)
{
    standing.closed = true;
    standing.onSpot = standing.submitted = false;
    standing.closedOn = act.moment.day();
    standing.acceptedOn = standing.submittedOn;
    standing.askedUntil.reset();
}

void submit(Standing &standing, const Act &act)
{
    standing.submitted = true;
    standing.submittedOn = act.moment.day();
}

void giveBack(Standing &standing)
{
    standing.submitted = false;
    standing.submittedOn.reset();
}

void extend(Standing &standing, const Act &act)
{
    if (act.kind == K::AskExtension) {
        standing.askedUntil = act.date;
        return;
    }
    if (act.kind == K::GrantExtension)
        standing.extendedUntil = act.date ? act.date : standing.askedUntil;
    standing.askedUntil.reset();
}

void judgeLevel(Standing &standing, const Act &act)
{
    if (act.kind == K::ConfirmLevel) {
        standing.confirmed = act.level;
        return;
    }
    standing.proposed = act.level;
    if (act.level == Level::Major && standing.confirmed == Level::General)
        standing.confirmed.reset(); // waits for a new decision
}

// A closed hazard is opened by a reopening and by nothing else.
void apply(Standing &standing, const Act &act)
{
    switch (act.kind) {
    case K::Register:
    case K::FixOnSpot: find(standing, act); return;
    case K::Reopen: reopen(standing, act); return;
    case K::Pass: close(standing, act); return;
    case K::ProposeLevel:
    case K::ConfirmLevel: judgeLevel(standing, act); return;
    case K::List:
        standing.listedOn = act.date;
        standing.delisted = false;
        return;
    case K::Delist: standing.delisted = true; return;
    case K::Transfer: standing.transferredOn = act.date; return;
    default: break;
    }
    if (standing.closed)
        return;
    switch (act.kind) {
    case K::Assign: standing.originalDue = act.date; return;
    case K::Withdraw: // waits for a new order, without a date (§12.10 (8))
        standing.originalDue.reset();
        standing.extendedUntil.reset();
        standing.askedUntil.reset();
        return;
    case K::Confirm: submit(standing, act); return;
    case K::Return: giveBack(standing); return;
    case K::AskExtension:
    case K::GrantExtension:
    case K::RefuseExtension: extend(standing, act); return;
    default: return; // Receive moves nothing a figure asks for; Merge and Void are corrections
    }
}

} // namespace

KnownHazards::KnownHazards(const std::vector<HazardLog> &hazards, Millis knownBy)
    : m_hazards(hazards),
      m_knownBy(knownBy),
      m_void(hazards.size(), false)
{
    resolveMerges();
    for (std::uint32_t index = 0; index < m_hazards.size(); ++index) {
        for (const Act &act : m_hazards[index].acts) {
            if (act.moment.receivedAt > m_knownBy || act.kind == K::Merge)
                continue;
            const std::uint32_t owner = m_redirect.empty() ? index : ownerOf(index, act.moment.seq);
            if (owner != index)
                m_routed[owner].push_back(&act);
            if (act.kind == K::Void)
                m_void[owner] = true;
        }
    }
}

void KnownHazards::resolveMerges()
{
    std::vector<std::pair<const Act *, std::uint32_t>> merges;
    for (std::uint32_t index = 0; index < m_hazards.size(); ++index) {
        for (const Act &act : m_hazards[index].acts) {
            if (act.kind == K::Merge && act.moment.receivedAt <= m_knownBy)
                merges.emplace_back(&act, index);
        }
    }
    std::sort(merges.begin(), merges.end(), [](const auto &a, const auto &b) {
        return a.first->moment.seq < b.first->moment.seq;
    });
    for (const auto &[act, index] : merges) {
        const std::uint64_t seq = act->moment.seq;
        const std::uint32_t duplicate = ownerOf(index, seq);
        const std::uint32_t main = ownerOf(act->into, seq);
        if (duplicate == main)
            continue;
        m_redirect[duplicate] = {seq, main};
        m_absorbed[main].emplace_back(seq, duplicate);
    }
}

std::uint32_t KnownHazards::ownerOf(std::uint32_t hazard, std::uint64_t seq) const
{
    for (auto merged = m_redirect.find(hazard);
         merged != m_redirect.end() && merged->second.seq < seq; merged = m_redirect.find(hazard))
        hazard = merged->second.main;
    return hazard;
}

bool KnownHazards::isRegistered(std::uint32_t hazard) const
{
    const HazardLog &log = m_hazards[hazard];
    return log.found && std::any_of(log.acts.begin(), log.acts.end(), [&](const Act &act) {
               return (act.kind == K::Register || act.kind == K::FixOnSpot) &&
                      act.moment.receivedAt <= m_knownBy;
           });
}

std::vector<const Act *> KnownHazards::actsOf(std::uint32_t hazard) const
{
    const auto merged = m_redirect.find(hazard);
    const std::uint64_t end = merged == m_redirect.end() ? UINT64_MAX : merged->second.seq;
    std::vector<const Act *> acts;
    for (const Act &act : m_hazards[hazard].acts) {
        if (act.moment.receivedAt <= m_knownBy && act.moment.seq < end && act.kind != K::Merge)
            acts.push_back(&act);
    }
    if (const auto routed = m_routed.find(hazard); routed != m_routed.end()) {
        acts.insert(acts.end(), routed->second.begin(), routed->second.end());
        std::sort(acts.begin(), acts.end(),
                  [](const Act *a, const Act *b) { return a->moment.seq < b->moment.seq; });
    }
    return acts;
}

Standing KnownHazards::at(std::uint32_t hazard, Millis moment) const
{
    Standing standing;
    const auto absorbed = m_absorbed.find(hazard);
    if (absorbed == m_absorbed.end() && !m_routed.contains(hazard) &&
        !m_redirect.contains(hazard)) {
        for (const Act &act : m_hazards[hazard].acts) {
            if (act.moment.receivedAt <= m_knownBy && act.moment.happened <= moment)
                apply(standing, act);
        }
        return standing;
    }
    using Absorbed = std::vector<std::pair<std::uint64_t, std::uint32_t>>;
    const Absorbed none;
    const Absorbed &duplicates = absorbed == m_absorbed.end() ? none : absorbed->second;
    auto next = duplicates.begin();
    const auto absorbUntil = [&](std::uint64_t seq) {
        for (; next != duplicates.end() && next->first < seq; ++next)
            absorb(standing, at(next->second, moment));
    };
    for (const Act *act : actsOf(hazard)) {
        absorbUntil(act->moment.seq);
        if (act->moment.happened <= moment)
            apply(standing, *act);
    }
    absorbUntil(UINT64_MAX);
    return standing;
}

void KnownHazards::absorb(Standing &main, const Standing &duplicate) const
{
    if (!main.exists || !duplicate.exists)
        return;
    if (duplicate.isMajor()) {
        main.proposed = Level::Major;
        main.confirmed = Level::Major;
    } else if (duplicate.awaitsLevel() && !main.isMajor()) {
        main.proposed = Level::Major;
        main.confirmed.reset();
    }
    const auto due = duplicate.due();
    if (!due)
        return;
    if (!main.originalDue || *due <= *main.originalDue) {
        main.originalDue = due;
        main.extendedUntil.reset();
    } else if (main.extendedUntil && *due < *main.extendedUntil) {
        main.extendedUntil = due;
    }
}

} // namespace campus::figures
