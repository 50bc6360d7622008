// One checklist filled at one school for one asset on one day (domain.md §12.3 N1, N2).
#pragma once

#include <string>
#include <vector>

#include "core/Day.h"
#include "domain/Answer.h"
#include "domain/Words.h"

namespace campus::domain {

// inspection.answers: a part of the answers; a long checklist needs several, each ≤ 24 KiB.
struct InspectionAnswers {
    std::string checklist;        // "school-bus@1.0"
    std::string asset;            // id; empty = the school itself
    std::vector<Answer> answers;
    bool operator==(const InspectionAnswers &) const = default;
};

// inspection.submitted: closes the inspection; nothing about it changes afterwards.
struct InspectionSubmitted {
    std::string checklist;
    std::string asset;
    std::string campaign;         // 专项行动; empty = routine
    std::string type;             // supervision 督查 | spot 抽查 | unannounced 暗访 | self 自查
    std::string team;             // who went together: one team at one school on one day = one visit
    std::vector<std::string> inspectors; // user ids
    std::string companion;        // 陪检人, name
    Day on;
    std::uint32_t passCount = 0, failCount = 0, notApplicableCount = 0;
    std::vector<std::string> hazards; // ids registered or fixed on the spot by it
    bool operator==(const InspectionSubmitted &) const = default;
};

// The doc. Answers in checklist order of arrival; a later answer to the same item replaces.
struct Inspection {
    std::string id;
    std::string school;
    InspectionSubmitted head;
    std::vector<Answer> answers;
    bool submitted = false;
    std::string actor;
    std::uint64_t version = 0;
    bool operator==(const Inspection &) const = default;
};

} // namespace campus::domain
