// What came of something a person did: saved, or refused with the reason and nothing saved.
// A refusal is a value; an Error of the surrounding Result is a fault of disk or input.
#pragma once

#include <string>
#include <vector>

#include "domain/Checklist.h"
#include "domain/LifeCycle.h"

namespace campus::fieldwork {

struct ActOutcome {
    domain::Refusal refusal = domain::Refusal::None;
    std::string by;                         // Superseded: who acted
    Millis at = 0;
    std::string object;                     // refused or made: id of the hazard, notice or inspection
    std::vector<domain::Missing> missing;   // of an inspection that cannot be completed yet
    std::vector<std::string> events;        // saved, in order
    bool saved() const { return refusal == domain::Refusal::None && missing.empty(); }
};

} // namespace campus::fieldwork
