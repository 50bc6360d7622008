// The list of figures (domain.md §12.3): id, Chinese name, unit and definition, in print order.
// Figures that follow from another stand behind it: N6.* are its boxes, N4e and N10p remarks of it.
#pragma once

#include <span>
#include <string_view>

#include "figures/Report.h"

namespace campus::figures {

struct Definition {
    std::string_view id;
    std::string_view name;       // 整改率
    std::string_view unit;       // 所 校次 处 份 %; 处 stands for the bureau's own count word
    FigureKind kind;
    MemberKind of;
    std::string_view meaning;    // one sentence for the sheet 说明
};

std::span<const Definition> definitions();
const Definition *definitionOf(std::string_view id); // null for an unknown id

} // namespace campus::figures
