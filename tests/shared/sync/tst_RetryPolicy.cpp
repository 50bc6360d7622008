// When a tablet tries again.
#include <QtTest>

#include "sync/RetryPolicy.h"

using campus::Millis;
using campus::sync::RetryPolicy;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFailure_triesAtOnce();
    void failures_doubleTheDelay();
    void chance_spreadsByHalf();
    void manyFailures_stayAtFifteenMinutes();
    void namedTime_isNeverUndercut();
};

void TestRetryPolicy::noFailure_triesAtOnce()
{
    QCOMPARE(RetryPolicy::delayAfter(0, 0.5), Millis(0));
    QCOMPARE(RetryPolicy::delayAfter(-1, 0.5), Millis(0));
}

void TestRetryPolicy::failures_doubleTheDelay()
{
    QCOMPARE(RetryPolicy::delayAfter(1, 0.5), Millis(2'000));
    QCOMPARE(RetryPolicy::delayAfter(2, 0.5), Millis(4'000));
    QCOMPARE(RetryPolicy::delayAfter(3, 0.5), Millis(8'000));
    QCOMPARE(RetryPolicy::delayAfter(8, 0.5), Millis(256'000));
}

void TestRetryPolicy::chance_spreadsByHalf()
{
    QCOMPARE(RetryPolicy::delayAfter(3, 0.0), Millis(4'000));
    QVERIFY(RetryPolicy::delayAfter(3, 0.999) > Millis(11'900));
    QVERIFY(RetryPolicy::delayAfter(3, 0.999) < Millis(12'000));
    QCOMPARE(RetryPolicy::delayAfter(3, -4.0), Millis(4'000)); // a bad source does no harm
    QCOMPARE(RetryPolicy::delayAfter(3, 4.0), Millis(12'000));
}

void TestRetryPolicy::manyFailures_stayAtFifteenMinutes()
{
    for (const int failures : {12, 30, 64, 1'000'000})
        QCOMPARE(RetryPolicy::delayAfter(failures, 0.999), Millis(15 * 60'000));
}

void TestRetryPolicy::namedTime_isNeverUndercut()
{
    QCOMPARE(RetryPolicy::delayAfter(1, 0.0, 30), Millis(30'000));
    QCOMPARE(RetryPolicy::delayAfter(20, 0.0, 30), Millis(30'000));
    QVERIFY(RetryPolicy::delayAfter(1, 0.999, 30) < Millis(45'000));
    QCOMPARE(RetryPolicy::delayAfter(1, 0.0, 3600), Millis(3'600'000)); // may exceed the cap
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_RetryPolicy.moc"
