// What an act about a hazard must state (domain.md §10.2, §10.4). Each need of the table has one
// predicate; what depends on the hazard's history, its level or the bureau's settings follows it.
#include <algorithm>
#include <array>
#include <set>

#include "domain/LifeCycleTable.h"
#include "domain/Machines.h"

namespace campus::domain {

namespace {

using K = HazardActKind;

bool hasSchoolSignature(const HazardAct &act)
{
    return std::any_of(act.signatures.begin(), act.signatures.end(),
                       [](const HandSignature &s) { return s.role == "school" && isDrawn(s); });
}

// §10.4 (1): a stop-use, cordon or the like that is proved is an interim control.
bool hasInterim(const Hazard *hazard, const HazardAct &act)
{
    if (!act.interim.empty() || !act.failActionProof.empty())
        return true;
    return hazard != nullptr && (!hazard->interim.empty() || !hazard->found.failActionProof.empty());
}

// The hazard as the act leaves it counts as one that needs an interim control.
bool wantsInterim(const Hazard *hazard, const HazardAct &act)
{
    switch (act.kind) {
    case K::Register:
    case K::ProposeLevel:
    case K::ConfirmLevel: return act.level == Level::Major;
    case K::Assign: return hazard != nullptr && handledAsMajor(*hazard);
    default: return true;
    }
}

bool saysSomething(const HazardAct &act)
{
    return !act.text.empty() || !act.done.empty() || !act.interim.empty() || !act.opinion.empty()
        || !act.report.empty() || act.moneyCents || act.delayReason != DelayReason::None
        || !act.before.empty() || !act.after.empty() || !act.failActionProof.empty();
}

bool hasPlan(const HazardAct &act)
{
    return !act.plan.empty() || act.settled != FiveSettled{};
}

struct NeedRow {
    Need need;
    Refusal refusal;
    bool (*given)(const HazardAct &act, const Hazard *hazard);
};

// In the order in which a person is told.
constexpr std::array kNeeds{
    NeedRow{Need::Main, Refusal::MissingMain,
            [](const HazardAct &a, const Hazard *) { return !a.into.empty(); }},
    NeedRow{Need::Place, Refusal::MissingPlace,
            [](const HazardAct &a, const Hazard *) { return !a.place.empty(); }},
    NeedRow{Need::Description, Refusal::MissingDescription,
            [](const HazardAct &a, const Hazard *) { return !a.description.empty(); }},
    NeedRow{Need::Category, Refusal::MissingCategory,
            [](const HazardAct &a, const Hazard *) { return !a.category.empty(); }},
    NeedRow{Need::Basis, Refusal::MissingBasis,
            [](const HazardAct &a, const Hazard *) { return !a.basis.empty(); }},
    NeedRow{Need::FoundOn, Refusal::MissingFoundDate,
            [](const HazardAct &a, const Hazard *) { return a.foundOn.has_value(); }},
    NeedRow{Need::Notice, Refusal::MissingNotice,
            [](const HazardAct &a, const Hazard *) { return !a.notice.empty(); }},
    NeedRow{Need::Measure, Refusal::MissingMeasure,
            [](const HazardAct &a, const Hazard *) { return !a.measure.empty(); }},
    NeedRow{Need::Responsible, Refusal::MissingResponsible,
            [](const HazardAct &a, const Hazard *) { return !a.responsible.empty(); }},
    NeedRow{Need::Words, Refusal::MissingText,
            [](const HazardAct &a, const Hazard *) { return saysSomething(a); }},
    NeedRow{Need::Done, Refusal::MissingDone,
            [](const HazardAct &a, const Hazard *h) { return !a.done.empty() || !h->done.empty(); }},
    NeedRow{Need::DoneOn, Refusal::MissingDoneDate,
            [](const HazardAct &a, const Hazard *h) { return a.doneOn || h->doneOn; }},
    NeedRow{Need::Reason, Refusal::MissingReason,
            [](const HazardAct &a, const Hazard *) { return !a.reason.empty(); }},
    NeedRow{Need::DelayReason, Refusal::MissingReason,
            [](const HazardAct &a, const Hazard *) {
                return a.delayReason != DelayReason::None
                    && (a.delayReason != DelayReason::Other || !a.reason.empty());
            }},
    NeedRow{Need::Rule, Refusal::MissingRule,
            [](const HazardAct &a, const Hazard *) { return !a.rule.empty(); }},
    NeedRow{Need::Recipient, Refusal::MissingRecipient,
            [](const HazardAct &a, const Hazard *) { return !a.unit.empty(); }},
    NeedRow{Need::Number, Refusal::MissingNumber,
            [](const HazardAct &a, const Hazard *) { return !a.number.empty(); }},
    NeedRow{Need::Date, Refusal::MissingDate,
            [](const HazardAct &a, const Hazard *) { return a.on.has_value(); }},
    NeedRow{Need::Plan, Refusal::MissingPlan,
            [](const HazardAct &a, const Hazard *h) {
                return hasPlan(a) || (a.kind == K::List && !h->plan.empty());
            }},
    NeedRow{Need::Until, Refusal::MissingNewDate,
            [](const HazardAct &a, const Hazard *h) {
                return a.until || (a.kind == K::GrantExtension && h->extensionAskedUntil);
            }},
    NeedRow{Need::Due, Refusal::MissingDue,
            [](const HazardAct &a, const Hazard *) {
                return a.due || a.days || (a.kind == K::Supervise && a.until);
            }},
    NeedRow{Need::Interim, Refusal::MissingInterim,
            [](const HazardAct &a, const Hazard *h) {
                return !wantsInterim(h, a) || hasInterim(h, a);
            }},
    NeedRow{Need::ActionProof, Refusal::MissingActionProof,
            [](const HazardAct &a, const Hazard *) {
                return a.failAction == FailAction::None || !a.failActionProof.empty();
            }},
    NeedRow{Need::SchoolSignature, Refusal::MissingSchoolSignature,
            [](const HazardAct &a, const Hazard *) { return hasSchoolSignature(a); }},
};

// Photos are needs that can be waived.
constexpr std::array kPhotoNeeds{
    NeedRow{Need::BeforePhoto, Refusal::MissingBeforePhoto,
            [](const HazardAct &a, const Hazard *) { return !a.before.empty(); }},
    NeedRow{Need::AfterPhoto, Refusal::MissingAfterPhoto,
            [](const HazardAct &a, const Hazard *h) {
                return !a.after.empty() || (h != nullptr && !h->after.empty());
            }},
    NeedRow{Need::ReviewPhoto, Refusal::MissingReviewPhoto,
            [](const HazardAct &a, const Hazard *) { return !a.after.empty(); }},
    NeedRow{Need::NewPhoto, Refusal::MissingBeforePhoto,
            [](const HazardAct &a, const Hazard *) { return !a.before.empty() || !a.after.empty(); }},
};

// Every after-photo comes from the place of a before-photo.
bool samePlace(const std::vector<Photo> &before, const std::vector<Photo> &after)
{
    return before.empty() || std::all_of(after.begin(), after.end(), [&](const Photo &photo) {
        return std::any_of(before.begin(), before.end(),
                           [&](const Photo &earlier) { return earlier.place == photo.place; });
    });
}

// The newest photos of the fault: a reopening brings new ones.
const std::vector<Photo> &faultPhotos(const Hazard &hazard)
{
    for (auto entry = hazard.timeline.rbegin(); entry != hazard.timeline.rend(); ++entry) {
        if (entry->act == K::Reopen && !entry->photos.empty())
            return entry->photos;
    }
    return hazard.found.before;
}

Refusal findingRules(const HazardAct &act, const Around &around)
{
    if (*act.foundOn > boundedDay(around.occurred.latest))
        return Refusal::FoundInFuture;
    if (act.kind != K::FixOnSpot)
        return Refusal::None;
    if (act.level == Level::Major)
        return Refusal::MajorNotAllowed;
    return samePlace(act.before, act.after) ? Refusal::None : Refusal::PhotoPlaceDiffers;
}

Refusal assignRules(const Hazard &hazard, const HazardAct &act, const Around &around)
{
    const Day issued = act.on.value_or(dayOf(around.occurred));
    const Day due = *dueNamed(act, issued);
    if (due < issued || due < hazard.foundOn)
        return Refusal::DateNotLater;
    return handledAsMajor(hazard) && due > oneYearAfter(issued) ? Refusal::OverOneYear
                                                                : Refusal::None;
}

bool mayReview(const Around &around, const std::string &person)
{
    const Roles reviewing = rowOf(K::Pass).roles;
    return std::any_of(around.reviewers.begin(), around.reviewers.end(), [&](const User *user) {
        return user->id == person && user->active && reviewing.has(user->role);
    });
}

// §10.4 (5): on-site, by at least two people of whom one is not the finder, after a report; and a
// reason when it never was listed (§10.4 (3)).
Refusal reviewRules(const Hazard &hazard, const Event &event, const HazardAct &act,
                    const Around &around)
{
    std::set<std::string> people(act.reviewers.begin(), act.reviewers.end());
    people.erase(std::string());
    people.erase(event.actor); // the table has let the actor review
    if (std::any_of(people.begin(), people.end(),
                    [&](const std::string &one) { return workedOnIt(hazard, one); }))
        return Refusal::ReviewerSubmitted;
    if (!std::all_of(people.begin(), people.end(),
                     [&](const std::string &one) { return mayReview(around, one); }))
        return Refusal::UnknownReviewer;
    const bool major = handledAsMajor(hazard);
    const bool remoteAllowed = around.bureau != nullptr && around.bureau->remotePhotoReview && !major;
    if (!act.onSite && !remoteAllowed)
        return Refusal::RemoteReviewNotAllowed;
    if (act.kind != K::Pass || !major)
        return Refusal::None;
    people.insert(event.actor);
    if (people.size() == 1)
        return people.contains(hazard.finder) ? Refusal::FinderAlone : Refusal::TooFewReviewers;
    if (act.report.empty())
        return Refusal::MissingReport;
    return !hazard.listedOn && act.reason.empty() ? Refusal::MissingReason : Refusal::None;
}

Refusal extensionRules(const Hazard &hazard, const HazardAct &act)
{
    const Day until = act.until ? *act.until : *hazard.extensionAskedUntil;
    const auto due = hazard.effectiveDue();
    if (due && until <= *due)
        return Refusal::DateNotLater;
    if (!handledAsMajor(hazard))
        return Refusal::None;
    const Day since = hazard.round().servedOn.value_or(hazard.round().startedOn);
    if (until > oneYearAfter(since))
        return Refusal::OverOneYear;
    return act.kind == K::GrantExtension && act.consent.empty() ? Refusal::MissingConsent
                                                                : Refusal::None;
}

// domain.md §12.10 (3): the main hazard was open when the duplicate was found, or closed on that
// day or later.
bool openOn(const Hazard &main, Day day)
{
    return std::any_of(main.rounds.begin(), main.rounds.end(), [day](const Round &round) {
        return round.startedOn <= day && (!round.closedOn || *round.closedOn >= day);
    });
}

Refusal mergeRules(const Hazard &hazard, const HazardAct &act, const Around &around)
{
    const Hazard *main = around.main;
    if (act.into == hazard.id)
        return Refusal::MainIsSelf;
    if (main == nullptr || main->id != act.into)
        return Refusal::UnknownHazard;
    if (main->school != hazard.school)
        return Refusal::MainOtherSchool;
    if (main->foundOn > hazard.foundOn)
        return Refusal::MainFoundLater;
    if (isListed(hazard) && isListed(*main)) // two plates hang: one is taken down first
        return Refusal::AlreadyListed;
    const bool alive = main->isOpen() || main->state == HazardState::Closed;
    return alive && openOn(*main, hazard.foundOn) ? Refusal::None : Refusal::MainNotOpen;
}

Refusal reopenRules(const Hazard &hazard, const HazardAct &act, const Around &around)
{
    const Day day = dayOf(around.occurred);
    const Day due = *dueNamed(act, day);
    if (due < day)
        return Refusal::DateNotLater;
    return handledAsMajor(hazard) && due > oneYearAfter(day) ? Refusal::OverOneYear : Refusal::None;
}

// §10.4 (3): a listing names its deadline, and a major hazard is never due later than in a year.
Refusal listingRules(const HazardAct &act)
{
    if (*act.until < *act.on)
        return Refusal::DateNotLater;
    return *act.until > oneYearAfter(*act.on) ? Refusal::OverOneYear : Refusal::None;
}

Refusal rulesOf(const Hazard &hazard, const Event &event, const HazardAct &act, const Around &around)
{
    switch (act.kind) {
    case K::Assign: return assignRules(hazard, act, around);
    case K::Confirm: {
        const auto &after = act.after.empty() ? hazard.after : act.after;
        const bool fits = samePlace(faultPhotos(hazard), after)
            || (around.ledFrom != nullptr && samePlace(faultPhotos(*around.ledFrom), after));
        return fits ? Refusal::None : Refusal::PhotoPlaceDiffers;
    }
    case K::Pass:
    case K::Return: return reviewRules(hazard, event, act, around);
    case K::AskExtension:
    case K::GrantExtension: return extensionRules(hazard, act);
    case K::ConfirmLevel: // §10.2 (10)
        return hazard.isMajor() && act.level == Level::General && act.opinion.empty()
            ? Refusal::MissingOpinion
            : Refusal::None;
    case K::Merge: return mergeRules(hazard, act, around);
    case K::Reopen: return reopenRules(hazard, act, around);
    case K::List: return listingRules(act);
    case K::Supervise: {
        const Day on = act.on.value_or(dayOf(around.occurred));
        return *supervisedUntil(act, on) < on ? Refusal::DateNotLater : Refusal::None;
    }
    case K::Withdraw:
        return act.notice == hazard.round().notice ? Refusal::None : Refusal::UnknownNotice;
    default: return Refusal::None;
    }
}

} // namespace

Day oneYearAfter(Day day)
{
    const auto same = Day::from(day.year() + 1, day.month(), day.dayOfMonth());
    return same ? *same : day + 365; // 29 February
}

bool photosWaived(const Hazard *hazard, const HazardAct &act, const Around &around)
{
    const HazardAct &found = hazard != nullptr ? hazard->found : act;
    if (found.restricted || isRestrictedCategory(found.category))
        return true;
    if (around.checklist == nullptr || around.checklist->id() != found.checklist)
        return false;
    const ChecklistItem *item = around.checklist->find(found.item);
    return item != nullptr && (item->photo == PhotoRule::Never || item->restricted);
}

Refusal formRefusal(const Hazard *hazard, const Event &event, const HazardAct &act,
                    const Around &around)
{
    const ActRow &row = rowOf(act.kind);
    if (act.days && (*act.days < 0 || *act.days > kDaysMax))
        return Refusal::InvalidBody;
    for (const NeedRow &need : kNeeds) {
        if (row.needs.has(need.need) && !need.given(act, hazard))
            return need.refusal;
    }
    if (!photosWaived(hazard, act, around)) {
        for (const NeedRow &need : kPhotoNeeds) {
            if (row.needs.has(need.need) && !need.given(act, hazard))
                return need.refusal;
        }
    }
    const Day today = boundedDay(around.occurred.latest);
    if ((act.on && *act.on > today) || (act.doneOn && *act.doneOn > today))
        return Refusal::StatedInFuture;
    return hazard == nullptr ? findingRules(act, around) : rulesOf(*hazard, event, act, around);
}

} // namespace campus::domain
