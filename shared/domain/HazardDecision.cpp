// Whether an act may happen now: roles, opposing acts, states, separation of duties. What it
// must say is in HazardForm.cpp.
#include <algorithm>

#include "domain/LifeCycleTable.h"
#include "domain/Machines.h"

namespace campus::domain {

namespace {

// A hazard takes a Merge into its timeline in two ways: merged away (then it is in that state for
// good), or as the main one. The second changes nothing for those who work on it.
bool isAbsorption(const Hazard &hazard, const TimelineEntry &entry)
{
    return entry.act == HazardActKind::Merge && hazard.state != HazardState::Merged;
}

const TimelineEntry *latest(const Hazard &hazard, Acts acts)
{
    const auto found = std::find_if(hazard.timeline.rbegin(), hazard.timeline.rend(),
                                    [&](const TimelineEntry &entry) {
                                        return acts.has(entry.act) && !isAbsorption(hazard, entry);
                                    });
    return found == hazard.timeline.rend() ? nullptr : &*found;
}

bool lastOf(const Hazard &hazard, Acts acts, HazardActKind act)
{
    const TimelineEntry *entry = latest(hazard, acts);
    return entry != nullptr && entry->act == act;
}

// The newest act of somebody else that the person had not seen and that opposes this one.
const TimelineEntry *opposing(const Hazard &hazard, const Event &event, const ActRow &row)
{
    const Acts opposed = row.opposed | kEndingActs;
    const auto found = std::find_if(
        hazard.timeline.rbegin(), hazard.timeline.rend(), [&](const TimelineEntry &entry) {
            return entry.seq > event.seen && entry.actor != event.actor && opposed.has(entry.act)
                && !isAbsorption(hazard, entry);
        });
    return found == hazard.timeline.rend() ? nullptr : &*found;
}

bool isSupervised(const Hazard &hazard)
{
    return hazard.supervisedOn && !hazard.supervisionLiftedOn;
}

constexpr Acts kMoves{HazardActKind::Register, HazardActKind::FixOnSpot, HazardActKind::Assign,
                      HazardActKind::Receive,  HazardActKind::Confirm,   HazardActKind::Pass,
                      HazardActKind::Return,   HazardActKind::Reopen,    HazardActKind::Withdraw};

// The hazard already stands as the act wants it: a repetition, or a second person saying the same.
bool alreadySo(const Hazard &hazard, const HazardAct &act, Day day)
{
    using K = HazardActKind;
    using S = HazardState;
    const Round *round = hazard.rounds.empty() ? nullptr : &hazard.round();
    switch (act.kind) {
    case K::Assign:
        return hazard.isOpen() && hazard.state != S::Registered && round != nullptr
            && round->notice == act.notice && round->originalDue == dueNamed(act, day);
    case K::Receive:
        return hazard.state == S::Rectifying && lastOf(hazard, kMoves, K::Receive);
    case K::Confirm: return hazard.state == S::Submitted;
    case K::Pass: return hazard.state == S::Closed && !hazard.fixedOnSpot;
    case K::Return: return hazard.state == S::Rectifying && lastOf(hazard, kMoves, K::Return);
    case K::Reopen:
        return hazard.state == S::Rectifying && lastOf(hazard, kMoves, K::Reopen)
            && round != nullptr && round->originalDue == dueNamed(act, day);
    case K::AskExtension:
        return act.until && hazard.extensionAskedUntil == act.until;
    case K::GrantExtension:
        return !hazard.extensionAskedUntil && round != nullptr && round->extendedUntil
            && (!act.until || act.until == round->extendedUntil);
    case K::RefuseExtension:
        return !hazard.extensionAskedUntil
            && lastOf(hazard, {K::AskExtension, K::GrantExtension, K::RefuseExtension},
                      K::RefuseExtension);
    case K::ProposeLevel:
        return hazard.isOpen() && hazard.proposedLevel == act.level
            && hazard.confirmedLevel.value_or(act.level) == act.level;
    case K::ConfirmLevel: return hazard.isOpen() && hazard.confirmedLevel == act.level;
    case K::List:
        return isListed(hazard) && hazard.listingNumber == act.number
            && hazard.listedUntil == act.until;
    case K::Delist: return hazard.listedOn && hazard.delistedOn;
    case K::Transfer:
        return hazard.isOpen() && hazard.transferredOn && hazard.transferredTo == act.unit
            && hazard.transferLetter == act.number;
    case K::Merge: return hazard.state == S::Merged && hazard.mergedInto == act.into;
    case K::Void: return hazard.state == S::Void;
    case K::Supervise:
        return isSupervised(hazard) && hazard.supervisionNumber == act.number
            && hazard.supervisedUntil == supervisedUntil(act, day);
    case K::LiftSupervision: return hazard.supervisedOn && hazard.supervisionLiftedOn;
    case K::Withdraw: return hazard.state == S::Registered && lastOf(hazard, kMoves, K::Withdraw);
    default: return false;
    }
}

constexpr Roles kOfficersInField{Role::SafetyOfficer, Role::TownOfficer};

Refusal reopenRefusal(const Hazard &hazard, const Around &around)
{
    const int days = around.bureau != nullptr ? around.bureau->reopenWithinDays
                                              : Bureau{}.reopenWithinDays;
    const int window = std::clamp(days, 0, kDaysMax);
    const auto closedOn = hazard.rounds.empty() ? std::nullopt : hazard.round().closedOn;
    return closedOn && dayOf(around.occurred) > *closedOn + window ? Refusal::ReopenTooLate
                                                                   : Refusal::None;
}

// Why the act cannot start, whatever its form says. Used for decisions and for buttons.
Refusal startRefusal(const Hazard &hazard, const ActRow &row, const std::string &person, Role role,
                     const Around &around)
{
    using K = HazardActKind;
    if (!row.fact && !row.from.has(hazard.state))
        return Refusal::WrongState;
    if (!row.fact && isRestricted(hazard) && kOfficersInField.has(role))
        return Refusal::RestrictedToBureau;
    switch (row.act) {
    case K::Assign: // §10.2 (3): a major or mixed notice is the bureau's
        return handledAsMajor(hazard) && role != Role::BureauAdmin ? Refusal::MajorNotAllowed
                                                                   : Refusal::None;
    case K::Pass:
    case K::Return:
        return workedOnIt(hazard, person) ? Refusal::ReviewerSubmitted : Refusal::None;
    case K::AskExtension: { // the due day itself is not yet past (§12.10(5))
        const auto due = hazard.effectiveDue();
        return due && dayOf(around.occurred) > *due ? Refusal::AfterDeadline : Refusal::None;
    }
    case K::GrantExtension:
    case K::RefuseExtension:
        return hazard.extensionAskedUntil ? Refusal::None : Refusal::NoExtensionAsked;
    case K::List: return isListed(hazard) ? Refusal::AlreadyListed : Refusal::None;
    case K::Delist: return isListed(hazard) ? Refusal::None : Refusal::NotListed;
    case K::Merge: { // §10.2 (13): officers only their own open records
        const bool own = hazard.isOpen() && hazard.finder == person;
        return role == Role::BureauAdmin || own ? Refusal::None : Refusal::RoleNotAllowed;
    }
    case K::Reopen: return reopenRefusal(hazard, around);
    case K::Supervise: return isSupervised(hazard) ? Refusal::AlreadySupervised : Refusal::None;
    case K::LiftSupervision: return isSupervised(hazard) ? Refusal::None : Refusal::NotSupervised;
    case K::Withdraw: { // only an order the school has not answered, by who gave it or the bureau
        const TimelineEntry *order = latest(hazard, {K::Assign});
        if (!lastOf(hazard, kMoves, K::Assign) && !lastOf(hazard, kMoves, K::Receive))
            return Refusal::WrongState;
        const bool own = order != nullptr && order->actor == person;
        return role == Role::BureauAdmin || own ? Refusal::None : Refusal::RoleNotAllowed;
    }
    default: return Refusal::None;
    }
}

Decision decideFinding(const Event &event, const HazardAct &act, const Around &around)
{
    // §10.2 (1): a school checks itself, others do not check in its name.
    if ((act.source == Source::SelfCheck) != (event.role == Role::SchoolSafety))
        return Decision::refused(Refusal::RoleNotAllowed);
    const Refusal form = formRefusal(nullptr, event, act, around);
    return form == Refusal::None ? Decision::accepted() : Decision::refused(form);
}

} // namespace

bool workedOnIt(const Hazard &hazard, const std::string &person)
{
    if (person.empty())
        return false;
    if (person == hazard.submittedBy || person == hazard.preparedBy)
        return true;
    for (auto entry = hazard.timeline.rbegin(); entry != hazard.timeline.rend(); ++entry) {
        if (entry->act == HazardActKind::Return || entry->act == HazardActKind::Reopen)
            return false;
        if ((entry->act == HazardActKind::Confirm || entry->act == HazardActKind::Prepare)
            && entry->actor == person)
            return true;
    }
    return false;
}

bool isListed(const Hazard &hazard)
{
    return hazard.listedOn && !hazard.delistedOn;
}

bool handledAsMajor(const Hazard &hazard)
{
    return hazard.confirmedLevel.value_or(hazard.proposedLevel) == Level::Major;
}

Decision decideHazard(const Hazard *hazard, const Event &event, const HazardAct &act,
                      const Around &around)
{
    const ActRow &row = rowOf(act.kind);
    const bool finds = row.from.has(HazardState::Draft);
    if (!row.roles.has(event.role))
        return Decision::refused(Refusal::RoleNotAllowed);
    if (hazard == nullptr)
        return finds ? decideFinding(event, act, around)
                     : Decision::quarantined(Refusal::UnknownHazard);
    if (finds) {
        return hazard->found == act && hazard->finder == event.actor
            ? Decision::noop()
            : Decision::refused(Refusal::ExistsAlready);
    }
    if (!row.fact) {
        if (alreadySo(*hazard, act, dayOf(around.occurred)))
            return Decision::noop();
        if (const TimelineEntry *other = opposing(*hazard, event, row))
            return {Decision::Kind::Refused, Refusal::Superseded, other->actor, other->at};
    }
    Refusal refusal = startRefusal(*hazard, row, event.actor, event.role, around);
    if (refusal == Refusal::None)
        refusal = formRefusal(hazard, event, act, around);
    return refusal == Refusal::None ? Decision::accepted() : Decision::refused(refusal);
}

std::vector<HazardActKind> actsOpenTo(const Hazard &hazard, const User &user, const Around &around)
{
    std::vector<HazardActKind> open;
    if (!mayActOn(user, ObjectKind::Hazard, hazard.id, hazard.school, isRestricted(hazard), around.school))
        return open;
    for (const ActRow &row : actRows()) {
        if (row.roles.has(user.role) && row.from.has(hazard.state)
            && startRefusal(hazard, row, user.id, user.role, around) == Refusal::None)
            open.push_back(row.act);
    }
    return open;
}

} // namespace campus::domain
