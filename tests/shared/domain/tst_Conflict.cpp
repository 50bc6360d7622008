// Two people, two tablets, one hazard: what arrives later is refused by name, or is the same again.
#include "HazardFixture.h"
#include "StdText.h"

using namespace campus;
using namespace campus::domain;
using namespace campus::test;
using K = HazardActKind;
using S = HazardState;

class tst_Conflict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondOfficerSaysTheSame_noop();
    void secondOfficerSaysOtherwise_supersededByTheFirst();
    void confirmAgainstReturn_fourArrivalOrders_data();
    void confirmAgainstReturn_fourArrivalOrders();
    void confirmOnRectifying_supersedesReturnMadeUnseen();
    void closeAgainstReopen_superseded();
    void mergeAgainstAnything_superseded();
    void takingADuplicateIn_opposesNobody();
    void grantAgainstRefusal_andAfterClosing_superseded();
    void twoNoticesForOneHazard_secondSuperseded();
    void factsArriveInEveryState();
    void repeatedAct_noop_data();
    void repeatedAct_noop();
    void ownEarlierAct_neverSupersedes();
    void unseenFacts_neverSupersede();
    void reproposedLevel_againstDecision_superseded();
};

void tst_Conflict::secondOfficerSaysTheSame_noop()
{
    Story story = hazardIn(S::Submitted);
    const std::uint64_t seen = story.version();
    QCOMPARE(wordOf(story.tell(K::Pass, Role::SafetyOfficer, "2025-03-09", seen)),
             std::string("accepted"));
    QCOMPARE(wordOf(story.tell(K::Pass, Role::TownOfficer, "2025-03-09", seen)), std::string("noop"));
    QCOMPARE(story.hazard().reviewedBy, std::string("u-safety_officer"));
}

void tst_Conflict::secondOfficerSaysOtherwise_supersededByTheFirst()
{
    for (const auto &[first, second] : {std::pair{K::Pass, K::Return}, std::pair{K::Return, K::Pass}}) {
        Story story = hazardIn(S::Submitted);
        const std::uint64_t seen = story.version();
        QCOMPARE(wordOf(story.tell(first, Role::SafetyOfficer, "2025-03-09", seen)),
                 std::string("accepted"));
        const Decision refused = story.tell(second, Role::TownOfficer, "2025-03-10", seen);
        QCOMPARE(wordOf(refused), std::string("superseded"));
        QCOMPARE(refused.by, std::string("u-safety_officer"));
        QCOMPARE(refused.at, noonOf(day("2025-03-09")));
        // As a remark it is welcome.
        QCOMPARE(wordOf(story.tell(K::Note, Role::TownOfficer, "2025-03-10", seen)),
                 std::string("accepted"));
    }
}

// The principal confirms and the officer returns, both offline for three days; each of the two may
// have pulled the other's act before making the own one.
void tst_Conflict::confirmAgainstReturn_fourArrivalOrders_data()
{
    QTest::addColumn<bool>("confirmFirst");
    QTest::addColumn<bool>("secondHasPulled");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("state");
    // The hazard is submitted; the principal confirms anew (with a further photo).
    QTest::newRow("confirm, return, both unseen") << true << false << "noop" << "accepted" << "rectifying";
    QTest::newRow("confirm, return, seen") << true << true << "noop" << "accepted" << "rectifying";
    QTest::newRow("return, confirm, both unseen") << false << false << "accepted" << "superseded" << "rectifying";
    QTest::newRow("return, confirm, seen") << false << true << "accepted" << "accepted" << "submitted";
}

void tst_Conflict::confirmAgainstReturn_fourArrivalOrders()
{
    QFETCH(bool, confirmFirst);
    QFETCH(bool, secondHasPulled);
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, state);
    Story story = hazardIn(S::Submitted);
    const std::uint64_t seen = story.version();
    const auto act = [&](bool confirms, std::uint64_t version) {
        const Decision decision = confirms
            ? story.tell(K::Confirm, Role::Principal, "2025-03-11", version)
            : story.tell(K::Return, Role::SafetyOfficer, "2025-03-11", version);
        return QString::fromStdString(wordOf(decision));
    };
    QCOMPARE(act(confirmFirst, seen), first);
    QCOMPARE(act(!confirmFirst, secondHasPulled ? story.version() : seen), second);
    QCOMPARE(QString::fromUtf8(nameOf(story.hazard().state).data()), state);
}

void tst_Conflict::confirmOnRectifying_supersedesReturnMadeUnseen()
{
    Story story = hazardIn(S::Submitted);
    const std::uint64_t seen = story.version();
    story.tell(K::Return, Role::TownOfficer, "2025-03-09");
    story.tell(K::Confirm, Role::Principal, "2025-03-10");
    const Decision late = story.tell(K::Return, Role::SafetyOfficer, "2025-03-09", seen);
    QCOMPARE(wordOf(late), std::string("superseded"));
    QCOMPARE(late.by, std::string("u-principal"));
    QCOMPARE(story.hazard().round().returns, 1);
}

