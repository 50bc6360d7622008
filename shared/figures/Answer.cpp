#include <algorithm>
#include <tuple>

#include "core/Assert.h"
#include "figures/Computation.h"

// The second half of Computation: what was counted, as a report.
namespace campus::figures {

namespace {

template <typename Figures>
std::int64_t countOf(const Figures &figures, FigureId figure)
{
    return figures[static_cast<std::size_t>(figure)].total.count;
}

} // namespace

void Computation::closeIdentity()
{
    m_identity.hiddenOffenders = m_unbalanced.hidden;
    for (const std::uint32_t hazard : m_unbalanced.hazards)
        m_identity.offenders.push_back(nameOf(MemberKind::Hazard, hazard));
    std::sort(m_identity.offenders.begin(), m_identity.offenders.end());
    // Without offenders the five add up, hazard by hazard.
    CAMPUS_ASSERT(m_unbalanced.count() > 0 || m_identity.holds());
}

std::string Computation::nameOf(MemberKind kind, std::uint32_t member) const
{
    switch (kind) {
    case MemberKind::Hazard: return m_contents.hazards.ids().text(member);
    case MemberKind::School: return m_contents.schools.text(member);
    case MemberKind::Notice: return m_contents.noticeIds.text(member);
    case MemberKind::Visit: {
        const Visit &visit = m_contents.visits[member];
        return Day{visit.on}.iso() + " " + m_contents.schools.text(visit.school) + " " +
               m_contents.teams.text(visit.team);
    }
    case MemberKind::Group: {
        // A team and a campaign of one name stay two groups.
        const Group &group = m_contents.groups[member];
        return Day{group.on}.iso() + " " +
               (group.ofTeam == 1 ? m_contents.teams.text(group.name) + "（检查组）"
                                  : m_contents.campaigns.text(group.name));
    }
    }
    return {};
}

std::vector<std::vector<Listed>> Computation::lists() const
{
    std::vector<std::vector<Listed>> lists(m_kept.size());
    for (std::size_t kind = 0; kind < m_kept.size(); ++kind) {
        const auto members = static_cast<MemberKind>(kind);
        std::vector<Kept> kept = m_kept[kind];
        if (members == MemberKind::Hazard) { // many: by their keys, not by their texts
            const ObjectIndex &ids = m_contents.hazards.ids();
            std::sort(kept.begin(), kept.end(), [&](const Kept &a, const Kept &b) {
                return ids.isBefore(a.member, b.member);
            });
        }
        for (const Kept &record : kept)
            lists[kind].push_back(
                {nameOf(members, record.member), record.figures, record.line, record.reopenings});
        if (members != MemberKind::Hazard)
            std::sort(lists[kind].begin(), lists[kind].end(),
                      [](const Listed &a, const Listed &b) { return a.name < b.name; });
    }
    return lists;
}

Counts Computation::counts()
{
    run();
    const Assembly assembly(m_tally, m_rows, m_columns);
    Counts counts;
    counts.query = m_query;
    counts.rowHeads = assembly.rowHeads();
    counts.columnHeads = assembly.columnHeads();
    counts.figures = assembly.numbers();
    counts.identity = m_identity;
    using Kind = Remark::Kind;
    for (const auto &[kind, count] :
         {std::pair(Kind::EvidenceMissing, countOf(counts.figures, FigureId::Unproven)),
          std::pair(Kind::SchoolUnknown, m_unknownSchool.count()),
          std::pair(Kind::Uncertain, m_uncertain.count()),
          std::pair(Kind::IdentityBroken, m_unbalanced.count()),
          std::pair(Kind::ReceivedAfterPeriod, m_receivedLate.count())}) {
        if (count > 0)
            counts.remarks.push_back({kind, count});
    }
    return counts;
}

Report Computation::report()
{
    run();
    const Assembly assembly(m_tally, m_rows, m_columns);
    Report report;
    report.query = m_query;
    report.rowHeads = assembly.rowHeads();
    report.columnHeads = assembly.columnHeads();
    report.figures = assembly.measures(lists());
    report.identity = m_identity;
    report.ambiguous = std::move(m_ambiguous);
    std::sort(report.ambiguous.begin(), report.ambiguous.end(),
              [](const Ambiguous &a, const Ambiguous &b) {
                  return std::tie(a.seq, a.boundary, a.object) <
                         std::tie(b.seq, b.boundary, b.object);
              });
    const auto add = [&](Remark remark) {
        std::sort(remark.members.begin(), remark.members.end());
        if (remark.count() > 0)
            report.remarks.push_back(std::move(remark));
    };
    const auto remarkOf = [&](Remark::Kind kind, const Noted &noted) {
        Remark remark{kind, {}, noted.hidden};
        for (const std::uint32_t hazard : noted.hazards)
            remark.members.push_back(nameOf(MemberKind::Hazard, hazard));
        return remark;
    };
    using Kind = Remark::Kind;
    const Measure &unproven = report.figures[static_cast<std::size_t>(FigureId::Unproven)].total;
    add({Kind::EvidenceMissing, unproven.members, unproven.hidden});
    add(remarkOf(Kind::SchoolUnknown, m_unknownSchool));
    add(remarkOf(Kind::Uncertain, m_uncertain));
    add(remarkOf(Kind::IdentityBroken, m_unbalanced));
    add(remarkOf(Kind::ReceivedAfterPeriod, m_receivedLate));
    return report;
}

// Only the records of the figure were kept: the others' numbers stand without names.
Measure Computation::measure(FigureId figure)
{
    run();
    const Assembly assembly(m_tally, m_rows, m_columns);
    const FigureOf<Number> numbers = assembly.numbers()[static_cast<std::size_t>(figure)];
    Measure measure{numbers.total, {}, {}};
    const std::vector<Listed> records = std::move(lists()[static_cast<std::size_t>(numbers.of)]);
    for (const Listed &record : records) {
        const std::uint32_t times = figure == FigureId::Reopenings ? record.reopenings : 1;
        if ((record.figures & bit(figure)) != 0)
            measure.members.insert(measure.members.end(), times, record.name);
        if ((record.figures & baseBit(figure)) != 0)
            measure.baseMembers.push_back(record.name);
    }
    return measure;
}

} // namespace campus::figures
