// A bus checked at a school: nothing entered is lost, nothing known is asked, and nothing is completed
// that is not complete.
#include <QtTest>

#include "mobile/fieldwork/FieldBench.h"
#include "store/Files.h"

using namespace campus;
using namespace campus::support;
using domain::Answer;
using domain::HazardActKind;
using domain::Outcome;
using domain::ResponseType;
using fieldwork::InspectionDraft;
using fieldwork::ItemState;

class tst_InspectionDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void started_isPrefilledFromTheRegister();
    void reopened_isExactlyWhereItWas();
    void photo_comingInMeanwhile_isKeptByTheNextAnswer();
    void photoOfTheIncomingFolder_isOnDiskOnce();
    void formOfAnAct_goesWithItsAct();
    void undo_takesBackWhatWasEnteredOnly();
    void answerOfAnotherType_isRefused();
    void emptyDraft_saysWhatIsMissingInOrder();
    void failedItem_needsAHazardBeforeCompletion();
    void demandedAction_needsItsProof();
    void fixOnSpot_needsTheSamePlaceAndASignature();
    void itemPassedAfterAll_leavesItsHazardOut();
    void itemStillOpen_getsANoteInsteadOfASecondHazard();
    void completed_isOneCommitAndTheServerTakesItAll();
    void longChecklist_goesInSeveralParts();
    void anotherDay_doesNotChangeTheDayOfInspection();
};

namespace {

Answer passing(const ItemState &state)
{
    Answer answer = state.answer.value_or(Answer{});
    answer.item = state.item->id;
    const domain::Response &response = state.item->response;
    switch (response.type) {
    case ResponseType::PassFailNa: answer.passed = true; break;
    case ResponseType::Number:
        if (!answer.number)
            answer.number = state.bounds.min ? *state.bounds.min : state.bounds.max.value_or(1);
        break;
    case ResponseType::DateNotExpired:
        if (!answer.date)
            answer.date = Day::of(1'751'241'600'000) + 200;
        break;
    case ResponseType::DateWithin:
        if (!answer.date || state.judgement.outcome == Outcome::Fail)
            answer.date = Day::of(1'751'241'600'000) - 1;
        break;
    case ResponseType::CountOfTotal: answer.count = answer.total = 2; break;
    case ResponseType::Choice:
        for (const domain::ChoiceOption &option : response.options) {
            if (answer.choice.empty() && option.outcome == Outcome::Pass)
                answer.choice = option.value;
        }
        break;
    }
    return answer;
}

// Everything passes but the named item; photos where they are always wanted.
void answerAll(Hand &hand, InspectionDraft &draft, const std::string &failing = {})
{
    for (const ItemState &state : draft.items()) {
        if (!state.applies)
            continue;
        Answer answer = passing(state);
        if (state.item->id == failing)
            answer.passed = false;
        if (state.item->photo == domain::PhotoRule::Always || state.item->id == failing)
            answer.photos = {hand.photo("校车")};
        QVERIFY(draft.answer(answer));
    }
}

std::unique_ptr<InspectionDraft> start(Hand &hand)
{
    auto draft = hand.work().startInspection({kSchool, kBusChecklist, kBus, "汛期检查", {}, {}, {}, {}});
    CAMPUS_ASSERT(draft.has_value());
    return std::move(draft).value();
}

constexpr const char *kPlainItem = "bus.equip.first-aid";  // general, on_fail, no action
constexpr const char *kActionItem = "bus.equip.exits";     // general, stop_use

} // namespace

void tst_InspectionDraft::started_isPrefilledFromTheRegister()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto draft = start(hand);
    const auto age = draft->item("bus.driver.age");
    QVERIFY(age->answer && age->answer->prefilled);
    QCOMPARE(*age->answer->number, 33.0);
    QCOMPARE(age->judgement.outcome, Outcome::Pass);
    QCOMPARE(draft->item("bus.permit.insurance")->answer->date->iso(), "2026-04-09");
    QVERIFY(!draft->item("bus.mgmt.contract")->applies); // the school drives itself
    QVERIFY(draft->totals().prefilled >= 5);
    QCOMPARE(draft->totals().answered, draft->totals().prefilled);
    QVERIFY(!draft->canUndo());
    QCOMPARE(draft->head().inspectors.front(), kOfficer);
    QVERIFY(!hand.work().startInspection({kSchool, kBusChecklist, "B002", {}, {}, {}, {}, {}})); // not theirs
    QVERIFY(!hand.work().startInspection({kSchool, "school-bus@0.1", kBus, {}, {}, {}, {}, {}}));
}

