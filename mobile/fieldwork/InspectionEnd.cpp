// What the failed items of an inspection lead to, and its end.
#include <algorithm>

#include "fieldwork/InspectionDraft.h"
#include "wire/DocCodec.h"

namespace campus::fieldwork {

using domain::Answer;
using domain::ChecklistItem;
using domain::HazardAct;
using domain::HazardActKind;
using domain::ObjectKind;
using domain::Outcome;
using domain::Refusal;

namespace {

constexpr std::size_t kAnswersBytesMax = 24 * 1024; // domain/Inspection.h: a part of the answers
constexpr std::size_t kAnswersBlobsMax = 50;        // below limits::kBlobsPerEventMax

// What proveAction() can still bring.
bool awaitsProof(Refusal refusal, const HazardAct &act)
{
    return act.failAction != domain::FailAction::None && act.failActionProof.empty()
        && (refusal == Refusal::MissingActionProof || refusal == Refusal::MissingInterim);
}

ActOutcome outcomeOf(const domain::Decision &decision, const std::string &object)
{
    ActOutcome outcome;
    outcome.object = object;
    const bool taken = decision.kind == domain::Decision::Kind::Accepted
        || decision.kind == domain::Decision::Kind::AcceptedNoop;
    if (!taken) {
        outcome.refusal = decision.reason;
        outcome.by = decision.by;
        outcome.at = decision.at;
    }
    return outcome;
}

} // namespace

// ---- hazards --------------------------------------------------------------------------------------

HazardAct InspectionDraft::proposeHazard(const std::string &id) const
{
    HazardAct act;
    act.kind = HazardActKind::Register;
    act.inspection = m_id;
    act.checklist = m_checklist.id();
    act.campaign = m_head.campaign;
    act.foundOn = m_head.on;
    act.asset = m_head.asset;
    act.place = m_asset ? m_asset->name : m_school.name;
    act.source = m_head.type == "self" ? domain::Source::SelfCheck : domain::Source::Inspection;
    act.responsible = m_school.principalName;
    act.phone = m_school.principalPhone;
    act.category = m_checklist.category;
    const ChecklistItem *item = m_checklist.find(id);
    if (item == nullptr)
        return act;
    const ItemState state = stateOf(*item);
    const std::string note = state.answer ? state.answer->note : std::string();
    act.item = id;
    act.category = item->category.empty() ? m_checklist.category : item->category;
    act.basis = m_checklist.basisText(*item);
    if (act.basis.empty())
        act.basis = "《" + m_checklist.title.zh + "》" + item->no;
    act.description = note.empty() ? "不符合要求：" + item->text.zh : note;
    act.measure = "整改到位：" + item->text.zh;
    act.level = state.judgement.level;
    act.days = state.judgement.days;
    act.failAction = state.judgement.action;
    act.restricted = item->restricted;
    if (state.answer)
        act.before = state.answer->photos;
    // The same place and item closed before: this one repeats it (复发).
    store::HazardQuery query;
    query.school = m_school.id;
    query.asset = m_head.asset;
    query.item = id;
    query.states = {domain::HazardState::Closed};
    query.order = store::HazardQuery::Order::Found;
    if (const auto closed = m_work.store().hazards(query); closed && !closed->empty())
        act.earlierHazard = closed->front().id;
    return act;
}

Result<domain::Event> InspectionDraft::eventOf(const store::DraftedHazard &hazard) const
{
    return m_work.eventOn(ObjectKind::Hazard, hazard.id, m_school.id, hazard.act);
}

Result<ActOutcome> InspectionDraft::keepHazard(store::DraftedHazard hazard)
{
    const auto event = eventOf(hazard);
    if (!event)
        return event.error();
    const auto tried = m_work.store().rehearse({*event});
    if (!tried)
        return tried.error();
    ActOutcome outcome = outcomeOf(tried->decisions.back(), hazard.id);
    if (!outcome.saved() && !awaitsProof(outcome.refusal, hazard.act))
        return outcome;
    if (auto kept = m_work.store().keepDraftedHazard(m_id, hazard); !kept)
        return kept.error();
    const auto known = std::find_if(m_hazards.begin(), m_hazards.end(),
                                    [&](const store::DraftedHazard &h) { return h.id == hazard.id; });
    if (known == m_hazards.end())
        m_hazards.push_back(hazard);
    else
        *known = hazard;
    outcome.refusal = Refusal::None;
    return outcome;
}

Result<ActOutcome> InspectionDraft::draftHazard(HazardAct act)
{
    if (act.kind != HazardActKind::FixOnSpot)
        act.kind = HazardActKind::Register;
    if (!act.item.empty() && m_checklist.find(act.item) == nullptr)
        return Error{ErrorCode::NotFound, "no item " + act.item};
    act.inspection = m_id;
    act.checklist = m_checklist.id();
    act.campaign = m_head.campaign;
    if (!act.foundOn)
        act.foundOn = m_head.on;
    const store::DraftedHazard *known = act.item.empty() ? nullptr : hazardOf(act.item);
    if (known != nullptr && known->act.kind == HazardActKind::Note) { // it was taken for an open one
        if (auto dropped = dropHazard(known->id); !dropped)
            return dropped.error();
        known = nullptr;
    }
    std::string id = known != nullptr ? known->id : m_work.ids().next();
    return keepHazard({std::move(id), std::move(act)});
}

Result<ActOutcome> InspectionDraft::stillOpen(const std::string &item, const std::string &hazard,
                                              const std::vector<domain::Photo> &photos)
{
    const ChecklistItem *known = m_checklist.find(item);
    if (known == nullptr)
        return Error{ErrorCode::NotFound, "no item " + item};
    HazardAct act;
    act.kind = HazardActKind::Note;
    act.inspection = m_id;
    act.checklist = m_checklist.id();
    act.item = item;
    act.text = "检查时仍未整改：" + known->text.zh;
    act.after = photos;
    if (const store::DraftedHazard *drafted = hazardOf(item); drafted != nullptr) {
        if (auto dropped = dropHazard(std::string(drafted->id)); !dropped)
            return dropped.error();
    }
    return keepHazard({hazard, std::move(act)});
}

Result<ActOutcome> InspectionDraft::proveAction(const std::string &item,
                                                const std::vector<domain::Photo> &photos)
{
    const store::DraftedHazard *known = hazardOf(item);
    if (known == nullptr)
        return Error{ErrorCode::NotFound, "no hazard is drafted for item " + item};
    store::DraftedHazard proven = *known;
    proven.act.failActionProof = photos;
    return keepHazard(std::move(proven));
}

Result<void> InspectionDraft::dropHazard(const std::string &hazard)
{
    const std::string id = hazard; // may name an element of what is erased
    const auto drafted = std::find_if(m_hazards.begin(), m_hazards.end(),
                                      [&](const store::DraftedHazard &known) { return known.id == id; });
    const std::string item = drafted != m_hazards.end() ? drafted->act.item : std::string();
    if (auto dropped = m_work.store().dropDraftedHazard(m_id, id); !dropped)
        return dropped;
    if (auto dropped = m_work.store().dropForm({m_id, item}); !dropped)
        return dropped;
    std::erase_if(m_hazards, [&](const store::DraftedHazard &known) { return known.id == id; });
    return {};
}

std::vector<store::DraftedHazard> InspectionDraft::hazardsInForce() const
{
    std::vector<store::DraftedHazard> inForce;
    for (const store::DraftedHazard &hazard : m_hazards) {
        const ChecklistItem *item = m_checklist.find(hazard.act.item);
        if (item == nullptr || stateOf(*item).judgement.outcome == Outcome::Fail)
            inForce.push_back(hazard);
    }
    return inForce;
}

// ---- the end --------------------------------------------------------------------------------------

std::vector<Answer> InspectionDraft::answersInForce() const
{
    std::vector<Answer> answers;
    for (const ItemState &state : items()) {
        if (!state.answer)
            continue;
        answers.push_back(*state.answer);
        // The photos of its hazard show the failed item; nobody takes the same picture twice.
        const store::DraftedHazard *hazard = hazardOf(state.item->id);
        if (state.judgement.needsPhoto && answers.back().photos.empty() && hazard != nullptr)
            answers.back().photos = hazard->act.before;
    }
    return answers;
}

std::vector<domain::Missing> InspectionDraft::missing() const
{
    std::vector<std::string> settled, proven;
    for (const store::DraftedHazard &hazard : m_hazards) {
        settled.push_back(hazard.act.item);
        if (!hazard.act.failActionProof.empty())
            proven.push_back(hazard.act.item);
    }
    return domain::missingFor(m_checklist, answersInForce(), around(), settled, proven);
}

domain::InspectionSubmitted InspectionDraft::submission() const
{
    domain::InspectionSubmitted submitted = m_head;
    const InspectionTotals totals = this->totals();
    submitted.passCount = totals.pass;
    submitted.failCount = totals.fail;
    submitted.notApplicableCount = totals.notApplicable;
    submitted.hazards.clear();
    for (const store::DraftedHazard &hazard : hazardsInForce()) {
        if (hazard.act.kind != HazardActKind::Note)
            submitted.hazards.push_back(hazard.id);
    }
    return submitted;
}

Result<std::vector<domain::Event>> InspectionDraft::completionEvents() const
{
    std::vector<domain::Event> events;
    Result<void> made;
    const auto add = [&](Result<domain::Event> event) {
        if (event)
            events.push_back(std::move(event).value());
        else
            made = event.error();
    };
    domain::InspectionAnswers part{m_head.checklist, m_head.asset, {}};
    std::size_t bytes = 0, blobs = 0;
    const auto flush = [&] {
        add(m_work.eventOn(ObjectKind::Inspection, m_id, m_school.id, part));
        part.answers.clear();
        bytes = blobs = 0;
    };
    for (const Answer &answer : answersInForce()) {
        const std::size_t size = wire::encodeAnswer(answer).size() + 1;
        const std::size_t named = answer.photos.size() * 2;
        if (!part.answers.empty()
            && (bytes + size > kAnswersBytesMax || blobs + named > kAnswersBlobsMax))
            flush();
        part.answers.push_back(answer);
        bytes += size;
        blobs += named;
    }
    flush();
    add(m_work.eventOn(ObjectKind::Inspection, m_id, m_school.id, submission()));
    for (const store::DraftedHazard &hazard : hazardsInForce())
        add(eventOf(hazard));
    const domain::Fields observed = domain::observedFields(m_checklist, answersInForce(), around());
    for (const bool ofSchool : {false, true}) {
        domain::AssetObserved seen{m_id, domain::fieldsOf(observed, ofSchool), m_head.on};
        if (seen.fields.empty() || (!ofSchool && !m_asset))
            continue;
        add(m_work.eventOn(ofSchool ? ObjectKind::School : ObjectKind::Asset,
                           ofSchool ? m_school.id : m_asset->id, m_school.id, std::move(seen)));
    }
    if (!made)
        return made.error();
    return events;
}

Result<ActOutcome> InspectionDraft::complete()
{
    ActOutcome outcome;
    outcome.object = m_id;
    outcome.missing = missing();
    if (!outcome.missing.empty())
        return outcome;
    auto events = completionEvents();
    if (!events)
        return events.error();
    store::Save save;
    save.events = std::move(events).value();
    save.draftsDone = {m_id};
    return m_work.saveAll(save, m_id);
}

} // namespace campus::fieldwork
