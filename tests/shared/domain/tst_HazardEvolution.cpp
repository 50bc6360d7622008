// What accepted acts leave behind: dates, rounds, sums, marks, the timeline, and the main hazard's
// side of a merge.
#include "HazardFixture.h"
#include "StdText.h"

using namespace campus;
using namespace campus::domain;
using namespace campus::test;
using K = HazardActKind;
using S = HazardState;

class tst_HazardEvolution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registration_setsWhatWasFound();
    void fixedOnSpot_isDueAndClosedOnTheFoundDay();
    void assignment_storesTheDueDate();
    void signedOnTheSpot_isServedThatDay();
    void submissionAndReview_areDatedByTheirDay();
    void return_clearsTheSubmissionAndKeepsTheDeadline();
    void extension_movesOnlyTheEffectiveDate();
    void reopening_startsARound();
    void money_addsUpAndNeverOverflows();
    void marks_keepTheirDates();
    void plan_collectsTheFive();
    void level_waitsAndIsDecided();
    void timeline_keepsWordsAndPhotos();
    void overlay_keepsTheVersion();
    void recordedOnMerged_changesNothingElse();
    void absorb_takesStricterLevelAndEarlierDue();
    void absorb_shortensAnExtension();
    void absorb_keepsThePlate();
    void withdrawnOrder_waitsForANewOne();
    void merge_mainClosedOnTheSameDayOrLater();
    void occurredInterval_theNearerEndDecides();
};

void tst_HazardEvolution::registration_setsWhatWasFound()
{
    Story story;
    HazardAct act = fullAct(K::Register);
    act.earlierHazard = "h-old";
    story.tell(act, person(Role::SafetyOfficer), "2025-03-04");
    const Hazard &hazard = story.hazard();
    QCOMPARE(hazard.id, std::string("h1"));
    QCOMPARE(hazard.school, std::string("S1"));
    QCOMPARE(hazard.number, std::string("No.1"));
    QCOMPARE(hazard.finder, std::string("u-safety_officer"));
    QVERIFY(hazard.foundOn == day("2025-03-03"));
    QCOMPARE(hazard.category, std::string("FIRE.EQUIP"));
    QCOMPARE(hazard.earlierHazard, std::string("h-old"));
    QVERIFY(hazard.found == act);
    QVERIFY(!hazard.confirmedLevel);
    QCOMPARE(hazard.rounds.size(), std::size_t{1});
    QVERIFY(hazard.round().startedOn == day("2025-03-03"));
    QVERIFY(!hazard.effectiveDue());
    QVERIFY(hazard.isOpen());
}

