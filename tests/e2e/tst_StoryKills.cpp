// Kills the app process or the server at random moments of the story; afterwards nothing is lost
// and nothing doubled: the figures equal those of a story nobody disturbed.
#include <QRandomGenerator>
#include <QTest>
#include <csignal>

#include "e2e/StoryRun.h"

using campus::e2e::StoryRun;

class TestStoryKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedAtRandomMoments_losesNothingAndDoublesNothing();
};

void TestStoryKills::killedAtRandomMoments_losesNothingAndDoublesNothing()
{
    const int wanted = qEnvironmentVariableIntValue("CAMPUS_KILLS") > 0
                           ? qEnvironmentVariableIntValue("CAMPUS_KILLS")
                           : 50;
    const quint32 seed = qEnvironmentVariableIsSet("CAMPUS_SEED")
                             ? qEnvironmentVariable("CAMPUS_SEED").toUInt()
                             : QRandomGenerator::global()->generate();
    qInfo("seed %u (repeat with CAMPUS_SEED=%u)", seed, seed);
    QRandomGenerator random(seed);

    StoryRun calm;
    calm.start();
    QVERIFY2(calm.waitForEnd(300'000), "the undisturbed story did not end");
    QVERIFY2(calm.exitCode() == 0, calm.output().constData());
    const auto expected = calm.figures();
    QVERIFY(expected.at("N3") > 0);

    int kills = 0;
    int serverKills = 0;
    int stories = 0;
    while (kills < wanted) {
        StoryRun run;
        ++stories;
        bool ended = false;
        while (!ended && kills < wanted) {
            run.start();
            // The moment is drawn anew each time; the story decides what it hits.
            ended = run.waitForEnd(static_cast<int>(random.bounded(200, 1'600)));
            if (ended)
                break;
            const qint64 server = random.bounded(2) == 0 ? run.serverPid() : 0;
            if (server > 0) {
                // The story goes on with a new server process; it is killed itself a little later.
                ::kill(static_cast<pid_t>(server), SIGKILL);
                ++serverKills;
                ++kills;
                ended = run.waitForEnd(static_cast<int>(random.bounded(200, 1'600)));
                if (ended)
                    break;
            }
            ::kill(static_cast<pid_t>(run.pid()), SIGKILL);
            ++kills;
            QVERIFY(run.waitForEnd(30'000));
        }
        if (!ended) {
            run.start();
            QVERIFY2(run.waitForEnd(300'000), "the story did not end after the kills");
        }
        QVERIFY2(run.exitCode() == 0 && !run.crashed(), run.output().constData());
        for (const auto &[id, count] : expected)
            QVERIFY2(run.figures().at(id) == count,
                     qPrintable(id + ": " + QString::number(run.figures().at(id)) + " instead of " +
                                QString::number(count)));
        QString problem;
        const auto recounted = run.recounted(&problem);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        for (const auto &[id, count] : recounted)
            QVERIFY2(run.figures().at(id) == count, qPrintable("recount of " + id));
        int code = -1;
        const QByteArray verified = run.server({"verify"}, &code);
        QVERIFY2(code == 0, verified.constData());
    }
    qInfo("%d kills, %d of them of the server, over %d stories", kills, serverKills, stories);
    QVERIFY(kills >= wanted);
    QVERIFY(serverKills > 0);
}

QTEST_GUILESS_MAIN(TestStoryKills)
#include "tst_StoryKills.moc"
