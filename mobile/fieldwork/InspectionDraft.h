// One checklist being filled at one school: every answer is on disk when answer() returns, and a
// draft opened again is exactly where it was. complete() turns it into events in one commit.
// Owned by one screen and used from its thread; the store outlives it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/Result.h"
#include "domain/Checklist.h"
#include "domain/Inspection.h"
#include "fieldwork/ActOutcome.h"
#include "fieldwork/FieldWork.h"

namespace campus::fieldwork {

struct ItemState {
    const domain::ChecklistItem *item = nullptr;
    bool applies = true;
    domain::Bounds bounds;                 // limits in force here
    std::optional<domain::Answer> answer;  // by a person, or prefilled from the register
    domain::Judgement judgement;
    std::optional<domain::Answer> last;    // at the inspection before, if any
    std::string hazard;                    // id of the drafted hazard or fix; empty = none
    bool fixedOnSpot = false;
    bool stillOpen = false;                // `hazard` is one that was open before
    std::string openBefore;                // an open hazard of this item here, if any
    bool needsProof = false;               // failed, and the item demands an action at once
    bool proven = false;                   // … whose proof is there
    bool settled() const { return !hazard.empty(); }
};

struct SectionProgress {
    std::string code;
    domain::BilingualText text;
    std::uint32_t items = 0, applicable = 0, answered = 0, failed = 0;
};

struct InspectionTotals {
    std::uint32_t applicable = 0, answered = 0, pass = 0, fail = 0, notApplicable = 0, hazards = 0;
    std::uint32_t prefilled = 0;
};

class InspectionDraft
{
public:
    const std::string &id() const { return m_id; }
    const domain::Checklist &checklist() const { return m_checklist; }
    const domain::School &school() const { return m_school; }
    const domain::Asset *asset() const { return m_asset ? &*m_asset : nullptr; }
    const domain::InspectionSubmitted &head() const { return m_head; }
    Day on() const { return m_head.on; }
    Result<void> setCompanion(const std::string &name);
    Result<void> setInspectors(const std::vector<std::string> &users);
    Result<void> setCampaign(const std::string &campaign);

    // ---- answers ----
    // NotFound for an unknown item; InvalidInput when the fields are not those of its type.
    Result<void> answer(domain::Answer answer);
    Result<bool> undo(); // false = nothing to take back
    bool canUndo() const { return m_undoable > 0; }
    std::vector<ItemState> items() const; // in checklist order
    Result<ItemState> item(const std::string &id) const;
    std::vector<SectionProgress> sections() const;
    InspectionTotals totals() const;

    // ---- what a failed item leads to ----
    // Prefilled: item, category, basis, level, days, measure, asset, the answer's photos. Not kept yet.
    domain::HazardAct proposeHazard(const std::string &item) const;
    // Keeps a hazard to be registered (kind Register) or fixed on the spot (FixOnSpot) with the
    // inspection. Decided first; a refusal keeps nothing, but a missing proof of the item's action
    // may follow by proveAction(). A second one for an item replaces the first.
    Result<ActOutcome> draftHazard(domain::HazardAct act);
    // The failed item is a hazard that is open already: no second one, a note on it instead.
    Result<ActOutcome> stillOpen(const std::string &item, const std::string &hazard,
                                 const std::vector<domain::Photo> &photos = {});
    // Proof of the action the item demands (stop use, cordon …), kept with its drafted hazard.
    Result<ActOutcome> proveAction(const std::string &item, const std::vector<domain::Photo> &photos);
    Result<void> dropHazard(const std::string &hazard);
    const std::vector<store::DraftedHazard> &hazards() const { return m_hazards; }

    // ---- the end ----
    std::vector<domain::Missing> missing() const; // in checklist order
    // One commit: answers, submission, hazards, what was seen differently from the register; the
    // draft is gone with it.
    Result<ActOutcome> complete();
    Result<void> discard(); // by a person's decision; nothing was sent

private:
    friend class FieldWork;
    InspectionDraft(FieldWork work, std::string id, domain::Checklist checklist, domain::School school,
                    std::optional<domain::Asset> asset, domain::InspectionSubmitted head);
    Result<void> reload();
    Result<void> keepHead();
    domain::Surroundings around() const;
    ItemState stateOf(const domain::ChecklistItem &item) const;
    const store::DraftedHazard *hazardOf(const std::string &item) const;
    // Of failed items, and those without an item: what complete() will state.
    std::vector<store::DraftedHazard> hazardsInForce() const;
    std::vector<domain::Answer> answersInForce() const; // in checklist order, of items that apply
    domain::InspectionSubmitted submission() const;
    Result<ActOutcome> keepHazard(store::DraftedHazard hazard);
    Result<domain::Event> eventOf(const store::DraftedHazard &hazard) const;
    Result<std::vector<domain::Event>> completionEvents() const;

    FieldWork m_work;
    std::string m_id;
    domain::Checklist m_checklist;
    domain::School m_school;
    std::optional<domain::Asset> m_asset;
    domain::InspectionSubmitted m_head;
    std::map<std::string, domain::Answer> m_answers; // newest by item
    std::map<std::string, domain::Answer> m_last;
    std::map<std::string, std::string> m_openBefore; // open hazards here, by item
    std::vector<store::DraftedHazard> m_hazards;
    std::uint32_t m_undoable = 0;
};

} // namespace campus::fieldwork
