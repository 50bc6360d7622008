#include "service/EventEffects.h"

#include "core/Bytes.h"
#include "wire/DocCodec.h"

namespace campus::service {

using domain::Doc;
using domain::Event;
using domain::Hazard;
using domain::HazardAct;
using domain::HazardActKind;
using domain::ObjectKind;

namespace {

constexpr int kMergesFollowedMax = 100; // each merge is into a hazard found earlier, so chains end

const HazardAct *actOf(const Event &event)
{
    return std::get_if<HazardAct>(&event.body);
}

// The hazard an act on a merged one goes to; null when it stays where it is.
Result<const Doc *> ledTo(const Event &event, const Doc *state, DocSource &docs)
{
    const HazardAct *act = actOf(event);
    if (act == nullptr || state == nullptr || domain::staysWithMerged(act->kind))
        return nullptr;
    const Doc *main = nullptr;
    for (int i = 0; i < kMergesFollowedMax; ++i) {
        const auto *hazard = std::get_if<Hazard>(main != nullptr ? main : state);
        if (hazard == nullptr || hazard->state != domain::HazardState::Merged)
            break;
        const auto next = docs.find(ObjectKind::Hazard, hazard->mergedInto);
        if (!next)
            return next.error();
        if (*next == nullptr)
            break;
        main = *next;
    }
    return main;
}

std::string checklistOf(const Event &event, const Doc *state)
{
    if (const auto *hazard = state != nullptr ? std::get_if<Hazard>(state) : nullptr)
        return hazard->found.checklist;
    const HazardAct *act = actOf(event);
    return act != nullptr ? act->checklist : std::string();
}

// The doc as a T, or null; fails only when the source does.
template <typename T>
Result<const T *> findAs(DocSource &docs, ObjectKind kind, const std::string &id)
{
    if (id.empty())
        return nullptr;
    const auto found = docs.find(kind, id);
    if (!found)
        return found.error();
    return *found != nullptr ? std::get_if<T>(*found) : nullptr;
}

// Whom a review names beside its actor, and the hazards a notice is about.
Result<void> findNamed(const Event &event, DocSource &docs,
                       std::vector<const domain::User *> &reviewers,
                       std::vector<const Hazard *> &lines)
{
    if (const HazardAct *act = actOf(event)) {
        for (const std::string &person : act->reviewers) {
            const auto known = findAs<domain::User>(docs, ObjectKind::User, person);
            if (!known)
                return known.error();
            if (*known != nullptr)
                reviewers.push_back(*known);
        }
    }
    if (const auto *notice = std::get_if<domain::NoticeIssued>(&event.body)) {
        for (const domain::NoticeLine &line : notice->lines) {
            const auto known = findAs<Hazard>(docs, ObjectKind::Hazard, line.hazard);
            if (!known)
                return known.error();
            if (*known != nullptr)
                lines.push_back(*known);
        }
    }
    return {};
}

Doc copyOf(const Doc *doc)
{
    return doc != nullptr ? *doc : Doc{};
}

} // namespace

Result<domain::Decision> decideFor(const Event &event, const domain::Occurred &occurred,
                                   DocSource &docs)
{
    const auto own = docs.find(event.kind, event.object);
    if (!own)
        return own.error();
    const auto main = ledTo(event, *own, docs);
    if (!main)
        return main.error();
    const Doc *state = *main != nullptr ? *main : *own;
    const std::string school = state != nullptr ? wire::schoolOf(*state) : event.school;
    const HazardAct *act = actOf(event);
    const bool merges = act != nullptr && act->kind == HazardActKind::Merge;

    const auto actor = findAs<domain::User>(docs, ObjectKind::User, event.actor);
    const auto schoolDoc = findAs<domain::School>(docs, ObjectKind::School, school);
    const auto into = findAs<Hazard>(docs, ObjectKind::Hazard, merges ? act->into : std::string());
    const auto checklist =
        findAs<domain::Checklist>(docs, ObjectKind::Checklist, checklistOf(event, state));
    const auto bureau = docs.bureau();
    std::vector<const domain::User *> reviewers;
    std::vector<const Hazard *> lines;
    if (auto named = findNamed(event, docs, reviewers, lines); !named)
        return named.error();
    if (!actor)
        return actor.error();
    if (!schoolDoc)
        return schoolDoc.error();
    if (!into)
        return into.error();
    if (!checklist)
        return checklist.error();
    if (!bureau)
        return bureau.error();

    static const domain::Bureau kNoBureau;
    static const Doc kNothing;
    domain::Around around;
    around.actor = *actor;
    around.school = *schoolDoc;
    around.bureau = *bureau != nullptr ? *bureau : &kNoBureau;
    around.main = *into;
    around.checklist = *checklist;
    around.occurred = occurred;
    around.reviewers = std::move(reviewers);
    around.lines = std::move(lines);
    if (*main == nullptr)
        return domain::decide(state != nullptr ? *state : kNothing, event, around);
    around.ledFrom = std::get_if<Hazard>(*own);
    Event acting = event;
    acting.object = std::get<Hazard>(**main).id;
    return domain::decide(*state, acting, around);
}

Result<std::vector<Doc>> changesOf(const Event &event, const domain::Stamp &stamp, DocSource &docs)
{
    const auto own = docs.find(event.kind, event.object);
    if (!own)
        return own.error();
    const auto main = ledTo(event, *own, docs);
    if (!main)
        return main.error();
    std::vector<Doc> changed;
    if (*main != nullptr) {
        Event acting = event;
        acting.object = std::get<Hazard>(**main).id;
        changed.push_back(domain::evolve(copyOf(*main), acting, stamp));
    }
    const HazardAct *act = actOf(event);
    if (act != nullptr && act->kind == HazardActKind::Merge) {
        const auto into = findAs<Hazard>(docs, ObjectKind::Hazard, act->into);
        if (!into)
            return into.error();
        const auto *duplicate = *own != nullptr ? std::get_if<Hazard>(*own) : nullptr;
        if (*into != nullptr && duplicate != nullptr)
            changed.emplace_back(domain::absorb(**into, *duplicate, event, stamp));
    }
    changed.push_back(domain::evolve(copyOf(*own), event, stamp));
    return changed;
}

std::string numberSeries(const Event &event, int year)
{
    const HazardAct *act = actOf(event);
    if (act != nullptr &&
        (act->kind == HazardActKind::Register || act->kind == HazardActKind::FixOnSpot))
        return "hazard/" + std::to_string(year);
    if (std::holds_alternative<domain::NoticeIssued>(event.body))
        return "notice/" + std::to_string(year);
    return {};
}

std::string officialNumber(const Event &event, const domain::Bureau &bureau, int year,
                           std::uint64_t number)
{
    const bool isHazard = actOf(event) != nullptr;
    const std::string prefix =
        isHazard ? firstCodePoints(bureau.documentPrefix, 1) + "安隐" : bureau.documentPrefix;
    return prefix + "〔" + std::to_string(year) + "〕" + std::to_string(number) + "号";
}

Result<std::vector<std::string>> objectsNaming(const Event &event, DocSource &docs)
{
    std::vector<std::string> objects{event.object};
    const auto own = docs.find(event.kind, event.object);
    if (!own)
        return own.error();
    const auto main = ledTo(event, *own, docs);
    if (!main)
        return main.error();
    if (*main != nullptr)
        objects.push_back(std::get<Hazard>(**main).id);
    return objects;
}

} // namespace campus::service
