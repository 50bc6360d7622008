// Answers arrive in parts from who began it until it is submitted; then nothing about it changes.
#include <algorithm>

#include "domain/LifeCycleTable.h"
#include "domain/Machines.h"

namespace campus::domain {

namespace {

constexpr Roles kInspectors{Role::SafetyOfficer, Role::TownOfficer, Role::SchoolSafety,
                            Role::BureauAdmin};
constexpr std::string_view kSelfCheck = "self";

Decision decideAnswers(const Inspection *inspection, const InspectionAnswers &body)
{
    if (body.checklist.empty())
        return Decision::refused(Refusal::InvalidBody);
    if (inspection == nullptr)
        return Decision::accepted();
    if (inspection->submitted)
        return Decision::refused(Refusal::AlreadySubmitted);
    return inspection->head.checklist == body.checklist && inspection->head.asset == body.asset
        ? Decision::accepted()
        : Decision::refused(Refusal::InvalidBody);
}

Decision decideSubmission(const Inspection *inspection, const Event &event,
                          const InspectionSubmitted &body, const Around &around)
{
    if (inspection == nullptr)
        return Decision::quarantined(Refusal::UnknownInspection);
    if (inspection->submitted) {
        return inspection->head == body ? Decision::noop()
                                        : Decision::refused(Refusal::AlreadySubmitted);
    }
    // A school checks itself, others do not check in its name.
    if ((body.type == kSelfCheck) != (event.role == Role::SchoolSafety))
        return Decision::refused(Refusal::RoleNotAllowed);
    if (body.on > boundedDay(around.occurred.latest))
        return Decision::refused(Refusal::StatedInFuture);
    return inspection->head.checklist == body.checklist && inspection->head.asset == body.asset
        ? Decision::accepted()
        : Decision::refused(Refusal::InvalidBody);
}

} // namespace

Decision decideInspection(const Inspection *inspection, const Event &event, const Around &around)
{
    if (!kInspectors.has(event.role))
        return Decision::refused(Refusal::RoleNotAllowed);
    if (inspection != nullptr && inspection->actor != event.actor)
        return Decision::refused(Refusal::NotTheInspector);
    if (const auto *answers = std::get_if<InspectionAnswers>(&event.body))
        return decideAnswers(inspection, *answers);
    if (const auto *submitted = std::get_if<InspectionSubmitted>(&event.body))
        return decideSubmission(inspection, event, *submitted, around);
    return Decision::refused(Refusal::InvalidBody);
}

Inspection evolveInspection(Inspection inspection, const Event &event, const Stamp &stamp)
{
    if (inspection.submitted)
        return inspection;
    if (inspection.id.empty()) {
        inspection.id = event.object;
        inspection.school = event.school;
        inspection.actor = event.actor;
    }
    if (const auto *answers = std::get_if<InspectionAnswers>(&event.body)) {
        inspection.head.checklist = answers->checklist;
        inspection.head.asset = answers->asset;
        for (const Answer &answer : answers->answers) {
            const auto known =
                std::find_if(inspection.answers.begin(), inspection.answers.end(),
                             [&](const Answer &earlier) { return earlier.item == answer.item; });
            if (known == inspection.answers.end())
                inspection.answers.push_back(answer);
            else
                *known = answer;
        }
    } else if (const auto *submitted = std::get_if<InspectionSubmitted>(&event.body)) {
        inspection.head = *submitted;
        inspection.submitted = true;
    }
    if (stamp.seq != 0)
        inspection.version = stamp.seq;
    return inspection;
}

} // namespace campus::domain