void tst_HazardEvolution::fixedOnSpot_isDueAndClosedOnTheFoundDay()
{
    Story story;
    HazardAct act = fullAct(K::FixOnSpot);
    act.moneyCents = 12'00;
    story.tell(act, person(Role::SafetyOfficer), "2025-03-05");
    const Hazard &hazard = story.hazard();
    QCOMPARE(nameOf(hazard.state), std::string_view("closed"));
    QVERIFY(hazard.fixedOnSpot);
    const Round &round = hazard.round();
    for (const auto &date : {round.originalDue, round.submittedOn, round.acceptedSubmissionOn,
                             round.closedOn, hazard.doneOn})
        QVERIFY(date == day("2025-03-03"));
    QCOMPARE(hazard.moneyCents, std::int64_t{12'00});
    QCOMPARE(hazard.after.size(), std::size_t{1});
    story.tell(K::Reopen, Role::SafetyOfficer, "2025-04-01");
    QVERIFY(!story.hazard().fixedOnSpot);
}

void tst_HazardEvolution::assignment_storesTheDueDate()
{
    Story story = hazardIn(S::Registered);
    HazardAct act = fullAct(K::Assign);
    act.due.reset();
    act.days = 7;
    act.on = day("2025-03-05");
    story.tell(act, person(Role::SafetyOfficer), "2025-03-09"); // arrived later
    QVERIFY(story.hazard().round().originalDue == day("2025-03-12"));
    QVERIFY(!story.hazard().round().servedOn);
    QCOMPARE(story.hazard().responsible, std::string("苏光勇"));
    QVERIFY(!story.hazard().isOverdue(day("2025-03-12")));
    QVERIFY(story.hazard().isOverdue(day("2025-03-13")));

    Story stated = hazardIn(S::Assigned);
    QVERIFY(stated.hazard().round().originalDue == day("2025-03-20"));
    HazardAct receive = fullAct(K::Receive);
    receive.on = day("2025-03-06");
    stated.tell(receive, person(Role::Principal), "2025-03-07");
    QVERIFY(stated.hazard().round().servedOn == day("2025-03-06"));
    QVERIFY(stated.hazard().round().originalDue == day("2025-03-20"));
}

void tst_HazardEvolution::signedOnTheSpot_isServedThatDay()
{
    Story story = hazardIn(S::Registered);
    HazardAct act = fullAct(K::Assign);
    act.on = day("2025-03-03");
    act.signatures = {drawn("inspector"), drawn("school")};
    story.tell(act, person(Role::SafetyOfficer), "2025-03-04");
    QVERIFY(story.hazard().round().servedOn == day("2025-03-03"));
    story.tell(K::Receive, Role::Principal, "2025-03-06");
    QVERIFY(story.hazard().round().servedOn == day("2025-03-03"));
}

void tst_HazardEvolution::submissionAndReview_areDatedByTheirDay()
{
    Story story = hazardIn(S::Rectifying);
    HazardAct confirm = fullAct(K::Confirm);
    confirm.doneOn = day("2025-03-06");
    story.tell(confirm, person(Role::Principal), "2025-03-19");
    QVERIFY(story.hazard().round().submittedOn == day("2025-03-19"));
    QVERIFY(story.hazard().doneOn == day("2025-03-06"));
    QVERIFY(!story.hazard().isOverdue(day("2025-04-01"))); // waits for review
    story.tell(K::Pass, Role::SafetyOfficer, "2025-04-02");
    const Round &round = story.hazard().round();
    QVERIFY(round.acceptedSubmissionOn == day("2025-03-19"));
    QVERIFY(round.closedOn == day("2025-04-02"));
    QVERIFY(story.hazard().reviewedOn == day("2025-04-02"));
    QCOMPARE(story.hazard().reviewText, std::string("符合要求"));
}

void tst_HazardEvolution::return_clearsTheSubmissionAndKeepsTheDeadline()
{
    Story story = hazardIn(S::Submitted);
    story.tell(K::Return, Role::SafetyOfficer, "2025-03-22");
    const Hazard &hazard = story.hazard();
    QCOMPARE(nameOf(hazard.state), std::string_view("rectifying"));
    QVERIFY(!hazard.round().submittedOn);
    QCOMPARE(hazard.round().returns, 1);
    QCOMPARE(hazard.returns, 1);
    QVERIFY(hazard.round().originalDue == day("2025-03-20"));
    QVERIFY(hazard.after.empty() && hazard.done.empty() && hazard.submittedBy.empty());
    QVERIFY(hazard.isOverdue(day("2025-03-22")));
    QCOMPARE(hazard.reviewText, std::string("仍有一具未更换"));
}

void tst_HazardEvolution::extension_movesOnlyTheEffectiveDate()
{
    Story story = hazardIn(S::Rectifying);
    story.tell(K::AskExtension, Role::Principal, "2025-03-20"); // on the due day itself
    QVERIFY(story.hazard().extensionAskedUntil == day("2025-05-01"));
    QCOMPARE(nameOf(story.hazard().delayReason), std::string_view("tender"));
    HazardAct grant = fullAct(K::GrantExtension);
    grant.until = day("2025-04-15"); // less than asked
    story.tell(grant, person(Role::BureauAdmin), "2025-03-25");
    QVERIFY(!story.hazard().extensionAskedUntil);
    QVERIFY(story.hazard().round().originalDue == day("2025-03-20"));
    QVERIFY(story.hazard().effectiveDue() == day("2025-04-15"));
    HazardAct grantAsked;
    grantAsked.kind = K::GrantExtension;
    story.tell(K::AskExtension, Role::Principal, "2025-04-10");
    story.tell(grantAsked, person(Role::BureauAdmin), "2025-04-11");
    QVERIFY(story.hazard().effectiveDue() == day("2025-05-01"));
    HazardAct longer = fullAct(K::AskExtension);
    longer.until = day("2025-06-01");
    story.tell(longer, person(Role::Principal), "2025-04-20");
    story.tell(K::RefuseExtension, Role::BureauAdmin, "2025-04-21");
    QVERIFY(!story.hazard().extensionAskedUntil);
    QVERIFY(story.hazard().effectiveDue() == day("2025-05-01"));
}

void tst_HazardEvolution::reopening_startsARound()
{
    Story story = hazardIn(S::Closed);
    story.tell(K::Reopen, Role::SafetyOfficer, "2025-06-08"); // day 90 after closing on 03-10
    const Hazard &hazard = story.hazard();
    QCOMPARE(hazard.rounds.size(), std::size_t{2});
    QCOMPARE(hazard.reopenings, 1);
    QVERIFY(hazard.rounds[0].closedOn == day("2025-03-10"));
    QVERIFY(hazard.round().startedOn == day("2025-06-08"));
    QVERIFY(hazard.round().originalDue == day("2025-06-30"));
    QVERIFY(hazard.submittedBy.empty() && hazard.after.empty());
    QVERIFY(hazard.foundOn == day("2025-03-03")); // not found again (§12.5)
    // The photos of the new fault say where the next after-photo must come from.
    HazardAct elsewhere = fullAct(K::Confirm);
    elsewhere.after = {photo("操场", 1)};
    QCOMPARE(wordOf(story.tell(elsewhere, person(Role::Principal), "2025-06-10")),
             std::string("photo_place_differs"));
    QCOMPARE(wordOf(story.tell(K::Confirm, Role::Principal, "2025-06-10")), std::string("accepted"));
}

void tst_HazardEvolution::money_addsUpAndNeverOverflows()
{
    Story story = hazardIn(S::Rectifying);
    HazardAct progress = fullAct(K::Progress);
    progress.moneyCents = 1'000'00;
    progress.moneySource = "公用经费";
    story.tell(progress, person(Role::Principal), "2025-03-06");
    HazardAct confirm = fullAct(K::Confirm);
    confirm.moneyCents = 234'56;
    story.tell(confirm, person(Role::Principal), "2025-03-08");
    QCOMPARE(story.hazard().moneyCents, std::int64_t{1'234'56});
    QCOMPARE(story.hazard().moneySource, std::string("公用经费"));
    progress.moneyCents = std::numeric_limits<std::int64_t>::max();
    Hazard hazard = story.hazard();
    hazard.state = S::Rectifying;
    const Event event = eventOf(progress, person(Role::Principal));
    Doc doc = evolve(hazard, event, {9, at("2025-03-09"), {}});
    doc = evolve(doc, event, {10, at("2025-03-09"), {}});
    QCOMPARE(std::get<Hazard>(doc).moneyCents, std::int64_t{100'000'000'000'000});
}

void tst_HazardEvolution::marks_keepTheirDates()
{
    Story story = hazardIn(S::Assigned);
    story.tell(K::List, Role::BureauAdmin, "2025-03-09");
    QVERIFY(story.hazard().listedOn == day("2025-03-06"));
    QCOMPARE(story.hazard().listingUnit, std::string("教育局"));
    QCOMPARE(story.hazard().plan, fullAct(K::List).plan);
    story.tell(K::Supervise, Role::BureauAdmin, "2025-03-09");
    QVERIFY(story.hazard().supervisedOn == day("2025-03-09"));
    story.tell(K::LiftSupervision, Role::BureauAdmin, "2025-03-12");
    QVERIFY(story.hazard().supervisionLiftedOn == day("2025-03-12"));
    story.tell(K::Transfer, Role::BureauAdmin, "2025-03-12");
    QVERIFY(story.hazard().transferredOn == day("2025-03-07"));
    QCOMPARE(story.hazard().transferredTo, std::string("消防救援大队"));
    story.tell(K::Delist, Role::BureauAdmin, "2025-04-07");
    QVERIFY(story.hazard().delistedOn == day("2025-04-06"));
    HazardAct again = fullAct(K::List);
    again.number = "另一号";
    story.tell(again, person(Role::BureauAdmin), "2025-04-08");
    QVERIFY(!story.hazard().delistedOn);
    QCOMPARE(nameOf(story.hazard().state), std::string_view("assigned"));
}

void tst_HazardEvolution::plan_collectsTheFive()
{
    Story story = hazardIn(S::Rectifying, Level::Major);
    HazardAct plan = fullAct(K::Plan);
    plan.settled.money = day("2025-03-10");
    story.tell(plan, person(Role::Principal), "2025-03-10");
    HazardAct more;
    more.kind = K::Plan;
    more.settled.time = day("2025-03-11");
    story.tell(more, person(Role::Principal), "2025-03-11");
    QVERIFY(story.hazard().settled.money == day("2025-03-10"));
    QVERIFY(story.hazard().settled.time == day("2025-03-11"));
    QVERIFY(!story.hazard().settled.measures);
    QCOMPARE(story.hazard().plan, std::string("治理方案"));
}

void tst_HazardEvolution::level_waitsAndIsDecided()
{
    Story story = hazardIn(S::Registered);
    story.tell(K::ProposeLevel, Role::SafetyOfficer, "2025-03-04");
    QVERIFY(story.hazard().awaitsLevel() && !story.hazard().isMajor());
    QCOMPARE(story.hazard().interim, std::string("停用该楼梯"));
    story.tell(K::ConfirmLevel, Role::BureauAdmin, "2025-03-05");
    QVERIFY(!story.hazard().awaitsLevel() && story.hazard().isMajor());
    HazardAct lower = fullAct(K::ProposeLevel);
    lower.level = Level::General;
    story.tell(lower, person(Role::SafetyOfficer), "2025-03-06");
    QVERIFY(story.hazard().isMajor()); // until the bureau decides
}

void tst_HazardEvolution::timeline_keepsWordsAndPhotos()
{
    Story story = hazardIn(S::Submitted);
    HazardAct note = fullAct(K::Note);
    note.text.clear();
    for (int i = 0; i < 400; ++i)
        note.text += "安";
    note.before = {photo("北楼梯", 7)};
    note.after = {photo("北楼梯", 8)};
    story.tell(note, person(Role::Expert), "2025-03-09");
    const auto &timeline = story.hazard().timeline;
    QCOMPARE(timeline.size(), std::size_t{5});
    const TimelineEntry &entry = timeline.back();
    QCOMPARE(entry.text.size(), std::size_t{300 * 3});
    QCOMPARE(entry.photos.size(), std::size_t{2});
    QCOMPARE(entry.seq, std::uint64_t{5});
    QCOMPARE(entry.at, noonOf(day("2025-03-09")));
    QCOMPARE(nameOf(entry.role), std::string_view("expert"));
    QCOMPARE(entry.event, std::string("e5"));
}

void tst_HazardEvolution::overlay_keepsTheVersion()
{
    const Story story = hazardIn(S::Rectifying);
    const Event event = eventOf(fullAct(K::Confirm), person(Role::Principal));
    const Doc overlay = evolve(story.doc, event, {0, at("2025-03-08"), {}});
    const auto &hazard = std::get<Hazard>(overlay);
    QCOMPARE(nameOf(hazard.state), std::string_view("submitted"));
    QCOMPARE(hazard.version, story.version());
    QCOMPARE(hazard.timeline.back().seq, std::uint64_t{0});
}

void tst_HazardEvolution::recordedOnMerged_changesNothingElse()
{
    const Story story = hazardIn(S::Merged);
    const Event event = eventOf(fullAct(K::Confirm), person(Role::Principal));
    const Doc after = evolve(story.doc, event, {9, at("2025-03-09"), {}});
    Hazard expected = story.hazard();
    expected.timeline.push_back(std::get<Hazard>(after).timeline.back());
    expected.version = 9;
    QVERIFY(after == Doc(expected));
}

void tst_HazardEvolution::absorb_takesStricterLevelAndEarlierDue()
{
    Hazard duplicate = hazardIn(S::Assigned, Level::Major).hazard();
    duplicate.rounds.back().originalDue = day("2025-03-15");
    const Event event = eventOf(fullAct(K::Merge), person(Role::BureauAdmin));
    const Stamp stamp{20, at("2025-03-10"), {}};
    const Hazard main = absorb(hazardIn(S::Assigned).hazard(), duplicate, event, stamp);
    QVERIFY(main.isMajor());
    QVERIFY(main.effectiveDue() == day("2025-03-15"));
    QCOMPARE(main.version, std::uint64_t{20});
    QCOMPARE(nameOf(main.state), std::string_view("assigned"));

    duplicate.rounds.back().originalDue = day("2025-09-30");
    duplicate.confirmedLevel.reset();
    duplicate.proposedLevel = Level::Major;
    const Hazard later = absorb(hazardIn(S::Assigned).hazard(), duplicate, event, stamp);
    QVERIFY(later.awaitsLevel());
    QVERIFY(later.effectiveDue() == day("2025-03-20"));

    const Hazard undated = absorb(hazardIn(S::Registered).hazard(), duplicate, event, stamp);
    QVERIFY(undated.effectiveDue() == day("2025-09-30"));
    QVERIFY(absorb(hazardIn(S::Assigned, Level::Major).hazard(), duplicate, event, stamp).isMajor());
}

void tst_HazardEvolution::absorb_keepsThePlate()
{
    Story duplicate = hazardIn(S::Assigned);
    duplicate.tell(K::List, Role::BureauAdmin, "2025-03-08");
    duplicate.tell(K::Supervise, Role::BureauAdmin, "2025-03-08");
    duplicate.tell(K::Transfer, Role::BureauAdmin, "2025-03-08");
    HazardAct spent = fullAct(K::Progress);
    spent.moneyCents = 500;
    duplicate.tell(spent, person(Role::Principal), "2025-03-08");
    const Event event = eventOf(fullAct(K::Merge), person(Role::BureauAdmin));
    const Hazard main =
        absorb(hazardIn(S::Assigned).hazard(), duplicate.hazard(), event, {20, at("2025-03-10"), {}});
    QCOMPARE(main.listingNumber, duplicate.hazard().listingNumber);
    QCOMPARE(main.listedOn, std::optional(day("2025-03-06")));
    QCOMPARE(main.listedUntil, std::optional(day("2025-09-06")));
    QCOMPARE(main.supervisedUntil, std::optional(day("2025-04-30")));
    QCOMPARE(main.transferredTo, std::string("消防救援大队"));
    QCOMPARE(main.moneyCents, std::int64_t{500});
}

void tst_HazardEvolution::withdrawnOrder_waitsForANewOne()
{
    Story story = hazardIn(S::Rectifying);
    story.tell(K::AskExtension, Role::Principal, "2025-03-06");
    QCOMPARE(wordOf(story.tell(K::Withdraw, Role::BureauAdmin, "2025-03-07")), std::string("accepted"));
    const Hazard &hazard = story.hazard();
    QCOMPARE(hazard.state, S::Registered);
    QVERIFY(!hazard.effectiveDue() && !hazard.round().servedOn && !hazard.extensionAskedUntil);
    QVERIFY(hazard.round().notice.empty());
    QVERIFY(!hazard.isOverdue(day("2025-12-31")));
    QCOMPARE(wordOf(story.tell(K::Withdraw, Role::BureauAdmin, "2025-03-07")), std::string("noop"));
    HazardAct anew = fullAct(K::Assign);
    anew.notice = "n2";
    anew.due = day("2025-04-10");
    QCOMPARE(wordOf(story.tell(anew, person(Role::BureauAdmin), "2025-03-10")), std::string("accepted"));
    QCOMPARE(story.hazard().effectiveDue(), std::optional(day("2025-04-10")));
    QCOMPARE(story.hazard().round().startedOn, day("2025-03-03"));
}

void tst_HazardEvolution::absorb_shortensAnExtension()
{
    const Event event = eventOf(fullAct(K::Merge), person(Role::BureauAdmin));
    Hazard main = hazardIn(S::Assigned).hazard();
    main.rounds.back().extendedUntil = day("2025-05-01");
    Hazard duplicate = hazardIn(S::Assigned).hazard();
    duplicate.rounds.back().originalDue = day("2025-04-10");
    const Hazard between = absorb(main, duplicate, event, {20, at("2025-03-10"), {}});
    QVERIFY(between.round().originalDue == day("2025-03-20"));
    QVERIFY(between.effectiveDue() == day("2025-04-10"));
    duplicate.rounds.back().originalDue = day("2025-03-12");
    const Hazard before = absorb(main, duplicate, event, {20, at("2025-03-10"), {}});
    QVERIFY(before.effectiveDue() == day("2025-03-12"));
}

void tst_HazardEvolution::merge_mainClosedOnTheSameDayOrLater()
{
    const auto merge = [](const char *mainClosed, const char *mainReopened) {
        Story story = hazardIn(S::Registered); // found 2025-03-03
        Hazard main = story.hazard();
        main.id = "h0";
        main.foundOn = main.rounds.back().startedOn = day("2025-02-10");
        main.rounds.back().closedOn = day(mainClosed);
        main.state = S::Closed;
        if (mainReopened != nullptr) {
            main.state = S::Rectifying;
            main.rounds.emplace_back().startedOn = day(mainReopened);
        }
        story.around.main = &main;
        return wordOf(story.tell(fullAct(K::Merge), person(Role::BureauAdmin), "2025-03-12"));
    };
    QCOMPARE(merge("2025-03-03", nullptr), std::string("accepted"));
    QCOMPARE(merge("2025-03-08", nullptr), std::string("accepted"));
    QCOMPARE(merge("2025-03-02", nullptr), std::string("main_not_open"));
    QCOMPARE(merge("2025-03-02", "2025-03-05"), std::string("main_not_open")); // closed in between
    QCOMPARE(merge("2025-02-20", "2025-03-01"), std::string("accepted"));
}

void tst_HazardEvolution::occurredInterval_theNearerEndDecides()
{
    const Story story = hazardIn(S::Rectifying);
    const Event event = eventOf(fullAct(K::Confirm), person(Role::Principal));
    const Millis early = noonOf(day("2025-03-10"));
    const Millis late = noonOf(day("2025-03-12"));
    const auto submitted = [&](Millis claimed) {
        const Doc doc = evolve(story.doc, event, {9, {early, late, claimed}, {}});
        return *std::get<Hazard>(doc).round().submittedOn;
    };
    QVERIFY(submitted(noonOf(day("2025-03-11"))) == day("2025-03-11"));
    QVERIFY(submitted(0) == day("2025-03-10"));                             // a clock at 1970
    QVERIFY(submitted(noonOf(day("2099-01-01"))) == day("2025-03-12"));
    const Millis never = std::numeric_limits<Millis>::max();
    const Doc doc = evolve(story.doc, event, {9, {never, never, never}, {}});
    QCOMPARE(std::get<Hazard>(doc).round().submittedOn->year(), 2999);
}

QTEST_GUILESS_MAIN(tst_HazardEvolution)
#include "tst_HazardEvolution.moc"
