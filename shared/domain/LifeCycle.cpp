#include "domain/LifeCycle.h"

#include <type_traits>

#include "domain/Machines.h"

namespace campus::domain {

namespace {

enum class Machine : std::uint8_t { None, Hazard, Inspection, Notice, Register };

Machine machineOf(const EventBody &body)
{
    return std::visit(
        [](const auto &part) {
            using T = std::decay_t<decltype(part)>;
            if constexpr (std::is_same_v<T, std::monostate>)
                return Machine::None;
            else if constexpr (std::is_same_v<T, HazardAct>)
                return Machine::Hazard;
            else if constexpr (std::is_same_v<T, InspectionAnswers>
                               || std::is_same_v<T, InspectionSubmitted>)
                return Machine::Inspection;
            else if constexpr (std::is_same_v<T, NoticeIssued> || std::is_same_v<T, NoticeReceipted>
                               || std::is_same_v<T, NoticeCancelled>)
                return Machine::Notice;
            else
                return Machine::Register;
        },
        body);
}

template <typename T>
bool isOrIsNot(const Doc &state) // a T, or nothing yet
{
    return std::holds_alternative<T>(state) || std::holds_alternative<std::monostate>(state);
}

bool fits(Machine machine, const Doc &state)
{
    switch (machine) {
    case Machine::Hazard: return isOrIsNot<Hazard>(state);
    case Machine::Inspection: return isOrIsNot<Inspection>(state);
    case Machine::Notice: return isOrIsNot<Notice>(state);
    case Machine::Register:
        return !std::holds_alternative<Hazard>(state) && !std::holds_alternative<Inspection>(state)
            && !std::holds_alternative<Notice>(state);
    case Machine::None: break;
    }
    return false;
}

const Hazard *registered(const Doc &state)
{
    const auto *hazard = std::get_if<Hazard>(&state);
    return hazard != nullptr && hazard->state != HazardState::Draft ? hazard : nullptr;
}

// The school whose people may act: the object's own word counts, not the event's.
const std::string &schoolOf(const Doc &state, const Event &event)
{
    return std::visit(
        [&](const auto &doc) -> const std::string & {
            using T = std::decay_t<decltype(doc)>;
            if constexpr (std::is_same_v<T, Hazard> || std::is_same_v<T, Inspection>
                          || std::is_same_v<T, Notice> || std::is_same_v<T, Asset>)
                return doc.school;
            else if constexpr (std::is_same_v<T, School>)
                return doc.id;
            else
                return event.school;
        },
        state);
}

// Who acts is known, active, in the role he or she has, and has the object in scope. Only the
// server itself acts without an account (registers it was given).
Refusal personRefusal(const Doc &state, const Event &event, const Around &around)
{
    if (event.role == Role::System)
        return Refusal::None;
    const User *actor = around.actor;
    if (actor == nullptr || !actor->active || actor->id != event.actor)
        return Refusal::OutOfScope;
    if (actor->role != event.role)
        return Refusal::RoleNotAllowed;
    // A restricted matter is hidden from readers; who may act on it is the table's rule (§11.3).
    return mayActOn(*actor, event.kind, event.object, schoolOf(state, event), false, around.school)
        ? Refusal::None
        : Refusal::OutOfScope;
}

} // namespace

bool mayActOn(const User &user, ObjectKind kind, const std::string &object,
              const std::string &school, bool restricted, const School *record)
{
    const Scope scope = scopeOf(user);
    const bool known = record != nullptr && record->id == school;
    const std::string township = known ? record->township : std::string();
    if (sees(scope, kind, object, school, township, restricted))
        return true;
    return known && record->status == "merged" && !record->successor.empty()
        && sees(scope, kind, object, record->successor, township, restricted);
}

Decision decide(const Doc &state, const Event &event, const Around &around)
{
    const Machine machine = machineOf(event.body);
    if (machine == Machine::None) // a type of a later version: kept, and shown to a supervisor
        return Decision::quarantined(Refusal::InvalidBody);
    const bool ofSchool = machine != Machine::Register;
    if (event.object.empty() || !fits(machine, state) || (ofSchool && event.school.empty())
        || (ofSchool && schoolOf(state, event) != event.school))
        return Decision::refused(Refusal::InvalidBody);
    const Refusal person = personRefusal(state, event, around);
    if (person == Refusal::OutOfScope)
        return Decision::quarantined(person);
    if (person != Refusal::None)
        return Decision::refused(person);
    switch (machine) {
    case Machine::Hazard:
        return decideHazard(registered(state), event, std::get<HazardAct>(event.body), around);
    case Machine::Inspection: return decideInspection(std::get_if<Inspection>(&state), event, around);
    case Machine::Notice: return decideNotice(std::get_if<Notice>(&state), event, around);
    case Machine::Register:
    case Machine::None: break;
    }
    return decideRegister(state, event);
}

Doc evolve(Doc state, const Event &event, const Stamp &stamp)
{
    const Machine machine = machineOf(event.body);
    if (!fits(machine, state))
        return state;
    const bool isNew = std::holds_alternative<std::monostate>(state);
    switch (machine) {
    case Machine::Hazard: {
        const auto &act = std::get<HazardAct>(event.body);
        const bool finds = act.kind == HazardActKind::Register || act.kind == HazardActKind::FixOnSpot;
        if (isNew && !finds)
            return state;
        return evolveHazard(isNew ? Hazard{} : std::get<Hazard>(std::move(state)), event, act, stamp);
    }
    case Machine::Inspection:
        return evolveInspection(isNew ? Inspection{} : std::get<Inspection>(std::move(state)), event,
                                stamp);
    case Machine::Notice:
        if (isNew && !std::holds_alternative<NoticeIssued>(event.body))
            return state;
        return evolveNotice(isNew ? Notice{} : std::get<Notice>(std::move(state)), event, stamp);
    case Machine::Register: return evolveRegister(std::move(state), event, stamp);
    case Machine::None: break;
    }
    return state;
}

} // namespace campus::domain
