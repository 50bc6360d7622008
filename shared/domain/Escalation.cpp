#include "domain/Escalation.h"

#include <map>

#include "domain/NameTable.h"
#include "domain/WorkCalendar.h"

namespace campus::domain {

namespace {

constexpr int kRemindDaysBefore = 3;
constexpr int kBulletinDaysOver = 7;
constexpr int kTalkDaysOver = 15;
constexpr int kTalkReturns = 2;
constexpr int kRaiseDaysOver = 30;
constexpr int kBureauDaysAfterReviewer = 3;
constexpr int kLevelWorkdays = 2;
constexpr int kProminentTimes = 3;
constexpr int kYearDays = 365;

constexpr std::array kNames{
    Named<Escalation>{Escalation::None, "none"},
    Named<Escalation>{Escalation::DueSoon, "due_soon"},
    Named<Escalation>{Escalation::Overdue, "overdue"},
    Named<Escalation>{Escalation::Bulletin, "bulletin"},
    Named<Escalation>{Escalation::FormalTalk, "formal_talk"},
    Named<Escalation>{Escalation::RaiseLevel, "raise_level"},
    Named<Escalation>{Escalation::ReviewLate, "review_late"},
    Named<Escalation>{Escalation::ReviewLateBureau, "review_late_bureau"},
    Named<Escalation>{Escalation::LevelLate, "level_late"},
    Named<Escalation>{Escalation::Prominent, "prominent"},
};

// The day of the act that made the level wait: the latest proposal, else the registration.
Day levelProposedOn(const Hazard &hazard)
{
    for (auto entry = hazard.timeline.rbegin(); entry != hazard.timeline.rend(); ++entry) {
        if (entry->act == HazardActKind::ProposeLevel)
            return Day::of(entry->at);
    }
    return hazard.foundOn;
}

} // namespace

std::string_view nameOf(Escalation escalation)
{
    return nameIn(kNames, escalation);
}

std::vector<Escalation> escalationsOf(const Hazard &hazard, Day today, const Bureau &bureau)
{
    std::vector<Escalation> all;
    if (!hazard.isOpen())
        return all;
    const auto add = [&](bool holds, Escalation escalation) {
        if (holds)
            all.push_back(escalation);
    };
    const bool waitsForReview = hazard.state == HazardState::Submitted;
    const auto due = hazard.effectiveDue();
    const int over = due && !waitsForReview ? today - *due : 0;
    const bool soon = due && !waitsForReview && over <= 0 && over >= -kRemindDaysBefore;
    const int returns = hazard.rounds.empty() ? 0 : hazard.round().returns;
    add(soon, Escalation::DueSoon);
    add(over > 0, Escalation::Overdue);
    add(over >= kBulletinDaysOver, Escalation::Bulletin);
    add(over >= kTalkDaysOver || returns >= kTalkReturns, Escalation::FormalTalk);
    add(over >= kRaiseDaysOver, Escalation::RaiseLevel);
    if (waitsForReview && !hazard.rounds.empty() && hazard.round().submittedOn) {
        const Day review = reviewDue(*hazard.round().submittedOn, hazard.isMajor(), bureau);
        add(today > review, Escalation::ReviewLate);
        add(today > review + kBureauDaysAfterReviewer, Escalation::ReviewLateBureau);
    }
    add(hazard.awaitsLevel()
            && today > WorkCalendar(bureau).afterWorkdays(levelProposedOn(hazard), kLevelWorkdays),
        Escalation::LevelLate);
    return all;
}

Escalation escalationOf(const Hazard &hazard, Day today, const Bureau &bureau)
{
    Escalation school = Escalation::None;
    Escalation own = Escalation::None;
    for (const Escalation escalation : escalationsOf(hazard, today, bureau))
        (escalation <= Escalation::RaiseLevel ? school : own) = escalation;
    return school != Escalation::None ? school : own;
}

std::vector<std::string> prominentItems(const std::vector<const Hazard *> &ofOneSchool, Day today)
{
    std::map<std::string, int> times;
    for (const Hazard *hazard : ofOneSchool) {
        if (hazard->found.item.empty() || hazard->state == HazardState::Merged
            || hazard->state == HazardState::Void)
            continue;
        for (const Round &round : hazard->rounds) {
            if (round.startedOn <= today && today - round.startedOn < kYearDays)
                ++times[hazard->found.item];
        }
    }
    std::vector<std::string> items;
    for (const auto &[item, count] : times) {
        if (count >= kProminentTimes)
            items.push_back(item);
    }
    return items;
}

} // namespace campus::domain
