// Hazards by the facts known at K, with merges resolved: acts on a merged hazard belong to the one
// it was merged into from then on (sync.md §4), and merging passes level and deadline on
// (domain.md §12.10(3)). For the hazards whose row does not tell enough. Internal to this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "figures/HazardTable.h"

namespace campus::figures {

struct MergeFact {
    std::uint64_t seq = 0;
    Millis receivedAt = 0;
    std::uint32_t from = 0, into = 0;
};

// Which hazard stands for which. Facts come by seq.
class Merges
{
public:
    struct Redirect {
        std::uint64_t seq = 0;
        std::uint32_t main = 0;
    };
    void add(const MergeFact &fact);
    std::uint32_t ownerOf(std::uint32_t hazard, std::uint64_t seq) const;
    const Redirect *redirect(std::uint32_t hazard) const; // null: it stands for itself
    // Merged into it: (seq, duplicate), by seq.
    const std::vector<std::pair<std::uint64_t, std::uint32_t>> &absorbed(std::uint32_t main) const;

private:
    std::unordered_map<std::uint32_t, Redirect> m_redirect;
    std::unordered_map<std::uint32_t, std::vector<std::pair<std::uint64_t, std::uint32_t>>>
        m_absorbed;
};

// Every merge there is.
class MergeBook
{
public:
    void add(const MergeFact &fact); // a seq known before changes nothing
    const Merges &all() const { return m_all; }
    // Those known by K; nothing when that is all of them.
    std::optional<Merges> knownBy(Millis knownBy) const;

private:
    std::vector<MergeFact> m_facts; // by seq
    Merges m_all;
    Millis m_newest = INT64_MIN; // received
};

class KnownHazards
{
public:
    KnownHazards(const HazardTable &table, const Merges &merges, Millis knownBy)
        : m_table(table),
          m_merges(merges),
          m_knownBy(knownBy)
    {
    }

    struct Life {
        std::vector<Act> acts; // known, its own and those told of hazards merged into it; by seq
        std::optional<Act> finding; // nothing: not registered by K
        bool isCorrected = false;   // merged or void
    };
    void read(std::uint32_t hazard, Life &life) const;
    // By the acts that had happened up to and with `moment`; void and merge do not show in it.
    Standing at(std::uint32_t hazard, const Life &life, Millis moment) const;

private:
    void readMerged(std::uint32_t hazard, Life &life) const;

    const HazardTable &m_table;
    const Merges &m_merges;
    Millis m_knownBy;
};

} // namespace campus::figures