void tst_InspectionDraft::reopened_isExactlyWhereItWas()
{
    FieldBench field;
    Hand hand = field.officer();
    std::string id;
    std::map<std::string, Answer> entered;
    {
        const auto draft = start(hand);
        id = draft->id();
        for (const ItemState &state : draft->items()) {
            if (!state.applies || entered.size() > 20)
                continue;
            Answer answer = passing(state);
            answer.note = "看过 " + state.item->no;
            if (entered.size() % 5 == 0)
                answer.photos = {hand.photo("校车")};
            QVERIFY(draft->answer(answer));
            entered[answer.item] = answer;
            entered[answer.item].prefilled = false;
        }
        QVERIFY(draft->setCompanion("李副校长"));
        QVERIFY(draft->draftHazard(field.finding(hand, "路口无人值守"))->saved());
    }
    field.officerTablet->reopen();
    QCOMPARE(hand.store().drafts()->size(), 1u);
    QCOMPARE(hand.store().drafts()->front().hazards, 1u);
    const auto draft = hand.work().resumeInspection(id).value();
    for (const auto &[item, answer] : entered)
        QVERIFY2(draft->item(item)->answer == answer, item.c_str());
    QCOMPARE(draft->head().companion, "李副校长");
    QCOMPARE(draft->hazards().size(), 1u);
    QCOMPARE(draft->hazards().front().act.description, "路口无人值守");
    QVERIFY(draft->canUndo());
    QVERIFY(!hand.work().resumeInspection("no-such-draft"));
}

void tst_InspectionDraft::photo_comingInMeanwhile_isKeptByTheNextAnswer()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto draft = start(hand);
    const ItemState state = draft->items().front();
    const domain::Photo first = hand.photo("校车"), second = hand.photo("校车");
    Answer answer = passing(state);
    answer.photos = {first};
    QVERIFY(draft->answer(answer));
    QVERIFY(hand.work().addPhoto(draft->id(), state.item->id, second)); // the page knows nothing of it
    answer.note = "看过";
    QVERIFY(draft->answer(answer));
    const auto again = hand.work().resumeInspection(draft->id()).value();
    answer.photos = {first, second};
    QVERIFY(again->item(state.item->id)->answer == answer);
    answer.photos = {second}; // taken away by hand stays away
    QVERIFY(again->answer(answer));
    QVERIFY(hand.work().resumeInspection(draft->id()).value()->item(state.item->id)->answer == answer);
    QVERIFY(again->discard());
    QCOMPARE(hand.work().addPhoto(draft->id(), state.item->id, second).error().code, ErrorCode::NotFound);
}

void tst_InspectionDraft::photoOfTheIncomingFolder_isOnDiskOnce()
{
    FieldBench field;
    Hand hand = field.officer();
    store::PosixFiles files;
    const std::string incoming = hand.store().incomingFolder() + "/IMG_0001.jpg";
    const std::string gallery = hand.store().incomingFolder() + "-of-somebody-else.jpg";
    for (const std::string &path : {incoming, gallery})
        QVERIFY(files.writeDurably(path, picture(77)));
    field.officerTablet->reopen(); // the program was ended before it took the photo in
    QVERIFY(fieldwork::PhotoIntake(hand.store()).leftBehind() == std::vector{incoming});
    fieldwork::PhotoIntake after(hand.store());
    const auto shot = after.takeFile(incoming, {});
    QCOMPARE(shot->from, std::string("camera"));
    QCOMPARE(shot->takenAt, hand.clock.wall());
    QVERIFY(hand.store().readBlob(shot->original));
    QVERIFY(!files.size(incoming));
    QVERIFY(after.leftBehind().empty());
    fieldwork::PhotoFacts facts;
    facts.from = "file";
    const auto chosen = after.takeFile(gallery, facts);
    QCOMPARE(chosen->from, std::string("file"));
    QCOMPARE(chosen->takenAt, Millis(0)); // nobody knows; not "now"
    QVERIFY(files.size(gallery).has_value());
}

