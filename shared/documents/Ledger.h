// The ledger 隐患排查整改台账 (domain.md §14): one row a hazard, sorted by township, school and
// number. Pure; the caller gathers docs as they stood at the moment the ledger speaks of
// (figures/AsOf.h) and owns them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "documents/Table.h"
#include "domain/Hazard.h"
#include "domain/Inspection.h"
#include "domain/Notice.h"
#include "domain/Register.h"

namespace campus::documents {

// What the rows are made of. A name that is missing here leaves its id in the cell.
struct LedgerSources {
    std::vector<domain::Hazard> hazards; // merged, void and draft ones are left out
    std::map<std::string, domain::School> schools;
    std::map<std::string, domain::Township> townships;
    std::map<std::string, domain::Inspection> inspections;
    std::map<std::string, domain::Notice> notices;
    std::map<std::string, std::string> people; // user id → name
    domain::Bureau bureau;
};

struct LedgerChoice {
    Millis cutoff = 0;         // T
    Millis knownBy = 0;        // K; the file's creation time
    bool restricted = false;   // may hold BULLY, CARE and restricted items (§11.3)
    bool drill = false;        // （演练数据）
    std::vector<Note> filters; // what was chosen, for the sheet 说明
};

Workbook ledger(const LedgerSources &sources, const LedgerChoice &choice);

} // namespace campus::documents
