// One query over a history: which records count, by their rows where these tell, else by their acts.
// What a hazard counts in stands in HazardFigures.h. Internal to this folder; used once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figures/Assembly.h"
#include "figures/Contents.h"
#include "figures/Dimension.h"
#include "figures/HazardFigures.h"
#include "figures/KnownSchools.h"
#include "figures/Report.h"
#include "figures/Tally.h"

namespace campus::figures {

inline constexpr FigureSet kAllFigures = ~FigureSet{0};

class Computation
{
public:
    // Only records of the `listed` figures are kept for naming.
    Computation(const HistoryContents &contents, const Query &query, FigureSet listed);
    Counts counts(); // any one of the three, once
    Report report(); // all figures must be listed
    Measure measure(FigureId figure);

private:
    struct SchoolState {
        bool isKnown = false, isInScope = false;
    };
    struct Noted { // behind a remark
        std::vector<std::uint32_t> hazards;
        std::int64_t hidden = 0;
        std::int64_t count() const { return std::ssize(hazards) + hidden; }
    };
    struct Kept { // a record to be named: its number, before it is a text
        std::uint32_t member = 0;
        FigureSet figures = 0;
        Line line;
        std::uint32_t reopenings = 1;
    };

    void run();
    void countInspections();
    void countCoverage();
    void countNotices();
    void countHazards();
    bool isSettled(const HazardRow &row) const;
    bool isElsewhere(const HazardRow &row) const;
    void countByRow(std::uint32_t hazard, const HazardRow &row);
    void countByActs(std::uint32_t hazard, const HazardRow &row);
    void countEnd(std::uint32_t hazard, const HazardRow &row, HazardCase &judged);
    void countCorrected(std::uint32_t hazard, const HazardRow &row, DayNumber found,
                        const Standing &end);
    void balance(std::uint32_t hazard, const Outcome &outcome, bool isVisible);
    bool isSettled(const Trace &trace) const;
    bool isRegisteredAfterCutoff(std::uint32_t hazard) const;
    void count(MemberKind kind, std::uint32_t member, Line line, FigureSet figures,
               bool isVisible = true, std::uint32_t reopenings = 1);
    bool isVisible(const HazardRow &row) const
    {
        return m_query.scope.restricted || m_contents.origins[row.origin].restricted == 0;
    }
    bool isOfCampaign(std::uint32_t campaign) const;
    bool isInScope(std::uint32_t school, const ObjectIndex &ids, std::uint32_t object) const;
    void note(Noted &noted, std::uint32_t hazard, bool isVisible);
    std::vector<Ambiguous::Boundary> boundariesIn(const Moment &moment, DayNumber due) const;
    void listAmbiguous(const Moment &moment, Ambiguous::Boundary boundary, domain::ObjectKind kind,
                       std::string object, std::string act);
    void listAmbiguous(std::uint32_t hazard, const std::vector<Act> &acts, DayNumber due,
                       bool isVisible);
    std::vector<std::vector<Listed>> lists() const;
    std::string nameOf(MemberKind kind, std::uint32_t member) const;
    void closeIdentity();

    const HistoryContents &m_contents;
    const Query &m_query;
    FigureSet m_listed;
    Period m_period;
    Millis m_startsAfter;  // the last moment before A
    DayNumber m_lastWhole; // the last day that lies wholly before T
    std::uint32_t m_knownBySeconds = 0;
    KnownSchools m_schools;
    std::vector<SchoolState> m_schoolStates; // by number
    std::optional<std::uint32_t> m_campaign; // none when the history never heard of it
    std::vector<std::uint32_t> m_unproven;   // hazards, sorted
    std::optional<Merges> m_mergesThen;
    KnownHazards m_hazards;
    KnownHazards::Life m_life; // of the hazard at hand
    Dimension m_rows, m_columns;
    Tally m_tally;
    std::vector<std::vector<Kept>> m_kept; // by MemberKind
    std::vector<std::uint8_t> m_inspected; // by school: 1 inspected, 2 not by itself alone
    Identity m_identity;
    std::vector<Ambiguous> m_ambiguous;
    Noted m_unknownSchool, m_receivedLate, m_uncertain, m_unbalanced;
};

} // namespace campus::figures
