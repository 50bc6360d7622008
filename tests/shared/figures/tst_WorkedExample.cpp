// The twelve hazards of domain.md §12.9: every number, and every hazard behind it by name.
#include <QTest>

#include "Chronicle.h"
#include "figures/Difference.h"
#include "figures/Paragraph.h"
#include "figures/Rate.h"

using namespace campus;
using namespace campus::tests;

namespace {

Chronicle halfYear()
{
    Chronicle log;
    log.found("H1", "2025-03-03");
    log.assigned("H1", "2025-03-10", "2025-03-03");
    log.confirmed("H1", "2025-03-08");
    log.passed("H1", "2025-03-20");

    log.fixedOnSpot("H2", "2025-03-03");

    log.found("H3", "2025-03-05");
    log.assigned("H3", "2025-03-20", "2025-03-05");
    log.confirmed("H3", "2025-03-19");
    log.returned("H3", "2025-03-22");
    log.confirmed("H3", "2025-04-02");
    log.passed("H3", "2025-04-06");

    log.found("H4", "2025-04-10");
    log.assigned("H4", "2025-05-10", "2025-04-10");
    log.extended("H4", "2025-07-15", "2025-05-06");

    log.found("H5", "2025-05-20");
    log.assigned("H5", "2025-06-04", "2025-05-20");

    log.found("H6", "2025-05-21");
    log.merged("H6", "H5", "2025-05-25");

    log.found("H7", "2025-05-30");
    log.voided("H7", "2025-06-02");

    log.found("H8", "2024-11-20");
    log.assigned("H8", "2024-12-20", "2024-11-20");
    log.confirmed("H8", "2025-02-08");
    log.passed("H8", "2025-02-10");

    log.found("H9", "2024-12-02");
    log.assigned("H9", "2024-12-16", "2024-12-02");
    log.confirmed("H9", "2024-12-15");
    log.passed("H9", "2024-12-20");
    log.reopened("H9", "2025-05-15", "2025-03-15");

    log.found("H10", {"2025-06-25", "2025-07-02"});
    log.assigned("H10", "2025-07-02", {"2025-06-25", "2025-07-02"});

    log.found("H11", "2025-04-01", domain::Level::Major);
    log.levelConfirmed("H11", domain::Level::Major, "2025-04-03");
    log.assigned("H11", "2025-09-30", "2025-04-03");
    domain::HazardAct listing;
    listing.kind = domain::HazardActKind::List;
    listing.number = "挂牌1号";
    listing.on = day("2025-04-05");
    log.act("H11", listing, "2025-04-05");

    log.found("H12", "2025-06-28");
    log.assigned("H12", "2025-07-05", "2025-06-28");
    log.confirmed("H12", "2025-06-30");

    log.inspected("I1", "S01", "甲组", "2025-03-03");
    log.inspected("I2", "S01", "甲组", "2025-03-03"); // the same visit
    log.inspected("I3", "S01", "甲组", "2025-03-05");
    log.noticed("N1", "2025-03-03");
    log.noticed("N2", {"2025-06-25", "2025-07-02"});
    return log;
}

figures::Report report(const char *knownByDay)
{
    return halfYear().history().compute(
        figures::Query::of(day("2025-01-01"), day("2025-06-30"), day(knownByDay).end()));
}

struct Expected {
    const char *id;
    const char *members;
};

void compare(const figures::Report &report, std::initializer_list<Expected> expected)
{
    for (const auto &[id, members] : expected) {
        const figures::Measure &total = report.figure(id).total;
        const QByteArray behind = joined(total.members).c_str();
        QVERIFY2(behind == members, (QByteArray(id) + ": " + behind).constData());
        QCOMPARE(total.count, static_cast<std::int64_t>(total.members.size()));
    }
}

QString rate(const figures::Report &report, const char *id)
{
    const figures::Measure &total = report.figure(id).total;
    return QString::fromStdString(figures::rateText(total.count, total.base));
}

} // namespace

