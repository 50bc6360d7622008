// The summary paragraph (domain.md §12.8, §12.10(3)(12)(14)): “全部整改到位” stands only while every
// one of its conditions does.
#include <QTest>
#include <functional>

#include "Chronicle.h"
#include "figures/Paragraph.h"

using namespace campus;
using namespace campus::tests;
using figures::Obstacle;

namespace {

constexpr const char *kPhrase = "并全部整改到位";
constexpr const char *kOlder = "另有往期结转未销号";
constexpr const char *kCorrected = "另有作废、合并";

figures::Query firstHalf()
{
    return figures::Query::of(day("2025-01-01"), day("2025-06-30"), day("2025-06-30").end());
}

void rectify(Chronicle &log, const std::string &hazard)
{
    log.found(hazard, "2025-03-03");
    log.assigned(hazard, "2025-03-10", "2025-03-03");
    log.confirmed(hazard, "2025-03-08");
    log.passed(hazard, "2025-03-20");
}

// Two found, both closed, nothing older open: the phrase may stand.
Chronicle allDone()
{
    Chronicle log;
    rectify(log, "H1");
    log.fixedOnSpot("H2", "2025-04-01");
    log.inspected("I1", "S01", "甲组", "2025-03-03");
    log.noticed("N1", "2025-03-03");
    return log;
}

figures::Paragraph paragraphOf(const Chronicle &log, const figures::Query &query = firstHalf(),
                               const figures::Wording &wording = {})
{
    return figures::summaryParagraph(log.history().compute(query), wording);
}

QString textOf(const figures::Paragraph &paragraph)
{
    return QString::fromStdString(paragraph.text);
}

} // namespace

