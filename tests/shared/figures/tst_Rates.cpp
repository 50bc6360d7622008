// domain.md §12.7 and the round numbers of §12.8.
#include <QTest>

#include "figures/Rate.h"

using namespace campus::figures;

class tst_Rates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rate_isHalfUpAndKeepsItsLimits_data()
    {
        QTest::addColumn<qint64>("numerator");
        QTest::addColumn<qint64>("denominator");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing to divide by") << qint64(0) << qint64(0) << "—";
        QTest::newRow("none") << qint64(0) << qint64(7) << "0%";
        QTest::newRow("all") << qint64(7) << qint64(7) << "100%";
        QTest::newRow("the worked example") << qint64(3) << qint64(7) << "42.86%";
        QTest::newRow("two decimals always") << qint64(2) << qint64(5) << "40.00%";
        QTest::newRow("half goes up") << qint64(1) << qint64(32) << "3.13%"; // 3.125
        QTest::newRow("below half goes down") << qint64(1) << qint64(3) << "33.33%";
        QTest::newRow("above half goes up") << qint64(2) << qint64(3) << "66.67%";
        QTest::newRow("one short of all") << qint64(99'999) << qint64(100'000) << "99.99%";
        QTest::newRow("rounds to all, is not all")
            << qint64(19'999) << qint64(20'000) << "99.99%"; // 99.995
        QTest::newRow("one of very many") << qint64(1) << qint64(1'000'000) << "0.01%";
        QTest::newRow("just half a hundredth") << qint64(1) << qint64(20'000) << "0.01%"; // 0.005
        QTest::newRow("one in ten") << qint64(1) << qint64(10) << "10.00%";
        QTest::newRow("a leading zero") << qint64(1) << qint64(2000) << "0.05%";
    }
    void rate_isHalfUpAndKeepsItsLimits()
    {
        QFETCH(qint64, numerator);
        QFETCH(qint64, denominator);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(rateText(numerator, denominator)), text);
    }

    void hundredths_neverReachTheLimitsBefore()
    {
        for (int denominator = 1; denominator <= 400; ++denominator) {
            int last = -1;
            for (int numerator = 0; numerator <= denominator; ++numerator) {
                const int hundredths = rateHundredths(numerator, denominator);
                QVERIFY(hundredths >= last);
                QCOMPARE(hundredths == 10'000, numerator == denominator);
                QCOMPARE(hundredths == 0, numerator == 0);
                // Away from the limits it is the nearest hundredth, the upper of two equally near.
                const int twice = 2 * (10'000 * numerator - hundredths * denominator);
                QVERIFY(twice >= -denominator && twice < denominator);
                last = hundredths;
            }
        }
    }

    void roundNumbers_countDownToTheTenThousand_data()
    {
        QTest::addColumn<qint64>("n");
        QTest::addColumn<QString>("text");
        QTest::newRow("letters of the summary") << qint64(113'204) << "11万余";
        QTest::newRow("exactly") << qint64(110'000) << "11万";
        QTest::newRow("one more") << qint64(110'001) << "11万余";
        QTest::newRow("never up") << qint64(119'999) << "11万余";
        QTest::newRow("below") << qint64(9'999) << "9999";
        QTest::newRow("just there") << qint64(10'000) << "1万";
        QTest::newRow("zero") << qint64(0) << "0";
    }
    void roundNumbers_countDownToTheTenThousand()
    {
        QFETCH(qint64, n);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(wanYu(n)), text);
    }
};

QTEST_GUILESS_MAIN(tst_Rates)
#include "tst_Rates.moc"