class tst_WorkedExample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownByEndOfJune_everyNumberAndMember()
    {
        const figures::Report r = report("2025-06-30");
        compare(r, {{"N3", "H1 H11 H12 H2 H3 H4 H5"},
                    {"N4", "H1 H2 H3"},
                    {"N4s", "H2"},
                    {"N6", "H11 H12 H4 H5"},
                    {"N6.pending", ""},
                    {"N6.review", "H12"},
                    {"N6.overdue", "H5"},
                    {"N6.extended", "H4"},
                    {"N6.running", "H11"},
                    {"N6.unassigned", ""},
                    {"N7", "H8"},
                    {"X", "H9"},
                    {"N8", "H1 H2 H3 H8"},
                    {"N9", "H11 H12 H4 H5 H9"},
                    {"N9c", "H9"},
                    {"N10", "H5 H9"},
                    {"N10p", ""},
                    {"N11", "H1 H2"},
                    {"N11w", ""},
                    {"N12", "H4"},
                    {"N12r", "H1 H2"},
                    {"N13", "H9"},
                    {"M1", "H11"},
                    {"M2", ""},
                    {"M4", "H11"},
                    {"M5", "H11"},
                    {"M5s", "H11"},
                    {"V", "H6 H7"},
                    {"Vo", "H6 H7"},
                    {"N14", "N1"},
                    {"N1", "S01"},
                    {"N2", "2025-03-03 S01 甲组 2025-03-05 S01 甲组"}});
        QCOMPARE(rate(r, "N5"), QString("42.86%"));
        QCOMPARE(rate(r, "N11"), QString("40.00%"));
        QCOMPARE(QString::fromStdString(joined(r.figure("N11").total.baseMembers)),
                 QString("H1 H2 H3 H5 H9"));
        QCOMPARE(QString::fromStdString(joined(r.figure("N12r").total.baseMembers)),
                 QString("H1 H2 H3 H4 H5 H9"));
        QCOMPARE(rate(r, "M3"), QString("0%"));
        QCOMPARE(r.identity.n7, 1);
        QCOMPARE(r.identity.n3, 7);
        QCOMPARE(r.identity.x, 1);
        QCOMPARE(r.identity.n8, 4);
        QCOMPARE(r.identity.n9, 5);
        QVERIFY(r.identity.holds());
        QVERIFY(r.ambiguous.empty());
        QVERIFY(r.remarks.empty());
    }

    void knownByFifthOfJuly_oneMoreAndNothingElse()
    {
        const figures::Report r = report("2025-07-05");
        compare(r, {{"N3", "H1 H10 H11 H12 H2 H3 H4 H5"},
                    {"N4", "H1 H2 H3"},
                    {"N6", "H10 H11 H12 H4 H5"},
                    {"N6.running", "H10 H11"},
                    {"N9", "H10 H11 H12 H4 H5 H9"},
                    {"N10", "H5 H9"},
                    {"N14", "N1 N2"}});
        QCOMPARE(rate(r, "N5"), QString("37.50%"));
        QVERIFY(r.identity.holds());
        QCOMPARE(r.identity.n9, 6);
        const figures::Remark *late = r.remark(figures::Remark::Kind::ReceivedAfterPeriod);
        QVERIFY(late != nullptr);
        QCOMPARE(QString::fromStdString(joined(late->members)), QString("H10"));
    }

    void betweenTheTwoReports_theBridgeIsH10()
    {
        const auto changes = figures::differenceOf(report("2025-06-30"), report("2025-07-05"));
        QStringList lines;
        for (const figures::FigureChange &change : changes) {
            QVERIFY(change.removed.empty());
            lines.append(QString::fromStdString(change.id + " +" + joined(change.added)));
        }
        QCOMPARE(lines, QStringList({"N3 +H10", "N5 +", "N6 +H10", "N6.running +H10", "N9 +H10",
                                     "N14 +N2"}));
        QVERIFY(figures::differenceOf(report("2025-06-30"), report("2025-06-30")).empty());
    }

    void notEverythingRectified_phraseIsBlockedByName()
    {
        const figures::Paragraph paragraph = figures::summaryParagraph(report("2025-06-30"));
        QVERIFY(!paragraph.saysAllRectified());
        QCOMPARE(paragraph.obstacles.size(), std::size_t(1));
        QCOMPARE(paragraph.obstacles.front().kind, figures::Obstacle::Kind::NotAllClosed);
        QCOMPARE(QString::fromStdString(joined(paragraph.obstacles.front().members)),
                 QString("H11 H12 H4 H5"));
        QCOMPARE(
            QString::fromStdString(paragraph.text),
            QString("本期共检查学校1所（2校次），排查安全隐患7处，其中重大隐患1处；已整改3处（当场"
                    "整改1处），"
                    "整改率42.86%"
                    "；下发整改通知书1份。其余4处均已明确责任人和时限（其中待复查1处、逾期1处、"
                    "已延期1处、未到期1处）。"));
    }
};

QTEST_GUILESS_MAIN(tst_WorkedExample)
#include "tst_WorkedExample.moc"