void tst_Conflict::closeAgainstReopen_superseded()
{
    Story story = hazardIn(S::Closed);
    const std::uint64_t seen = story.version();
    QCOMPARE(wordOf(story.tell(K::Reopen, Role::SafetyOfficer, "2025-04-01", seen)),
             std::string("accepted"));
    QCOMPARE(wordOf(story.tell(K::Pass, Role::TownOfficer, "2025-04-01", seen)),
             std::string("superseded"));
    HazardAct other = fullAct(K::Reopen);
    other.due = day("2025-07-15");
    QCOMPARE(wordOf(story.tell(other, person(Role::TownOfficer), "2025-04-01", seen)),
             std::string("superseded"));
    QCOMPARE(wordOf(story.tell(K::Reopen, Role::TownOfficer, "2025-04-01", seen)),
             std::string("noop"));
}

void tst_Conflict::mergeAgainstAnything_superseded()
{
    for (const auto &[state, kind, role] :
         {std::tuple{S::Assigned, K::Receive, Role::Principal},
          std::tuple{S::Rectifying, K::Confirm, Role::Principal},
          std::tuple{S::Rectifying, K::AskExtension, Role::Principal},
          std::tuple{S::Submitted, K::Pass, Role::SafetyOfficer},
          std::tuple{S::Closed, K::Reopen, Role::SafetyOfficer}}) {
        Story story = hazardIn(state);
        Hazard main = story.hazard();
        main.id = "h0";
        main.state = S::Registered;
        story.around.main = &main;
        const std::uint64_t seen = story.version();
        Story other = story;
        QCOMPARE(wordOf(story.tell(K::Merge, Role::BureauAdmin, "2025-03-12", seen)),
                 std::string("accepted"));
        QCOMPARE(wordOf(story.tell(kind, role, "2025-03-12", seen)), std::string("superseded"));
        // And the other way round: the merge had not seen the act.
        QCOMPARE(wordOf(other.tell(kind, role, "2025-03-12", seen)), std::string("accepted"));
        QCOMPARE(wordOf(other.tell(K::Merge, Role::BureauAdmin, "2025-03-12", seen)),
                 std::string("superseded"));
    }
}

void tst_Conflict::takingADuplicateIn_opposesNobody()
{
    Story main = hazardIn(S::Rectifying);
    const std::uint64_t seen = main.version();
    Event merging = eventOf(fullAct(K::Merge), person(Role::BureauAdmin), "h2");
    main.doc = absorb(main.hazard(), hazardIn(S::Assigned).hazard(), merging,
                      {seen + 1, at("2025-03-12"), {}});
    QCOMPARE(main.hazard().timeline.back().act, K::Merge);
    QCOMPARE(wordOf(main.tell(K::Confirm, Role::Principal, "2025-03-12", seen)),
             std::string("accepted"));
}

void tst_Conflict::grantAgainstRefusal_andAfterClosing_superseded()
{
    Story story = hazardIn(S::Rectifying);
    story.tell(K::AskExtension, Role::Principal, "2025-03-08");
    const std::uint64_t seen = story.version();
    User second = person(Role::BureauAdmin);
    second.id = "u-second";
    QCOMPARE(wordOf(story.tell(K::RefuseExtension, Role::BureauAdmin, "2025-03-09", seen)),
             std::string("accepted"));
    QCOMPARE(wordOf(story.tell(fullAct(K::GrantExtension), second, "2025-03-09", seen)),
             std::string("superseded"));
    QCOMPARE(wordOf(story.tell(fullAct(K::RefuseExtension), second, "2025-03-09", seen)),
             std::string("noop"));

    Story closed = hazardIn(S::Rectifying);
    closed.tell(K::AskExtension, Role::Principal, "2025-03-08");
    const std::uint64_t before = closed.version();
    closed.tell(K::Confirm, Role::Principal, "2025-03-09");
    closed.tell(K::Pass, Role::SafetyOfficer, "2025-03-10");
    QVERIFY(!closed.hazard().extensionAskedUntil);
    const Decision late = closed.tell(K::GrantExtension, Role::BureauAdmin, "2025-03-10", before);
    QCOMPARE(wordOf(late), std::string("superseded"));
    QCOMPARE(late.by, std::string("u-safety_officer"));
    QVERIFY(!closed.hazard().round().extendedUntil);
}

