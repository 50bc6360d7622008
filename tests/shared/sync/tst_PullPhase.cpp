// Pages, diverged histories, scopes that change (sync.md §5).
#include <QtTest>

#include "SyncBench.h"

using namespace campus;
using namespace campus::support;
using Kind = Fault::Kind;
using Stage = MemorySyncStore::Stage;

class TestPullPhase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersWork_arrivesByteForByte();
    void longFeed_comesInPages();
    void lostPage_isAskedForAgain();
    void diskFullAtPage_leavesCursorAndRows();
    void answeredButNotInThePage_isSentAgain();
    void olderServer_commonHeadIsFoundAndDocsAreFetched();
    void olderServerRegrown_numbersAloneWouldNotNotice();
    void answerLostAfterRollback_objectsAreFetchedInTheNextRun();
    void nothingInCommon_startsFromTheEmptyLog();
    void headThatWasNotOffered_isNotFollowed();
    void scopeGained_bootstrapsAfterThePush();
    void scopeLost_dropsDocsKeepsOwnEvents();
    void cursorExpired_bootstraps();
    void pageThatLeadsNowhere_isRefused();
    void requestCarriesClockAndUnsent();
};

void TestPullPhase::othersWork_arrivesByteForByte()
{
    SyncBench bench;
    BenchTablet &one = bench.tablet(bench.officer);
    BenchTablet &two = bench.tablet(bench.colleague);
    QVERIFY(two.run().has_value());
    bench.saveHazards(one, 3);
    QVERIFY(one.run().has_value());
    const auto summary = two.run();
    QVERIFY(summary.has_value());
    QCOMPARE(summary->rowsTaken, std::uint64_t(3));
    QVERIFY(one.store.state().docs == bench.docsFor(one));
    QVERIFY(two.store.state().docs == bench.docsFor(two));
    QVERIFY(one.store.state().docs == two.store.state().docs);
}

void TestPullPhase::longFeed_comesInPages()
{
    SyncBench bench;
    BenchTablet &one = bench.tablet(bench.officer);
    BenchTablet &two = bench.tablet(bench.colleague);
    QVERIFY(two.run().has_value());
    for (int i = 0; i < 10; ++i) { // ten commits of five
        bench.saveHazards(one, 5);
        QVERIFY(one.run().has_value());
    }
    bench.server.setPageRows(7);
    const std::uint64_t before = two.api.countOf("pull");
    QVERIFY(two.run().has_value());
    QCOMPARE(two.api.countOf("pull") - before, std::uint64_t(5)); // whole commits: ten rows a page
    QVERIFY(two.store.state().docs == bench.docsFor(two));
}

void TestPullPhase::lostPage_isAskedForAgain()
{
    SyncBench bench;
    BenchTablet &one = bench.tablet(bench.officer);
    BenchTablet &two = bench.tablet(bench.colleague);
    QVERIFY(two.run().has_value());
    for (int i = 0; i < 3; ++i) {
        bench.saveHazards(one, 5);
        QVERIFY(one.run().has_value());
    }
    bench.server.setPageRows(5);
    const auto before = two.store.position();
    two.failOnce("pull", two.api.countOf("pull") + 2,
                 {Kind::ActThenRefuse, ErrorCode::NetworkFailed, 0});
    QVERIFY(!two.run().has_value());
    QVERIFY(two.store.position().cursor.size > before.cursor.size); // the first page stays
    QVERIFY(two.run().has_value());
    QVERIFY(two.store.state().docs == bench.docsFor(two));
}

void TestPullPhase::diskFullAtPage_leavesCursorAndRows()
{
    SyncBench bench;
    BenchTablet &one = bench.tablet(bench.officer);
    BenchTablet &two = bench.tablet(bench.colleague);
    QVERIFY(two.run().has_value());
    bench.saveHazards(one, 1);
    QVERIFY(one.run().has_value());
    const auto docs = two.store.state().docs;
    const auto cursor = two.store.position().cursor;
    two.store.setGate([](std::string_view change) -> Result<void> {
        return change == "applyPage" ? Result<void>(ErrorCode::StorageFull, "disk")
                                     : Result<void>();
    });
    const auto summary = two.run();
    QVERIFY(!summary);
    QVERIFY(two.engine.summary().failedOnTablet);
    QVERIFY(two.store.state().docs == docs);
    QVERIFY(two.store.position().cursor == cursor);
    two.store.setGate({});
    QVERIFY(two.run().has_value());
    QVERIFY(two.store.state().docs == bench.docsFor(two));
}

