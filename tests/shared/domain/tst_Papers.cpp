// Inspections and notices: what arrives in parts, what is signed once, what is for ever.
#include "HazardFixture.h"
#include "StdText.h"

using namespace campus;
using namespace campus::domain;
using namespace campus::test;

namespace {

Answer answer(const std::string &item, bool passed)
{
    Answer answer;
    answer.item = item;
    answer.passed = passed;
    return answer;
}

Story inspectionStory()
{
    Story story("i1");
    story.objectKind = ObjectKind::Inspection;
    return story;
}

Story noticeStory()
{
    Story story("n1");
    story.objectKind = ObjectKind::Notice;
    return story;
}

NoticeIssued issued(Level level = Level::General)
{
    NoticeIssued body;
    body.temporaryNumber = "T-12";
    body.on = day("2025-03-04");
    NoticeLine line;
    line.hazard = "h1";
    line.measure = "更换";
    line.responsible = "苏光勇";
    line.level = level;
    line.due = day("2025-03-20");
    body.lines = {line};
    return body;
}

InspectionSubmitted submitted(const char *type = "supervision")
{
    InspectionSubmitted body;
    body.checklist = "fire@1";
    body.type = type;
    body.on = day("2025-03-03");
    return body;
}

std::string said(const Decision &decision)
{
    return wordOf(decision);
}

} // namespace

class tst_Papers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInParts_lastOneToAnItemCounts();
    void submission_closesTheInspection();
    void submissionOfAnotherChecklist_refused();
    void inspectionByRole_asTheTable_data();
    void inspectionByRole_asTheTable();
    void notice_isNumberedReceiptedOnce();
    void notice_lineByLine();
    void majorNotice_isTheBureaus();
    void noticeWithAMajorHazardCalledGeneral_isTheBureaus();
    void restrictedNotice_isTheBureausAndItsOwn();
    void servedOnTheSpot_needsTheSchoolsHand();
    void cancelling_keepsNumberAndEndsReceipt();
    void receiptByRole_asTheTable();
};

void tst_Papers::answersInParts_lastOneToAnItemCounts()
{
    Story story = inspectionStory();
    const User officer = person(Role::SafetyOfficer);
    QCOMPARE(said(story.tell(InspectionAnswers{"fire@1", "", {answer("a", true), answer("b", true)}},
                             officer, "2025-03-03")),
             std::string("accepted"));
    QCOMPARE(said(story.tell(InspectionAnswers{"fire@1", "", {answer("c", true), answer("a", false)}},
                             officer, "2025-03-03")),
             std::string("accepted"));
    const auto &inspection = std::get<Inspection>(story.doc);
    QCOMPARE(inspection.id, std::string("i1"));
    QCOMPARE(inspection.school, std::string("S1"));
    QCOMPARE(inspection.version, std::uint64_t{2});
    QVERIFY(!inspection.submitted);
    QCOMPARE(inspection.answers.size(), std::size_t{3});
    QVERIFY(inspection.answers[0].passed == false);
    QCOMPARE(said(story.tell(InspectionAnswers{"flood@1", "", {}}, officer, "2025-03-03")),
             std::string("invalid_body"));
    QCOMPARE(said(story.tell(InspectionAnswers{"fire@1", "B1", {}}, officer, "2025-03-03")),
             std::string("invalid_body"));
}

void tst_Papers::submission_closesTheInspection()
{
    Story story = inspectionStory();
    const User officer = person(Role::SafetyOfficer);
    const InspectionAnswers answers{"fire@1", "", {answer("a", true)}};
    story.tell(answers, officer, "2025-03-03");
    QCOMPARE(said(story.tell(submitted(), officer, "2025-03-03")), std::string("accepted"));
    QVERIFY(std::get<Inspection>(story.doc).submitted);
    QVERIFY(std::get<Inspection>(story.doc).head == submitted());
    QCOMPARE(said(story.tell(submitted(), officer, "2025-03-03")), std::string("noop"));
    QCOMPARE(said(story.tell(submitted("spot"), officer, "2025-03-03")),
             std::string("already_submitted"));
    QCOMPARE(said(story.tell(answers, officer, "2025-03-03")), std::string("already_submitted"));
    const Doc before = story.doc;
    QVERIFY(evolve(before, eventOf(answers, officer, "i1"), {9, at("2025-03-04"), {}}) == before);
}

void tst_Papers::submissionOfAnotherChecklist_refused()
{
    Story story = inspectionStory();
    story.tell(InspectionAnswers{"flood@1", "", {}}, person(Role::SafetyOfficer), "2025-03-03");
    QCOMPARE(said(story.tell(submitted(), person(Role::SafetyOfficer), "2025-03-03")),
             std::string("invalid_body"));
    QCOMPARE(said(story.tell(InspectionAnswers{}, person(Role::SafetyOfficer), "2025-03-03")),
             std::string("invalid_body"));
}

