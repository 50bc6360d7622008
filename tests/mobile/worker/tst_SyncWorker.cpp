#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <set>

#include "mobile/worker/WorkerField.h"

using namespace campus;
using namespace campus::support;
using namespace std::chrono_literals;

class tst_SyncWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing_runsBeforeItIsAsked();
    void tap_bringsEventsToTheServerAndBack();
    void progress_isReported();
    void localEvents_areSentByThemselves();
    void burstOfEvents_isOneRun();
    void tapDuringARun_makesOneMore();
    void failure_isTriedAgainByItself();
    void failure_saysWhenItTriesAgain();
    void tap_forgetsFailures();
    void serversTime_isObeyed();
    void noServerYet_isSaidAndAskedAgain();
    void serverChanged_asksTheMakerAgain();
    void shutDown_twiceAndBeforeAnything_isFine();
};

void tst_SyncWorker::nothing_runsBeforeItIsAsked()
{
    Field field;
    field.bench.saveHazards(field.tablet, 1);
    field.worker();
    field.endWorker(); // everything queued has been heard
    QCOMPARE(field.started->count(), 0);
    QCOMPARE(field.server.asked().size(), 0);
}

void tst_SyncWorker::tap_bringsEventsToTheServerAndBack()
{
    Field field;
    const auto saved = field.bench.saveHazards(field.tablet, 3);
    QVERIFY(field.finishes());
    QVERIFY(field.allInLogOnce(saved));
    QCOMPARE(field.tablet.store.countIn(MemorySyncStore::Stage::Settled), std::size_t{3});
    QVERIFY(field.tablet.store.state().docs == field.bench.docsFor(field.tablet));
    QCOMPARE(field.finished->at(0).first().value<sync::SyncSummary>().eventsSent, std::uint64_t{3});
    QCOMPARE(field.server.connections(), 1);
}

void tst_SyncWorker::progress_isReported()
{
    Field field;
    field.bench.saveHazards(field.tablet, 1);
    QSignalSpy progress(&field.worker(), &worker::SyncWorker::progressed);
    QVERIFY(field.finishes());
    std::set<sync::Phase> phases;
    for (const auto &arguments : progress)
        phases.insert(arguments.first().value<sync::Progress>().phase);
    QVERIFY(phases.contains(sync::Phase::Session));
    QVERIFY(phases.contains(sync::Phase::Push));
    QVERIFY(phases.contains(sync::Phase::Pull));
}

void tst_SyncWorker::localEvents_areSentByThemselves()
{
    Field field;
    QVERIFY(field.finishes());
    const auto saved = field.bench.saveHazards(field.tablet, 2);
    field.worker().noteLocalEvents();
    QVERIFY(Field::waitFor(*field.finished, 2));
    QVERIFY(field.allInLogOnce(saved));
}

void tst_SyncWorker::burstOfEvents_isOneRun()
{
    Field field;
    field.options.gatherEvents = 50ms;
    const auto saved = field.bench.saveHazards(field.tablet, 5);
    for (int i = 0; i < 5; ++i)
        field.worker().noteLocalEvents();
    QVERIFY(Field::waitFor(*field.finished));
    QVERIFY(field.allInLogOnce(saved));
    field.endWorker();
    QCOMPARE(field.started->count(), 1);
}

void tst_SyncWorker::tapDuringARun_makesOneMore()
{
    Field field;
    bool tapped = false;
    field.server.setScript([&](const Asked &asked) {
        if (!std::exchange(tapped, true)) {
            field.worker().syncNow();
            field.worker().syncNow();
        }
        return field.front(asked);
    });
    QVERIFY(field.finishes());
    QVERIFY(Field::waitFor(*field.finished, 2));
    field.endWorker();
    QCOMPARE(field.started->count(), 2);
}

