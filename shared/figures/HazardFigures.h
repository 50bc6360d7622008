// The figures one hazard counts in (domain.md §12.3, §12.10): the definitions, and nothing about
// where the answers come from. Pure, internal to this folder.
#pragma once

#include <array>
#include <cstdint>

#include "figures/Definitions.h"
#include "figures/Standing.h"

namespace campus::figures {

// A set of figures as bits: the numbers of all figures, then the denominators of the rates.
using FigureSet = std::uint64_t;

inline constexpr std::size_t kFigures = 43;
inline constexpr std::array<FigureId, 5> kRates{FigureId::InspectionCoverage,
                                                FigureId::RectifiedRate, FigureId::OnTimeRate,
                                                FigureId::OriginalRate, FigureId::MajorRate};

constexpr FigureSet bit(FigureId figure)
{
    return FigureSet{1} << static_cast<unsigned>(figure);
}

constexpr FigureSet baseBit(FigureId rate)
{
    for (std::size_t i = 0; i < kRates.size(); ++i) {
        if (kRates[i] == rate)
            return FigureSet{1} << (kFigures + i);
    }
    return 0;
}

struct Period {
    DayNumber from = 0, to = 0; // A and B, both included
    DayNumber today = 0;        // the day of T
    bool holds(DayNumber day) const { return day >= from && day <= to; }
    // The identity's own period, §12.10(14).
    bool holdsByToday(DayNumber day) const { return day >= from && day <= today; }
};

struct HazardCase {
    DayNumber found = kNoDay;
    bool wasFound = false, wasClosed = false; // at the last moment before A
    Standing end;                             // at T
    int reopenings = 0;                       // in the period, by T
    bool isReopenedByToday = false;           // in the identity's period, by T
    bool isExtended = false;                  // granted in the period, by T
    bool isSelfFound = false;
    bool isUnproven = false; // evidence of closing has not arrived
};

struct Outcome {
    FigureSet figures = 0;
    // The identity's five.
    bool n7 = false, n3 = false, x = false, n8 = false, n9 = false;
    bool isBalanced() const { return n7 + n3 + x - n8 == int{n9}; }
};

namespace detail {

inline FigureSet when(bool condition, FigureSet figures)
{
    return condition ? figures : 0;
}

// §12.3 N6: the first box that fits.
inline FigureSet boxOf(const Standing &end, DayNumber today)
{
    FigureSet unassigned = when(end.due() == kNoDay, bit(FigureId::Unassigned));
    if (end.awaitsLevel())
        return unassigned | bit(FigureId::UnrectifiedPending);
    if (end.submitted)
        return unassigned | bit(FigureId::UnrectifiedReview);
    if (end.isOverdue(today))
        return unassigned | bit(FigureId::UnrectifiedOverdue);
    if (end.extendedUntil != kNoDay)
        return unassigned | bit(FigureId::UnrectifiedExtended);
    return unassigned | bit(FigureId::UnrectifiedRunning);
}

inline FigureSet foundFigures(const HazardCase &hazard, const Period &period)
{
    const Standing &end = hazard.end;
    FigureSet figures = bit(FigureId::Found) | baseBit(FigureId::RectifiedRate) |
                        when(hazard.isSelfFound, bit(FigureId::SelfFound));
    if (end.isMajor()) {
        figures |= bit(FigureId::MajorFound) | baseBit(FigureId::MajorRate) |
                   (end.closed ? bit(FigureId::MajorRectified) | bit(FigureId::MajorRate)
                               : bit(FigureId::MajorOpen));
    }
    if (!end.closed)
        return figures | bit(FigureId::Unrectified) | boxOf(end, period.today);
    return figures | bit(FigureId::Rectified) | bit(FigureId::RectifiedRate) |
           when(end.onSpot, bit(FigureId::FixedOnSpot)) |
           when(hazard.isUnproven, bit(FigureId::Unproven));
}

inline FigureSet flowFigures(const HazardCase &hazard, const Period &period)
{
    const Standing &end = hazard.end;
    FigureSet figures =
        when(hazard.wasFound && !hazard.wasClosed, bit(FigureId::CarriedIn)) |
        when(end.closed && period.holds(end.closedOn), bit(FigureId::ClosedInPeriod));
    if (!end.open())
        return figures;
    figures |=
        bit(FigureId::OpenAtEnd) | when(hazard.found < period.from, bit(FigureId::OlderOpen));
    if (end.isOverdue(period.today))
        figures |= bit(FigureId::Overdue) | when(end.awaitsLevel(), bit(FigureId::OverduePending));
    return figures;
}

// §12.10(4)(6): N11 by the deadline in force, N12r by the round's original one.
inline FigureSet deadlineFigures(const Standing &end, DayNumber due, FigureId rate,
                                 FigureSet waiting)
{
    if (end.open() && end.submitted && end.submittedOn <= due)
        return waiting;
    return baseBit(rate) | when(end.acceptedOn <= due, bit(rate));
}

inline FigureSet eventFigures(const HazardCase &hazard, const Period &period)
{
    const Standing &end = hazard.end;
    FigureSet figures = when(hazard.isExtended, bit(FigureId::Extended));
    if (hazard.reopenings > 0) {
        figures |= bit(FigureId::Reopenings) |
                   when(hazard.wasFound && hazard.wasClosed, bit(FigureId::ReopenedOlder));
    }
    if (period.holds(end.transferredOn))
        figures |= bit(FigureId::Transferred) | when(end.open(), bit(FigureId::TransferredOpen));
    if (period.holds(end.listedOn))
        figures |= bit(FigureId::Listed) | when(!end.delisted, bit(FigureId::StillListed));
    return figures;
}

} // namespace detail

// Of a hazard that is in figures and was found by T.
inline Outcome outcomeOf(const HazardCase &hazard, const Period &period)
{
    const Standing &end = hazard.end;
    Outcome outcome;
    if (period.holds(hazard.found))
        outcome.figures |= detail::foundFigures(hazard, period);
    outcome.figures |= detail::flowFigures(hazard, period) | detail::eventFigures(hazard, period);
    if (const DayNumber due = end.due(); period.holds(due))
        outcome.figures |=
            detail::deadlineFigures(end, due, FigureId::OnTimeRate, bit(FigureId::OnTimeWaiting));
    if (period.holds(end.originalDue))
        outcome.figures |= detail::deadlineFigures(end, end.originalDue, FigureId::OriginalRate, 0);
    outcome.n7 = hazard.wasFound && !hazard.wasClosed;
    outcome.n3 = period.holdsByToday(hazard.found);
    outcome.x = hazard.wasFound && hazard.wasClosed && hazard.isReopenedByToday;
    outcome.n8 = end.closed && period.holdsByToday(end.closedOn);
    outcome.n9 = end.open();
    return outcome;
}

} // namespace campus::figures