void tst_InspectionDraft::formOfAnAct_goesWithItsAct()
{
    FieldBench field;
    Hand hand = field.officer();
    const std::string hazard =
        hand.work().registerHazard(kSchool, field.finding(hand, "通道堵塞"))->object;
    domain::HazardAct act;
    act.kind = HazardActKind::Note;
    act.text = "写到一半";
    QVERIFY(hand.store().keepForm({hazard, "note"}, act));
    QVERIFY(hand.store().keepForm({hazard, "progress"}, act));
    QVERIFY(!hand.work().fromForm("note").pass(hazard, {})->saved());
    QCOMPARE(hand.store().formsOf(hazard)->size(), 2u);
    QVERIFY(hand.work().fromForm("note").note(hazard, "写完了")->saved());
    QCOMPARE(hand.store().formsOf(hazard)->size(), 1u);
    QCOMPARE(hand.store().formsOf(hazard)->front().key, std::string("progress"));
}

void tst_InspectionDraft::undo_takesBackWhatWasEnteredOnly()
{
    FieldBench field;
    Hand hand = field.officer();
    auto draft = start(hand);
    const std::string item = "bus.driver.age";
    const Answer known = *draft->item(item)->answer;
    Answer changed = known;
    changed.number = 61;
    QVERIFY(draft->answer(changed));
    QCOMPARE(draft->item(item)->judgement.outcome, Outcome::Fail);
    changed.number = 34;
    QVERIFY(draft->answer(changed));
    QVERIFY(draft->undo().value());
    QCOMPARE(*draft->item(item)->answer->number, 61.0);
    field.officerTablet->reopen();
    draft = hand.work().resumeInspection(draft->id()).value();
    QVERIFY(draft->undo().value());
    QVERIFY(draft->item(item)->answer == known); // and prefilled again
    QVERIFY(!draft->undo().value());
    QVERIFY(!draft->canUndo());
}

void tst_InspectionDraft::answerOfAnotherType_isRefused()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto draft = start(hand);
    Answer answer;
    answer.item = "bus.driver.age";
    answer.passed = true;
    QCOMPARE(draft->answer(answer).error().code, ErrorCode::InvalidInput);
    answer.passed.reset();
    answer.number = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(draft->answer(answer).error().code, ErrorCode::InvalidInput);
    answer.item = "bus.equip.gnss";
    answer.number.reset();
    answer.choice = "never heard of";
    QCOMPARE(draft->answer(answer).error().code, ErrorCode::InvalidInput);
    answer.item = "no.such.item";
    QCOMPARE(draft->answer(answer).error().code, ErrorCode::NotFound);
    answer.item = kPlainItem;
    answer.choice.clear();
    answer.notApplicable = answer.passed.emplace(true);
    QCOMPARE(draft->answer(answer).error().code, ErrorCode::InvalidInput);
    answer.passed.reset();
    answer.note = std::string(limits::kNoteCharsMax + 1, 'x');
    QCOMPARE(draft->answer(answer).error().code, ErrorCode::TooLarge);
    QVERIFY(!draft->canUndo());
}

void tst_InspectionDraft::emptyDraft_saysWhatIsMissingInOrder()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto draft = start(hand);
    const auto missing = draft->missing();
    QCOMPARE(missing.front().item, "bus.permit.licence");
    QCOMPARE(missing.front().what, domain::Missing::What::Answer);
    const auto outcome = draft->complete();
    QVERIFY(outcome && !outcome->saved());
    QCOMPARE(outcome->missing.size(), missing.size());
    QCOMPARE(hand.store().unsentCount(), 0u);
    QCOMPARE(hand.store().drafts()->size(), 1u);
    const auto sections = draft->sections();
    std::uint32_t items = 0;
    for (const fieldwork::SectionProgress &section : sections)
        items += section.items;
    QCOMPARE(items, draft->checklist().items.size());
}

