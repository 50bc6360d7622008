// The members of inspections and notices, for reading and for writing. Private to wire.
#pragma once

#include "domain/Inspection.h"
#include "domain/Notice.h"
#include "wire/EvidenceFields.h"

namespace campus::wire {

template <typename Io>
void fields(Io &io, Seen<Io, domain::InspectionAnswers> &part)
{
    io.needId("checklist", part.checklist);
    io.id("asset", part.asset);
    io.need("answers", part.answers);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::InspectionSubmitted> &head)
{
    io.id("checklist", head.checklist);
    io.id("asset", head.asset);
    io.field("campaign", head.campaign);
    io.id("type", head.type);
    io.field("team", head.team);
    io.field("inspectors", head.inspectors);
    io.field("companion", head.companion);
    io.need("on", head.on);
    io.field("pass_count", head.passCount);
    io.field("fail_count", head.failCount);
    io.field("not_applicable_count", head.notApplicableCount);
    io.field("hazards", head.hazards);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::Inspection> &inspection)
{
    io.needId("id", inspection.id);
    io.id("school", inspection.school);
    io.need("head", inspection.head);
    io.field("answers", inspection.answers);
    io.field("submitted", inspection.submitted);
    io.id("actor", inspection.actor);
    io.field("version", inspection.version);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::NoticeLine> &line)
{
    io.needId("hazard", line.hazard);
    io.field("place", line.place);
    io.field("problem", line.problem);
    io.field("basis", line.basis);
    io.field("measure", line.measure);
    io.field("interim", line.interim);
    io.field("responsible", line.responsible);
    io.field("level", line.level, domain::Level::General);
    io.field("days", line.days);
    io.need("due", line.due);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::NoticeIssued> &issued)
{
    io.field("temporary_number", issued.temporaryNumber);
    io.need("on", issued.on);
    io.field("campaign", issued.campaign);
    io.field("inspectors", issued.inspectors);
    io.field("basis_text", issued.basisText);
    io.field("requirements", issued.requirements);
    io.field("consequences", issued.consequences);
    io.field("contact", issued.contact);
    io.field("phone", issued.phone);
    io.field("lines", issued.lines);
    io.field("signatures", issued.signatures);
    io.field("served_on", issued.servedOn);
    io.field("restricted", issued.restricted);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::NoticeReceipted> &receipt)
{
    io.need("signature", receipt.signature);
    io.need("on", receipt.on);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::NoticeCancelled> &cancelled)
{
    io.field("reason", cancelled.reason);
    io.need("on", cancelled.on);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::Notice> &notice)
{
    io.needId("id", notice.id);
    io.id("school", notice.school);
    io.field("number", notice.number);
    io.need("issued", notice.issued);
    io.id("issuer", notice.issuer);
    io.field("receipt", notice.receipt);
    io.field("receipted_on", notice.receiptedOn);
    io.field("cancelled_on", notice.cancelledOn);
    io.field("cancel_reason", notice.cancelReason);
    io.field("version", notice.version);
}

} // namespace campus::wire
