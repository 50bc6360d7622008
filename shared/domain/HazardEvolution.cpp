// What an accepted act changes. Total: an act outside its states (a fact on a closed hazard, an act
// recorded on a merged one) is written into the timeline and changes nothing else.
#include <algorithm>

#include "domain/LifeCycleTable.h"
#include "domain/Machines.h"

namespace campus::domain {

namespace {

using K = HazardActKind;

constexpr std::size_t kTimelineTextChars = 300;

// What the person wrote, the most telling field first.
std::string wordsOf(const HazardAct &act)
{
    for (const std::string *text : {&act.text, &act.reason, &act.done, &act.opinion, &act.rule,
                                    &act.plan, &act.measure, &act.description, &act.interim}) {
        if (!text->empty())
            return firstCodePoints(*text, kTimelineTextChars);
    }
    return {};
}

TimelineEntry entryOf(const Event &event, const HazardAct &act, const Stamp &stamp)
{
    TimelineEntry entry;
    entry.event = event.id;
    entry.act = act.kind;
    entry.actor = event.actor;
    entry.role = event.role;
    entry.at = boundedInstant(stamp.occurred.decided());
    entry.text = wordsOf(act);
    for (const auto *photos : {&act.before, &act.after, &act.failActionProof})
        entry.photos.insert(entry.photos.end(), photos->begin(), photos->end());
    entry.seq = stamp.seq;
    return entry;
}

void setIfGiven(std::string &field, const std::string &value)
{
    if (!value.empty())
        field = value;
}

// Neither the sum nor a single amount may run over: a wrong number must not stop a replay.
void addMoney(Hazard &hazard, const HazardAct &act)
{
    constexpr std::int64_t kCentsMax = 100'000'000'000'000; // 10¹² yuan
    const std::int64_t amount = std::clamp(act.moneyCents.value_or(0), -kCentsMax, kCentsMax);
    hazard.moneyCents = std::clamp(hazard.moneyCents + amount, -kCentsMax, kCentsMax);
    setIfGiven(hazard.moneySource, act.moneySource);
}

void addSettled(Hazard &hazard, const HazardAct &act)
{
    setIfGiven(hazard.plan, act.plan);
    const auto take = [](std::optional<Day> &known, const std::optional<Day> &now) {
        if (now)
            known = now;
    };
    take(hazard.settled.responsibility, act.settled.responsibility);
    take(hazard.settled.measures, act.settled.measures);
    take(hazard.settled.money, act.settled.money);
    take(hazard.settled.time, act.settled.time);
    take(hazard.settled.plan, act.settled.plan);
}

void forgetSubmission(Hazard &hazard)
{
    hazard.preparedBy.clear();
    hazard.submittedBy.clear();
    hazard.done.clear();
    hazard.doneOn.reset();
    hazard.after.clear();
}

void takeRectification(Hazard &hazard, const HazardAct &act)
{
    setIfGiven(hazard.done, act.done);
    if (act.doneOn)
        hazard.doneOn = act.doneOn;
    if (!act.after.empty())
        hazard.after = act.after;
    addMoney(hazard, act);
}

void takeFinding(Hazard &hazard, const Event &event, const HazardAct &act, const Stamp &stamp)
{
    hazard.id = event.object;
    hazard.school = event.school;
    hazard.number = stamp.officialNumber;
    hazard.found = act;
    hazard.finder = event.actor;
    hazard.foundOn = act.foundOn.value_or(dayOf(stamp.occurred));
    hazard.category = act.category;
    hazard.proposedLevel = act.level;
    hazard.interim = act.interim;
    hazard.measure = act.measure;
    hazard.responsible = act.responsible;
    hazard.phone = act.phone;
    hazard.earlierHazard = act.earlierHazard;
    Round round;
    round.startedOn = hazard.foundOn;
    if (act.kind == K::FixOnSpot) { // §12.10 (4): due on, and on time at, the found day
        hazard.fixedOnSpot = true;
        round.originalDue = round.submittedOn = round.acceptedSubmissionOn = round.closedOn =
            hazard.foundOn;
        hazard.doneOn = hazard.foundOn;
        takeRectification(hazard, act);
        hazard.reviewedBy = event.actor;
        hazard.reviewedOn = hazard.foundOn;
    }
    hazard.rounds.push_back(round);
}

bool signedBySchool(const HazardAct &act)
{
    return std::any_of(act.signatures.begin(), act.signatures.end(),
                       [](const HandSignature &s) { return s.role == "school" && isDrawn(s); });
}

void takeAssignment(Hazard &hazard, const HazardAct &act, Day day)
{
    Round &round = hazard.rounds.back();
    round.notice = act.notice;
    round.originalDue = dueNamed(act, day);
    if (signedBySchool(act)) // §10.5: signed on the spot = served on that day
        round.servedOn = act.on.value_or(day);
    setIfGiven(hazard.measure, act.measure);
    setIfGiven(hazard.interim, act.interim);
    setIfGiven(hazard.responsible, act.responsible);
    setIfGiven(hazard.phone, act.phone);
}

void takeReview(Hazard &hazard, const Event &event, const HazardAct &act, Day day)
{
    Round &round = hazard.rounds.back();
    hazard.reviewedBy = event.actor;
    hazard.reviewedOn = day;
    hazard.reviewText = act.text.empty() ? act.reason : act.text;
    if (act.kind == K::Pass) {
        round.acceptedSubmissionOn = round.submittedOn;
        round.closedOn = day;
        hazard.extensionAskedUntil.reset();
        return;
    }
    round.submittedOn.reset();
    ++round.returns;
    ++hazard.returns;
    forgetSubmission(hazard);
}

void startNewRound(Hazard &hazard, const HazardAct &act, Day day)
{
    Round round;
    round.startedOn = day;
    round.notice = act.notice;
    round.originalDue = dueNamed(act, day);
    hazard.rounds.push_back(round);
    ++hazard.reopenings;
    hazard.fixedOnSpot = false;
    forgetSubmission(hazard);
    setIfGiven(hazard.measure, act.measure);
    setIfGiven(hazard.interim, act.interim);
    setIfGiven(hazard.responsible, act.responsible);
    setIfGiven(hazard.phone, act.phone);
}

// The hazard waits for an order again, without the void one's date (§12.10 (8)).
void withdrawOrder(Hazard &hazard)
{
    Round &round = hazard.rounds.back();
    round.notice.clear();
    round.servedOn.reset();
    round.originalDue.reset();
    round.extendedUntil.reset();
    hazard.extensionAskedUntil.reset();
}

void takeExtension(Hazard &hazard, const HazardAct &act)
{
    switch (act.kind) {
    case K::AskExtension:
        hazard.extensionAskedUntil = act.until;
        hazard.delayReason = act.delayReason;
        hazard.delayText = act.reason;
        setIfGiven(hazard.interim, act.interim);
        return;
    case K::GrantExtension:
        hazard.rounds.back().extendedUntil = act.until ? act.until : hazard.extensionAskedUntil;
        [[fallthrough]];
    default: hazard.extensionAskedUntil.reset();
    }
}

void takeLevel(Hazard &hazard, const HazardAct &act)
{
    setIfGiven(hazard.interim, act.interim);
    if (act.kind == K::ConfirmLevel) {
        hazard.confirmedLevel = act.level;
        return;
    }
    hazard.proposedLevel = act.level;
    if (act.level == Level::Major && hazard.confirmedLevel == Level::General)
        hazard.confirmedLevel.reset(); // waits for a new decision (待核定重大)
}

void takeMark(Hazard &hazard, const HazardAct &act, Day day)
{
    const Day on = act.on.value_or(day);
    switch (act.kind) {
    case K::List:
        hazard.listingNumber = act.number;
        hazard.listingUnit = act.unit;
        hazard.listedOn = on;
        hazard.listedUntil = act.until;
        hazard.delistedOn.reset();
        addSettled(hazard, act);
        return;
    case K::Delist: hazard.delistedOn = on; return;
    case K::Supervise:
        hazard.supervisionNumber = act.number;
        hazard.supervisedOn = on;
        hazard.supervisedUntil = supervisedUntil(act, day);
        hazard.supervisionLiftedOn.reset();
        return;
    case K::LiftSupervision: hazard.supervisionLiftedOn = on; return;
    case K::Transfer:
        hazard.transferredTo = act.unit;
        hazard.transferLetter = act.number;
        hazard.transferredOn = on;
        setIfGiven(hazard.interim, act.interim);
        return;
    default: return;
    }
}

void takeProgress(Hazard &hazard, const HazardAct &act)
{
    setIfGiven(hazard.interim, act.interim);
    addMoney(hazard, act);
    if (act.delayReason != DelayReason::None) {
        hazard.delayReason = act.delayReason;
        hazard.delayText = act.reason.empty() ? act.text : act.reason;
    }
}

void apply(Hazard &hazard, const Event &event, const HazardAct &act, const Stamp &stamp)
{
    const Day day = dayOf(stamp.occurred);
    switch (act.kind) {
    case K::Register:
    case K::FixOnSpot: takeFinding(hazard, event, act, stamp); return;
    case K::Assign: takeAssignment(hazard, act, day); return;
    case K::Receive:
        if (!hazard.round().servedOn)
            hazard.rounds.back().servedOn = act.on.value_or(day);
        return;
    case K::Progress: takeProgress(hazard, act); return;
    case K::Prepare:
        hazard.preparedBy = event.actor;
        takeRectification(hazard, act);
        return;
    case K::Confirm:
        hazard.submittedBy = event.actor;
        hazard.rounds.back().submittedOn = day; // §12.10 (4): the day of confirming
        takeRectification(hazard, act);
        return;
    case K::Pass:
    case K::Return: takeReview(hazard, event, act, day); return;
    case K::AskExtension:
    case K::GrantExtension:
    case K::RefuseExtension: takeExtension(hazard, act); return;
    case K::ProposeLevel:
    case K::ConfirmLevel: takeLevel(hazard, act); return;
    case K::List:
    case K::Delist:
    case K::Transfer:
    case K::Supervise:
    case K::LiftSupervision: takeMark(hazard, act, day); return;
    case K::Merge: hazard.mergedInto = act.into; [[fallthrough]];
    case K::Void: hazard.extensionAskedUntil.reset(); return;
    case K::Reopen: startNewRound(hazard, act, day); return;
    case K::Plan: addSettled(hazard, act); return;
    case K::Note: return;
    case K::Withdraw: withdrawOrder(hazard); return;
    }
}

// A plate, a supervision or a letter does not end because the record goes on under another number.
void takeMarks(Hazard &main, const Hazard &duplicate)
{
    if (duplicate.listedOn && !isListed(main)) {
        main.listingNumber = duplicate.listingNumber;
        main.listingUnit = duplicate.listingUnit;
        main.listedOn = duplicate.listedOn;
        main.listedUntil = duplicate.listedUntil;
        main.delistedOn = duplicate.delistedOn;
    }
    const bool supervised = main.supervisedOn && !main.supervisionLiftedOn;
    if (duplicate.supervisedOn && !supervised) {
        main.supervisionNumber = duplicate.supervisionNumber;
        main.supervisedOn = duplicate.supervisedOn;
        main.supervisedUntil = duplicate.supervisedUntil;
        main.supervisionLiftedOn = duplicate.supervisionLiftedOn;
    }
    if (duplicate.transferredOn && !main.transferredOn) {
        main.transferredTo = duplicate.transferredTo;
        main.transferLetter = duplicate.transferLetter;
        main.transferredOn = duplicate.transferredOn;
    }
    HazardAct spent;
    spent.moneyCents = duplicate.moneyCents;
    addMoney(main, spent);
    if (!main.extensionAskedUntil)
        main.extensionAskedUntil = duplicate.extensionAskedUntil;
    if (main.plan.empty())
        main.plan = duplicate.plan;
}

void record(Hazard &hazard, const Event &event, const HazardAct &act, const Stamp &stamp)
{
    hazard.timeline.push_back(entryOf(event, act, stamp));
    if (stamp.seq != 0)
        hazard.version = stamp.seq;
}

} // namespace

Hazard evolveHazard(Hazard hazard, const Event &event, const HazardAct &act, const Stamp &stamp)
{
    const ActRow &row = rowOf(act.kind);
    if (row.from.has(hazard.state)) {
        if (hazard.rounds.empty() && hazard.state != HazardState::Draft)
            hazard.rounds.emplace_back().startedOn = hazard.foundOn;
        apply(hazard, event, act, stamp);
        hazard.state = row.to.value_or(hazard.state);
    }
    record(hazard, event, act, stamp);
    return hazard;
}

Hazard absorb(Hazard main, const Hazard &duplicate, const Event &event, const Stamp &stamp)
{
    if (duplicate.isMajor()) {
        main.proposedLevel = Level::Major;
        main.confirmedLevel = Level::Major;
    } else if (duplicate.awaitsLevel() && !main.isMajor()) {
        main.proposedLevel = Level::Major;
        main.confirmedLevel.reset();
    }
    const auto due = duplicate.effectiveDue();
    if (due && !main.rounds.empty()) {
        Round &round = main.rounds.back();
        if (!round.originalDue || *due <= *round.originalDue) {
            round.originalDue = due;
            round.extendedUntil.reset();
        } else if (round.extendedUntil && *due < *round.extendedUntil) {
            round.extendedUntil = due;
        }
    }
    takeMarks(main, duplicate);
    const auto *act = std::get_if<HazardAct>(&event.body);
    record(main, event, act != nullptr ? *act : HazardAct{}, stamp);
    return main;
}

} // namespace campus::domain