void tst_InspectionDraft::failedItem_needsAHazardBeforeCompletion()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto draft = start(hand);
    answerAll(hand, *draft, kPlainItem);
    const auto missing = draft->missing();
    QCOMPARE(missing.size(), 1u);
    QCOMPARE(missing.front().what, domain::Missing::What::HazardOrFix);
    const domain::HazardAct act = draft->proposeHazard(kPlainItem);
    QCOMPARE(act.item, kPlainItem); // no field is asked that the system knows
    QVERIFY(!act.basis.empty() && !act.category.empty() && !act.measure.empty());
    QCOMPARE(act.days.value_or(-1), 3);
    QCOMPARE(act.before.size(), 1u);
    QCOMPARE(act.asset, kBus);
    QCOMPARE(act.place, "测A·D1003");
    QVERIFY(draft->draftHazard(act)->saved());
    QVERIFY(draft->draftHazard(act)->saved()); // again: still one
    QCOMPARE(draft->hazards().size(), 1u);
    QVERIFY(draft->missing().empty());
    domain::HazardAct incomplete = act;
    incomplete.before.clear();
    const auto refused = draft->draftHazard(incomplete);
    QCOMPARE(refused->refusal, domain::Refusal::MissingBeforePhoto);
    QCOMPARE(draft->hazards().front().act.before.size(), 1u); // the refused one changed nothing
}

void tst_InspectionDraft::demandedAction_needsItsProof()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto draft = start(hand);
    answerAll(hand, *draft, kActionItem);
    QVERIFY(draft->item(kActionItem)->needsProof);
    QVERIFY(draft->draftHazard(draft->proposeHazard(kActionItem))->saved());
    auto missing = draft->missing();
    QCOMPARE(missing.size(), 1u);
    QCOMPARE(missing.front().what, domain::Missing::What::ActionProof);
    QVERIFY(draft->proveAction(kActionItem, {hand.photo("停运告示")})->saved());
    QVERIFY(draft->item(kActionItem)->proven);
    QVERIFY(draft->missing().empty());
    QVERIFY(draft->complete()->saved());
}

void tst_InspectionDraft::fixOnSpot_needsTheSamePlaceAndASignature()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto draft = start(hand);
    answerAll(hand, *draft, kPlainItem);
    domain::HazardAct act = draft->proposeHazard(kPlainItem);
    act.kind = HazardActKind::FixOnSpot;
    QCOMPARE(draft->draftHazard(act)->refusal, domain::Refusal::MissingSchoolSignature);
    act.signatures = {hand.schoolSignature("姜文峰")};
    QCOMPARE(draft->draftHazard(act)->refusal, domain::Refusal::MissingAfterPhoto);
    act.after = {hand.photo("别处")};
    QCOMPARE(draft->draftHazard(act)->refusal, domain::Refusal::PhotoPlaceDiffers);
    QVERIFY(draft->hazards().empty());
    act.after = {hand.photo(act.before.front().place)};
    const auto drafted = draft->draftHazard(act);
    QVERIFY(drafted->saved());
    QVERIFY(draft->item(kPlainItem)->fixedOnSpot);
    QVERIFY(draft->complete()->saved());
    QCOMPARE(hand.store().hazard(drafted->object)->state, domain::HazardState::Closed);
}

void tst_InspectionDraft::itemPassedAfterAll_leavesItsHazardOut()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto draft = start(hand);
    answerAll(hand, *draft, kPlainItem);
    QVERIFY(draft->draftHazard(draft->proposeHazard(kPlainItem))->saved());
    Answer fine = *draft->item(kPlainItem)->answer;
    fine.passed = true;
    QVERIFY(draft->answer(fine));
    QCOMPARE(draft->totals().hazards, 0u);
    QVERIFY(draft->undo().value()); // it did fail
    QCOMPARE(draft->totals().hazards, 1u);
    QVERIFY(draft->answer(fine));
    QVERIFY(draft->complete()->saved());
    QVERIFY(hand.store().hazards({})->empty());
    QVERIFY(hand.store().inspection(draft->id())->head.hazards.empty());
}

void tst_InspectionDraft::itemStillOpen_getsANoteInsteadOfASecondHazard()
{
    FieldBench field;
    Hand hand = field.officer();
    {
        const auto first = start(hand);
        answerAll(hand, *first, kPlainItem);
        QVERIFY(first->draftHazard(first->proposeHazard(kPlainItem))->saved());
        QVERIFY(first->complete()->saved());
    }
    const std::string open = hand.store().hazards({})->front().id;
    field.bench.clock.advance(kDayMillis);
    const auto second = start(hand);
    QCOMPARE(second->item(kPlainItem)->openBefore, open);
    QCOMPARE(*second->item(kPlainItem)->last->passed, false); // last result per item
    answerAll(hand, *second, kPlainItem);
    QVERIFY(second->stillOpen(kPlainItem, open)->saved());
    QVERIFY(second->item(kPlainItem)->stillOpen);
    QVERIFY(second->complete()->saved());
    QCOMPARE(hand.store().hazards({})->size(), 1u);
    QCOMPARE(hand.store().hazard(open)->timeline.size(), 2u);
    QVERIFY(field.officerTablet->synced());
    QVERIFY(hand.store().cards()->empty());
}

