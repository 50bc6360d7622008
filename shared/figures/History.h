// Everything the figures need of the log, in memory: accepted facts of hazards, inspections,
// notices and registers, each with the moment it happened and the moment it became known.
// add() may be called in any order of seq; a seq known before is ignored. compute() is pure:
// no clock, no I/O, no unordered iteration.
// Many threads may compute at once; add() needs the history alone. The server's service owns it.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "figures/Fact.h"
#include "figures/Overview.h"
#include "figures/Query.h"
#include "figures/Report.h"

namespace campus::figures {

struct HistoryContents;

class History
{
public:
    History();
    ~History();
    History(History &&) noexcept;
    History &operator=(History &&) noexcept;

    // Accepted facts only (accepted, not accepted_noop, rejected or quarantined). Register
    // facts belong here too: school attributes are dated and "known at K" like all others.
    void add(const Fact &fact);

    // The query must be valid (figures::validate).
    Report compute(const Query &query) const;
    // The same without members: what a page of numbers needs, at a hundredth of the cost.
    Counts count(const Query &query) const;
    // The total of one figure with the records behind it; the id must be one of Definitions.h.
    Measure membersOf(const Query &query, std::string_view figure) const;

    // By category, school type (in print order) and month, only where something was found.
    std::vector<MonthRow> months(const MonthQuery &query) const;
    // The worst first; alike by id.
    std::vector<OverdueSchool> mostOverdue(Day today, std::size_t count) const;

    std::uint64_t newestSeq() const; // 0 = empty

private:
    std::unique_ptr<HistoryContents> m_contents;
};

} // namespace campus::figures