void tst_Papers::inspectionByRole_asTheTable_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("answers");
    QTest::addColumn<QString>("self");
    QTest::addColumn<QString>("fromAbove");
    const auto row = [](Role role, const char *answers, const char *self, const char *above) {
        QTest::newRow(nameOf(role).data()) << static_cast<int>(role) << answers << self << above;
    };
    const char *no = "role_not_allowed";
    row(Role::BureauAdmin, "accepted", no, "accepted");
    row(Role::SafetyOfficer, "accepted", no, "accepted");
    row(Role::TownOfficer, "accepted", no, "accepted");
    row(Role::SchoolSafety, "accepted", "accepted", no);
    row(Role::Principal, no, no, no);
    row(Role::Leader, no, no, no);
    row(Role::System, no, no, no);
    row(Role::Expert, "quarantined out_of_scope", "quarantined out_of_scope", "quarantined out_of_scope");
}

void tst_Papers::inspectionByRole_asTheTable()
{
    QFETCH(int, role);
    QFETCH(QString, answers);
    QFETCH(QString, self);
    QFETCH(QString, fromAbove);
    const User user = person(static_cast<Role>(role));
    Story story = inspectionStory();
    const InspectionAnswers part{"fire@1", "", {answer("a", true)}};
    QCOMPARE(QString::fromStdString(said(story.tell(part, user, "2025-03-03"))), answers);
    if (std::holds_alternative<std::monostate>(story.doc))
        story.tell(part, person(Role::SafetyOfficer), "2025-03-03");
    Story other = story;
    QCOMPARE(QString::fromStdString(said(story.tell(submitted("self"), user, "2025-03-03"))), self);
    QCOMPARE(QString::fromStdString(said(other.tell(submitted("spot"), user, "2025-03-03"))),
             fromAbove);
}

void tst_Papers::notice_isNumberedReceiptedOnce()
{
    Story story = noticeStory();
    QCOMPARE(said(story.tell(issued(), person(Role::SafetyOfficer), "2025-03-04")),
             std::string("accepted"));
    const auto &notice = std::get<Notice>(story.doc);
    QCOMPARE(notice.number, std::string("No.1"));
    QCOMPARE(notice.issued.temporaryNumber, std::string("T-12"));
    QCOMPARE(notice.issuer, std::string("u-safety_officer"));
    QCOMPARE(said(story.tell(issued(), person(Role::SafetyOfficer), "2025-03-04")),
             std::string("noop"));
    QCOMPARE(said(story.tell(issued(), person(Role::TownOfficer), "2025-03-04")),
             std::string("exists_already"));
    const NoticeReceipted receipt{drawn("school"), day("2025-03-05")};
    QCOMPARE(said(story.tell(receipt, person(Role::Principal), "2025-03-05")),
             std::string("accepted"));
    QCOMPARE(said(story.tell(receipt, person(Role::Principal), "2025-03-05")), std::string("noop"));
    QVERIFY(std::get<Notice>(story.doc).receiptedOn == day("2025-03-05"));
    NoticeReceipted unsignedReceipt{HandSignature{}, day("2025-03-05")};
    Story fresh = noticeStory();
    fresh.tell(issued(), person(Role::SafetyOfficer), "2025-03-04");
    QCOMPARE(said(fresh.tell(unsignedReceipt, person(Role::Principal), "2025-03-05")),
             std::string("missing_school_signature"));
}

void tst_Papers::notice_lineByLine()
{
    const auto issue = [](const NoticeIssued &body) {
        Story story = noticeStory();
        return said(story.tell(body, person(Role::SafetyOfficer), "2025-03-04"));
    };
    NoticeIssued two = issued();
    two.lines.push_back(two.lines.front());
    QCOMPARE(issue(two), std::string("accepted"));
    two.lines[1].measure.clear();
    QCOMPARE(issue(two), std::string("missing_measure"));
    two = issued();
    two.lines[0].responsible.clear();
    QCOMPARE(issue(two), std::string("missing_responsible"));
    two = issued();
    two.lines[0].due = day("2025-03-04"); // the same day is a deadline
    QCOMPARE(issue(two), std::string("accepted"));
    two.lines[0].due = day("2025-03-03");
    QCOMPARE(issue(two), std::string("date_not_later"));
    two = issued();
    two.lines[0].hazard.clear();
    QCOMPARE(issue(two), std::string("invalid_body"));
}

