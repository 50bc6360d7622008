// The list of figures (domain.md §12.3): id, Chinese name, unit and definition, in print order.
// Constant; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "figures/Report.h"

namespace campus::figures {

// In print order; the number is the place in definitions() and in Report::figures.
enum class FigureId : std::uint8_t {
    InspectedSchools,
    SupervisedSchools,
    InspectedGone,
    InspectionCoverage,
    Visits,
    SupervisionVisits,
    Groups,
    Found,
    SelfFound,
    Rectified,
    FixedOnSpot,
    Unproven,
    RectifiedRate,
    Unrectified,
    UnrectifiedPending,
    UnrectifiedReview,
    UnrectifiedOverdue,
    UnrectifiedExtended,
    UnrectifiedRunning,
    Unassigned,
    CarriedIn,
    ReopenedOlder,
    ClosedInPeriod,
    OpenAtEnd,
    OlderOpen,
    Overdue,
    OverduePending,
    OnTimeRate,
    OnTimeWaiting,
    Extended,
    OriginalRate,
    Reopenings,
    Notices,
    Transferred,
    TransferredOpen,
    MajorFound,
    MajorRectified,
    MajorRate,
    MajorOpen,
    Listed,
    StillListed,
    Corrected,
    CorrectedOpen,
};

struct Definition {
    FigureId key;
    std::string_view id;   // "N3"; N6.* are the five boxes of N6
    std::string_view name; // 整改率
    std::string_view unit; // 所 校次 份 %; 处 stands for the bureau's own count word
    FigureKind kind;
    MemberKind of;
    std::string_view meaning; // one sentence for the sheet 说明
};

std::span<const Definition> definitions();
const Definition &definitionOf(FigureId key);
const Definition *definitionOf(std::string_view id); // null for an unknown id

} // namespace campus::figures
