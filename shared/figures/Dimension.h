// One breakdown during one computation: on which line a record stands. Lines are small numbers in the
// order met; their heads are sorted at the end. Internal to this folder; one thread at a time.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "figures/Contents.h"
#include "figures/Definitions.h"
#include "figures/KnownSchools.h"
#include "figures/Tally.h"

namespace campus::figures {

class Dimension
{
public:
    Dimension(Breakdown by, const HistoryContents &contents, const KnownSchools &schools);

    // §12.10(11): what is counted by school, visit or notice adds up by school attributes only.
    bool divides(MemberKind members) const
    {
        if (m_by == Breakdown::None || members == MemberKind::Group)
            return false;
        return members == MemberKind::Hazard || isBySchool();
    }
    // kNoLine when there is no breakdown.
    std::uint32_t ofHazard(const HazardRow &hazard, DayNumber found, bool isMajor) const
    {
        if (m_by == Breakdown::None)
            return kNoLine;
        if (m_by == Breakdown::Level)
            return isMajor ? 0 : 1;
        return isBySchool() ? onDay(hazard.school, found) : m_lines[hazard.origin];
    }
    // kNoLine unless the breakdown goes by schools.
    std::uint32_t ofSchool(std::uint32_t school, DayNumber day) const
    {
        return isBySchool() ? onDay(school, day) : kNoLine;
    }

    // The heads of those lines that are in use, in print order, and the place of each line.
    struct Heads {
        std::vector<RowHead> heads;
        std::vector<std::uint32_t> places; // by line
    };
    Heads heads(const std::vector<bool> &used) const;
    std::uint32_t lines() const { return m_values.size(); }

private:
    bool isBySchool() const
    {
        return m_by == Breakdown::SchoolType || m_by == Breakdown::Township ||
               m_by == Breakdown::Ownership;
    }
    std::uint32_t onDay(std::uint32_t school, DayNumber day) const
    {
        std::uint32_t line = m_lines[school];
        if (!m_changes[school].empty()) {
            for (const auto &[since, changed] : m_changes[school]) {
                if (since <= day)
                    line = changed;
            }
        }
        return line;
    }
    void takeSchools(const HistoryContents &contents);
    std::string_view valueOf(const HistoryContents &contents, const Origin &origin) const;

    Breakdown m_by;
    const KnownSchools &m_schools;
    Interner m_values;
    std::vector<std::uint32_t> m_lines; // by origin, or by school before its first change
    std::vector<std::vector<std::pair<DayNumber, std::uint32_t>>> m_changes; // by school
};

} // namespace campus::figures
