#include "domain/WorkCalendar.h"

#include <algorithm>

#include "core/Assert.h"

namespace campus::domain {

WorkCalendar::WorkCalendar(const Bureau &bureau)
    : m_holidays(bureau.holidays.begin(), bureau.holidays.end()),
      m_workdays(bureau.workdays.begin(), bureau.workdays.end())
{
}

bool WorkCalendar::isWorkday(Day day) const
{
    if (m_workdays.contains(day))
        return true;
    return day.weekday() <= 5 && !m_holidays.contains(day);
}

Day WorkCalendar::afterWorkdays(Day from, int n) const
{
    CAMPUS_ASSERT(n >= 0);
    Day day = from;
    while (n > 0) {
        day = day + 1;
        if (isWorkday(day))
            --n;
    }
    return day;
}

Day dueAfter(Day issued, int days)
{
    return issued + days;
}

Day reviewDue(Day submitted, bool major, const Bureau &bureau)
{
    constexpr int kReviewDaysMax = 366; // a setting beyond a year is a slip of the hand
    const int days = std::clamp(major ? bureau.reviewMajorDays : bureau.reviewWorkingDays, 0,
                                kReviewDaysMax);
    return major ? submitted + days : WorkCalendar(bureau).afterWorkdays(submitted, days);
}

} // namespace campus::domain
