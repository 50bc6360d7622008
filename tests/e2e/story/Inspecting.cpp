#include <algorithm>

#include "e2e/story/FieldActs.h"
#include "fieldwork/InspectionDraft.h"

namespace campus::story {

namespace {

using domain::Answer;
using domain::ChecklistItem;
using domain::Outcome;
using domain::ResponseType;
using fieldwork::InspectionDraft;
using fieldwork::ItemState;

Answer passingAnswer(const ItemState &state, Day today)
{
    const domain::Response &response = state.item->response;
    Answer answer;
    answer.item = state.item->id;
    switch (response.type) {
    case ResponseType::PassFailNa: answer.passed = true; break;
    case ResponseType::Number:
        answer.number = state.bounds.min ? *state.bounds.min : state.bounds.max.value_or(0);
        break;
    case ResponseType::DateNotExpired: answer.date = today + 200; break;
    case ResponseType::DateWithin: answer.date = today - 5; break;
    case ResponseType::CountOfTotal:
        answer.count = 10;
        answer.total = 10;
        break;
    case ResponseType::Choice:
        for (const domain::ChoiceOption &option : response.options) {
            if (option.outcome == Outcome::Pass && answer.choice.empty())
                answer.choice = option.value;
        }
        break;
    }
    return answer;
}

// One or two general items that need nothing but a look and a photo.
std::vector<std::string> itemsToFail(const InspectionDraft &draft)
{
    const std::string about = draft.school().id + "|" + (draft.asset() ? draft.asset()->id : "");
    std::vector<std::pair<std::uint32_t, std::string>> candidates;
    for (const ItemState &state : draft.items()) {
        const ChecklistItem &item = *state.item;
        if (state.applies && item.response.type == ResponseType::PassFailNa &&
            item.level == domain::Level::General && item.failAction == domain::FailAction::None &&
            item.photo == domain::PhotoRule::OnFail && !item.restricted)
            candidates.emplace_back(choose(about + "|" + item.id, 1u << 24), item.id);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.resize(std::min<std::size_t>(candidates.size(), 1 + choose(about, 2)));
    std::vector<std::string> items;
    for (const auto &[weight, id] : candidates)
        items.push_back(id);
    return items;
}

struct Visit {
    StoryTablet &tablet;
    InspectionDraft &draft;
    QString picture; // kind of the motif
    std::string place;

    Result<domain::Photo> photo(const ChecklistItem &item, Scene scene,
                                const std::string &where) const
    {
        return tablet.photograph(picture, QString::fromStdString(place + " " + item.id), scene,
                                 where);
    }
    Result<void> answerAll() const;
    Result<void> settle(const ItemState &state) const;
};

Result<void> Visit::answerAll() const
{
    const std::vector<std::string> failing = itemsToFail(draft);
    for (const ItemState &state : draft.items()) {
        if (!state.applies)
            continue;
        const bool fails =
            std::find(failing.begin(), failing.end(), state.item->id) != failing.end();
        Answer answer = state.answer ? *state.answer : passingAnswer(state, draft.on());
        bool changed = !state.answer;
        if (fails && answer.passed != false) {
            answer.passed = false;
            answer.note = "现场查看，未做到“" + state.item->text.zh + "”";
            changed = true;
        }
        const bool wantsPhoto = state.item->photo == domain::PhotoRule::Always ||
                                (state.item->photo == domain::PhotoRule::OnFail &&
                                 (fails || state.judgement.outcome == Outcome::Fail));
        if (wantsPhoto && answer.photos.empty()) {
            auto taken = photo(*state.item, fails ? Scene::Before : Scene::Overview, place);
            if (!taken)
                return taken.error();
            answer.photos.push_back(*taken);
            changed = true;
        }
        if (!changed)
            continue;
        if (auto saved = draft.answer(answer); !saved)
            return {saved.error().code, state.item->id + ": " + saved.error().detail};
    }
    return {};
}

Result<void> Visit::settle(const ItemState &state) const
{
    const ChecklistItem &item = *state.item;
    domain::HazardAct act = draft.proposeHazard(item.id);
    act.place = place;
    if (act.description.empty())
        act.description = "不符合：" + item.text.zh;
    if (act.before.empty() && item.photo != domain::PhotoRule::Never) {
        auto before = photo(item, Scene::Before, place);
        if (!before)
            return before.error();
        act.before.push_back(*before);
    }
    for (domain::Photo &before : act.before)
        before.place = place;
    if (state.needsProof && act.failActionProof.empty()) {
        auto proof = photo(item, Scene::Proof, place);
        if (!proof)
            return proof.error();
        act.failActionProof.push_back(*proof);
        act.interim = act.interim.empty() ? "已当场停用并设置警戒" : act.interim;
    }
    if (act.level == domain::Level::Major && act.interim.empty())
        act.interim = "已当场管控，专人看护";
    const bool atOnce =
        act.level == domain::Level::General && !act.before.empty() &&
        (act.days.value_or(1) == 0 || choose(draft.school().id + item.id + "|spot", 4) == 0);
    if (atOnce) {
        auto after = photo(item, Scene::After, place);
        const std::string witness = draft.school().principalName;
        const auto image = tablet.penStroke(QString::fromStdString(witness));
        if (!after || !image)
            return !after ? after.error() : image.error();
        act.kind = domain::HazardActKind::FixOnSpot;
        act.after = {*after};
        act.done = "当场整改完毕";
        domain::HandSignature signature;
        signature.name = witness;
        signature.role = "school";
        signature.image = *image;
        signature.contentHash = sha256(act.place + act.description);
        signature.signedAt = tablet.work().clock().wall();
        act.signatures = {signature};
    }
    const auto outcome = draft.draftHazard(act);
    if (!outcome)
        return outcome.error();
    if (!outcome->saved()) {
        return {ErrorCode::Conflict,
                item.id + " was refused: " + std::string(domain::nameOf(outcome->refusal))};
    }
    return {};
}

Result<std::unique_ptr<InspectionDraft>> draftFor(StoryTablet &tablet, const InspectionTask &task,
                                                  const domain::Checklist &checklist)
{
    const auto drafts = tablet.store().drafts(task.school);
    if (!drafts)
        return drafts.error();
    for (const store::DraftRow &row : *drafts) {
        if (row.kind == store::DraftKind::Inspection && row.asset == task.asset &&
            row.checklist == checklist.id())
            return tablet.work().resumeInspection(row.id);
    }
    fieldwork::InspectionStart start;
    start.school = task.school;
    start.checklist = checklist.id();
    start.asset = task.asset;
    start.campaign = "汛期安全大检查";
    return tablet.work().startInspection(start);
}

} // namespace

Result<void> inspect(StoryTablet &tablet, const InspectionTask &task)
{
    store::InspectionQuery query;
    query.school = task.school;
    query.asset = task.asset;
    query.checklistKind = task.kind;
    const auto before = tablet.store().inspections(query);
    if (!before)
        return before.error();
    if (!before->empty())
        return {};
    const auto checklists = tablet.store().checklists();
    const auto checklist =
        std::find_if(checklists.begin(), checklists.end(),
                     [&](const domain::Checklist &c) { return c.kind == task.kind; });
    if (checklist == checklists.end())
        return {ErrorCode::NotFound, "no checklist " + task.kind + " on the tablet"};
    auto draft = draftFor(tablet, task, *checklist);
    if (!draft)
        return draft.error();
    const domain::Asset *asset = (*draft)->asset();
    const Visit visit{
        tablet, **draft,
        QString::fromUtf8(asset ? domain::nameOf(asset->kind) : std::string_view("school")),
        asset ? asset->name : (*draft)->school().name};
    if (auto answered = visit.answerAll(); !answered)
        return answered;
    for (const ItemState &state : (*draft)->items()) {
        if (state.applies && state.judgement.outcome == Outcome::Fail && !state.settled()) {
            if (auto settled = visit.settle(state); !settled)
                return settled;
        }
    }
    const auto outcome = (*draft)->complete();
    if (!outcome)
        return outcome.error();
    if (!outcome->saved()) {
        return {ErrorCode::Conflict,
                task.kind + " at " + task.school + " cannot be completed: " +
                    (outcome->missing.empty() ? std::string(domain::nameOf(outcome->refusal))
                                              : outcome->missing.front().item)};
    }
    return {};
}

} // namespace campus::story
