// Working days with 调休 around the spring festival and the national day of 2025, and deadlines.
#include "HazardFixture.h"
#include "StdText.h"
#include "domain/WorkCalendar.h"

using namespace campus;
using namespace campus::domain;
using namespace campus::test;

namespace {

Bureau withHolidays()
{
    Bureau office = bureau();
    for (int i = 0; i < 8; ++i) // National Day and Mid-Autumn 2025: 1 to 8 October
        office.holidays.push_back(day("2025-10-01") + i);
    office.workdays = {day("2025-09-28"), day("2025-10-11")};
    return office;
}

} // namespace

class tst_WorkCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainWeek_mondayToFriday();
    void holidaysAndShiftedDays();
    void afterWorkdays_data();
    void afterWorkdays();
    void dueDate_isCalendarDays();
    void review_generalInWorkdaysMajorInDays();
    void absurdSettings_stayInTheCalendar();
};

void tst_WorkCalendar::plainWeek_mondayToFriday()
{
    const WorkCalendar calendar;
    for (int i = 0; i < 7; ++i) // 2025-03-03 is a Monday
        QCOMPARE(calendar.isWorkday(day("2025-03-03") + i), i < 5);
}

void tst_WorkCalendar::holidaysAndShiftedDays()
{
    const WorkCalendar calendar(withHolidays());
    QVERIFY(calendar.isWorkday(day("2025-09-28")));  // Sunday, worked
    QVERIFY(!calendar.isWorkday(day("2025-09-27"))); // Saturday
    QVERIFY(!calendar.isWorkday(day("2025-10-01")));
    QVERIFY(!calendar.isWorkday(day("2025-10-08")));
    QVERIFY(calendar.isWorkday(day("2025-10-09")));
    QVERIFY(calendar.isWorkday(day("2025-10-11")));  // Saturday, worked
    QVERIFY(!calendar.isWorkday(day("2025-10-12")));
    Bureau both = bureau(); // worked wins over holiday: the later notice is the 调休
    both.holidays = both.workdays = {day("2025-10-11")};
    QVERIFY(WorkCalendar(both).isWorkday(day("2025-10-11")));
}

void tst_WorkCalendar::afterWorkdays_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("n");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << "2025-09-27" << 0 << "2025-09-27";
    QTest::newRow("next") << "2025-03-03" << 1 << "2025-03-04";
    QTest::newRow("over a weekend") << "2025-03-07" << 1 << "2025-03-10";
    QTest::newRow("five") << "2025-03-03" << 5 << "2025-03-10";
    QTest::newRow("from a Saturday") << "2025-03-08" << 1 << "2025-03-10";
    QTest::newRow("onto the worked Sunday") << "2025-09-26" << 1 << "2025-09-28";
    QTest::newRow("over the holiday") << "2025-09-30" << 1 << "2025-10-09";
    QTest::newRow("through the worked Saturday") << "2025-09-30" << 4 << "2025-10-13";
}

void tst_WorkCalendar::afterWorkdays()
{
    QFETCH(QString, from);
    QFETCH(int, n);
    QFETCH(QString, expected);
    const WorkCalendar calendar(withHolidays());
    QCOMPARE(QString::fromStdString(calendar.afterWorkdays(day(from.toLatin1()), n).iso()), expected);
}

void tst_WorkCalendar::dueDate_isCalendarDays()
{
    QCOMPARE(dueAfter(day("2025-03-03"), 0).iso(), std::string("2025-03-03"));
    QCOMPARE(dueAfter(day("2025-02-27"), 3).iso(), std::string("2025-03-02"));
    QCOMPARE(dueAfter(day("2024-02-27"), 3).iso(), std::string("2024-03-01"));
    QCOMPARE(dueAfter(day("2025-12-20"), 15).iso(), std::string("2026-01-04"));
}

void tst_WorkCalendar::review_generalInWorkdaysMajorInDays()
{
    const Bureau office = withHolidays();
    QCOMPARE(reviewDue(day("2025-09-29"), false, office).iso(), std::string("2025-10-13"));
    QCOMPARE(reviewDue(day("2025-09-29"), true, office).iso(), std::string("2025-10-09"));
}

void tst_WorkCalendar::absurdSettings_stayInTheCalendar()
{
    Bureau office = bureau();
    office.reviewWorkingDays = -3;
    office.reviewMajorDays = std::numeric_limits<int>::max();
    QCOMPARE(reviewDue(day("2025-03-03"), false, office).iso(), std::string("2025-03-03"));
    QCOMPARE(reviewDue(day("2025-03-03"), true, office).iso(), std::string("2026-03-04"));
}

QTEST_GUILESS_MAIN(tst_WorkCalendar)
#include "tst_WorkCalendar.moc"
