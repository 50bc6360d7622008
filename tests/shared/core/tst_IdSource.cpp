// Identifiers: version and variant of RFC 9562, strictly increasing whatever the clock does.
#include <QtTest>
#include <set>

#include "core/IdSource.h"
#include "support/FakeClock.h"
#include "support/SeededRandom.h"

using namespace campus;
using support::FakeClock;
using support::SeededRandom;

class tst_IdSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void form_isVersion7();
    void millisecond_standsInFront();
    void increasing_withinOneMillisecond();
    void increasing_whenTheClockGoesBack();
    void increasing_fromTheHighestStart();
    void otherDevice_otherIds();
    void uuidText_data();
    void uuidText();
};

void tst_IdSource::form_isVersion7()
{
    const FakeClock clock;
    SystemRandom random;
    IdSource source(clock, random);
    for (int i = 0; i < 200; ++i) {
        const std::string id = source.next();
        QVERIFY2(isUuid(id), id.c_str());
        QCOMPARE(id[14], '7');
        QVERIFY(QString("89ab").contains(QChar(id[19])));
    }
}

void tst_IdSource::millisecond_standsInFront()
{
    const FakeClock clock(0x0123'4567'89AB);
    SeededRandom random(1);
    IdSource source(clock, random);
    QVERIFY(source.next().starts_with("01234567-89ab-7"));
}

void tst_IdSource::increasing_withinOneMillisecond()
{
    FakeClock clock;
    SeededRandom random(2);
    IdSource source(clock, random);
    std::string last;
    for (int i = 0; i < 20'000; ++i) {
        if (i % 1000 == 999)
            clock.advance(1);
        const std::string id = source.next();
        QVERIFY(id > last);
        last = id;
    }
}

void tst_IdSource::increasing_whenTheClockGoesBack()
{
    FakeClock clock;
    SeededRandom random(3);
    IdSource source(clock, random);
    std::string last = source.next();
    for (const Millis jump : {Millis{-1}, Millis{-86'400'000}, Millis{5}, Millis{-3'600'000}}) {
        clock.jumpWall(jump);
        const std::string id = source.next();
        QVERIFY(id > last);
        last = id;
    }
    clock.setWall(0);
    QVERIFY(source.next() > last);
}

// Always the largest octets: the counter starts as high as it can.
class HighRandom final : public Random
{
public:
    void fill(std::span<std::uint8_t> out) override
    {
        for (std::uint8_t &octet : out)
            octet = 0xFF;
    }
};

void tst_IdSource::increasing_fromTheHighestStart()
{
    const FakeClock clock;
    HighRandom random;
    IdSource source(clock, random);
    const std::string first = source.next();
    std::string last = first;
    // The start leaves three quarters of the counter: a burst stays within its millisecond.
    for (int i = 0; i < 300'000; ++i) {
        std::string id = source.next();
        QVERIFY(id > last);
        last = std::move(id);
    }
    QCOMPARE(last.substr(0, 13), first.substr(0, 13));
}

void tst_IdSource::otherDevice_otherIds()
{
    const FakeClock clock;
    std::set<std::string> ids;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        SeededRandom random(seed);
        IdSource source(clock, random);
        ids.insert(source.next());
    }
    QCOMPARE(ids.size(), std::size_t{1000});
}

void tst_IdSource::uuidText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("good") << "01234567-89ab-7cde-8f01-23456789abcd" << true;
    QTest::newRow("upper case") << "01234567-89AB-7cde-8f01-23456789abcd" << false;
    QTest::newRow("short") << "01234567-89ab-7cde-8f01-23456789abc" << false;
    QTest::newRow("no dash") << "0123456789ab-7cde-8f01-23456789abcdef" << false;
    QTest::newRow("dash elsewhere") << "0123456-789ab-7cde-8f01-23456789abcd" << false;
    QTest::newRow("braces") << "{1234567-89ab-7cde-8f01-23456789abc}" << false;
    QTest::newRow("letter") << "g1234567-89ab-7cde-8f01-23456789abcd" << false;
    QTest::newRow("empty") << "" << false;
}

void tst_IdSource::uuidText()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QCOMPARE(isUuid(text.toStdString()), good);
}

QTEST_GUILESS_MAIN(tst_IdSource)
#include "tst_IdSource.moc"