void tst_Conflict::twoNoticesForOneHazard_secondSuperseded()
{
    Story story = hazardIn(S::Registered);
    const std::uint64_t seen = story.version();
    story.tell(K::Assign, Role::SafetyOfficer, "2025-03-04", seen);
    HazardAct other = fullAct(K::Assign);
    other.notice = "n2";
    QCOMPARE(wordOf(story.tell(other, person(Role::TownOfficer), "2025-03-04", seen)),
             std::string("superseded"));
    QCOMPARE(wordOf(story.tell(K::Assign, Role::TownOfficer, "2025-03-04", seen)),
             std::string("noop"));
    QCOMPARE(story.hazard().round().notice, std::string("n1"));
}

void tst_Conflict::factsArriveInEveryState()
{
    for (const S state : {S::Registered, S::Assigned, S::Rectifying, S::Submitted, S::Closed,
                          S::Merged, S::Void}) {
        for (const K kind : {K::Note, K::Progress, K::Prepare, K::Plan}) {
            Story story = hazardIn(state);
            QCOMPARE(wordOf(story.tell(kind, Role::Principal, "2025-03-12", 0)),
                     std::string("accepted"));
            QCOMPARE(nameOf(story.hazard().state), nameOf(state));
            QCOMPARE(story.hazard().timeline.back().act, kind);
        }
    }
}

void tst_Conflict::repeatedAct_noop_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("role");
    const auto add = [](const char *name, S state, K kind, Role role) {
        QTest::newRow(name) << static_cast<int>(state) << static_cast<int>(kind)
                            << static_cast<int>(role);
    };
    add("assign", S::Registered, K::Assign, Role::SafetyOfficer);
    add("receive", S::Assigned, K::Receive, Role::Principal);
    add("confirm", S::Rectifying, K::Confirm, Role::Principal);
    add("pass", S::Submitted, K::Pass, Role::SafetyOfficer);
    add("return", S::Submitted, K::Return, Role::SafetyOfficer);
    add("ask", S::Rectifying, K::AskExtension, Role::Principal);
    add("propose", S::Registered, K::ProposeLevel, Role::SafetyOfficer);
    add("confirm level", S::Registered, K::ConfirmLevel, Role::BureauAdmin);
    add("list", S::Registered, K::List, Role::BureauAdmin);
    add("transfer", S::Registered, K::Transfer, Role::BureauAdmin);
    add("void", S::Registered, K::Void, Role::BureauAdmin);
    add("reopen", S::Closed, K::Reopen, Role::SafetyOfficer);
    add("supervise", S::Registered, K::Supervise, Role::BureauAdmin);
}

void tst_Conflict::repeatedAct_noop()
{
    QFETCH(int, state);
    QFETCH(int, kind);
    QFETCH(int, role);
    Story story = hazardIn(static_cast<S>(state));
    const auto again = [&] {
        return wordOf(story.tell(static_cast<K>(kind), static_cast<Role>(role), "2025-03-12"));
    };
    QCOMPARE(again(), std::string("accepted"));
    const Doc once = story.doc;
    QCOMPARE(again(), std::string("noop"));
    QVERIFY(story.doc == once);
}

void tst_Conflict::ownEarlierAct_neverSupersedes()
{
    Story story = hazardIn(S::Submitted);
    const std::uint64_t seen = story.version();
    story.tell(K::Return, Role::SafetyOfficer, "2025-03-09", seen);
    // The same officer, still offline, thinks better of it: not somebody else, but no longer open.
    QCOMPARE(wordOf(story.tell(K::Pass, Role::SafetyOfficer, "2025-03-09", seen)),
             std::string("wrong_state"));
}

void tst_Conflict::unseenFacts_neverSupersede()
{
    Story story = hazardIn(S::Rectifying);
    const std::uint64_t seen = story.version();
    story.tell(K::Note, Role::SafetyOfficer, "2025-03-08");
    story.tell(K::Plan, Role::BureauAdmin, "2025-03-08");
    QCOMPARE(wordOf(story.tell(K::Confirm, Role::Principal, "2025-03-08", seen)),
             std::string("accepted"));
}

void tst_Conflict::reproposedLevel_againstDecision_superseded()
{
    Story story = hazardIn(S::Registered);
    const std::uint64_t seen = story.version();
    HazardAct general = fullAct(K::ConfirmLevel);
    general.level = Level::General;
    QCOMPARE(wordOf(story.tell(general, person(Role::BureauAdmin), "2025-03-04", seen)),
             std::string("accepted"));
    QCOMPARE(wordOf(story.tell(K::ProposeLevel, Role::SafetyOfficer, "2025-03-04", seen)),
             std::string("superseded"));
    QCOMPARE(wordOf(story.tell(K::ProposeLevel, Role::SafetyOfficer, "2025-03-05")),
             std::string("accepted"));
    QVERIFY(story.hazard().awaitsLevel());
}

QTEST_GUILESS_MAIN(tst_Conflict)
#include "tst_Conflict.moc"
