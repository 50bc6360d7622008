// What is due to be reminded or proposed about a hazard on a given day (domain.md §10.6).
// Computed, never stored; the days are the proposal of §10.6. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/Hazard.h"
#include "domain/Register.h"

namespace campus::domain {

enum class Escalation : std::uint8_t { // frozen
    None = 0,
    DueSoon = 1,         // due_soon          3 days before: principal and school safety officer
    Overdue = 2,         // overdue           催办; the officer is told
    Bulletin = 3,        // bulletin          7 days over: on the 通报 list
    FormalTalk = 4,      // formal_talk       15 days over, or returned twice: 约谈 proposal
    RaiseLevel = 5,      // raise_level       30 days over: raise the level or list
    ReviewLate = 6,      // review_late       not reviewed in time: the reviewer
    ReviewLateBureau = 7, // review_late_bureau  three days later: the bureau admin
    LevelLate = 8,       // level_late        major proposed, not decided within 2 working days (§10.4)
    Prominent = 9,       // prominent         突出问题: see prominentItems
};
std::string_view nameOf(Escalation);

// Everything that holds on `today`, in the order of the enum; Prominent is not among it.
std::vector<Escalation> escalationsOf(const Hazard &hazard, Day today, const Bureau &bureau);
// The most pressing one about the school's delay, else about the bureau's own, else None.
Escalation escalationOf(const Hazard &hazard, Day today, const Bureau &bureau);

// Checklist items found (or found again by reopening) at one school for the third time within
// the twelve months up to `today`; sorted. Free-text hazards have no item and are left out.
std::vector<std::string> prominentItems(const std::vector<const Hazard *> &ofOneSchool, Day today);

} // namespace campus::domain