void tst_InspectionDraft::completed_isOneCommitAndTheServerTakesItAll()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto draft = start(hand);
    answerAll(hand, *draft, kPlainItem);
    Answer insurance = *draft->item("bus.permit.insurance")->answer;
    insurance.date = Day::parse("2026-12-31"); // the policy was renewed: seen on paper
    QVERIFY(draft->answer(insurance));
    QVERIFY(draft->draftHazard(draft->proposeHazard(kPlainItem))->saved());
    QVERIFY(draft->draftHazard(field.finding(hand, "上车点无隔离"))->saved()); // without an item
    const auto totals = draft->totals();
    const auto outcome = draft->complete();
    QVERIFY(outcome && outcome->saved());
    QVERIFY(hand.store().drafts()->empty());
    const auto rows = hand.store().inspections({});
    QCOMPARE(rows->size(), 1u);
    QCOMPARE(rows->front().pass, totals.pass);
    QCOMPARE(rows->front().fail, 1u);
    QCOMPARE(rows->front().pass + rows->front().fail + rows->front().notApplicable,
             draft->checklist().items.size());
    QCOMPARE(rows->front().hazards, 2u);
    QCOMPARE(hand.store().hazards({})->size(), 2u);
    // asset.observed wrote the new date into the register, on this tablet before any network.
    const auto bus = hand.store().asset(kBus);
    QCOMPARE(std::get<std::string>(bus->fields.at("insurance_valid_until")), "2026-12-31");
    QCOMPARE(hand.store().assets(kSchool)->size(), hand.store().assetsOf(kSchool).size());

    QVERIFY(field.officerTablet->synced());
    QVERIFY(hand.store().cards()->empty());
    QCOMPARE(hand.store().syncOverview().unsettledEvents, 0u);
    const auto shown = hand.store().inspection(draft->id());
    const auto server = field.bench.server.state().docs.at({domain::ObjectKind::Inspection, draft->id()});
    QVERIFY(*shown == std::get<domain::Inspection>(server.doc));
    QCOMPARE(rows->front().title, hand.store().checklist(kBusChecklist)->title.zh);
}

void tst_InspectionDraft::longChecklist_goesInSeveralParts()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto draft = start(hand);
    answerAll(hand, *draft);
    std::size_t with = 0;
    for (const ItemState &state : draft->items()) {
        if (!state.answer)
            continue;
        Answer wordy = *state.answer;
        wordy.note = std::string(1900, 'n');
        for (int i = 0; i < 3 && with < 30; ++i)
            wordy.photos.push_back(hand.photo("校车"));
        ++with;
        QVERIFY(draft->answer(wordy));
    }
    const auto outcome = draft->complete();
    QVERIFY(outcome && outcome->saved());
    QVERIFY(outcome->events.size() >= 5);
    for (const std::string &event : outcome->events)
        QVERIFY(hand.store().eventLine(event)->size() <= limits::kEventBytesMax);
    QCOMPARE(hand.store().inspection(draft->id())->answers.size(), with);
    QVERIFY(field.officerTablet->synced(false));
    QVERIFY(hand.store().cards()->empty());
}

void tst_InspectionDraft::anotherDay_doesNotChangeTheDayOfInspection()
{
    FieldBench field;
    Hand hand = field.officer();
    const std::string id = start(hand)->id();
    field.bench.clock.advance(2 * kDayMillis);
    const auto draft = hand.work().resumeInspection(id).value();
    QCOMPARE(draft->on().iso(), "2025-06-30");
    answerAll(hand, *draft);
    QVERIFY(draft->complete()->saved());
    QCOMPARE(hand.store().inspections({})->front().on.iso(), "2025-06-30");
}

QTEST_GUILESS_MAIN(tst_InspectionDraft)
#include "tst_InspectionDraft.moc"
