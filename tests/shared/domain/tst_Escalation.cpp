// Reminders and proposals of domain.md §10.6, day by day.
#include "HazardFixture.h"
#include "StdText.h"
#include "domain/Escalation.h"

using namespace campus;
using namespace campus::domain;
using namespace campus::test;
using K = HazardActKind;
using S = HazardState;

namespace {

std::string on(const Hazard &hazard, Day today)
{
    std::string words;
    for (const Escalation escalation : escalationsOf(hazard, today, bureau()))
        words += (words.empty() ? "" : " ") + std::string(nameOf(escalation));
    return words;
}

std::string worst(const Hazard &hazard, Day today)
{
    return std::string(nameOf(escalationOf(hazard, today, bureau())));
}

} // namespace

class tst_Escalation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byDaysFromTheDueDate_data();
    void byDaysFromTheDueDate();
    void returnedTwice_formalTalk();
    void submitted_remindsTheReviewerThenTheBureau();
    void majorReview_inDays();
    void proposedMajor_wantsADecisionInTwoWorkdays();
    void settledHazards_nothing();
    void prominentItems_thirdTimeInTwelveMonths();
};

void tst_Escalation::byDaysFromTheDueDate_data()
{
    QTest::addColumn<int>("over");
    QTest::addColumn<QString>("all");
    QTest::addColumn<QString>("most");
    QTest::newRow("four days before") << -4 << "" << "none";
    QTest::newRow("three days before") << -3 << "due_soon" << "due_soon";
    QTest::newRow("on the day") << 0 << "due_soon" << "due_soon";
    QTest::newRow("the day after") << 1 << "overdue" << "overdue";
    QTest::newRow("six over") << 6 << "overdue" << "overdue";
    QTest::newRow("seven over") << 7 << "overdue bulletin" << "bulletin";
    QTest::newRow("fourteen over") << 14 << "overdue bulletin" << "bulletin";
    QTest::newRow("fifteen over") << 15 << "overdue bulletin formal_talk" << "formal_talk";
    QTest::newRow("thirty over") << 30 << "overdue bulletin formal_talk raise_level" << "raise_level";
}

void tst_Escalation::byDaysFromTheDueDate()
{
    QFETCH(int, over);
    QFETCH(QString, all);
    QFETCH(QString, most);
    const Story story = hazardIn(S::Rectifying); // due 2025-03-20
    const Day today = day("2025-03-20") + over;
    QCOMPARE(QString::fromStdString(on(story.hazard(), today)), all);
    QCOMPARE(QString::fromStdString(worst(story.hazard(), today)), most);
}

void tst_Escalation::returnedTwice_formalTalk()
{
    Story story = hazardIn(S::Submitted);
    story.tell(K::Return, Role::SafetyOfficer, "2025-03-09");
    QCOMPARE(on(story.hazard(), day("2025-03-10")), std::string());
    story.tell(K::Confirm, Role::Principal, "2025-03-10");
    story.tell(K::Return, Role::SafetyOfficer, "2025-03-11");
    QCOMPARE(on(story.hazard(), day("2025-03-12")), std::string("formal_talk"));
}

void tst_Escalation::submitted_remindsTheReviewerThenTheBureau()
{
    const Story story = hazardIn(S::Submitted); // Saturday 2025-03-08: review until Friday 03-14
    QCOMPARE(on(story.hazard(), day("2025-03-14")), std::string());
    QCOMPARE(on(story.hazard(), day("2025-03-15")), std::string("review_late"));
    QCOMPARE(on(story.hazard(), day("2025-03-17")), std::string("review_late"));
    QCOMPARE(on(story.hazard(), day("2025-03-18")), std::string("review_late review_late_bureau"));
    // The school is not late while the reviewer is.
    QCOMPARE(worst(story.hazard(), day("2025-05-01")), std::string("review_late_bureau"));
}

void tst_Escalation::majorReview_inDays()
{
    const Story story = hazardIn(S::Submitted, Level::Major);
    QCOMPARE(on(story.hazard(), day("2025-03-18")), std::string());
    QCOMPARE(on(story.hazard(), day("2025-03-19")), std::string("review_late"));
}

void tst_Escalation::proposedMajor_wantsADecisionInTwoWorkdays()
{
    Story story = hazardIn(S::Registered);
    story.tell(K::ProposeLevel, Role::SafetyOfficer, "2025-03-06"); // Thursday
    QCOMPARE(on(story.hazard(), day("2025-03-10")), std::string());
    QCOMPARE(on(story.hazard(), day("2025-03-11")), std::string("level_late"));
    story.tell(K::ConfirmLevel, Role::BureauAdmin, "2025-03-11");
    QCOMPARE(on(story.hazard(), day("2025-03-12")), std::string());
}

void tst_Escalation::settledHazards_nothing()
{
    for (const S state : {S::Closed, S::Merged, S::Void})
        QCOMPARE(on(hazardIn(state).hazard(), day("2026-03-20")), std::string());
    QCOMPARE(worst(Hazard{}, day("2026-03-20")), std::string("none"));
}

void tst_Escalation::prominentItems_thirdTimeInTwelveMonths()
{
    const auto found = [](const char *iso, const char *item) {
        Hazard hazard = hazardIn(S::Closed).hazard();
        hazard.foundOn = hazard.rounds.back().startedOn = day(iso);
        hazard.found.item = item;
        return hazard;
    };
    Hazard first = found("2024-07-01", "fire.a");
    const Hazard second = found("2025-01-10", "fire.a");
    Hazard third = found("2025-06-30", "fire.a");
    const Hazard freeText = found("2025-06-30", "");
    const auto items = [&](const char *today) {
        return prominentItems({&first, &second, &third, &freeText, &freeText, &freeText}, day(today));
    };
    QCOMPARE(items("2025-06-30"), std::vector<std::string>{"fire.a"});
    QCOMPARE(items("2025-06-29"), std::vector<std::string>{}); // the third is not yet found
    QCOMPARE(items("2025-07-01"), std::vector<std::string>{}); // the first is a year ago
    third.state = S::Merged;
    QCOMPARE(items("2025-06-30"), std::vector<std::string>{});
    first.rounds.emplace_back().startedOn = day("2025-02-01"); // it came back
    QCOMPARE(items("2025-06-30"), std::vector<std::string>{"fire.a"});
}

QTEST_GUILESS_MAIN(tst_Escalation)
#include "tst_Escalation.moc"
