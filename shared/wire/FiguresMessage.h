// A report of figures as it leaves the house: ids, numbers, members, and the paragraph made of
// them. A plain value and its JSON; the server fills it from figures::Report.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/Day.h"

namespace campus::wire {

struct MeasureLine {
    std::int64_t count = 0;
    std::optional<std::int64_t> base; // of a rate: the denominator
    std::string text;                 // as printed: "376", "42.86%", "—"
    std::vector<std::string> members; // what stands behind the number
    std::int64_t hidden = 0;          // counted, but not to be opened by the caller
};

struct FigureLine {
    std::string id, name, unit;
    MeasureLine total;
    std::vector<MeasureLine> rows; // one for each of FiguresMessage::rows, or none
};

struct FiguresMessage {
    Day from, to;
    Millis cutoff = 0, knownBy = 0;
    std::string breakdown;
    bool drill = false;
    std::string bureau, paragraph;
    std::vector<std::string> obstacles; // why “全部整改到位” is not in the paragraph
    std::vector<std::string> remarks;   // what a reader must know before trusting the numbers
    std::vector<std::string> rows;      // names of the breakdown's rows
    std::vector<FigureLine> figures;
    bool identityHolds = true;
};

std::string encode(const FiguresMessage &message); // deterministic

} // namespace campus::wire