void TestPullPhase::answeredButNotInThePage_isSentAgain()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.run().has_value());
    const auto before = bench.server.state();
    const auto event = bench.saveHazards(tablet, 1).front();
    // The server answers the push, falls back to its backup, and grows again by somebody else's work.
    BenchTablet &other = bench.tablet(bench.colleague);
    bool fell = false;
    tablet.api.setScript([&](const Call &call) -> std::optional<Fault> {
        if (call.name != "pull" || fell)
            return std::nullopt;
        fell = true;
        auto older = before;
        older.devices = bench.server.state().devices;
        older.sessions = bench.server.state().sessions;
        bench.server.restore(older);
        bench.saveHazards(other, 3);
        if (!other.run())
            qFatal("the other tablet failed");
        return std::nullopt;
    });
    QVERIFY(tablet.run().has_value());
    QCOMPARE(bench.inLog(event), std::uint64_t(1));
    QVERIFY(tablet.store.own(event).stage == Stage::Settled);
    QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
}

void TestPullPhase::olderServer_commonHeadIsFoundAndDocsAreFetched()
{
    SyncBench bench;
    BenchTablet &one = bench.tablet(bench.officer);
    BenchTablet &two = bench.tablet(bench.colleague);
    bench.saveHazards(one, 2);
    QVERIFY(one.run().has_value());
    QVERIFY(two.run().has_value());
    const auto yesterday = bench.server.state();
    const auto lost = bench.saveHazards(one, 2);
    QVERIFY(one.run().has_value());
    QVERIFY(two.run().has_value());
    bench.server.restore(yesterday);
    const auto summary = two.run(); // it has nothing of its own to bring
    QVERIFY(summary.has_value());
    QVERIFY(summary->rolledBack);
    QVERIFY(two.store.state().docs == bench.docsFor(two));
    QVERIFY(one.run().has_value());
    QVERIFY(two.run().has_value());
    for (const std::string &event : lost)
        QCOMPARE(bench.inLog(event), std::uint64_t(1)); // refilled by its tablet (I30)
    QVERIFY(one.store.state().docs == bench.docsFor(one));
    QVERIFY(two.store.state().docs == one.store.state().docs);
    QCOMPARE(one.store.countIn(Stage::Settled), std::size_t(4));
}

void TestPullPhase::olderServerRegrown_numbersAloneWouldNotNotice()
{
    SyncBench bench;
    BenchTablet &one = bench.tablet(bench.officer);
    BenchTablet &two = bench.tablet(bench.colleague);
    QVERIFY(one.run().has_value());
    QVERIFY(two.run().has_value());
    const auto yesterday = bench.server.state();
    bench.saveHazards(one, 2);
    QVERIFY(one.run().has_value());
    bench.server.restore(yesterday);
    bench.saveHazards(two, 6); // the log is now longer than the cursor of the first tablet
    QVERIFY(two.run().has_value());
    QVERIFY(bench.server.state().log.size() > one.store.position().cursor.size);
    QVERIFY(one.run().has_value());
    QVERIFY(two.run().has_value());
    QVERIFY(one.store.state().docs == bench.docsFor(one));
    QVERIFY(two.store.state().docs == one.store.state().docs);
    QCOMPARE(one.store.countIn(Stage::Settled), std::size_t(2));
}

void TestPullPhase::answerLostAfterRollback_objectsAreFetchedInTheNextRun()
{
    SyncBench bench;
    BenchTablet &one = bench.tablet(bench.officer);
    BenchTablet &two = bench.tablet(bench.colleague);
    const auto event = bench.acts.registered(bench.officer, "S1", "门锁");
    one.store.save(event);
    QVERIFY(one.run().has_value());
    QVERIFY(two.run().has_value());
    const auto yesterday = bench.server.state();
    one.store.save(bench.acts.noted(bench.officer, {event.object, "S1", 0}, "又坏了"));
    QVERIFY(one.run().has_value());
    QVERIFY(two.run().has_value());
    bench.server.restore(yesterday); // there the hazard is older than the common head
    two.failOnce("fetch", 1, {});
    QVERIFY(!two.run().has_value());
    QVERIFY(!two.store.state().docs.contains({domain::ObjectKind::Hazard, event.object}));
    QVERIFY(two.run().has_value());
    QVERIFY(two.store.state().docs == bench.docsFor(two));
    QVERIFY(two.store.state().docs.contains({domain::ObjectKind::Hazard, event.object}));
}

void TestPullPhase::nothingInCommon_startsFromTheEmptyLog()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 2);
    QVERIFY(tablet.run().has_value());
    auto blank = bench.server.state();
    SyncBench another; // the same county set up anew: no record is the same
    another.clock.advance(5);
    auto fresh = another.server.state();
    for (std::size_t i = 0; i < fresh.log.size(); ++i) {
        fresh.log[i].receivedAt += 77;
        fresh.heads[i + 1] = journal::headAfter(fresh.heads[i], fresh.log[i]);
    }
    fresh.devices = blank.devices;
    fresh.sessions = blank.sessions;
    bench.server.restore(fresh);
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QVERIFY(summary->rolledBack);
    QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
    QCOMPARE(tablet.store.countIn(Stage::Settled), std::size_t(2));
}

