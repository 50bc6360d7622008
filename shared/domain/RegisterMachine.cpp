// Registers are facts of the bureau: a new entry replaces the old one whole, a school's attributes
// change by dated changes, an inspection writes back what it saw. A published checklist version is
// for ever; it can only be withdrawn.
#include <algorithm>
#include <type_traits>

#include "domain/LifeCycleTable.h"
#include "domain/Machines.h"
#include "domain/RegisterField.h"

namespace campus::domain {

namespace {

constexpr Roles kKeepers{Role::System, Role::BureauAdmin};
constexpr Roles kAssetKeepers = kKeepers | Roles{Role::SchoolSafety};
constexpr Roles kObservers = kAssetKeepers | Roles{Role::SafetyOfficer, Role::TownOfficer};

std::string idOf(const Bureau &body) { return body.id; }
std::string idOf(const Township &body) { return body.id; }
std::string idOf(const School &body) { return body.id; }
std::string idOf(const Asset &body) { return body.id; }
std::string idOf(const User &body) { return body.id; }
std::string idOf(const Checklist &body) { return body.id(); }

template <typename T>
constexpr bool kVersioned = std::is_same_v<T, School> || std::is_same_v<T, Asset> || std::is_same_v<T, User>;

// The entry as it will be kept: a school's dated changes outlive its re-registration.
template <typename T>
T kept(const T &body, const T *known, std::uint64_t version)
{
    T entry = body;
    if constexpr (std::is_same_v<T, School>) {
        if (known != nullptr && entry.changes.empty())
            entry.changes = known->changes;
    }
    if constexpr (kVersioned<T>)
        entry.version = version;
    return entry;
}

template <typename T>
bool sameEntry(const T &body, const T &known)
{
    if constexpr (kVersioned<T>)
        return kept(body, &known, known.version) == known;
    else
        return body == known;
}

Decision checklistDecision(const Checklist &body, const Checklist *known)
{
    if (!validate(body))
        return Decision::refused(Refusal::InvalidBody);
    if (known == nullptr || known->status == "draft")
        return Decision::accepted();
    Checklist withdrawn = *known;
    withdrawn.status = "withdrawn";
    return body == withdrawn ? Decision::accepted() : Decision::refused(Refusal::ExistsAlready);
}

template <typename T>
Decision entryDecision(const Doc &state, const Event &event, const T &body)
{
    constexpr Roles allowed = std::is_same_v<T, Asset> ? kAssetKeepers : kKeepers;
    if (!allowed.has(event.role))
        return Decision::refused(Refusal::RoleNotAllowed);
    const T *known = std::get_if<T>(&state);
    if (known == nullptr && !std::holds_alternative<std::monostate>(state))
        return Decision::refused(Refusal::InvalidBody);
    if (idOf(body) != event.object)
        return Decision::refused(Refusal::InvalidBody);
    if constexpr (std::is_same_v<T, Asset>) {
        const bool moved = known != nullptr && known->school != body.school;
        if (body.school != event.school || (moved && event.role == Role::SchoolSafety))
            return Decision::refused(Refusal::InvalidBody);
    }
    if (known != nullptr && sameEntry(body, *known))
        return Decision::noop();
    if constexpr (std::is_same_v<T, Checklist>)
        return checklistDecision(body, known);
    return Decision::accepted();
}

Decision changeDecision(const Doc &state, const Event &event, const SchoolChange &body)
{
    if (!kKeepers.has(event.role))
        return Decision::refused(Refusal::RoleNotAllowed);
    const auto *school = std::get_if<School>(&state);
    if (school == nullptr)
        return Decision::quarantined(Refusal::UnknownObject);
    if (body.field.empty() || body.school != event.object)
        return Decision::refused(Refusal::InvalidBody);
    const bool known = std::find(school->changes.begin(), school->changes.end(), body)
        != school->changes.end();
    return known ? Decision::noop() : Decision::accepted();
}

Decision observationDecision(const Doc &state, const Event &event, const AssetObserved &body)
{
    if (!kObservers.has(event.role))
        return Decision::refused(Refusal::RoleNotAllowed);
    if (!std::holds_alternative<Asset>(state) && !std::holds_alternative<School>(state))
        return Decision::quarantined(Refusal::UnknownObject);
    const bool ofSchool = std::holds_alternative<School>(state);
    const bool changesAttribute =
        ofSchool && std::any_of(body.fields.begin(), body.fields.end(), [](const auto &field) {
            return isSchoolIdentity(field.first);
        });
    return body.fields.empty() || changesAttribute ? Decision::refused(Refusal::InvalidBody)
                                                   : Decision::accepted();
}

// Inserts by date, later arrivals after earlier ones; the attribute takes the last dated value.
void applyChange(School &school, const SchoolChange &change)
{
    const auto after = std::upper_bound(
        school.changes.begin(), school.changes.end(), change,
        [](const SchoolChange &a, const SchoolChange &b) { return a.on < b.on; });
    school.changes.insert(after, change);
    const auto last = std::find_if(school.changes.rbegin(), school.changes.rend(),
                                   [&](const SchoolChange &c) { return c.field == change.field; });
    setField(school, last->field, last->after);
    if (!last->successor.empty())
        school.successor = last->successor;
}

void applyObservation(Asset &asset, const AssetObserved &body)
{
    for (const auto &[name, value] : body.fields) {
        const auto key = assetKey(asset.kind, name);
        if (!key)
            continue;
        if (*key == "name") {
            if (const auto *text = std::get_if<std::string>(&value))
                asset.name = *text;
        } else if (*key == "in_use") {
            if (const auto *flag = std::get_if<bool>(&value))
                asset.inUse = *flag;
        } else if (std::holds_alternative<std::monostate>(value)) {
            asset.fields.erase(*key);
        } else {
            asset.fields[*key] = value;
        }
    }
}

void applyObservation(School &school, const AssetObserved &body)
{
    for (const auto &[name, value] : body.fields) {
        if (registerOf(name) == AssetKind::School && !isSchoolIdentity(name))
            setField(school, name.substr(name.find('.') + 1), value);
    }
}

template <typename T>
Doc evolveEntry(const Doc &state, const T &body, const Stamp &stamp)
{
    const T *known = std::get_if<T>(&state);
    if (known == nullptr && !std::holds_alternative<std::monostate>(state))
        return state;
    std::uint64_t version = stamp.seq;
    if constexpr (kVersioned<T>) {
        if (version == 0 && known != nullptr)
            version = known->version;
    }
    return kept(body, known, version);
}

template <typename T, typename Change>
Doc changed(T entry, const Stamp &stamp, Change change)
{
    change(entry);
    if (stamp.seq != 0)
        entry.version = stamp.seq;
    return entry;
}

} // namespace

Decision decideRegister(const Doc &state, const Event &event)
{
    return std::visit(
        [&](const auto &body) -> Decision {
            using T = std::decay_t<decltype(body)>;
            if constexpr (std::is_same_v<T, SchoolChange>)
                return changeDecision(state, event, body);
            else if constexpr (std::is_same_v<T, AssetObserved>)
                return observationDecision(state, event, body);
            else if constexpr (requires { idOf(body); })
                return entryDecision(state, event, body);
            else
                return Decision::refused(Refusal::InvalidBody);
        },
        event.body);
}

Doc evolveRegister(Doc state, const Event &event, const Stamp &stamp)
{
    return std::visit(
        [&](const auto &body) -> Doc {
            using T = std::decay_t<decltype(body)>;
            if constexpr (std::is_same_v<T, SchoolChange>) {
                if (auto *school = std::get_if<School>(&state))
                    return changed(std::move(*school), stamp,
                                   [&](School &s) { applyChange(s, body); });
            } else if constexpr (std::is_same_v<T, AssetObserved>) {
                if (auto *asset = std::get_if<Asset>(&state))
                    return changed(std::move(*asset), stamp,
                                   [&](Asset &a) { applyObservation(a, body); });
                if (auto *school = std::get_if<School>(&state))
                    return changed(std::move(*school), stamp,
                                   [&](School &s) { applyObservation(s, body); });
            } else if constexpr (requires { idOf(body); }) {
                return evolveEntry(state, body, stamp);
            }
            return std::move(state);
        },
        event.body);
}

} // namespace campus::domain
