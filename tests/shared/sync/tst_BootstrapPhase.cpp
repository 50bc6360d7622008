// All docs in scope at one head, in parts, swapped in at once (sync.md §5).
#include <QtTest>

#include "SyncBench.h"

using namespace campus;
using namespace campus::support;
using Kind = Fault::Kind;
using Stage = MemorySyncStore::Stage;

class TestBootstrapPhase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstRun_takesEverythingInScope();
    void manyParts_comeOneAfterAnother();
    void lostPart_leavesNothingAndTheOutboxWhole();
    void scopeChangesBetweenParts_startsOver();
    void headNoLongerServed_startsOver();
    void scopeThatNeverRests_isReported();
    void partThatLeadsToItself_isRefused();
    void unsentWhenBootstrapIsDue_isPushedFirst();
    void pushFails_noBootstrapBegins();
    void cancelled_leavesShadowApart();
};

void TestBootstrapPhase::firstRun_takesEverythingInScope()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.store.state().docs.empty());
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QVERIFY(summary->bootstrapped);
    QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
    QVERIFY(!tablet.store.state().docs.contains(
        {domain::ObjectKind::School, "S9"})); // another township
    QVERIFY(tablet.store.position().cursor == bench.server.state().heads.back());
    const auto again = tablet.run();
    QVERIFY(again.has_value());
    QVERIFY(!again->bootstrapped);
}

void TestBootstrapPhase::manyParts_comeOneAfterAnother()
{
    SyncBench bench;
    BenchTablet &one = bench.tablet(bench.officer);
    bench.saveHazards(one, 25);
    QVERIFY(one.run().has_value());
    bench.server.setPageRows(4);
    BenchTablet &two = bench.tablet(bench.colleague);
    QVERIFY(two.run().has_value());
    QVERIFY(two.api.countOf("bootstrap") > 7);
    QVERIFY(two.store.state().docs == bench.docsFor(two));
}

void TestBootstrapPhase::lostPart_leavesNothingAndTheOutboxWhole()
{
    SyncBench bench;
    bench.server.setPageRows(3);
    BenchTablet &tablet = bench.tablet(bench.officer);
    tablet.failOnce("bootstrap", 2, {});
    QVERIFY(!tablet.run().has_value());
    QVERIFY(tablet.store.state().docs.empty());
    QVERIFY(!tablet.store.position().bootstrapped);
    const auto event = bench.saveHazards(tablet, 1).front();
    QVERIFY(tablet.run().has_value());
    QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
    QVERIFY(tablet.store.own(event).stage == Stage::Settled);
}

void TestBootstrapPhase::scopeChangesBetweenParts_startsOver()
{
    SyncBench bench;
    bench.server.setPageRows(3);
    BenchTablet &tablet = bench.tablet(bench.officer);
    tablet.api.setScript([&](const Call &call) -> std::optional<Fault> {
        if (call.name == "bootstrap" && call.count == 2) {
            domain::User wider = bench.officer;
            wider.townships = {"T1", "T2"};
            bench.server.give(wider);
        }
        return std::nullopt;
    });
    QVERIFY(tablet.run().has_value());
    QVERIFY(tablet.store.state().docs.contains({domain::ObjectKind::School, "S9"}));
    QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
    const auto &changes = tablet.store.changes();
    QCOMPARE(std::count(changes.begin(), changes.end(), "beginBootstrap"), std::ptrdiff_t(2));
    QCOMPARE(std::count(changes.begin(), changes.end(), "finishBootstrap"), std::ptrdiff_t(1));
}

void TestBootstrapPhase::headNoLongerServed_startsOver()
{
    SyncBench bench;
    bench.server.setPageRows(3);
    for (const ErrorCode code :
         {ErrorCode::CursorExpired, ErrorCode::Diverged, ErrorCode::Conflict}) {
        BenchTablet &tablet = bench.tablet(bench.officer);
        tablet.failOnce("bootstrap", 3, {Kind::Refuse, code, 0});
        QVERIFY(tablet.run().has_value());
        QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
    }
}

void TestBootstrapPhase::scopeThatNeverRests_isReported()
{
    SyncBench bench;
    bench.server.setPageRows(3);
    BenchTablet &tablet = bench.tablet(bench.officer);
    tablet.api.setScript([&](const Call &call) -> std::optional<Fault> {
        if (call.name == "bootstrap" && call.count % 2 == 0)
            return Fault{Kind::Refuse, ErrorCode::Conflict, 0};
        return std::nullopt;
    });
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Conflict);
    QVERIFY(tablet.store.state().docs.empty());
}

void TestBootstrapPhase::partThatLeadsToItself_isRefused()
{
    SyncBench bench;
    bench.server.setPageRows(3);
    BenchTablet &tablet = bench.tablet(bench.officer);
    std::string next;
    tablet.loopback.tamperWith([&](LoopbackSyncApi::Way way, std::string &octets) {
        const std::size_t at = octets.find("\"next\":\"");
        if (way != LoopbackSyncApi::Way::Answer || at == std::string::npos)
            return;
        const std::size_t end = octets.find('"', at + 8);
        if (next.empty())
            next = octets.substr(at + 8, end - at - 8);
        octets.replace(at + 8, end - at - 8, next);
    });
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::ServerFailed);
}

void TestBootstrapPhase::unsentWhenBootstrapIsDue_isPushedFirst()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto event = bench.saveHazards(tablet, 1).front(); // before the tablet ever synchronised
    QVERIFY(tablet.run().has_value());
    const auto &calls = tablet.api.calls();
    QVERIFY(std::find(calls.begin(), calls.end(), "push") <
            std::find(calls.begin(), calls.end(), "bootstrap"));
    QVERIFY(tablet.store.own(event).stage == Stage::Settled);
}

void TestBootstrapPhase::pushFails_noBootstrapBegins()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 1);
    tablet.failOnce("push", 1, {Kind::Refuse, ErrorCode::ServerFailed, 0});
    QVERIFY(!tablet.run().has_value());
    QCOMPARE(tablet.api.countOf("bootstrap"), std::uint64_t(0));
}

void TestBootstrapPhase::cancelled_leavesShadowApart()
{
    SyncBench bench;
    bench.server.setPageRows(3);
    BenchTablet &tablet = bench.tablet(bench.officer);
    int parts = 0;
    tablet.engine.onProgress([&](const sync::Progress &progress) {
        parts += progress.phase == sync::Phase::Bootstrap;
        return parts < 3;
    });
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Cancelled);
    QVERIFY(tablet.store.state().docs.empty());
    tablet.engine.onProgress({});
    QVERIFY(tablet.run().has_value());
    QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
}

QTEST_GUILESS_MAIN(TestBootstrapPhase)
#include "tst_BootstrapPhase.moc"
