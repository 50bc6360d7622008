// Every hazard in 32 octets, two to a line of the cache, with its packed acts beside it. The row
// says where the hazard stands by all its facts; a question about an earlier day reads the acts.
// The owner feeds it alone; reading may run beside itself. Internal to this folder.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "figures/ActPool.h"
#include "figures/ObjectIndex.h"
#include "figures/Standing.h"

namespace campus::figures {

// Days of a row count from 1970 on; what does not fit marks the row as odd.
inline constexpr std::uint16_t kNoShortDay = UINT16_MAX;

struct HazardRow {
    enum Flag : std::uint16_t {
        Found = 1 << 0, // its registration is here; until then it is in no figure
        Closed = 1 << 1,
        Submitted = 1 << 2,
        OnSpot = 1 << 3,
        ProposedMajor = 1 << 4,
        LevelDecided = 1 << 5,
        DecidedMajor = 1 << 6,
        Extended = 1 << 7, // in this round
        Void = 1 << 8,
        Granted = 1 << 9,    // an extension, in any round
        Paper = 1 << 10,     // listed, delisted or transferred
        Merged = 1 << 11,    // into another, or another into it: the row alone does not tell
        Odd = 1 << 12,       // only its acts tell
        Spans = 1 << 13,     // an act's interval holds a midnight
        Duplicate = 1 << 14, // merged into another, by all facts
    };
    std::uint32_t received = 0; // last fact, seconds since 1970, rounded up
    std::uint32_t origin = 0;   // number of its Origin
    std::uint32_t school = 0;   // number of its school's id
    ActPool::Handle acts = 0;
    std::uint16_t flags = 0;
    // Every act and its interval lie in [found, last].
    std::uint16_t found = kNoShortDay, last = 0;
    std::uint16_t closed = kNoShortDay; // last closing
    std::uint16_t original = kNoShortDay, due = kNoShortDay;
    std::uint16_t submitted = kNoShortDay; // open: waiting since; closed: the accepted one
    std::uint8_t reopenings = 0;

    bool is(Flag flag) const { return (flags & flag) != 0; }
    // The standing by all facts; of a row that is not odd, without papers and what was asked for.
    Standing standing() const;
};
static_assert(sizeof(HazardRow) == 32);

inline DayNumber dayOf(std::uint16_t shortDay)
{
    return shortDay == kNoShortDay ? kNoDay : shortDay;
}

inline Standing HazardRow::standing() const
{
    Standing standing;
    standing.exists = is(Found);
    standing.closed = is(Closed);
    standing.submitted = is(Submitted);
    standing.onSpot = is(OnSpot);
    standing.proposedMajor = is(ProposedMajor);
    standing.levelDecided = is(LevelDecided);
    standing.decidedMajor = is(DecidedMajor);
    standing.originalDue = dayOf(original);
    standing.extendedUntil = is(Extended) ? dayOf(due) : kNoDay;
    standing.closedOn = dayOf(closed);
    (standing.closed ? standing.acceptedOn : standing.submittedOn) = dayOf(submitted);
    return standing;
}

class HazardTable
{
public:
    static constexpr std::uint32_t kPageBits = 12;
    static constexpr std::uint32_t kPageSize = 1u << kPageBits;
    using Page = std::array<HazardRow, kPageSize>;

    std::uint32_t indexOf(std::string_view id); // a new row when it is not known
    HazardRow &row(std::uint32_t hazard)
    {
        return (*m_pages[hazard >> kPageBits])[hazard & (kPageSize - 1)];
    }
    const HazardRow &row(std::uint32_t hazard) const
    {
        return (*m_pages[hazard >> kPageBits])[hazard & (kPageSize - 1)];
    }
    // `isNewest`: its seq lies above all seen before. A seq known before changes nothing.
    void add(std::uint32_t hazard, const Act &act, bool isNewest);
    template <typename Visit>
    void visitActs(std::uint32_t hazard, Visit &&visit) const
    {
        m_pool.visit(row(hazard).acts, std::forward<Visit>(visit));
    }
    const ObjectIndex &ids() const { return m_ids; }
    std::uint32_t size() const { return m_ids.size(); }

private:
    void insert(HazardRow &row, const Act &act);

    ObjectIndex m_ids;
    std::vector<std::unique_ptr<Page>> m_pages;
    ActPool m_pool;
};

} // namespace campus::figures
