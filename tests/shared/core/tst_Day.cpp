// Days of the bureau: where midnight lies, which texts are days, how instants are written.
#include <QtTest>

#include "core/Day.h"

using namespace campus;

namespace {

QString text(const std::string &standard)
{
    return QString::fromStdString(standard);
}

} // namespace

class tst_Day : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void midnight_beginsTheDay();
    void instantsBeforeTheEpoch();
    void parse_onlyRealDays_data();
    void parse_onlyRealDays();
    void everyDay_goesBothWays();
    void parts_andWords();
    void arithmetic();
    void instant_goesBothWays();
    void instant_otherZones_data();
    void instant_otherZones();
};

void tst_Day::midnight_beginsTheDay()
{
    const Day day = *Day::parse("2025-06-30");
    const Millis midnight = *parseInstant("2025-06-30T00:00:00+08:00");
    QCOMPARE(day.begin(), midnight);
    QCOMPARE(day.end(), midnight + kDayMillis - 1);
    QVERIFY(Day::of(midnight) == day);
    QVERIFY(Day::of(midnight - 1) == day - 1);
    QVERIFY(Day::of(day.end()) == day);
    QVERIFY(Day::of(day.end() + 1) == day + 1);
    QVERIFY(Day::of(*parseInstant("2025-06-29T16:00:00Z")) == day);
}

void tst_Day::instantsBeforeTheEpoch()
{
    QVERIFY(Day::of(0) == Day{0});
    QVERIFY(Day::of(-kLocalOffset) == Day{0});
    QVERIFY(Day::of(-kLocalOffset - 1) == Day{-1});
    QVERIFY(Day::of(-kLocalOffset - kDayMillis) == Day{-1});
    QVERIFY(Day::of(-kLocalOffset - kDayMillis - 1) == Day{-2});
    QCOMPARE(text(Day{-1}.iso()), QString("1969-12-31"));
}

void tst_Day::parse_onlyRealDays_data()
{
    QTest::addColumn<QString>("iso");
    QTest::addColumn<bool>("real");
    QTest::newRow("ordinary") << "2025-06-30" << true;
    QTest::newRow("leap day") << "2024-02-29" << true;
    QTest::newRow("no leap day") << "2025-02-29" << false;
    QTest::newRow("century") << "1900-02-29" << false;
    QTest::newRow("four centuries") << "2000-02-29" << true;
    QTest::newRow("month 13") << "2025-13-01" << false;
    QTest::newRow("month 0") << "2025-00-10" << false;
    QTest::newRow("day 31 of June") << "2025-06-31" << false;
    QTest::newRow("day 0") << "2025-06-00" << false;
    QTest::newRow("before 1900") << "1899-12-31" << false;
    QTest::newRow("last year") << "2999-12-31" << true;
    QTest::newRow("short month") << "2025-6-30" << false;
    QTest::newRow("slashes") << "2025/06/30" << false;
    QTest::newRow("sign") << "+025-06-30" << false;
    QTest::newRow("blank") << "2025-06- 1" << false;
    QTest::newRow("longer") << "2025-06-30 " << false;
    QTest::newRow("empty") << "" << false;
}

void tst_Day::parse_onlyRealDays()
{
    QFETCH(QString, iso);
    QFETCH(bool, real);
    const auto day = Day::parse(iso.toStdString());
    QCOMPARE(day.has_value(), real);
    if (day)
        QCOMPARE(text(day->iso()), iso);
}

void tst_Day::everyDay_goesBothWays()
{
    const Day first = *Day::parse("1999-12-30");
    int weekday = first.weekday();
    for (int i = 0; i < 366 * 30; ++i) {
        const Day day = first + i;
        QVERIFY(Day::parse(day.iso()) == day);
        QVERIFY(Day::from(day.year(), day.month(), day.dayOfMonth()) == day);
        QCOMPARE(day.weekday(), weekday);
        weekday = weekday % 7 + 1;
    }
}

void tst_Day::parts_andWords()
{
    const Day day = *Day::parse("2025-06-03");
    QCOMPARE(day.year(), 2025);
    QCOMPARE(day.month(), 6);
    QCOMPARE(day.dayOfMonth(), 3);
    QCOMPARE(day.weekday(), 2); // Tuesday
    QCOMPARE(text(day.chinese()), QString("2025年6月3日"));
}

void tst_Day::arithmetic()
{
    const Day day = *Day::parse("2025-02-27");
    QCOMPARE(text((day + 2).iso()), QString("2025-03-01"));
    QCOMPARE((day + 30) - day, 30);
    QVERIFY(day - 1 < day && day < day + 1);
}

void tst_Day::instant_goesBothWays()
{
    const Millis instant = *parseInstant("2025-06-30T08:01:02.003+08:00");
    QCOMPARE(text(isoInstant(instant)), QString("2025-06-30T08:01:02.003+08:00"));
    QCOMPARE(text(localDayAndTime(instant)), QString("2025-06-30 08:01"));
    for (const Millis other : {Millis{0}, Millis{-1}, Millis{1'751'241'600'000}, Millis{-kDayMillis}})
        QVERIFY(parseInstant(isoInstant(other)) == other);
}

void tst_Day::instant_otherZones_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("local"); // empty = malformed
    QTest::newRow("utc") << "2025-06-30T00:00:00Z" << "2025-06-30 08:00";
    QTest::newRow("west") << "2025-06-29T19:30-04:30" << "2025-06-30 08:00";
    QTest::newRow("no seconds") << "2025-06-30T08:00+08:00" << "2025-06-30 08:00";
    QTest::newRow("last minute") << "2025-06-30T23:59:59.999+08:00" << "2025-06-30 23:59";
    QTest::newRow("no zone") << "2025-06-30T08:00:00" << "";
    QTest::newRow("hour 24") << "2025-06-30T24:00:00Z" << "";
    QTest::newRow("minute 60") << "2025-06-30T08:60:00Z" << "";
    QTest::newRow("second 60") << "2025-06-30T08:00:60Z" << "";
    QTest::newRow("blank for T") << "2025-06-30 08:00:00Z" << "";
    QTest::newRow("zone 15") << "2025-06-30T08:00:00+15:00" << "";
    QTest::newRow("one digit of millis") << "2025-06-30T08:00:00.5Z" << "";
    QTest::newRow("trailing") << "2025-06-30T08:00:00Zz" << "";
}

void tst_Day::instant_otherZones()
{
    QFETCH(QString, written);
    QFETCH(QString, local);
    const auto instant = parseInstant(written.toStdString());
    QCOMPARE(instant.has_value(), !local.isEmpty());
    if (instant)
        QCOMPARE(text(localDayAndTime(*instant)), local);
}

QTEST_GUILESS_MAIN(tst_Day)
#include "tst_Day.moc"