class tst_Paragraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingClosed_phraseStands()
    {
        const auto paragraph = paragraphOf(allDone());
        QVERIFY(paragraph.saysAllRectified());
        QCOMPARE(
            textOf(paragraph),
            QString("本期共检查学校1所（1校次），排查安全隐患2处，其中重大隐患0处，并全部整改到位"
                    "（当场整改1处），整改率100%；下发整改通知书1份。"));
    }

    void oneConditionFlipped_phraseDisappears_data()
    {
        QTest::addColumn<std::function<void(Chronicle &, figures::Query &)>>("flip");
        QTest::addColumn<int>("obstacle");
        QTest::addColumn<QString>("member");
        using Flip = std::function<void(Chronicle &, figures::Query &)>;
        const auto row = [](const char *name, Obstacle::Kind kind, const char *member, Flip flip) {
            QTest::newRow(name) << flip << static_cast<int>(kind) << QString(member);
        };
        row("one more, still open", Obstacle::Kind::NotAllClosed, "H3",
            [](Chronicle &log, figures::Query &) { log.found("H3", "2025-06-30"); });
        row("one more, waiting for review", Obstacle::Kind::NotAllClosed, "H3",
            [](Chronicle &log, figures::Query &) {
                log.found("H3", "2025-06-01");
                log.assigned("H3", "2025-06-08", "2025-06-01");
                log.confirmed("H3", "2025-06-05");
            });
        row("a closed one reopened", Obstacle::Kind::NotAllClosed, "H1",
            [](Chronicle &log, figures::Query &) {
                log.reopened("H1", "2025-07-30", "2025-06-29");
            });
        row("closed only after the cut-off", Obstacle::Kind::NotAllClosed, "H3",
            [](Chronicle &log, figures::Query &query) {
                rectify(log, "H0");
                log.found("H3", "2025-06-20");
                log.confirmed("H3", "2025-06-21");
                log.passed("H3", "2025-07-01");
                query.knownBy = day("2025-07-31").end();
            });
        row("closing reached the server too late", Obstacle::Kind::NotAllClosed, "H3",
            [](Chronicle &log, figures::Query &) {
                log.found("H3", "2025-06-20");
                log.confirmed("H3", "2025-06-21");
                log.passed("H3", {"2025-06-22", "2025-07-01"});
            });
        row("proof of a closing has not arrived", Obstacle::Kind::EvidenceMissing, "H2",
            [](Chronicle &, figures::Query &query) { query.evidenceMissing = {"H2"}; });
        row("a clock put the closing before the finding", Obstacle::Kind::IdentityBroken, "H3",
            [](Chronicle &log, figures::Query &) {
                log.found("H3", "2025-02-01");
                log.confirmed("H3", "2025-02-02");
                log.passed("H3", {"2024-12-30", "2025-02-03"});
            });
        row("nothing found", Obstacle::Kind::NothingFound, "",
            [](Chronicle &log, figures::Query &) { log = Chronicle(); });
    }
    void oneConditionFlipped_phraseDisappears()
    {
        using Flip = std::function<void(Chronicle &, figures::Query &)>;
        QFETCH(Flip, flip);
        QFETCH(int, obstacle);
        QFETCH(QString, member);
        Chronicle log = allDone();
        figures::Query query = firstHalf();
        QVERIFY(paragraphOf(log, query).saysAllRectified());
        flip(log, query);
        const auto paragraph = paragraphOf(log, query);
        QVERIFY2(!textOf(paragraph).contains(kPhrase), paragraph.text.c_str());
        QCOMPARE(paragraph.obstacles.size(), std::size_t(1));
        QCOMPARE(static_cast<int>(paragraph.obstacles.front().kind), obstacle);
        QVERIFY(!paragraph.obstacles.front().sentence.empty());
        QCOMPARE(QString::fromStdString(joined(paragraph.obstacles.front().members)), member);
    }

    void nothingFound_rateIsADash()
    {
        QCOMPARE(textOf(paragraphOf(Chronicle())),
                 QString("本期共检查学校0所（0校次），排查安全隐患0处，其中重大隐患0处；已整改0处（"
                         "当场整改0处），"
                         "整改率—；下发整改通知书0份。"));
    }

    void proofOfAnotherHazardMissing_phraseStands()
    {
        figures::Query query = firstHalf();
        query.evidenceMissing = {"H99"};
        QVERIFY(paragraphOf(allDone(), query).saysAllRectified());
    }

    void olderStillOpen_isSaidBesideThePhrase()
    {
        Chronicle log = allDone();
        log.found("H8", "2024-11-20");
        log.found("H9", "2024-12-02");
        log.confirmed("H9", "2024-12-10");
        log.passed("H9", "2024-12-20");
        QVERIFY(textOf(paragraphOf(log)).contains("另有往期结转未销号1处。"));
        log.reopened("H9", "2025-07-15", "2025-03-15"); // reopened ones count too
        const QString text = textOf(paragraphOf(log));
        QVERIFY(text.contains(kPhrase));
        QVERIFY(text.contains("另有往期结转未销号2处。"));
        log.confirmed("H9", "2025-04-01");
        log.passed("H9", "2025-04-02");
        log.confirmed("H8", "2025-04-01");
        log.passed("H8", "2025-04-02");
        QVERIFY(!textOf(paragraphOf(log)).contains(kOlder));
    }

    void openOneVoidedOrMerged_isSaidBesideThePhrase()
    {
        Chronicle log = allDone();
        log.found("H3", "2025-05-01");
        log.voided("H3", "2025-05-02");
        log.found("H4", "2025-03-03");
        log.merged("H4", "H1", "2025-03-04");
        log.fixedOnSpot("H5", "2025-04-01");
        log.merged("H5", "H2", "2025-04-02");
        const auto paragraph = paragraphOf(log);
        QVERIFY(paragraph.saysAllRectified());
        QVERIFY2(textOf(paragraph).contains("另有作废、合并3处。"), paragraph.text.c_str());
    }

    void onlyClosedOnesMerged_nothingIsSaid()
    {
        Chronicle log = allDone();
        log.fixedOnSpot("H5", "2025-04-01");
        log.merged("H5", "H2", "2025-04-02");
        const auto paragraph = paragraphOf(log);
        QVERIFY(paragraph.saysAllRectified());
        QVERIFY(!textOf(paragraph).contains(kCorrected));
    }

    void hazardWithoutDeadline_isToBeAssigned()
    {
        Chronicle log = allDone();
        log.found("H3", "2025-06-01");
        log.found("H4", "2025-06-01", domain::Level::Major);
        log.assigned("H4", "2025-06-08", "2025-06-01");
        const QString text = textOf(paragraphOf(log));
        QVERIFY2(text.endsWith("其余2处（其中待核定1处、未到期1处），其中1处待交办。"),
                 qPrintable(text));
        QVERIFY(!text.contains("均已明确责任人和时限"));
        log.assigned("H3", "2025-07-08", "2025-06-02");
        QVERIFY(textOf(paragraphOf(log))
                    .endsWith("其余2处均已明确责任人和时限（其中待核定1处、未到期1处）。"));
    }

    void exercise_saysSoFirst()
    {
        figures::Wording wording;
        wording.drill = true;
        wording.countWord = "条";
        const QString text = textOf(paragraphOf(allDone(), firstHalf(), wording));
        QVERIFY(text.startsWith("（演练数据）本期共检查学校1所"));
        QVERIFY(text.contains("排查安全隐患2条，其中重大隐患0条"));
        QVERIFY(!text.contains("处"));
    }
};

QTEST_GUILESS_MAIN(tst_Paragraph)
#include "tst_Paragraph.moc"
