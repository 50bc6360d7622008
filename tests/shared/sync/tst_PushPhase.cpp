// What the tablet does with each answer to a push (sync.md §4, §10).
#include <QtTest>

#include "SyncBench.h"

using namespace campus;
using namespace campus::support;
using Kind = Fault::Kind;
using Stage = MemorySyncStore::Stage;

namespace {

// 5xx or another refusal for every batch that carries the event, as often as it comes.
FaultySyncApi::Script poisonedBy(const std::string &event, ErrorCode code)
{
    return [event, code](const Call &call) -> std::optional<Fault> {
        if (call.push == nullptr)
            return std::nullopt;
        for (const std::string &line : call.push->lines) {
            if (line.find(event) != std::string::npos)
                return Fault{Kind::Refuse, code, 0};
        }
        return std::nullopt;
    };
}

} // namespace

class TestPushPhase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savedEvents_reachTheLogAndSettle();
    void answer_aloneSettlesNothing();
    void lostRequest_isSentAgainUnchanged();
    void lostAnswer_isSentAgainAndCountsOnce();
    void duplicatedRequest_countsOnce();
    void manyEvents_goInBoundedBatches();
    void signature_coversTheChainFromTheFirstEvent();
    void serverForgotTail_gapIsClosed();
    void serverKnowsNothing_gapIsClosedFromTheStart();
    void clonedTablet_startsNewInstallAndLosesNothing();
    void rolledBackTablet_startsNewInstallAndLosesNothing();
    void refusedEvent_isAnsweredLikeAnyOther();
    void foreignAnswer_changesNothing();
    void serverDown_keepsEverythingAndNothingGoesToQuarantine();
    void poisonBy5xx_isFoundAndOthersGoOn();
    void poisonBy400_isFoundAndOthersGoOn();
    void poisonNobodyTakes_staysAndPullGoesOn();
    void one400OnTheWay_quarantinesNothing();
    void tooLargeBatch_isHalved();
    void badSignature_isReportedWithoutBisecting();
    void fullServer_isAskedHourly();
    void rateLimit_reportsTheNamedTime();
    void diskFullAtAnswer_isReportedAsTheTabletsOwn();
    void revokedDevice_pushesOnceMoreAndReports();
};

void TestPushPhase::savedEvents_reachTheLogAndSettle()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto events = bench.saveHazards(tablet, 3);
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QCOMPARE(summary->eventsSent, std::uint64_t(3));
    for (const std::string &event : events) {
        QCOMPARE(bench.inLog(event), std::uint64_t(1));
        QVERIFY(tablet.store.own(event).stage == Stage::Settled);
        QVERIFY(tablet.store.own(event).verdict->kind == journal::VerdictKind::Accepted);
    }
    QCOMPARE(tablet.store.state().syncEnds, std::vector<std::string>{"ok"});
}

void TestPushPhase::answer_aloneSettlesNothing()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.run().has_value());
    const auto events = bench.saveHazards(tablet, 2);
    tablet.failOnce("pull", tablet.api.countOf("pull") + 1, {});
    QVERIFY(!tablet.run().has_value());
    for (const std::string &event : events)
        QVERIFY(tablet.store.own(event).stage == Stage::Answered);
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.store.countIn(Stage::Settled), std::size_t(2));
}

void TestPushPhase::lostRequest_isSentAgainUnchanged()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto event = bench.saveHazards(tablet, 1).front();
    const std::string line = tablet.store.own(event).line;
    tablet.failOnce("push", 1, {});
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::NetworkFailed);
    QVERIFY(tablet.store.own(event).stage == Stage::Saved);
    QVERIFY(tablet.run().has_value());
    QCOMPARE(bench.server.state().log.back().line, line);
}

void TestPushPhase::lostAnswer_isSentAgainAndCountsOnce()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto events = bench.saveHazards(tablet, 2);
    tablet.failOnce("push", 1, {Kind::ActThenRefuse, ErrorCode::NetworkFailed, 0});
    QVERIFY(!tablet.run().has_value());
    const auto later = bench.saveHazards(tablet, 1);
    QVERIFY(tablet.run().has_value());
    for (const std::string &event : {events[0], events[1], later[0]})
        QCOMPARE(bench.inLog(event), std::uint64_t(1));
    QVERIFY(!tablet.engine.summary().newInstall); // the duplicates advanced their chain
    QCOMPARE(tablet.store.countIn(Stage::Settled), std::size_t(3));
}

