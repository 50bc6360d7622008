// Working days with 调休, and the deadlines of domain.md §10.3. Pure. What follows from a deadline
// that has passed is in Escalation.h.
#pragma once

#include <set>

#include "domain/Register.h"

namespace campus::domain {

class WorkCalendar
{
public:
    WorkCalendar() = default;
    explicit WorkCalendar(const Bureau &bureau);
    bool isWorkday(Day day) const;
    // The n-th working day after `from`; n = 0 is `from` itself.
    Day afterWorkdays(Day from, int n) const;

private:
    std::set<Day> m_holidays;
    std::set<Day> m_workdays;
};

// Due date = day of issue + days, end of that day; calendar days (§10.3).
Day dueAfter(Day issued, int days);
// When a submitted rectification should have been reviewed: general 5 working days, major 10 days.
Day reviewDue(Day submitted, bool major, const Bureau &bureau);

} // namespace campus::domain
