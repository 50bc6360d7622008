// The statistics table (统计表) of a report: every figure with its definition, one row a breakdown
// value, and the list of records behind every number as appendix. Pure.
#pragma once

#include <map>
#include <string>

#include "documents/Table.h"
#include "figures/Report.h"

namespace campus::documents {

struct FigureNames {
    std::string bureau;
    std::string countWord = "处";
    bool drill = false;
    std::map<std::string, std::string> labels; // member id → official number or name; else the id
};

// "有动作时间跨界限、须人工核对的3处"
std::string remarkText(const figures::Remark &remark, const std::string &countWord);

Workbook figureTable(const figures::Report &report, const FigureNames &names);

} // namespace campus::documents