void TestPullPhase::headThatWasNotOffered_isNotFollowed()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.run().has_value());
    const auto before = tablet.store.position();
    tablet.failOnce("pull", tablet.api.countOf("pull") + 1, {Kind::Refuse, ErrorCode::Diverged, 0});
    tablet.loopback.tamperWith([](LoopbackSyncApi::Way way, std::string &octets) {
        const std::size_t at = octets.find("\"common\"");
        if (way == LoopbackSyncApi::Way::Answer && at != std::string::npos) {
            const std::size_t digit = octets.find("\"size\":", at) + 7;
            octets[digit] = octets[digit] == '1' ? '2' : '1';
        }
    });
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::NetworkFailed);
    QVERIFY(tablet.store.position().cursor == before.cursor);
}

void TestPullPhase::scopeGained_bootstrapsAfterThePush()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    BenchTablet &far = bench.tablet(bench.stranger);
    QVERIFY(tablet.run().has_value());
    bench.saveHazards(far, 0);
    far.store.save(bench.acts.registered(bench.stranger, "S9", "河边无护栏"));
    QVERIFY(far.run().has_value());
    domain::User wider = bench.officer;
    wider.townships = {"T1", "T2"};
    bench.server.give(wider);
    const auto event = bench.saveHazards(tablet, 1).front();
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QVERIFY(summary->bootstrapped);
    QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
    QCOMPARE(tablet.store.own(event).stage, Stage::Settled);
    const auto &changes = tablet.store.changes();
    const auto answered = std::find(changes.rbegin(), changes.rend(), "recordAnswer");
    const auto begun = std::find(changes.rbegin(), changes.rend(), "beginBootstrap");
    QVERIFY(answered > begun); // reversed: the push came first
}

void TestPullPhase::scopeLost_dropsDocsKeepsOwnEvents()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 2);
    QVERIFY(tablet.run().has_value());
    domain::User moved = bench.officer;
    moved.townships = {"T2"};
    bench.server.give(moved);
    const auto offline = bench.saveHazards(tablet, 4);
    QVERIFY(tablet.run().has_value());
    QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
    for (const auto &[key, doc] : tablet.store.state().docs)
        QVERIFY(key.first != domain::ObjectKind::Hazard);
    for (const std::string &event : offline) { // stored with a verdict (I25), and still here
        QCOMPARE(bench.inLog(event), std::uint64_t(1));
        QCOMPARE(tablet.store.own(event).verdict->kind, journal::VerdictKind::Quarantined);
    }
    QCOMPARE(tablet.store.state().own.size(), std::size_t(6));
}

void TestPullPhase::cursorExpired_bootstraps()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 1);
    QVERIFY(tablet.run().has_value());
    tablet.failOnce("pull", tablet.api.countOf("pull") + 1,
                    {Kind::Refuse, ErrorCode::CursorExpired, 0});
    const auto event = bench.saveHazards(tablet, 1).front();
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QVERIFY(summary->bootstrapped);
    QVERIFY(tablet.store.own(event).stage == Stage::Settled);
    QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
}

void TestPullPhase::pageThatLeadsNowhere_isRefused()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.run().has_value());
    tablet.loopback.tamperWith([](LoopbackSyncApi::Way way, std::string &octets) {
        const std::size_t at = octets.find("\"scope_mark\":");
        if (way == LoopbackSyncApi::Way::Answer && at != std::string::npos)
            octets.insert(at, "\"more\":true,");
    });
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::ServerFailed);
}

void TestPullPhase::requestCarriesClockAndUnsent()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.run().has_value());
    std::string request;
    tablet.loopback.tamperWith([&](LoopbackSyncApi::Way way, std::string &octets) {
        if (way == LoopbackSyncApi::Way::Request && octets.find("\"cursor\"") != std::string::npos)
            request = octets;
    });
    bench.clock.reboot("boot-of-today");
    bench.clock.advance(1234);
    QVERIFY(tablet.run().has_value());
    const auto sent = wire::decode<wire::PullRequest>(request);
    QVERIFY(sent.has_value());
    QCOMPARE(sent->sentAt.boot, std::string("boot-of-today"));
    QCOMPARE(sent->sentAt.mono, Millis(1234));
    QCOMPARE(sent->sentAt.wall, bench.clock.wall());
    QCOMPARE(sent->declaredUnsent, std::uint64_t(0));
    QCOMPARE(sent->device, tablet.device);
}

QTEST_GUILESS_MAIN(TestPullPhase)
#include "tst_PullPhase.moc"