void TestPushPhase::duplicatedRequest_countsOnce()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto events = bench.saveHazards(tablet, 2);
    tablet.failOnce("push", 1, {Kind::Duplicate, ErrorCode::Internal, 0});
    QVERIFY(tablet.run().has_value());
    for (const std::string &event : events)
        QCOMPARE(bench.inLog(event), std::uint64_t(1));
}

void TestPushPhase::manyEvents_goInBoundedBatches()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 450);
    std::vector<std::size_t> sizes;
    tablet.api.setScript([&](const Call &call) -> std::optional<Fault> {
        if (call.push != nullptr)
            sizes.push_back(call.push->lines.size());
        return std::nullopt;
    });
    QVERIFY(tablet.run().has_value());
    QCOMPARE(sizes, (std::vector<std::size_t>{200, 200, 50}));
    QCOMPARE(tablet.store.countIn(Stage::Settled), std::size_t(450));
}

void TestPushPhase::signature_coversTheChainFromTheFirstEvent()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 3);
    tablet.loopback.tamperWith([](LoopbackSyncApi::Way way, std::string &octets) {
        const std::size_t at = octets.find("堵塞 1");
        if (way == LoopbackSyncApi::Way::Request && at != std::string::npos)
            octets[at + 7] = '7'; // somebody on the way alters one letter of the second event
    });
    const std::size_t before = bench.server.state().log.size();
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::BadSignature);
    QCOMPARE(bench.server.state().log.size(), before);
}

void TestPushPhase::serverForgotTail_gapIsClosed()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 2);
    QVERIFY(tablet.run().has_value());
    const auto yesterday = bench.server.state();
    bench.saveHazards(tablet, 2);
    QVERIFY(tablet.run().has_value());
    bench.server.restore(yesterday);
    const auto newest = bench.saveHazards(tablet, 1).front();
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QVERIFY(!summary->newInstall);
    for (const auto &event : tablet.store.state().own)
        QCOMPARE(bench.inLog(event.id), std::uint64_t(1));
    QVERIFY(tablet.store.own(newest).stage == Stage::Settled);
    QCOMPARE(tablet.store.countIn(Stage::Settled), std::size_t(5));
}

void TestPushPhase::serverKnowsNothing_gapIsClosedFromTheStart()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto empty = bench.server.state();
    bench.saveHazards(tablet, 2);
    QVERIFY(tablet.run().has_value());
    bench.server.restore(empty);
    bench.saveHazards(tablet, 1);
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.store.countIn(Stage::Settled), std::size_t(3));
    QVERIFY(tablet.store.state().docs == bench.docsFor(tablet));
}

void TestPushPhase::clonedTablet_startsNewInstallAndLosesNothing()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 2);
    QVERIFY(tablet.run().has_value());
    const auto clone = tablet.store.state(); // the same device, copied
    const auto original = bench.saveHazards(tablet, 2);
    QVERIFY(tablet.run().has_value());
    tablet.store.restore(clone);
    const auto onTheClone = bench.saveHazards(tablet, 3);
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QVERIFY(summary->newInstall);
    for (const std::string &event : onTheClone) {
        QCOMPARE(bench.inLog(event), std::uint64_t(1));
        QVERIFY(tablet.store.own(event).stage == Stage::Settled);
    }
    for (const std::string &event : original)
        QCOMPARE(bench.inLog(event), std::uint64_t(1));
}

void TestPushPhase::rolledBackTablet_startsNewInstallAndLosesNothing()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto fresh = tablet.store.state();
    bench.saveHazards(tablet, 1);
    QVERIFY(tablet.run().has_value());
    tablet.store.restore(fresh); // a backup of the tablet from before its first push
    const auto event = bench.saveHazards(tablet, 1).front();
    QVERIFY(tablet.run().has_value());
    QVERIFY(tablet.store.own(event).stage == Stage::Settled);
    QVERIFY(tablet.store.identity().install != fresh.identity.install);
}

