// The conductor: order of the phases, times, cancelling, and several tablets over a bad link.
#include <QtTest>
#include <cstdio>

#include "SyncBench.h"

using namespace campus;
using namespace campus::support;
using Stage = MemorySyncStore::Stage;

class TestSyncEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phases_comeInOrder();
    void everyExchange_leavesATimeSample();
    void rebootDuringAnExchange_leavesNoSample();
    void cancelledAnywhere_staysConsistent();
    void storeFailingAnywhere_staysConsistent();
    void lostAnywhere_staysConsistent();
    void savedWhileRunning_goesInTheSameRun();
    void opposingActs_oneIsSuperseded_data();
    void opposingActs_oneIsSuperseded();
    void badLink_everySavedActArrivesOnce_data();
    void badLink_everySavedActArrivesOnce();
};

void TestSyncEngine::phases_comeInOrder()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 1);
    std::vector<sync::Phase> phases;
    tablet.engine.onProgress([&](const sync::Progress &progress) {
        if (phases.empty() || phases.back() != progress.phase)
            phases.push_back(progress.phase);
        return true;
    });
    QVERIFY(tablet.run().has_value());
    QCOMPARE(phases, (std::vector<sync::Phase>{sync::Phase::Session, sync::Phase::Push,
                                               sync::Phase::Bootstrap, sync::Phase::Pull}));
}

void TestSyncEngine::everyExchange_leavesATimeSample()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.clock.reboot("boot-x");
    bench.clock.advance(10'000);
    tablet.api.setScript([&](const Call &) -> std::optional<Fault> {
        bench.clock.advance(600); // the way there takes it all
        return std::nullopt;
    });
    bench.saveHazards(tablet, 1);
    QVERIFY(tablet.run().has_value());
    const auto &times = tablet.store.state().times;
    QCOMPARE(times.size(), tablet.api.calls().size());
    QCOMPARE(times.front().boot, std::string("boot-x"));
    QCOMPARE(times.front().mono, Millis(11'000 + 300));
    QCOMPARE(times.front().halfRoundTrip, Millis(300));
    for (const sync::TimeSample &sample : times) // true time lies within half the round trip
        QVERIFY(std::abs(sample.server - (bench.clock.wall() - bench.clock.monotonic() +
                                          sample.mono)) <= sample.halfRoundTrip);
}

void TestSyncEngine::rebootDuringAnExchange_leavesNoSample()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    int calls = 0;
    tablet.api.setScript([&](const Call &) -> std::optional<Fault> {
        bench.clock.reboot("boot-" + std::to_string(++calls));
        return std::nullopt;
    });
    QVERIFY(tablet.run().has_value());
    QVERIFY(calls > 0);
    QVERIFY(tablet.store.state().times.empty());
}

// Stops at the n-th step, whatever it is; a later run ends what was begun.
void TestSyncEngine::cancelledAnywhere_staysConsistent()
{
    for (int stopAt = 1; stopAt < 200; ++stopAt) {
        SyncBench bench;
        bench.server.setPageRows(3);
        BenchTablet &other = bench.tablet(bench.colleague);
        bench.saveHazards(other, 4);
        QVERIFY(other.run().has_value());
        BenchTablet &tablet = bench.tablet(bench.officer);
        bench.saveHazards(tablet, 3);
        int step = 0;
        tablet.engine.onProgress([&](const sync::Progress &) { return ++step != stopAt; });
        const auto summary = tablet.run();
        if (summary) {
            QVERIFY(stopAt > 8);
            return; // every step was tried
        }
        QCOMPARE(summary.error().code, ErrorCode::Cancelled);
        QVERIFY(tablet.run().has_value());
        QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
        QCOMPARE(tablet.store.countIn(Stage::Settled), std::size_t(3));
        QVERIFY(!tablet.engine.summary().newInstall);
    }
    QFAIL("the run never ends");
}

void TestSyncEngine::storeFailingAnywhere_staysConsistent()
{
    for (std::size_t failAt = 1; failAt < 200; ++failAt) {
        SyncBench bench;
        bench.server.setPageRows(3);
        BenchTablet &tablet = bench.tablet(bench.officer);
        bench.saveHazards(tablet, 3);
        std::size_t change = 0;
        tablet.store.setGate([&](std::string_view) -> Result<void> {
            return ++change == failAt ? Result<void>(ErrorCode::StorageFailed, "planned")
                                      : Result<void>();
        });
        const auto summary = tablet.run();
        tablet.store.setGate({});
        if (summary) {
            QVERIFY(failAt > 5);
            return;
        }
        QVERIFY(tablet.run().has_value());
        QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
        QCOMPARE(tablet.store.countIn(Stage::Settled), std::size_t(3));
        for (const auto &event : tablet.store.state().own)
            QCOMPARE(bench.inLog(event.id), std::uint64_t(1));
    }
    QFAIL("the run never ends");
}

void TestSyncEngine::lostAnywhere_staysConsistent()
{
    for (const Fault::Kind kind : {Fault::Kind::Refuse, Fault::Kind::ActThenRefuse}) {
        for (std::size_t loseAt = 1;; ++loseAt) {
            QVERIFY(loseAt < 200);
            SyncBench bench;
            bench.server.setPageRows(3);
            BenchTablet &tablet = bench.tablet(bench.officer);
            bench.saveHazards(tablet, 3);
            std::size_t calls = 0;
            tablet.api.setScript([&](const Call &) -> std::optional<Fault> {
                return ++calls == loseAt ? std::optional(Fault{kind, ErrorCode::NetworkFailed, 0})
                                         : std::nullopt;
            });
            if (tablet.run())
                break; // every request was tried
            QVERIFY(tablet.run().has_value());
            QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
            QCOMPARE(tablet.store.countIn(Stage::Settled), std::size_t(3));
            for (const auto &event : tablet.store.state().own)
                QCOMPARE(bench.inLog(event.id), std::uint64_t(1));
        }
    }
}

void TestSyncEngine::savedWhileRunning_goesInTheSameRun()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    std::string event;
    tablet.api.setScript([&](const Call &call) -> std::optional<Fault> {
        if (call.name == "pull" && event.empty())
            event = bench.saveHazards(tablet, 1).front();
        return std::nullopt;
    });
    QVERIFY(tablet.run().has_value());
    QVERIFY(tablet.store.own(event).stage == Stage::Settled);
}