void tst_SyncWorker::failure_isTriedAgainByItself()
{
    Field field;
    const auto saved = field.bench.saveHazards(field.tablet, 1);
    int refused = 0;
    field.server.setScript(
        [&](const Asked &asked) { return ++refused <= 3 ? busy(asked) : field.front(asked); });
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.finished));
    QCOMPARE(field.failed->count(), 3);
    QVERIFY(field.failuresSeen == (std::vector<int>{1, 2, 3}));
    QCOMPARE(field.failure().error.code, ErrorCode::NetworkFailed);
    QVERIFY(field.allInLogOnce(saved));
    field.server.setScript(busy);
    field.pause = kNever;
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.failed, 4));
    QCOMPARE(field.failuresSeen.back(), 1); // counted anew after a success
}

void tst_SyncWorker::failure_saysWhenItTriesAgain()
{
    Field field;
    field.options.delayAfter = {}; // the real policy
    field.server.setScript(busy);
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.failed));
    const auto next = field.failure().nextTryAt;
    QVERIFY(next.has_value());
    const Millis pause = *next - field.bench.clock.wall();
    QVERIFY2(pause >= 1'000 && pause <= 3'000, std::to_string(pause).c_str());
}

void tst_SyncWorker::tap_forgetsFailures()
{
    Field field;
    field.pause = kNever;
    field.server.setScript(busy);
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.failed));
    QVERIFY(field.failure().nextTryAt == field.bench.clock.wall() + kNever);
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.failed, 2));
    QVERIFY(field.failuresSeen == (std::vector<int>{1, 1}));
    field.server.setScript([&](const Asked &asked) { return field.front(asked); });
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.finished));
}

void tst_SyncWorker::serversTime_isObeyed()
{
    Field field;
    field.pause = kNever;
    field.server.setScript([](const Asked &) {
        return ours(429, "", "", {{"Retry-After", "17"}});
    });
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.failed));
    QCOMPARE(field.failure().error.code, ErrorCode::RateLimited);
    QCOMPARE(field.retryAfterSeen, 17);
}

void tst_SyncWorker::noServerYet_isSaidAndAskedAgain()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    HttpFront front(bench.server);
    ScriptedServer server([&](const Asked &asked) { return front(asked); });
    std::atomic<bool> enrolled = false;
    worker::SyncWorker worker(tablet.store, bench.clock, [&]() -> std::unique_ptr<sync::SyncApi> {
        return enrolled ? std::make_unique<net::HttpSyncApi>(server.address()) : nullptr;
    });
    QSignalSpy failed(&worker, &worker::SyncWorker::failed);
    QSignalSpy finished(&worker, &worker::SyncWorker::finished);
    worker.syncNow();
    QVERIFY(Field::waitFor(failed));
    const auto failure = failed.first().first().value<worker::SyncFailure>();
    QCOMPARE(failure.error.code, ErrorCode::Unauthenticated);
    QVERIFY(!failure.nextTryAt);
    enrolled = true;
    worker.syncNow();
    QVERIFY(Field::waitFor(finished));
}

void tst_SyncWorker::serverChanged_asksTheMakerAgain()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    HttpFront front(bench.server);
    ScriptedServer old([&](const Asked &asked) { return front(asked); });
    ScriptedServer now([&](const Asked &asked) { return front(asked); });
    std::atomic<int> made = 0;
    const QUrl addresses[] = {old.address(), now.address()};
    worker::SyncWorker worker(tablet.store, bench.clock, [&] {
        return std::make_unique<net::HttpSyncApi>(addresses[made++]);
    });
    QSignalSpy finished(&worker, &worker::SyncWorker::finished);
    worker.syncNow();
    QVERIFY(Field::waitFor(finished));
    const auto toOld = old.asked().size();
    worker.serverChanged();
    worker.syncNow();
    QVERIFY(Field::waitFor(finished, 2));
    QCOMPARE(old.asked().size(), toOld);
    QVERIFY(now.asked().size() > 0);
    QCOMPARE(made.load(), 2);
}

void tst_SyncWorker::shutDown_twiceAndBeforeAnything_isFine()
{
    Field field;
    field.worker().shutDown();
    field.worker().shutDown();
    field.worker().syncNow();
    field.worker().noteLocalEvents();
    field.worker().stopRun();
    field.worker().serverChanged();
    field.endWorker();
    QCOMPARE(field.server.asked().size(), 0);
}

QTEST_GUILESS_MAIN(tst_SyncWorker)
#include "tst_SyncWorker.moc"
