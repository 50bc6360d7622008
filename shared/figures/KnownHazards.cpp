#include "figures/KnownHazards.h"

#include <algorithm>

namespace campus::figures {

namespace {

using K = domain::HazardActKind;

bool isFinding(const Act &act)
{
    return act.kind == K::Register || act.kind == K::FixOnSpot;
}

} // namespace

void Merges::add(const MergeFact &fact)
{
    const std::uint32_t duplicate = ownerOf(fact.from, fact.seq);
    const std::uint32_t main = ownerOf(fact.into, fact.seq);
    if (duplicate == main)
        return;
    m_redirect[duplicate] = {fact.seq, main};
    m_absorbed[main].emplace_back(fact.seq, duplicate);
}

std::uint32_t Merges::ownerOf(std::uint32_t hazard, std::uint64_t seq) const
{
    for (const Redirect *merged = redirect(hazard); merged != nullptr && merged->seq < seq;
         merged = redirect(hazard))
        hazard = merged->main;
    return hazard;
}

const Merges::Redirect *Merges::redirect(std::uint32_t hazard) const
{
    const auto found = m_redirect.find(hazard);
    return found == m_redirect.end() ? nullptr : &found->second;
}

const std::vector<std::pair<std::uint64_t, std::uint32_t>> &
Merges::absorbed(std::uint32_t main) const
{
    static const std::vector<std::pair<std::uint64_t, std::uint32_t>> none;
    const auto found = m_absorbed.find(main);
    return found == m_absorbed.end() ? none : found->second;
}

void MergeBook::add(const MergeFact &fact)
{
    m_newest = std::max(m_newest, fact.receivedAt);
    if (m_facts.empty() || m_facts.back().seq < fact.seq) {
        m_facts.push_back(fact);
        m_all.add(fact);
        return;
    }
    const auto place =
        std::lower_bound(m_facts.begin(), m_facts.end(), fact.seq,
                         [](const MergeFact &known, std::uint64_t seq) { return known.seq < seq; });
    if (place->seq == fact.seq)
        return;
    m_facts.insert(place, fact);
    m_all = {};
    for (const MergeFact &known : m_facts)
        m_all.add(known);
}

std::optional<Merges> MergeBook::knownBy(Millis knownBy) const
{
    if (m_newest <= knownBy)
        return std::nullopt;
    Merges merges;
    for (const MergeFact &fact : m_facts) {
        if (fact.receivedAt <= knownBy)
            merges.add(fact);
    }
    return merges;
}

void KnownHazards::read(std::uint32_t hazard, Life &life) const
{
    life.acts.clear();
    life.finding.reset();
    life.isCorrected = false;
    if (m_table.row(hazard).is(HazardRow::Merged)) {
        readMerged(hazard, life);
    } else {
        m_table.visitActs(hazard, [&](const Act &act) {
            if (act.moment.receivedAt <= m_knownBy)
                life.acts.push_back(act);
        });
    }
    for (const Act &act : life.acts) {
        life.isCorrected = life.isCorrected || act.kind == K::Void;
        if (!life.finding && isFinding(act))
            life.finding = act;
    }
}

// Its own acts until it was merged, and those on its duplicates since they were.
void KnownHazards::readMerged(std::uint32_t hazard, Life &life) const
{
    const Merges::Redirect *merged = m_merges.redirect(hazard);
    life.isCorrected = merged != nullptr;
    const std::uint64_t end = merged == nullptr ? UINT64_MAX : merged->seq;
    m_table.visitActs(hazard, [&](const Act &act) {
        if (act.moment.receivedAt <= m_knownBy && act.moment.seq < end)
            life.acts.push_back(act);
    });
    const std::size_t own = life.acts.size();
    std::vector<std::uint32_t> below{hazard};
    while (!below.empty()) {
        const std::uint32_t main = below.back();
        below.pop_back();
        for (const auto &[seq, duplicate] : m_merges.absorbed(main)) {
            below.push_back(duplicate);
            m_table.visitActs(duplicate, [&, since = seq](const Act &act) {
                if (act.moment.receivedAt <= m_knownBy && act.moment.seq > since &&
                    m_merges.ownerOf(duplicate, act.moment.seq) == hazard)
                    life.acts.push_back(act);
            });
        }
    }
    if (life.acts.size() > own) {
        std::sort(life.acts.begin(), life.acts.end(),
                  [](const Act &a, const Act &b) { return a.moment.seq < b.moment.seq; });
    }
}

Standing KnownHazards::at(std::uint32_t hazard, const Life &life, Millis moment) const
{
    Standing standing;
    if (!m_table.row(hazard).is(HazardRow::Merged)) {
        for (const Act &act : life.acts) {
            if (act.moment.happened <= moment)
                apply(standing, act);
        }
        return standing;
    }
    const auto &duplicates = m_merges.absorbed(hazard);
    auto next = duplicates.begin();
    const auto absorbUntil = [&](std::uint64_t seq) {
        for (; next != duplicates.end() && next->first < seq; ++next) {
            Life duplicate;
            read(next->second, duplicate);
            absorb(standing, at(next->second, duplicate, moment));
        }
    };
    for (const Act &act : life.acts) {
        absorbUntil(act.moment.seq);
        if (act.moment.happened <= moment)
            apply(standing, act);
    }
    absorbUntil(UINT64_MAX);
    return standing;
}

} // namespace campus::figures
