// The members of a hazard and of the acts on it, for reading and for writing. Private to wire.
#pragma once

#include "domain/Hazard.h"
#include "wire/EvidenceFields.h"

namespace campus::wire {

template <typename Io>
void fields(Io &io, Seen<Io, domain::FiveSettled> &settled)
{
    io.field("responsibility", settled.responsibility);
    io.field("measures", settled.measures);
    io.field("money", settled.money);
    io.field("time", settled.time);
    io.field("plan", settled.plan);
}

// Without the kind of the act: an event's type says it.
template <typename Io>
void actFields(Io &io, Seen<Io, domain::HazardAct> &act)
{
    io.id("inspection", act.inspection);
    io.id("asset", act.asset);
    io.id("checklist", act.checklist);
    io.id("item", act.item);
    io.field("place", act.place);
    io.field("description", act.description);
    io.id("category", act.category);
    io.field("basis", act.basis);
    io.field("campaign", act.campaign);
    io.field("source", act.source, domain::Source::Inspection);
    io.field("level", act.level, domain::Level::General);
    io.field("found_on", act.foundOn);
    io.field("restricted", act.restricted);
    io.field("affected_count", act.affectedCount);
    io.field("fail_action", act.failAction);
    io.field("fail_action_proof", act.failActionProof);
    io.field("before", act.before);
    io.field("after", act.after);
    io.field("signatures", act.signatures);
    io.id("notice", act.notice);
    io.field("measure", act.measure);
    io.field("interim", act.interim);
    io.field("responsible", act.responsible);
    io.field("phone", act.phone);
    io.field("days", act.days);
    io.field("due", act.due);
    io.field("done", act.done);
    io.field("done_on", act.doneOn);
    io.field("money_cents", act.moneyCents);
    io.field("money_source", act.moneySource);
    io.field("text", act.text);
    io.field("reason", act.reason);
    io.field("delay_reason", act.delayReason);
    io.field("until", act.until);
    io.field("consent", act.consent);
    io.field("rule", act.rule);
    io.field("opinion", act.opinion);
    io.field("number", act.number);
    io.field("unit", act.unit);
    io.field("on", act.on);
    io.id("into", act.into);
    io.id("earlier_hazard", act.earlierHazard);
    io.field("on_site", act.onSite, true);
    io.field("reviewers", act.reviewers);
    io.field("report", act.report);
    io.field("plan", act.plan);
    io.field("settled", act.settled);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::HazardAct> &act)
{
    io.need("act", act.kind);
    actFields(io, act);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::TimelineEntry> &entry)
{
    io.id("event", entry.event);
    io.need("act", entry.act);
    io.id("actor", entry.actor);
    io.need("role", entry.role);
    io.need("at", entry.at);
    io.field("text", entry.text);
    io.field("photos", entry.photos);
    io.field("seq", entry.seq);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::Round> &round)
{
    io.need("started_on", round.startedOn);
    io.id("notice", round.notice);
    io.field("served_on", round.servedOn);
    io.field("original_due", round.originalDue);
    io.field("extended_until", round.extendedUntil);
    io.field("submitted_on", round.submittedOn);
    io.field("accepted_submission_on", round.acceptedSubmissionOn);
    io.field("closed_on", round.closedOn);
    io.field("returns", round.returns);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::Hazard> &hazard)
{
    io.needId("id", hazard.id);
    io.id("school", hazard.school);
    io.field("number", hazard.number);
    io.need("state", hazard.state);
    io.need("found", hazard.found);
    io.id("finder", hazard.finder);
    io.need("found_on", hazard.foundOn);
    io.id("category", hazard.category);
    io.need("proposed_level", hazard.proposedLevel);
    io.field("confirmed_level", hazard.confirmedLevel);
    io.field("fixed_on_spot", hazard.fixedOnSpot);
    io.field("rounds", hazard.rounds);
    io.field("measure", hazard.measure);
    io.field("interim", hazard.interim);
    io.field("responsible", hazard.responsible);
    io.field("phone", hazard.phone);
    io.id("prepared_by", hazard.preparedBy);
    io.id("submitted_by", hazard.submittedBy);
    io.field("done", hazard.done);
    io.field("done_on", hazard.doneOn);
    io.field("after", hazard.after);
    io.field("money_cents", hazard.moneyCents);
    io.field("money_source", hazard.moneySource);
    io.id("reviewed_by", hazard.reviewedBy);
    io.field("reviewed_on", hazard.reviewedOn);
    io.field("review_text", hazard.reviewText);
    io.field("returns", hazard.returns);
    io.field("reopenings", hazard.reopenings);
    io.field("extension_asked_until", hazard.extensionAskedUntil);
    io.field("delay_reason", hazard.delayReason);
    io.field("delay_text", hazard.delayText);
    io.field("listing_number", hazard.listingNumber);
    io.field("listing_unit", hazard.listingUnit);
    io.field("listed_on", hazard.listedOn);
    io.field("listed_until", hazard.listedUntil);
    io.field("delisted_on", hazard.delistedOn);
    io.field("supervision_number", hazard.supervisionNumber);
    io.field("supervised_on", hazard.supervisedOn);
    io.field("supervised_until", hazard.supervisedUntil);
    io.field("supervision_lifted_on", hazard.supervisionLiftedOn);
    io.field("transferred_to", hazard.transferredTo);
    io.field("transfer_letter", hazard.transferLetter);
    io.field("transferred_on", hazard.transferredOn);
    io.id("merged_into", hazard.mergedInto);
    io.id("earlier_hazard", hazard.earlierHazard);
    io.field("plan", hazard.plan);
    io.field("settled", hazard.settled);
    io.field("timeline", hazard.timeline);
    io.field("version", hazard.version);
}

} // namespace campus::wire
