#include "figures/Standing.h"

namespace campus::figures {

namespace {

using K = domain::HazardActKind;

void find(Standing &standing, const Act &act)
{
    const DayNumber day = act.moment.day();
    standing.exists = true;
    standing.proposedMajor = act.major;
    if (act.kind == K::FixOnSpot) { // §12.10(4): due on, and on time at, the found day
        standing.closed = standing.onSpot = true;
        standing.closedOn = standing.originalDue = standing.acceptedOn = day;
    }
}

void reopen(Standing &standing, const Act &act)
{
    standing.closed = standing.onSpot = standing.submitted = false;
    standing.originalDue = act.date; // §12.10(6): a new round
    standing.extendedUntil = standing.submittedOn = standing.acceptedOn = kNoDay;
}

void close(Standing &standing, const Act &act)
{
    standing.closed = true;
    standing.onSpot = standing.submitted = false;
    standing.closedOn = act.moment.day();
    standing.acceptedOn = standing.submittedOn;
    standing.askedUntil = kNoDay;
}

void extend(Standing &standing, const Act &act)
{
    if (act.kind == K::AskExtension) {
        standing.askedUntil = act.date;
        return;
    }
    if (act.kind == K::GrantExtension)
        standing.extendedUntil = act.date != kNoDay ? act.date : standing.askedUntil;
    standing.askedUntil = kNoDay;
}

void judgeLevel(Standing &standing, const Act &act)
{
    if (act.kind == K::ConfirmLevel) {
        standing.levelDecided = true;
        standing.decidedMajor = act.major;
        return;
    }
    standing.proposedMajor = act.major;
    if (act.major && !standing.decidedMajor)
        standing.levelDecided = false; // waits for a new decision
}

} // namespace

void apply(Standing &standing, const Act &act)
{
    switch (act.kind) {
    case K::Register:
    case K::FixOnSpot: find(standing, act); return;
    case K::Reopen: reopen(standing, act); return;
    case K::Pass: close(standing, act); return;
    case K::ProposeLevel:
    case K::ConfirmLevel: judgeLevel(standing, act); return;
    case K::List:
        standing.listedOn = act.date;
        standing.delisted = false;
        return;
    case K::Delist: standing.delisted = true; return;
    case K::Transfer: standing.transferredOn = act.date; return;
    default: break;
    }
    if (standing.closed)
        return;
    switch (act.kind) {
    case K::Assign: standing.originalDue = act.date; return;
    case K::Withdraw: // waits for a new order, without a date (§12.10(8))
        standing.originalDue = standing.extendedUntil = standing.askedUntil = kNoDay;
        return;
    case K::Confirm:
        standing.submitted = true;
        standing.submittedOn = act.moment.day();
        return;
    case K::Return:
        standing.submitted = false;
        standing.submittedOn = kNoDay;
        return;
    case K::AskExtension:
    case K::GrantExtension:
    case K::RefuseExtension: extend(standing, act); return;
    default: return; // Receive moves nothing a figure asks for; Merge and Void are corrections
    }
}

void absorb(Standing &main, const Standing &duplicate)
{
    if (!main.exists || !duplicate.exists)
        return;
    if (duplicate.isMajor()) {
        main.proposedMajor = main.levelDecided = main.decidedMajor = true;
    } else if (duplicate.awaitsLevel() && !main.isMajor()) {
        main.proposedMajor = true;
        main.levelDecided = false;
    }
    const DayNumber due = duplicate.due();
    if (due == kNoDay)
        return;
    if (due <= main.originalDue) {
        main.originalDue = due;
        main.extendedUntil = kNoDay;
    } else if (main.extendedUntil != kNoDay && due < main.extendedUntil) {
        main.extendedUntil = due;
    }
}

} // namespace campus::figures
