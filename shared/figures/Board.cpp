#include "figures/Board.h"

#include <algorithm>
#include <tuple>

#include "figures/RowOrder.h"

namespace campus::figures {

namespace {

int monthOf(Day day)
{
    return day.year() * 12 + day.month() - 1;
}

// The places of the numbers 0 … count−1 when their texts stand in print order.
template <typename TextOf>
std::vector<std::uint32_t> placesOf(std::uint32_t count, Breakdown by, TextOf textOf)
{
    std::vector<RowHead> heads;
    for (std::uint32_t number = 0; number < count; ++number)
        heads.push_back({textOf(number), std::to_string(number)});
    sortRows(heads, by);
    std::vector<std::uint32_t> places(count);
    for (std::uint32_t place = 0; place < count; ++place)
        places[std::stoul(heads[place].name)] = place;
    return places;
}

} // namespace

Board::Cell &Board::cell(std::uint32_t category, std::uint32_t type, int month)
{
    if (m_cells.size() <= category)
        m_cells.resize(category + 1);
    if (m_cells[category].size() <= type)
        m_cells[category].resize(type + 1);
    Months &months = m_cells[category][type];
    if (months.cells.empty())
        months.first = month;
    if (month < months.first) {
        months.cells.insert(months.cells.begin(), static_cast<std::size_t>(months.first - month),
                            {});
        months.first = month;
    }
    const auto place = static_cast<std::size_t>(month - months.first);
    if (place >= months.cells.size())
        months.cells.resize(place + 1);
    return months.cells[place];
}

const Board::Types &Board::typesOf(std::uint32_t school) const
{
    static const Types unknown;
    return school < m_schools.size() ? m_schools[school].types : unknown;
}

void Board::setTypes(std::uint32_t school, Types types)
{
    if (m_schools.size() <= school)
        m_schools.resize(school + 1);
    m_schools[school].types = std::move(types);
}

void Board::change(const Mark &mark, int times)
{
    if (!mark.counts)
        return;
    if (m_schools.size() <= mark.school)
        m_schools.resize(mark.school + 1);
    SchoolState &school = m_schools[mark.school];
    school.marks += times;
    std::uint32_t type = school.types.empty() ? typeNumber("") : school.types.front().second;
    for (const auto &[since, changed] : school.types) {
        if (since <= mark.found)
            type = changed;
    }
    Cell &home = cell(mark.category, type, monthOf(Day{mark.found}));
    home.found += times;
    if (mark.closed != kNoDay) {
        home.rectified += times;
        home.durations.add(mark.closed - mark.found, times);
    } else if (mark.due != kNoDay) {
        home.due.add(mark.due, times);
        school.due.add(mark.due, times);
    }
}

std::vector<MonthRow> Board::months(const MonthQuery &query, const Interner &categories) const
{
    const auto categoryPlaces = placesOf(categories.size(), Breakdown::Category,
                                         [&](std::uint32_t n) { return categories.text(n); });
    const auto typePlaces = placesOf(m_typeNames.size(), Breakdown::SchoolType,
                                     [&](std::uint32_t n) { return m_typeNames.text(n); });
    std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>> order;
    for (std::uint32_t category = 0; category < m_cells.size(); ++category) {
        if (!query.category.empty() && categories.text(category) != query.category)
            continue;
        for (std::uint32_t type = 0; type < m_cells[category].size(); ++type)
            order.emplace_back(categoryPlaces[category], typePlaces[type], category, type);
    }
    std::sort(order.begin(), order.end());
    const int since = query.since ? monthOf(*query.since) : 0;
    std::vector<MonthRow> rows;
    for (const auto &[categoryPlace, typePlace, category, type] : order) {
        const Months &months = m_cells[category][type];
        for (std::size_t i = 0; i < months.cells.size(); ++i) {
            const Cell &one = months.cells[i];
            const int month = months.first + static_cast<int>(i);
            if (one.found == 0 || month < since)
                continue;
            MonthRow row{categories.text(category),
                         m_typeNames.text(type),
                         month / 12,
                         month % 12 + 1,
                         one.found,
                         one.rectified,
                         one.due.countBefore(query.today.number),
                         {}};
            if (query.medians && one.rectified > 0)
                row.medianHalfDays = one.durations.medianTwice(one.rectified);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::vector<OverdueSchool> Board::mostOverdue(Day today, std::size_t count,
                                              const Interner &schools) const
{
    std::vector<std::pair<std::int64_t, std::uint32_t>> ranked;
    for (std::uint32_t school = 0; school < m_schools.size(); ++school) {
        if (const std::int64_t overdue = m_schools[school].due.countBefore(today.number);
            overdue > 0)
            ranked.emplace_back(overdue, school);
    }
    const auto isBefore = [&](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first
                                  : schools.text(a.second) < schools.text(b.second);
    };
    std::sort(ranked.begin(), ranked.end(), isBefore);
    std::vector<OverdueSchool> worst;
    for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i)
        worst.push_back({schools.text(ranked[i].second), ranked[i].first});
    return worst;
}

} // namespace campus::figures
