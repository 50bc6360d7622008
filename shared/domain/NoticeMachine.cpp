// A rectification notice is issued once, receipted once, and may be cancelled; its number stays
// (domain.md §13.1). The hazards on it move by their own events.
#include <algorithm>

#include "domain/LifeCycleTable.h"
#include "domain/Machines.h"

namespace campus::domain {

namespace {

constexpr Roles kIssuers{Role::SafetyOfficer, Role::TownOfficer, Role::BureauAdmin};
constexpr Roles kSchoolPeople{Role::Principal, Role::SchoolSafety};

// The paper may be signed already when a hazard on it moves on: its state is no reason to refuse.
Refusal hazardRefusal(const NoticeLine &line, const Event &event, const NoticeIssued &body,
                      const Around &around)
{
    const auto known = std::find_if(around.lines.begin(), around.lines.end(),
                                    [&](const Hazard *one) { return one->id == line.hazard; });
    if (known == around.lines.end() || (*known)->school != event.school)
        return Refusal::UnknownHazard;
    const bool byBureau = event.role == Role::BureauAdmin;
    if (!byBureau && (line.level == Level::Major || handledAsMajor(**known)))
        return Refusal::MajorNotAllowed; // §10.2 (3): major or mixed
    if (!byBureau && isRestricted(**known))
        return Refusal::RestrictedToBureau;
    return isRestricted(**known) == body.restricted ? Refusal::None : Refusal::OwnNoticeNeeded;
}

Refusal lineRefusal(const NoticeLine &line, const Event &event, const NoticeIssued &body,
                    const Around &around)
{
    if (line.hazard.empty())
        return Refusal::InvalidBody;
    if (const Refusal refusal = hazardRefusal(line, event, body, around); refusal != Refusal::None)
        return refusal;
    if (line.measure.empty())
        return Refusal::MissingMeasure;
    if (line.responsible.empty())
        return Refusal::MissingResponsible;
    return line.due < body.on ? Refusal::DateNotLater : Refusal::None;
}

bool isLater(Day stated, const Around &around)
{
    return stated > boundedDay(around.occurred.latest);
}

Decision decideIssue(const Notice *notice, const Event &event, const NoticeIssued &body,
                     const Around &around)
{
    if (!kIssuers.has(event.role))
        return Decision::refused(Refusal::RoleNotAllowed);
    if (notice != nullptr) {
        return notice->issued == body && notice->issuer == event.actor
            ? Decision::noop()
            : Decision::refused(Refusal::ExistsAlready);
    }
    if (body.lines.empty())
        return Decision::refused(Refusal::EmptyNotice);
    if (isLater(body.on, around) || (body.servedOn && isLater(*body.servedOn, around)))
        return Decision::refused(Refusal::StatedInFuture);
    for (const NoticeLine &line : body.lines) {
        if (const Refusal refusal = lineRefusal(line, event, body, around);
            refusal != Refusal::None)
            return Decision::refused(refusal);
    }
    const bool bySchool =
        std::any_of(body.signatures.begin(), body.signatures.end(),
                    [](const HandSignature &s) { return s.role == "school" && isDrawn(s); });
    return body.servedOn && !bySchool ? Decision::refused(Refusal::MissingSchoolSignature)
                                      : Decision::accepted();
}

Decision decideReceipt(const Notice *notice, const Event &event, const NoticeReceipted &body,
                       const Around &around)
{
    if (!kSchoolPeople.has(event.role))
        return Decision::refused(Refusal::RoleNotAllowed);
    if (notice == nullptr)
        return Decision::quarantined(Refusal::UnknownNotice);
    if (notice->cancelledOn)
        return Decision::refused(Refusal::AlreadyCancelled);
    if (notice->receipt) {
        return *notice->receipt == body.signature && notice->receiptedOn == body.on
            ? Decision::noop()
            : Decision::refused(Refusal::AlreadyReceipted);
    }
    if (isLater(body.on, around))
        return Decision::refused(Refusal::StatedInFuture);
    return isDrawn(body.signature) ? Decision::accepted()
                                   : Decision::refused(Refusal::MissingSchoolSignature);
}

Decision decideCancelling(const Notice *notice, const Event &event, const NoticeCancelled &body,
                          const Around &around)
{
    if (!kIssuers.has(event.role))
        return Decision::refused(Refusal::RoleNotAllowed);
    if (notice == nullptr)
        return Decision::quarantined(Refusal::UnknownNotice);
    if (event.role != Role::BureauAdmin && notice->issuer != event.actor)
        return Decision::refused(Refusal::RoleNotAllowed);
    if (notice->cancelledOn) {
        return notice->cancelReason == body.reason && notice->cancelledOn == body.on
            ? Decision::noop()
            : Decision::refused(Refusal::AlreadyCancelled);
    }
    if (isLater(body.on, around))
        return Decision::refused(Refusal::StatedInFuture);
    return body.reason.empty() ? Decision::refused(Refusal::MissingReason) : Decision::accepted();
}

} // namespace

Decision decideNotice(const Notice *notice, const Event &event, const Around &around)
{
    if (const auto *issued = std::get_if<NoticeIssued>(&event.body))
        return decideIssue(notice, event, *issued, around);
    if (const auto *receipted = std::get_if<NoticeReceipted>(&event.body))
        return decideReceipt(notice, event, *receipted, around);
    if (const auto *cancelled = std::get_if<NoticeCancelled>(&event.body))
        return decideCancelling(notice, event, *cancelled, around);
    return Decision::refused(Refusal::InvalidBody);
}

Notice evolveNotice(Notice notice, const Event &event, const Stamp &stamp)
{
    if (const auto *issued = std::get_if<NoticeIssued>(&event.body)) {
        if (!notice.id.empty())
            return notice;
        notice.id = event.object;
        notice.school = event.school;
        notice.number = stamp.officialNumber;
        notice.issued = *issued;
        notice.issuer = event.actor;
    } else if (const auto *receipted = std::get_if<NoticeReceipted>(&event.body)) {
        if (notice.receipt || notice.cancelledOn)
            return notice;
        notice.receipt = receipted->signature;
        notice.receiptedOn = receipted->on;
    } else if (const auto *cancelled = std::get_if<NoticeCancelled>(&event.body)) {
        if (notice.cancelledOn)
            return notice;
        notice.cancelledOn = cancelled->on;
        notice.cancelReason = cancelled->reason;
    }
    if (stamp.seq != 0)
        notice.version = stamp.seq;
    return notice;
}

} // namespace campus::domain
