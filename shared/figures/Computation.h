// One query over a history: decides for every record in which figures it counts
// (domain.md §12.3, §12.10). Internal to this folder; used once.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "figures/Contents.h"
#include "figures/Definitions.h"
#include "figures/KnownSchools.h"
#include "figures/Report.h"
#include "figures/Standing.h"
#include "figures/Tally.h"

namespace campus::figures {

class Computation
{
public:
    Computation(const HistoryContents &contents, const Query &query);
    Report report();

private:
    struct Case; // a hazard in figures, where it stands at the start and at T

    void countInspections();
    void countCoverage();
    void countNotices();
    void countHazards();
    void countFound(const Case &hazard);
    void countBox(const Case &hazard);
    void countFlow(const Case &hazard);
    void countDeadlines(const Case &hazard);
    void countActs(const Case &hazard);
    void countCorrected(std::uint32_t index);
    void checkIdentity(const Case &hazard);
    void listAmbiguous(const Case &hazard);
    // True when there was something to list.
    bool listAmbiguous(const Moment &moment, domain::ObjectKind kind, const std::string &object,
                       const std::string &act, const std::optional<Day> &due = {});

    bool counts(const HazardLog &hazard) const; // in scope and of the campaign
    bool inPeriod(Day day) const { return day >= m_query.from && day <= m_query.to; }
    bool isKnown(const Moment &moment) const { return moment.receivedAt <= m_query.knownBy; }
    bool hasHappened(const Moment &moment) const { return moment.happened <= m_query.cutoff; }
    bool isOfCampaign(const std::string &campaign) const
    {
        return m_query.campaign.empty() || m_query.campaign == campaign;
    }
    std::string rowOf(const HazardLog &hazard, const Standing &atCutoff) const;
    Counted counted(const HazardLog &hazard, const Standing &atCutoff) const;
    Tally &tally(FigureId key) { return m_tallies[static_cast<std::size_t>(key)]; }
    std::vector<RowHead> rowHeads() const;
    void addRemarks(Report &report);
    static void note(Remark &remark, const Counted &hazard);
    bool isReceivedAfterCutoff(const HazardLog &hazard) const;

    const HistoryContents &m_contents;
    const Query &m_query;
    Day m_cutoffDay;
    KnownSchools m_schools;
    KnownHazards m_hazards;
    std::vector<Tally> m_tallies;
    Identity m_identity;
    std::vector<Ambiguous> m_ambiguous;
    std::set<std::string> m_inspected, m_supervised; // schools
    Remark m_unknownSchool{Remark::Kind::SchoolUnknown, {}, 0};
    Remark m_receivedLate{Remark::Kind::ReceivedAfterPeriod, {}, 0};
    Remark m_uncertain{Remark::Kind::Uncertain, {}, 0};
};

} // namespace campus::figures
