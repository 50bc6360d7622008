#include "figures/KnownSchools.h"

#include <algorithm>

#include "figures/SchoolRecord.h"

namespace campus::figures {

namespace {

// The newest row known by K; null when there is none.
template <typename T>
const T *newest(const std::vector<Known<T>> &rows, Millis knownBy)
{
    const T *value = nullptr;
    for (const Known<T> &row : rows) {
        if (row.receivedAt <= knownBy)
            value = &row.value;
    }
    return value;
}

} // namespace

KnownSchools::KnownSchools(const RegisterLog &log, Millis knownBy)
{
    for (const auto &[id, rows] : log.schools) {
        const domain::School *school = newest(rows, knownBy);
        if (school == nullptr)
            continue;
        domain::School known = *school;
        if (const auto changes = log.changes.find(id); changes != log.changes.end()) {
            for (const auto &change : changes->second) {
                if (change.receivedAt <= knownBy)
                    known.changes.push_back(change.value);
            }
        }
        std::stable_sort(known.changes.begin(), known.changes.end(),
                         [](const auto &a, const auto &b) { return a.on < b.on; });
        m_schools.emplace(id, std::move(known));
    }
    for (const auto &[id, rows] : log.townships) {
        if (const domain::Township *township = newest(rows, knownBy))
            m_townships.emplace(id, *township);
    }
}

const domain::School *KnownSchools::find(const std::string &school) const
{
    const auto found = m_schools.find(school);
    return found == m_schools.end() ? nullptr : &found->second;
}

const domain::Township *KnownSchools::township(const std::string &id) const
{
    const auto found = m_townships.find(id);
    return found == m_townships.end() ? nullptr : &found->second;
}

std::string KnownSchools::rowValue(const std::string &school, Breakdown breakdown, Day day) const
{
    const domain::School *known = find(school);
    if (known == nullptr)
        return {};
    switch (breakdown) {
    case Breakdown::SchoolType: return attributeOn(*known, "type", day);
    case Breakdown::Township: return attributeOn(*known, "township_id", day);
    case Breakdown::Ownership: return attributeOn(*known, "ownership", day);
    default: return {};
    }
}

bool KnownSchools::inScope(const domain::Scope &scope, const std::string &school,
                           const std::string &object, Day day) const
{
    if (scope.county || scope.schools.contains(school) || scope.assigned.contains(object))
        return true;
    const domain::School *known = find(school);
    return known != nullptr && scope.townships.contains(attributeOn(*known, "township_id", day));
}

} // namespace campus::figures
