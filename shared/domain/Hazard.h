// The confirmed state of one hazard: what `evolve` makes of its accepted events (domain.md §10).
// Facts stand beside the state; overdue is computed, never stored. A pure value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/HazardAct.h"

namespace campus::domain {

// One line of the timeline, newest last. `event` opens the event itself.
struct TimelineEntry {
    std::string event;
    HazardActKind act = HazardActKind::Note;
    std::string actor;
    Role role = Role::System;
    Millis at = 0;           // decided occurrence
    std::string text;        // what the person wrote, shortened to 300 characters
    std::vector<Photo> photos;
    std::uint64_t seq = 0;   // 0 while only on the tablet
    bool operator==(const TimelineEntry &) const = default;
};

// One round of rectification: registration or reopening starts it (domain.md §12.10(6)).
struct Round {
    Day startedOn;
    std::string notice;
    std::optional<Day> servedOn;
    std::optional<Day> originalDue;
    std::optional<Day> extendedUntil;
    std::optional<Day> submittedOn;    // latest submission of the round; cleared by a return
    std::optional<Day> acceptedSubmissionOn; // the submission that a review passed
    std::optional<Day> closedOn;
    int returns = 0;
    std::optional<Day> effectiveDue() const { return extendedUntil ? extendedUntil : originalDue; }
    bool operator==(const Round &) const = default;
};

struct Hazard {
    std::string id;
    std::string school;
    std::string number;      // official number, given by the server on registration; else empty
    HazardState state = HazardState::Draft;
    HazardAct found;         // the act that registered it, unchanged
    std::string finder;      // user id
    Day foundOn;
    std::string category;
    Level proposedLevel = Level::General;
    std::optional<Level> confirmedLevel; // major counts only when confirmed (§10.4)
    bool fixedOnSpot = false;  // the last closing was on the spot
    std::vector<Round> rounds; // never empty once registered; back() is the current one
    std::string measure, interim, responsible, phone;
    std::string preparedBy;    // who prepared the rectification of this round
    std::string submittedBy;   // who confirmed it
    std::string done;          // 整改情况 of the round
    std::optional<Day> doneOn;
    std::vector<Photo> after;  // after-photos of the round
    std::int64_t moneyCents = 0;
    std::string moneySource;
    std::string reviewedBy;
    std::optional<Day> reviewedOn;
    std::string reviewText;
    int returns = 0;           // over all rounds
    int reopenings = 0;
    std::optional<Day> extensionAskedUntil; // waiting for a decision
    DelayReason delayReason = DelayReason::None;
    std::string delayText;
    std::string listingNumber, listingUnit;
    std::optional<Day> listedOn, listedUntil, delistedOn; // a mark: the due date stays the notice's
    std::string supervisionNumber;
    std::optional<Day> supervisedOn, supervisedUntil, supervisionLiftedOn;
    std::string transferredTo, transferLetter;
    std::optional<Day> transferredOn;
    std::string mergedInto;
    std::string earlierHazard;
    std::string plan;
    FiveSettled settled;
    std::vector<TimelineEntry> timeline;
    std::uint64_t version = 0; // seq of the last event that changed it; 0 = only local

    const Round &round() const { return rounds.back(); }
    std::optional<Day> effectiveDue() const { return rounds.empty() ? std::nullopt : round().effectiveDue(); }
    bool isOpen() const
    {
        return state == HazardState::Registered || state == HazardState::Assigned
            || state == HazardState::Rectifying || state == HazardState::Submitted;
    }
    bool isMajor() const { return confirmedLevel == Level::Major; }
    bool awaitsLevel() const { return proposedLevel == Level::Major && !confirmedLevel; } // 待核定重大
    // domain.md §12.10(5): due on the day itself is not yet overdue; submitted waits for review.
    bool isOverdue(Day today) const
    {
        const auto due = effectiveDue();
        return isOpen() && state != HazardState::Submitted && due && *due < today;
    }
    bool operator==(const Hazard &) const = default;
};

} // namespace campus::domain
