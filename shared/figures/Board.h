// The answers to the questions of the day, kept while facts arrive: a cell for each category, school
// type and month, and overdue days for each school. A fact moves one hazard from mark to mark. The
// owner tells it of every change. Internal to this folder; reading may run beside itself.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "figures/DayHistogram.h"
#include "figures/Interner.h"
#include "figures/Overview.h"

namespace campus::figures {

class Board
{
public:
    // Where one hazard stands by all its facts; not in figures: counts nowhere.
    struct Mark {
        bool counts = false;
        std::uint32_t category = 0, school = 0;
        DayNumber found = 0;
        DayNumber closed = kNoDay;
        DayNumber due = kNoDay; // of an open one that does not wait for review
        bool operator==(const Mark &) const = default;
    };
    void put(const Mark &mark) { change(mark, 1); }
    void take(const Mark &mark) { change(mark, -1); }

    // The type of a school by day. Marks of its hazards must be taken before and put after.
    using Types = std::vector<std::pair<DayNumber, std::uint32_t>>; // since, number of the type
    const Types &typesOf(std::uint32_t school) const;
    void setTypes(std::uint32_t school, Types types);
    bool hasMarks(std::uint32_t school) const
    {
        return school < m_schools.size() && m_schools[school].marks > 0;
    }
    std::uint32_t typeNumber(std::string_view type) { return m_typeNames.of(type); }

    std::vector<MonthRow> months(const MonthQuery &query, const Interner &categories) const;
    std::vector<OverdueSchool> mostOverdue(Day today, std::size_t count,
                                           const Interner &schools) const;

private:
    struct Cell {
        std::int64_t found = 0, rectified = 0;
        DayHistogram durations; // of the rectified
        DayHistogram due;
    };
    struct SchoolState {
        Types types;
        std::int64_t marks = 0;
        DayHistogram due;
    };
    void change(const Mark &mark, int times);
    Cell &cell(std::uint32_t category, std::uint32_t type, int month);

    Interner m_typeNames;
    std::vector<SchoolState> m_schools;
    // By category and type; a month from m_firstMonths on each.
    struct Months {
        int first = 0; // year × 12 + month − 1
        std::vector<Cell> cells;
    };
    std::vector<std::vector<Months>> m_cells;
};

} // namespace campus::figures