void TestPushPhase::refusedEvent_isAnsweredLikeAnyOther()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.stranger); // whose township is another
    const auto event = tablet.store.save(bench.acts.registered(bench.stranger, "S1", "越界"));
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QCOMPARE(summary->quarantined, std::uint64_t(1));
    QCOMPARE(bench.inLog(event), std::uint64_t(1));
    QVERIFY(tablet.store.own(event).stage == Stage::Settled);
    QCOMPARE(tablet.store.own(event).verdict->kind, journal::VerdictKind::Quarantined);
}

void TestPushPhase::foreignAnswer_changesNothing()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.run().has_value());
    const auto event = bench.saveHazards(tablet, 1).front();
    const std::string other = "019790aa-0000-7000-8000-000000000000";
    tablet.loopback.tamperWith([&](LoopbackSyncApi::Way way, std::string &octets) {
        const std::size_t at = octets.find(event);
        if (way == LoopbackSyncApi::Way::Answer && at != std::string::npos)
            octets.replace(at, event.size(), other); // a proxy's copy of an older answer
    });
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::NetworkFailed);
    QVERIFY(tablet.store.own(event).stage == Stage::Saved);
}

void TestPushPhase::serverDown_keepsEverythingAndNothingGoesToQuarantine()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 3);
    tablet.api.setScript([](const Call &) {
        return Fault{Kind::Refuse, ErrorCode::ServerFailed, 0};
    });
    for (int i = 0; i < 10; ++i) {
        const auto summary = tablet.run();
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::ServerFailed);
    }
    QCOMPARE(tablet.api.countOf("quarantine"), std::uint64_t(0));
    tablet.api.setScript({});
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.store.countIn(Stage::Settled), std::size_t(3));
}

void TestPushPhase::poisonBy5xx_isFoundAndOthersGoOn()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto events = bench.saveHazards(tablet, 20);
    const std::string poison = events[13];
    tablet.api.setScript(poisonedBy(poison, ErrorCode::ServerFailed));
    for (int i = 0; i < 2; ++i) {
        QVERIFY(!tablet.run().has_value());
        QCOMPARE(tablet.api.countOf("push"), std::uint64_t(i + 1)); // the whole batch, unchanged
    }
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.api.countOf("quarantine"), std::uint64_t(1));
    for (const std::string &event : events) {
        QCOMPARE(bench.inLog(event), std::uint64_t(1));
        QVERIFY(tablet.store.own(event).stage == Stage::Settled);
    }
    QCOMPARE(tablet.store.own(poison).verdict->kind, journal::VerdictKind::Quarantined);
}

void TestPushPhase::poisonBy400_isFoundAndOthersGoOn()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    auto events = bench.saveHazards(tablet, 3);
    const std::string poison = bench.ids.next();
    tablet.store.saveLine(poison,
                          R"({"id":")" + poison + R"(","type":7})"); // no event for any server
    const auto later = bench.saveHazards(tablet, 3);
    events.insert(events.end(), later.begin(), later.end());
    QVERIFY(tablet.run().has_value());
    for (const std::string &event : events) {
        QCOMPARE(bench.inLog(event), std::uint64_t(1));
        QVERIFY(tablet.store.own(event).stage == Stage::Settled);
    }
    QCOMPARE(bench.inLog(poison), std::uint64_t(1));
    QVERIFY(tablet.store.own(poison).raw);
}

void TestPushPhase::poisonNobodyTakes_staysAndPullGoesOn()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.run().has_value());
    const auto event = bench.saveHazards(tablet, 1).front();
    tablet.api.setScript([&](const Call &call) -> std::optional<Fault> {
        if (call.name == "push" || call.name == "quarantine")
            return Fault{Kind::Refuse, ErrorCode::InvalidInput, 0};
        return std::nullopt;
    });
    BenchTablet &other = bench.tablet(bench.colleague);
    bench.saveHazards(other, 1);
    QVERIFY(other.run().has_value());
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::InvalidInput);
    QVERIFY(tablet.store.own(event).stage == Stage::Saved);
    QVERIFY(tablet.store.state().docs == bench.docsFor(tablet)); // others' work came all the same
}

