#include "figures/Dimension.h"

#include "figures/RowOrder.h"
#include "figures/SchoolRecord.h"

namespace campus::figures {

namespace {

std::string_view fieldOf(Breakdown by)
{
    switch (by) {
    case Breakdown::SchoolType: return "type";
    case Breakdown::Township: return "township_id";
    case Breakdown::Ownership: return "ownership";
    default: return {};
    }
}

constexpr Day kBeforeAll{INT32_MIN / 2};

} // namespace

Dimension::Dimension(Breakdown by, const HistoryContents &contents, const KnownSchools &schools)
    : m_by(by),
      m_schools(schools)
{
    if (by == Breakdown::None)
        return;
    if (by == Breakdown::Level) {
        m_values.of(nameOf(domain::Level::Major));
        m_values.of(nameOf(domain::Level::General));
        return;
    }
    if (isBySchool()) {
        takeSchools(contents);
        return;
    }
    for (std::uint32_t origin = 0; origin < contents.origins.size(); ++origin)
        m_lines.push_back(m_values.of(valueOf(contents, contents.origins[origin])));
}

std::string_view Dimension::valueOf(const HistoryContents &contents, const Origin &origin) const
{
    switch (m_by) {
    case Breakdown::Category: return contents.categories.text(origin.category);
    case Breakdown::Campaign: return contents.campaigns.text(origin.campaign);
    default: return nameOf(static_cast<domain::Source>(origin.source));
    }
}

void Dimension::takeSchools(const HistoryContents &contents)
{
    const std::string_view field = fieldOf(m_by);
    for (std::uint32_t number = 0; number < contents.schools.size(); ++number) {
        const domain::School *school = m_schools.find(contents.schools.text(number));
        m_lines.push_back(
            m_values.of(school == nullptr ? "" : attributeOn(*school, field, kBeforeAll)));
        auto &changes = m_changes.emplace_back();
        if (school == nullptr)
            continue;
        for (const domain::SchoolChange &change : school->changes) { // by day
            if (change.field == field)
                changes.emplace_back(change.on.number,
                                     m_values.of(attributeOn(*school, field, change.on)));
        }
    }
}

Dimension::Heads Dimension::heads(const std::vector<bool> &used) const
{
    Heads sorted;
    sorted.places.assign(used.size(), kNoLine);
    for (std::uint32_t line = 0; line < used.size(); ++line) {
        if (!used[line])
            continue;
        const std::string &value = m_values.text(line);
        const domain::Township *township =
            m_by == Breakdown::Township ? m_schools.township(value) : nullptr;
        sorted.heads.push_back({value, township == nullptr ? value : township->name});
    }
    sortRows(sorted.heads, m_by);
    for (std::uint32_t place = 0; place < sorted.heads.size(); ++place)
        sorted.places[*m_values.find(sorted.heads[place].value)] = place;
    return sorted;
}

} // namespace campus::figures
