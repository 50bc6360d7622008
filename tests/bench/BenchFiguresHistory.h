// A county's hazards over three years, as facts in the order of the server: on the spot, late,
// returned, extended, reopened, merged, void, some arriving days after they happened. The same seed
// gives the same facts on every machine. Holds only what is under way. One thread at a time.
#pragma once

#include <cstdint>
#include <queue>
#include <string>
#include <vector>

#include "figures/Fact.h"
#include "support/SeededRandom.h"

namespace campus::bench {

inline constexpr int kSchools = 600;
inline constexpr int kTownships = 18;

// How a hazard ends, as a table of today would hold it.
struct FlatHazard {
    std::uint8_t category = 0;
    bool corrected = false; // merged or void
    bool waits = false;     // open, for review
    std::uint16_t school = 0;
    std::int32_t found = 0;          // days
    std::int32_t closed = INT32_MAX; // or none
    std::int32_t due = INT32_MAX;    // or none
};

class FiguresHistory
{
public:
    FiguresHistory(std::uint64_t seed, int hazards);

    // Up to `most` more facts by seq; empty at the end. The vector is used again.
    const std::vector<figures::Fact> &next(std::size_t most);
    const std::vector<FlatHazard> &hazards() const { return m_flat; }

    static const std::vector<std::string> &categories();
    static std::string schoolId(int school);
    static std::string schoolType(int school);

private:
    enum class What : std::uint8_t { Hazard, Inspection, Notice };
    struct Coming { // an act under way to the server
        Millis received = 0, at = 0;
        std::uint32_t object = 0;
        std::uint32_t other = 0; // merged into
        domain::HazardActKind kind = domain::HazardActKind::Note;
        What what = What::Hazard;
        std::int16_t days = -1; // deadline or extension from the day of the act
        bool major = false;
        std::uint16_t school = 0;
        std::uint32_t order = 0;
    };
    struct Later {
        bool operator()(const Coming &a, const Coming &b) const
        {
            return a.received != b.received ? a.received > b.received : a.order > b.order;
        }
    };
    struct Life;

    void registers();
    void plan(std::uint32_t hazard);
    void rectify(Life &life);
    void round(Life &life, Millis deadlineFrom);
    void beside(Life &life);
    bool merge(Life &life);
    void tell(Life &life, domain::HazardActKind kind, int days = -1, std::uint32_t other = 0);
    void visit(int school, Millis at);
    void write(const Coming &coming, figures::Fact &fact);
    Millis delay();

    support::SeededRandom m_random;
    std::uint32_t m_hazards;
    std::uint32_t m_planned = 0;
    std::uint32_t m_visits = 0, m_order = 0;
    std::uint64_t m_seq = 0;
    std::priority_queue<Coming, std::vector<Coming>, Later> m_coming;
    std::vector<figures::Fact> m_registers, m_given;
    std::vector<FlatHazard> m_flat;
    struct Main { // the last plain hazard of each school, to merge into
        std::uint32_t hazard = UINT32_MAX;
        Millis assignedBy = 0, closedAt = 0;
    };
    std::vector<Main> m_mains;
};

} // namespace campus::bench