void TestSyncEngine::opposingActs_oneIsSuperseded_data()
{
    QTest::addColumn<bool>("passFirst");
    QTest::newRow("the review passes first") << true;
    QTest::newRow("the return comes first") << false;
}

// Two officers review the same rectification offline; who arrives first decides, the other is told.
void TestSyncEngine::opposingActs_oneIsSuperseded()
{
    QFETCH(bool, passFirst);
    SyncBench bench;
    BenchTablet &one = bench.tablet(bench.officer);
    BenchTablet &two = bench.tablet(bench.colleague);
    BenchTablet &school = bench.tablet(bench.principal);
    const auto found = bench.acts.registered(bench.officer, "S1", "灭火器过期");
    one.store.save(found);
    QVERIFY(one.run().has_value());
    const auto seen = [&](BenchTablet &tablet) {
        if (!tablet.run())
            qFatal("a tablet failed");
        return Subject{
            found.object, "S1",
            tablet.store.state().docs.at({domain::ObjectKind::Hazard, found.object}).version};
    };
    one.store.save(bench.acts.assigned(bench.officer, seen(one)));
    seen(one);
    school.store.save(bench.acts.received(bench.principal, seen(school)));
    school.store.save(bench.acts.confirmed(bench.principal, seen(school), "已更换"));
    seen(school);
    const std::string passed = one.store.save(bench.acts.passed(bench.officer, seen(one)));
    const std::string returned =
        two.store.save(bench.acts.returned(bench.colleague, seen(two), "压力不足"));
    // seen() pushed nothing of these: they were saved after their run.
    QVERIFY((passFirst ? one : two).run().has_value());
    QVERIFY((passFirst ? two : one).run().has_value());
    QVERIFY((passFirst ? one : two).run().has_value());
    const auto &late = passFirst ? two.store.own(returned) : one.store.own(passed);
    const auto &early = passFirst ? one.store.own(passed) : two.store.own(returned);
    QVERIFY(early.verdict->kind == journal::VerdictKind::Accepted);
    QVERIFY(late.verdict->kind == journal::VerdictKind::Rejected);
    QCOMPARE(late.verdict->reason, std::string("superseded"));
    QCOMPARE(late.verdict->by, passFirst ? bench.officer.id : bench.colleague.id);
    QVERIFY(late.stage == Stage::Settled);
    QVERIFY(one.store.state().docs == two.store.state().docs);
}

void TestSyncEngine::badLink_everySavedActArrivesOnce_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 25; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestSyncEngine::badLink_everySavedActArrivesOnce()
{
    QFETCH(quint64, seed);
    SyncBench bench;
    SeededRandom random(seed);
    std::vector<BenchTablet *> tablets{&bench.tablet(bench.officer),
                                       &bench.tablet(bench.colleague)};
    for (BenchTablet *tablet : tablets) {
        tablet->api.setRates({0.06, 0.06, 0.06, 0.06, 0.03, 0.03, 0.02, 0.02, 0.02});
        tablet->loopback.tamperWith([&](LoopbackSyncApi::Way, std::string &octets) {
            if (random.chance(0.03))
                octets.resize(octets.size() - 1 - random.below(octets.size())); // cut off
            else if (random.chance(0.02))
                octets[random.below(octets.size())] = '\x01';
        });
    }
    auto backup = bench.server.state();
    for (int step = 0; step < 120; ++step) {
        BenchTablet &tablet = *tablets[random.below(tablets.size())];
        bench.clock.advance(static_cast<Millis>(random.below(3'600'000)));
        if (random.chance(0.05))
            bench.clock.jumpWall(static_cast<Millis>(random.below(20'000'000)) - 10'000'000);
        if (random.chance(0.5))
            bench.saveHazards(tablet, 1 + static_cast<int>(random.below(3)));
        else
            std::ignore = tablet.run();
        if (random.chance(0.02))
            backup = bench.server.state();
        if (random.chance(0.01)) { // the server is put back, nobody is told
            auto older = backup;
            older.sessions = bench.server.state().sessions;
            older.ids = bench.server.state().ids;
            bench.server.restore(older);
        }
    }
    for (BenchTablet *tablet : tablets) {
        tablet->api.setRates({});
        tablet->loopback.tamperWith({});
    }
    for (int round = 0; round < 3; ++round)
        for (BenchTablet *tablet : tablets)
            QVERIFY(tablet->run().has_value());
    for (BenchTablet *tablet : tablets) {
        QCOMPARE(tablet->store.countIn(Stage::Settled), tablet->store.state().own.size());
        QVERIFY(tablet->store.state().docs == bench.docsFor(*tablet));
        for (const auto &event : tablet->store.state().own)
            QCOMPARE(bench.inLog(event.id), std::uint64_t(1));
    }
    QVERIFY(bench.server.state().conflicts.empty());
}

QTEST_GUILESS_MAIN(TestSyncEngine)
#include "tst_SyncEngine.moc"