void tst_Papers::noticeWithAMajorHazardCalledGeneral_isTheBureaus()
{
    Hazard major;
    major.id = "h1";
    major.school = "S1";
    major.confirmedLevel = Level::Major;
    Story story = noticeStory();
    story.around.lines = {&major};
    QCOMPARE(said(story.tell(issued(), person(Role::SafetyOfficer), "2025-03-04")),
             std::string("major_not_allowed"));
    QCOMPARE(said(story.tell(issued(), person(Role::BureauAdmin), "2025-03-04")),
             std::string("accepted"));
}

void tst_Papers::restrictedNotice_isTheBureausAndItsOwn()
{
    Hazard hidden;
    hidden.id = "h1";
    hidden.school = "S1";
    hidden.found.restricted = true;
    Hazard open = hidden;
    open.id = "h2";
    open.found.restricted = false;
    Story story = noticeStory();
    story.around.lines = {&hidden, &open};
    NoticeIssued own = issued();
    own.restricted = true;
    NoticeIssued mixed = own;
    mixed.lines.push_back(mixed.lines.front());
    mixed.lines.back().hazard = "h2";
    QCOMPARE(said(story.tell(mixed, person(Role::BureauAdmin), "2025-03-04")),
             std::string("own_notice_needed"));
    QCOMPARE(said(story.tell(own, person(Role::SafetyOfficer), "2025-03-04")),
             std::string("restricted_to_bureau"));
    QCOMPARE(said(story.tell(own, person(Role::BureauAdmin), "2025-03-04")), std::string("accepted"));
}

void tst_Papers::majorNotice_isTheBureaus()
{
    Story story = noticeStory();
    NoticeIssued mixed = issued();
    mixed.lines.push_back(issued(Level::Major).lines.front());
    QCOMPARE(said(story.tell(mixed, person(Role::SafetyOfficer), "2025-03-04")),
             std::string("major_not_allowed"));
    QCOMPARE(said(story.tell(mixed, person(Role::BureauAdmin), "2025-03-04")),
             std::string("accepted"));
}

void tst_Papers::servedOnTheSpot_needsTheSchoolsHand()
{
    Story story = noticeStory();
    NoticeIssued served = issued();
    served.servedOn = day("2025-03-04");
    served.signatures = {drawn("inspector")};
    QCOMPARE(said(story.tell(served, person(Role::SafetyOfficer), "2025-03-04")),
             std::string("missing_school_signature"));
    served.signatures.push_back(drawn("school"));
    QCOMPARE(said(story.tell(served, person(Role::SafetyOfficer), "2025-03-04")),
             std::string("accepted"));
}

void tst_Papers::cancelling_keepsNumberAndEndsReceipt()
{
    Story story = noticeStory();
    story.tell(issued(), person(Role::SafetyOfficer), "2025-03-04");
    const NoticeCancelled cancelled{"误发", day("2025-03-06")};
    QCOMPARE(said(story.tell(cancelled, person(Role::TownOfficer), "2025-03-06")),
             std::string("role_not_allowed")); // not the issuer
    QCOMPARE(said(story.tell(NoticeCancelled{"", day("2025-03-06")}, person(Role::BureauAdmin),
                             "2025-03-06")),
             std::string("missing_reason"));
    QCOMPARE(said(story.tell(cancelled, person(Role::SafetyOfficer), "2025-03-06")),
             std::string("accepted"));
    const auto &notice = std::get<Notice>(story.doc);
    QCOMPARE(notice.number, std::string("No.1"));
    QVERIFY(notice.cancelledOn == day("2025-03-06"));
    QCOMPARE(said(story.tell(cancelled, person(Role::BureauAdmin), "2025-03-06")),
             std::string("noop"));
    QCOMPARE(said(story.tell(NoticeCancelled{"另因", day("2025-03-07")}, person(Role::BureauAdmin),
                             "2025-03-07")),
             std::string("already_cancelled"));
    const Event receipt =
        eventOf(NoticeReceipted{drawn("school"), day("2025-03-07")}, person(Role::Principal), "n1");
    QVERIFY(evolve(story.doc, receipt, {9, at("2025-03-07"), {}}) == story.doc);
}

void tst_Papers::receiptByRole_asTheTable()
{
    const NoticeReceipted receipt{drawn("school"), day("2025-03-05")};
    for (const Role role : {Role::BureauAdmin, Role::SafetyOfficer, Role::TownOfficer, Role::Principal,
                            Role::SchoolSafety, Role::Leader, Role::System}) {
        Story story = noticeStory();
        story.tell(issued(), person(Role::SafetyOfficer), "2025-03-04");
        const bool school = role == Role::Principal || role == Role::SchoolSafety;
        QCOMPARE(said(story.tell(receipt, person(role), "2025-03-05")),
                 std::string(school ? "accepted" : "role_not_allowed"));
    }
}

QTEST_GUILESS_MAIN(tst_Papers)
#include "tst_Papers.moc"
