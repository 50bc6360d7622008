// Where a hazard stands at a moment: its known facts that had happened by then, applied in the
// order of seq (domain.md §12.10(2)). Internal to this folder.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "figures/Contents.h"

namespace campus::figures {

struct Standing {
    bool exists = false; // found by then
    bool closed = false;
    bool submitted = false; // waits for review
    bool onSpot = false;    // the last closing was on the spot
    domain::Level proposed = domain::Level::General;
    std::optional<domain::Level> confirmed;
    // the current round
    std::optional<Day> originalDue, extendedUntil, submittedOn, acceptedOn;
    std::optional<Day> askedUntil;
    Day closedOn; // last closing, when closed
    std::optional<Day> listedOn, transferredOn;
    bool delisted = false;

    bool open() const { return exists && !closed; }
    bool isMajor() const { return confirmed == domain::Level::Major; }
    bool awaitsLevel() const { return proposed == domain::Level::Major && !confirmed; }
    std::optional<Day> due() const { return extendedUntil ? extendedUntil : originalDue; }
    bool isOverdue(Day today) const
    {
        const auto last = due();
        return open() && !submitted && last && *last < today;
    }
};

// The facts known by K, with merges resolved: acts on a merged hazard belong to the hazard it was
// merged into from then on (sync.md §4), and merging passes level and deadline on (§12.10(3)).
class KnownHazards
{
public:
    KnownHazards(const std::vector<HazardLog> &hazards, Millis knownBy);

    // Registered by K. Merged and void ones included: ask isCorrected.
    bool isRegistered(std::uint32_t hazard) const;
    bool isCorrected(std::uint32_t hazard) const
    {
        return m_void[hazard] || m_redirect.contains(hazard);
    }
    // State by the facts that had happened up to and with `moment`; void and merge do not show in it.
    Standing at(std::uint32_t hazard, Millis moment) const;
    // Every known act that belongs to the hazard, by seq.
    std::vector<const Act *> actsOf(std::uint32_t hazard) const;

private:
    struct Redirect {
        std::uint64_t seq = 0;
        std::uint32_t main = kNoHazard;
    };
    void resolveMerges();
    std::uint32_t ownerOf(std::uint32_t hazard, std::uint64_t seq) const;
    void absorb(Standing &main, const Standing &duplicate) const;

    const std::vector<HazardLog> &m_hazards;
    Millis m_knownBy;
    std::map<std::uint32_t, Redirect> m_redirect; // merged hazards
    std::map<std::uint32_t, std::vector<std::pair<std::uint64_t, std::uint32_t>>>
        m_absorbed;                                             // main → (seq, duplicate)
    std::map<std::uint32_t, std::vector<const Act *>> m_routed; // acts on others that belong here
    std::vector<bool> m_void;
};

} // namespace campus::figures