void TestPushPhase::one400OnTheWay_quarantinesNothing()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto event = bench.saveHazards(tablet, 1).front();
    tablet.api.setScript([](const Call &call) -> std::optional<Fault> {
        if (call.name == "push" && call.count <= 2)
            return Fault{Kind::Refuse, ErrorCode::InvalidInput, 0};
        return std::nullopt;
    });
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.api.countOf("quarantine"), std::uint64_t(0));
    QCOMPARE(tablet.store.own(event).verdict->kind, journal::VerdictKind::Accepted);
}

void TestPushPhase::tooLargeBatch_isHalved()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 30);
    std::vector<std::size_t> sizes;
    tablet.api.setScript([&](const Call &call) -> std::optional<Fault> {
        if (call.push == nullptr)
            return std::nullopt;
        sizes.push_back(call.push->lines.size());
        return call.push->lines.size() > 8
                   ? std::optional(Fault{Kind::Refuse, ErrorCode::TooLarge, 0})
                   : std::nullopt;
    });
    QVERIFY(tablet.run().has_value());
    QCOMPARE(sizes, (std::vector<std::size_t>{30, 15, 7, 7, 7, 7, 2}));
    QCOMPARE(tablet.store.countIn(Stage::Settled), std::size_t(30));
    QCOMPARE(tablet.api.countOf("quarantine"), std::uint64_t(0));
}

void TestPushPhase::badSignature_isReportedWithoutBisecting()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 4);
    tablet.failOnce("push", 1, {Kind::Refuse, ErrorCode::BadSignature, 0});
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::BadSignature);
    QCOMPARE(tablet.api.countOf("push"), std::uint64_t(1));
    QCOMPARE(tablet.store.countIn(Stage::Saved), std::size_t(4));
}

void TestPushPhase::fullServer_isAskedHourly()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 1);
    tablet.failOnce("push", 1, {Kind::Refuse, ErrorCode::StorageFull, 0});
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::StorageFull);
    QCOMPARE(tablet.engine.summary().retryAfterSeconds, 3600);
    QVERIFY(!tablet.engine.summary().failedOnTablet);
    QCOMPARE(tablet.store.countIn(Stage::Saved), std::size_t(1));
}

void TestPushPhase::rateLimit_reportsTheNamedTime()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.saveHazards(tablet, 1);
    tablet.failOnce("push", 1, {Kind::Refuse, ErrorCode::RateLimited, 45});
    QVERIFY(!tablet.run().has_value());
    QCOMPARE(tablet.engine.summary().retryAfterSeconds, 45);
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.engine.summary().retryAfterSeconds, 0);
}

void TestPushPhase::diskFullAtAnswer_isReportedAsTheTabletsOwn()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto event = bench.saveHazards(tablet, 1).front();
    tablet.store.setGate([](std::string_view change) -> Result<void> {
        return change == "recordAnswer" ? Result<void>(ErrorCode::StorageFull, "disk")
                                        : Result<void>();
    });
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::StorageFull);
    QVERIFY(tablet.engine.summary().failedOnTablet);
    tablet.store.setGate({});
    QVERIFY(tablet.run().has_value());
    QCOMPARE(bench.inLog(event), std::uint64_t(1));
}

void TestPushPhase::revokedDevice_pushesOnceMoreAndReports()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.run().has_value());
    bench.server.revokeDevice(tablet.device);
    // Saved while the run is under way, after its push.
    std::string late;
    tablet.api.setScript([&](const Call &call) -> std::optional<Fault> {
        if (call.name == "pull")
            late = bench.saveHazards(tablet, 1).front();
        return std::nullopt;
    });
    const auto event = bench.saveHazards(tablet, 1).front();
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::DeviceRevoked);
    for (const std::string &sent : {event, late}) {
        QCOMPARE(bench.inLog(sent), std::uint64_t(1));
        QCOMPARE(tablet.store.own(sent).verdict->kind, journal::VerdictKind::Quarantined);
        QVERIFY(tablet.store.own(sent).stage == Stage::Answered); // never seen in a page: kept
    }
}

QTEST_GUILESS_MAIN(TestPushPhase)
#include "tst_PushPhase.moc"
