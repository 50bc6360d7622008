#include "store/Overlay.h"

#include <algorithm>

#include "core/Log.h"
#include "wire/DocCodec.h"

namespace campus::store {

namespace {

bool isRefused(const OwnEvent &event)
{
    return event.verdict == journal::VerdictKind::Rejected
        || event.verdict == journal::VerdictKind::Quarantined;
}

// The doc came with the event already in it: a bootstrap or a lost answer.
bool contains(const ObjectView &view, const OwnEvent &event)
{
    if (event.seq != 0 && event.seq <= view.confirmedVersion)
        return true;
    const auto *hazard = std::get_if<domain::Hazard>(&view.doc);
    return hazard != nullptr
        && std::any_of(hazard->timeline.begin(), hazard->timeline.end(),
                       [&](const domain::TimelineEntry &entry) { return entry.event == event.id; });
}

std::string checklistOf(const domain::Doc &doc, const domain::Event &event)
{
    if (const auto *hazard = std::get_if<domain::Hazard>(&doc))
        return hazard->found.checklist;
    const auto *act = std::get_if<domain::HazardAct>(&event.body);
    return act != nullptr ? act->checklist : std::string();
}

constexpr int kDepthMax = 2;

domain::Occurred occurredAt(Millis wall)
{
    return {wall, wall, wall}; // the tablet has only its own word; the server finds the interval
}

} // namespace

std::string mainOf(const domain::Event &event)
{
    const auto *act = std::get_if<domain::HazardAct>(&event.body);
    return act != nullptr && act->kind == domain::HazardActKind::Merge ? act->into : std::string();
}

Delivery leastOf(const std::vector<OwnEvent> &own)
{
    const auto any = [&](Delivery delivery) {
        return std::any_of(own.begin(), own.end(),
                           [&](const OwnEvent &event) { return event.delivery == delivery; });
    };
    if (any(Delivery::Refused))
        return Delivery::Refused;
    if (any(Delivery::OnDevice))
        return Delivery::OnDevice;
    return own.empty() || any(Delivery::Delivered) ? Delivery::Delivered : Delivery::Verified;
}

domain::Around Overlay::Surroundings::around() const
{
    domain::Around around;
    around.actor = actor.get();
    around.school = school.get();
    around.bureau = bureau.get();
    around.checklist = checklist.get();
    around.main = main ? &*main : nullptr;
    around.ledFrom = ledFrom ? &*ledFrom : nullptr;
    around.occurred = occurred;
    for (const auto &person : reviewers)
        around.reviewers.push_back(person.get());
    for (const domain::Hazard &hazard : lines)
        around.lines.push_back(&hazard);
    return around;
}

Overlay::Surroundings Overlay::surroundings(const std::string &actor, const std::string &schoolId,
                                            const std::string &checklistId, Millis at)
{
    Surroundings found;
    found.actor = person(actor);
    found.school = school(schoolId);
    found.bureau = bureau();
    if (!checklistId.empty())
        found.checklist = checklist(checklistId);
    found.occurred = occurredAt(at);
    return found;
}

domain::Doc Overlay::confirmed(const ObjectRef &object, std::uint64_t *version)
{
    const auto stored = m_docs.find(object);
    if (!stored)
        return {};
    auto decoded = wire::decodeDoc(object.kind, stored->json);
    if (!decoded) {
        log(LogLevel::Warning, "doc_not_readable", {{"object", object.id}});
        return {};
    }
    if (version != nullptr)
        *version = stored->version;
    return std::move(decoded).value();
}

std::shared_ptr<const domain::School> Overlay::school(const std::string &id)
{
    return m_cache.get<domain::School>(m_docs, domain::ObjectKind::School, id);
}

std::shared_ptr<const domain::User> Overlay::person(const std::string &id)
{
    auto [known, isNew] = m_cache.people.try_emplace(id);
    if (isNew) {
        m_sql.first("SELECT doc FROM person WHERE id = ?1",
                    [&](const sqlite::Statement &row) {
                        auto doc = wire::decodeDoc(domain::ObjectKind::User, asText(row.blobView(0)));
                        if (doc && std::holds_alternative<domain::User>(*doc))
                            known->second = std::make_shared<domain::User>(std::get<domain::User>(*doc));
                    },
                    id);
    }
    return known->second ? known->second
                         : m_cache.get<domain::User>(m_docs, domain::ObjectKind::User, id);
}

std::shared_ptr<const domain::Checklist> Overlay::checklist(const std::string &id)
{
    return m_cache.get<domain::Checklist>(m_docs, domain::ObjectKind::Checklist, id);
}

domain::Doc Overlay::mainInstead(const domain::Doc &doc, const domain::Event &event, int depth)
{
    const auto *act = std::get_if<domain::HazardAct>(&event.body);
    const auto *merged = std::get_if<domain::Hazard>(&doc);
    if (act == nullptr || merged == nullptr || domain::staysWithMerged(act->kind))
        return {};
    domain::Doc main;
    while (merged->state == domain::HazardState::Merged && ++depth <= kDepthMax) {
        domain::Doc next = view({event.kind, merged->mergedInto}, depth).doc;
        if (!std::holds_alternative<domain::Hazard>(next))
            break; // out of this tablet's scope: the server knows
        main = std::move(next);
        merged = &std::get<domain::Hazard>(main);
    }
    return main;
}

void Overlay::addNamed(Surroundings &around, const domain::Event &event, int depth)
{
    if (const auto *act = std::get_if<domain::HazardAct>(&event.body)) {
        for (const std::string &reviewer : act->reviewers) {
            if (auto known = person(reviewer))
                around.reviewers.push_back(std::move(known));
        }
    }
    if (const auto *notice = std::get_if<domain::NoticeIssued>(&event.body)) {
        for (const domain::NoticeLine &line : notice->lines) {
            domain::Doc known = view({domain::ObjectKind::Hazard, line.hazard}, depth + 1).doc;
            if (auto *hazard = std::get_if<domain::Hazard>(&known))
                around.lines.push_back(std::move(*hazard));
        }
    }
}

domain::Decision Overlay::decideOn(const domain::Doc &doc, const domain::Event &event, int depth,
                                   const domain::Hazard *ledFrom)
{
    if (const domain::Doc main = mainInstead(doc, event, depth);
        std::holds_alternative<domain::Hazard>(main)) {
        domain::Event acting = event;
        acting.object = std::get<domain::Hazard>(main).id;
        return decideOn(main, acting, kDepthMax, std::get_if<domain::Hazard>(&doc));
    }
    Surroundings around =
        surroundings(event.actor, event.school, checklistOf(doc, event), event.wall);
    if (const std::string main = mainOf(event); !main.empty()) {
        domain::Doc other = view({event.kind, main}, depth + 1).doc;
        if (auto *hazard = std::get_if<domain::Hazard>(&other))
            around.main = std::move(*hazard);
    }
    if (ledFrom != nullptr)
        around.ledFrom = *ledFrom;
    addNamed(around, event, depth);
    return domain::decide(doc, event, around.around());
}

domain::Decision Overlay::decide(const domain::Event &event)
{
    return decideOn(view({event.kind, event.object}, 0).doc, event, 0);
}

ObjectView Overlay::view(const ObjectRef &object)
{
    return view(object, 0);
}

ObjectView Overlay::view(const ObjectRef &object, int depth)
{
    ObjectView view;
    view.doc = confirmed(object, &view.confirmedVersion);
    if (depth <= kDepthMax)
        applyOwn(view, object, depth);
    view.delivery = leastOf(view.own);
    return view;
}

void Overlay::absorbInto(ObjectView &view, const OwnEvent &own, const domain::Event &event, int depth)
{
    const auto *main = std::get_if<domain::Hazard>(&view.doc);
    const domain::Doc other = this->view(own.object, depth + 1).doc;
    const auto *duplicate = std::get_if<domain::Hazard>(&other);
    if (main == nullptr || duplicate == nullptr || duplicate->mergedInto != main->id)
        return;
    view.doc = domain::absorb(*main, *duplicate, event, {0, occurredAt(own.wall), {}});
    view.pending = true;
}

void Overlay::applyOwn(ObjectView &view, const ObjectRef &object, int depth)
{
    for (StoredEvent &stored : m_journal.eventsOn(object.id)) {
        OwnEvent &own = stored.own;
        if (own.object.kind != object.kind)
            continue;
        const bool asMain = own.object.id != object.id;
        const bool onTop = own.state != EventState::Settled && !isRefused(own) && !contains(view, own);
        const auto event = onTop ? m_cache.event(own.id, stored.line) : nullptr;
        if (onTop && event == nullptr) {
            own.overlayRefusal = domain::Refusal::InvalidBody;
        } else if (onTop && asMain) {
            absorbInto(view, own, *event, depth);
        } else if (onTop) {
            const domain::Decision decision = decideOn(view.doc, *event, depth);
            own.overlayRefusal = decision.reason;
            if (decision.kind == domain::Decision::Kind::Accepted)
                view.doc = domain::evolve(std::move(view.doc), *event, {0, occurredAt(own.wall), {}});
            view.pending = true;
        }
        if (!asMain)
            view.own.push_back(std::move(own));
    }
}

} // namespace campus::store
