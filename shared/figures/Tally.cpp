#include "figures/Tally.h"

#include <algorithm>
#include <map>

namespace campus::figures {

namespace {

void take(const Counted &record, std::int64_t &count, std::int64_t &hidden,
          std::vector<std::string> &members)
{
    ++count;
    if (record.visible)
        members.push_back(record.id);
    else
        ++hidden;
}

void sortMembers(Measure &measure)
{
    std::sort(measure.members.begin(), measure.members.end());
    std::sort(measure.baseMembers.begin(), measure.baseMembers.end());
}

} // namespace

void Tally::addRowsTo(std::set<std::string> &values) const
{
    for (const auto *list : {&m_count, &m_base}) {
        for (const Counted &record : *list)
            values.insert(record.row);
    }
}

Figure Tally::figure(const Definition &definition, const std::vector<RowHead> &values,
                     bool hasRows) const
{
    Figure figure;
    figure.id = definition.id;
    figure.kind = definition.kind;
    figure.of = definition.of;
    std::map<std::string, std::size_t> places;
    if (hasRows) {
        figure.rows.resize(values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            places.emplace(values[i].value, i);
    }
    const auto takeInto = [](Measure &measure, const Counted &record, bool base) {
        if (base)
            take(record, measure.base, measure.baseHidden, measure.baseMembers);
        else
            take(record, measure.count, measure.hidden, measure.members);
    };
    for (const bool base : {false, true}) {
        for (const Counted &record : base ? m_base : m_count) {
            takeInto(figure.total, record, base);
            if (hasRows)
                takeInto(figure.rows[places.at(record.row)], record, base);
        }
    }
    sortMembers(figure.total);
    for (Measure &row : figure.rows)
        sortMembers(row);
    return figure;
}

} // namespace campus::figures
