#include "fieldwork/InspectionDraft.h"

#include <algorithm>
#include <cmath>

#include "core/Limits.h"

namespace campus::fieldwork {

using domain::Answer;
using domain::ChecklistItem;
using domain::Outcome;

namespace {

std::string kindOf(const std::string &checklist)
{
    return checklist.substr(0, checklist.find('@'));
}

domain::Inspection docOf(const std::string &id, const std::string &school,
                         const domain::InspectionSubmitted &head)
{
    domain::Inspection doc;
    doc.id = id;
    doc.school = school;
    doc.head = head;
    return doc;
}

// Exactly the fields of the item's response type, or none at all.
Result<void> checkFields(const ChecklistItem &item, const Answer &answer)
{
    using T = domain::ResponseType;
    const T type = item.response.type;
    const bool wrongFlag = answer.passed && type != T::PassFailNa;
    const bool wrongNumber = answer.number && (type != T::Number || !std::isfinite(*answer.number));
    const bool wrongDate = answer.date && type != T::DateNotExpired && type != T::DateWithin;
    const bool wrongCount = (answer.count || answer.total) && type != T::CountOfTotal;
    const auto &options = item.response.options;
    const bool wrongChoice = !answer.choice.empty()
        && (type != T::Choice || std::none_of(options.begin(), options.end(), [&](const auto &option) {
                return option.value == answer.choice;
            }));
    const bool any = answer.passed || answer.number || answer.date || answer.count || answer.total
        || !answer.choice.empty();
    if (wrongFlag || wrongNumber || wrongDate || wrongCount || wrongChoice
        || (answer.notApplicable && any))
        return {ErrorCode::InvalidInput, "item " + item.id + ": the answer is not of its type"};
    for (const std::string *text : {&answer.note, &answer.reason}) {
        if (firstCodePoints(*text, limits::kNoteCharsMax) != *text)
            return {ErrorCode::TooLarge, "item " + item.id + ": the text is too long"};
    }
    return {};
}

} // namespace

// ---- beginning and finding again ------------------------------------------------------------------

InspectionDraft::InspectionDraft(FieldWork work, std::string id, domain::Checklist checklist,
                                 domain::School school, std::optional<domain::Asset> asset,
                                 domain::InspectionSubmitted head)
    : m_work(std::move(work)), m_id(std::move(id)), m_checklist(std::move(checklist)),
      m_school(std::move(school)), m_asset(std::move(asset)), m_head(std::move(head))
{
}

Result<std::unique_ptr<InspectionDraft>> FieldWork::startInspection(const InspectionStart &start)
{
    const auto person = m_store.actingUser();
    if (!person)
        return Error{ErrorCode::Unauthenticated, "nobody is signed in"};
    auto checklist = m_store.checklist(start.checklist);
    auto school = m_store.school(start.school);
    auto asset = start.asset.empty() ? std::nullopt : m_store.asset(start.asset);
    if (!checklist || !school || (!start.asset.empty() && (!asset || asset->school != school->id)))
        return Error{ErrorCode::NotFound, "no such checklist, school or asset of the school"};
    domain::InspectionSubmitted head;
    head.checklist = start.checklist;
    head.asset = start.asset;
    head.campaign = start.campaign;
    head.type = person->role == domain::Role::SchoolSafety ? "self" : start.type;
    head.on = m_store.today();
    head.team = start.team.empty() ? person->id + "-" + head.on.iso() : start.team;
    head.inspectors = start.inspectors;
    if (std::find(head.inspectors.begin(), head.inspectors.end(), person->id) == head.inspectors.end())
        head.inspectors.insert(head.inspectors.begin(), person->id);
    head.companion = start.companion;
    std::unique_ptr<InspectionDraft> draft(
        new InspectionDraft(asSeen(0), m_ids.next(), std::move(*checklist), std::move(*school),
                            std::move(asset), std::move(head)));
    // What the register knows is answered already and stays so, whatever the register says later.
    std::vector<Answer> known;
    for (const ChecklistItem &item : draft->m_checklist.items) {
        if (auto answer = domain::prefill(item, draft->around()))
            known.push_back(std::move(*answer));
    }
    const Millis now = m_clock.wall();
    const store::Draft kept{draft->m_id, person->id, store::DraftKind::Inspection, now, now,
                            docOf(draft->m_id, draft->m_school.id, draft->m_head)};
    if (auto begun = m_store.beginDraft(kept, known); !begun)
        return begun.error();
    if (auto loaded = draft->reload(); !loaded)
        return loaded.error();
    return draft;
}

Result<std::unique_ptr<InspectionDraft>> FieldWork::resumeInspection(const std::string &id)
{
    auto kept = m_store.draft(id);
    if (!kept)
        return kept.error();
    const auto *doc = *kept ? std::get_if<domain::Inspection>(&(*kept)->doc) : nullptr;
    if (doc == nullptr)
        return Error{ErrorCode::NotFound, "no draft of an inspection " + id};
    auto checklist = m_store.checklist(doc->head.checklist);
    auto school = m_store.school(doc->school);
    auto asset = doc->head.asset.empty() ? std::nullopt : m_store.asset(doc->head.asset);
    if (!checklist || !school || (!doc->head.asset.empty() && !asset))
        return Error{ErrorCode::NotFound, "the draft's checklist, school or asset is not on this tablet"};
    std::unique_ptr<InspectionDraft> draft(
        new InspectionDraft(asSeen(0), id, std::move(*checklist), std::move(*school), std::move(asset),
                            doc->head));
    if (auto loaded = draft->reload(); !loaded)
        return loaded.error();
    return draft;
}

Result<void> InspectionDraft::reload()
{
    store::TabletStore &store = m_work.store();
    auto answers = store.draftAnswers(m_id);
    auto hazards = store.draftedHazards(m_id);
    const auto undoable = store.answersToUndo(m_id);
    auto last = store.lastAnswers(kindOf(m_head.checklist), m_school.id, m_head.asset);
    store::HazardQuery query;
    query.school = m_school.id;
    query.openOnly = true;
    const auto open = store.hazards(query);
    if (!answers)
        return answers.error();
    if (!hazards || !undoable || !last || !open)
        return {ErrorCode::StorageFailed, "draft " + m_id + " cannot be read"};
    m_answers.clear();
    for (Answer &answer : *answers)
        m_answers[answer.item] = std::move(answer);
    m_hazards = std::move(hazards).value();
    m_undoable = *undoable;
    m_last = std::move(last).value();
    m_openBefore.clear();
    for (const store::HazardRow &row : *open) {
        if (!row.item.empty() && row.asset == m_head.asset)
            m_openBefore.try_emplace(row.item, row.id);
    }
    return {};
}

Result<void> InspectionDraft::keepHead()
{
    return m_work.store().keepDraft(m_id, docOf(m_id, m_school.id, m_head));
}

Result<void> InspectionDraft::setCompanion(const std::string &name)
{
    m_head.companion = name;
    return keepHead();
}

Result<void> InspectionDraft::setInspectors(const std::vector<std::string> &users)
{
    m_head.inspectors = users;
    return keepHead();
}

Result<void> InspectionDraft::setCampaign(const std::string &campaign)
{
    m_head.campaign = campaign;
    return keepHead();
}

Result<void> InspectionDraft::discard()
{
    return m_work.store().dropDraft(m_id);
}

domain::Surroundings InspectionDraft::around() const
{
    return {&m_school, asset(), m_head.on};
}

// ---- answers --------------------------------------------------------------------------------------

Result<void> InspectionDraft::answer(Answer answer)
{
    const ChecklistItem *item = m_checklist.find(answer.item);
    if (item == nullptr)
        return {ErrorCode::NotFound, "no item " + answer.item};
    if (auto fits = checkFields(*item, answer); !fits)
        return fits;
    answer.prefilled = false; // a person has looked at it
    const auto known = m_answers.find(answer.item);
    if (known != m_answers.end() && known->second == answer)
        return {};
    const std::vector<domain::Photo> seen =
        known != m_answers.end() ? known->second.photos : std::vector<domain::Photo>{};
    auto kept = m_work.store().changeAnswer(m_id, answer.item, [&](Answer &onDisk) {
        Answer entered = answer;
        for (const domain::Photo &photo : onDisk.photos) { // came in since this draft was read
            if (std::find(seen.begin(), seen.end(), photo) == seen.end())
                entered.photos.push_back(photo);
        }
        onDisk = std::move(entered);
    });
    if (!kept)
        return kept.error();
    m_answers[answer.item] = std::move(kept).value();
    ++m_undoable;
    return {};
}

Result<bool> InspectionDraft::undo()
{
    const auto undone = m_work.store().undoAnswer(m_id);
    if (!undone || !*undone)
        return undone;
    auto answers = m_work.store().draftAnswers(m_id);
    if (!answers)
        return answers.error();
    m_answers.clear();
    for (Answer &answer : *answers)
        m_answers[answer.item] = std::move(answer);
    --m_undoable;
    return true;
}

const store::DraftedHazard *InspectionDraft::hazardOf(const std::string &item) const
{
    const auto found =
        std::find_if(m_hazards.begin(), m_hazards.end(),
                     [&](const store::DraftedHazard &hazard) { return hazard.act.item == item; });
    return found == m_hazards.end() ? nullptr : &*found;
}

ItemState InspectionDraft::stateOf(const ChecklistItem &item) const
{
    const domain::Surroundings here = around();
    ItemState state;
    state.item = &item;
    state.applies = domain::applies(item, here);
    state.bounds = domain::boundsOf(item, here);
    if (const auto known = m_answers.find(item.id); known != m_answers.end() && state.applies)
        state.answer = known->second;
    if (state.answer)
        state.judgement = domain::judge(item, *state.answer, here);
    else if (!state.applies)
        state.judgement.outcome = Outcome::NotApplicable;
    if (const auto last = m_last.find(item.id); last != m_last.end())
        state.last = last->second;
    if (const auto open = m_openBefore.find(item.id); open != m_openBefore.end())
        state.openBefore = open->second;
    const bool failed = state.judgement.outcome == Outcome::Fail;
    state.needsProof = failed && state.judgement.action != domain::FailAction::None;
    if (const store::DraftedHazard *hazard = hazardOf(item.id); hazard != nullptr && failed) {
        state.hazard = hazard->id;
        state.fixedOnSpot = hazard->act.kind == domain::HazardActKind::FixOnSpot;
        state.stillOpen = hazard->act.kind == domain::HazardActKind::Note;
        state.proven = !hazard->act.failActionProof.empty();
    }
    return state;
}

std::vector<ItemState> InspectionDraft::items() const
{
    std::vector<ItemState> states;
    states.reserve(m_checklist.items.size());
    for (const ChecklistItem &item : m_checklist.items)
        states.push_back(stateOf(item));
    return states;
}

Result<ItemState> InspectionDraft::item(const std::string &id) const
{
    const ChecklistItem *item = m_checklist.find(id);
    if (item == nullptr)
        return Error{ErrorCode::NotFound, "no item " + id};
    return stateOf(*item);
}

std::vector<SectionProgress> InspectionDraft::sections() const
{
    std::vector<SectionProgress> sections;
    const std::vector<ItemState> states = items();
    for (const domain::ChecklistSection &section : m_checklist.sections) {
        SectionProgress progress;
        progress.code = section.code;
        progress.text = section.text;
        for (const ItemState &state : states) {
            if (state.item->section != section.code)
                continue;
            ++progress.items;
            progress.applicable += state.applies;
            progress.answered += state.applies && state.judgement.outcome != Outcome::Open;
            progress.failed += state.judgement.outcome == Outcome::Fail;
        }
        sections.push_back(std::move(progress));
    }
    return sections;
}

InspectionTotals InspectionDraft::totals() const
{
    InspectionTotals totals;
    for (const ItemState &state : items()) {
        totals.applicable += state.applies;
        totals.answered += state.applies && state.judgement.outcome != Outcome::Open;
        totals.pass += state.judgement.outcome == Outcome::Pass;
        totals.fail += state.judgement.outcome == Outcome::Fail;
        totals.notApplicable += state.judgement.outcome == Outcome::NotApplicable;
        totals.prefilled += state.answer && state.answer->prefilled;
    }
    totals.hazards = static_cast<std::uint32_t>(hazardsInForce().size());
    return totals;
}

} // namespace campus::fieldwork
