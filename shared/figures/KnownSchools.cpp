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

std::optional<domain::School> knownSchool(const RegisterLog &log, const std::string &id,
                                          Millis knownBy)
{
    const auto rows = log.schools.find(id);
    const domain::School *school =
        rows == log.schools.end() ? nullptr : newest(rows->second, knownBy);
    if (school == nullptr)
        return std::nullopt;
    domain::School known = *school;
    if (const auto changes = log.changes.find(id); changes != log.changes.end()) {
        for (const auto &change : changes->second) {
            if (change.receivedAt <= knownBy)
                known.changes.push_back(change.value);
        }
    }
    std::stable_sort(known.changes.begin(), known.changes.end(),
                     [](const auto &a, const auto &b) { return a.on < b.on; });
    return known;
}

KnownSchools::KnownSchools(const RegisterLog &log, Millis knownBy)
{
    for (const auto &[id, rows] : log.schools) {
        if (auto school = knownSchool(log, id, knownBy))
            m_schools.emplace(id, std::move(*school));
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

bool KnownSchools::inScope(const domain::Scope &scope, const std::string &school, Day day) const
{
    if (scope.county || scope.schools.contains(school))
        return true;
    const domain::School *known = find(school);
    return known != nullptr && scope.townships.contains(attributeOn(*known, "township_id", day));
}

} // namespace campus::figures
