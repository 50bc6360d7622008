// What the people of the story do on their tablets. Every act first looks at what is already
// there, so that a story killed at any moment and started again does nothing twice.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "e2e/story/StoryTablet.h"

namespace campus::story {

// A choice that depends on the words alone: the same story every time.
std::uint32_t choose(const std::string &words, std::uint32_t choices);
// What a hazard is about, whatever its id: school, asset and item.
std::string subjectOf(const domain::Hazard &hazard);

struct InspectionTask {
    std::string school;
    std::string kind;  // of the checklist: "school-bus"
    std::string asset; // id; empty = the school itself
};

// A whole checklist: every item answered, what the register knows left as it is, one or two general
// items failing besides; hazards drafted with photos, some fixed on the spot.
Result<void> inspect(StoryTablet &tablet, const InspectionTask &task);
// One notice for what was registered at the school, signed by officer and school on the spot.
Result<void> issueNotice(StoryTablet &tablet, const std::string &school);
Result<void> signForNotices(StoryTablet &tablet);
// Confirms `percent` of what waits for rectification, with after-photos.
Result<void> confirmRectified(StoryTablet &tablet, std::uint32_t percent);
// Passes what was submitted; every fourth hazard is returned the first time.
Result<void> review(StoryTablet &tablet, bool mayReturn);
Result<void> askForTime(StoryTablet &tablet, Day until);
Result<void> reopenOne(StoryTablet &tablet);

// The bureau's own decisions.
Result<void> decideLevels(StoryTablet &tablet);
Result<void> orderMajors(StoryTablet &tablet);
Result<void> grantTime(StoryTablet &tablet);
Result<void> voidOne(StoryTablet &tablet, const std::string &school);

} // namespace campus::story
