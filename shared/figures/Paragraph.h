// The summary paragraph (domain.md §12.8, §12.10(3)(12)(14)), ready to paste. Every number in it
// is a figure of the report. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "figures/Report.h"

namespace campus::figures {

struct Wording {
    std::string countWord = "处"; // 处 条 项 个 (§12.2)
    bool drill = false;           // the data is an exercise: （演练数据）
};

// Why “全部整改到位” may not be said.
struct Obstacle {
    enum class Kind : std::uint8_t {
        NothingFound = 1,    // N3 = 0
        NotAllClosed = 2,    // N4 < N3
        EvidenceMissing = 3, // closed, but the proof has not arrived
        IdentityBroken = 4,
    } kind = Kind::NothingFound;
    std::int64_t count = 0;
    std::string sentence;             // for people
    std::vector<std::string> members; // hazards in the way
    bool operator==(const Obstacle &) const = default;
};

struct Paragraph {
    std::string text;
    std::vector<Obstacle> obstacles; // empty = “全部整改到位” is in the text
    bool saysAllRectified() const { return obstacles.empty(); }
    bool operator==(const Paragraph &) const = default;
};

Paragraph summaryParagraph(const Report &report, const Wording &wording = {});

} // namespace campus::figures
