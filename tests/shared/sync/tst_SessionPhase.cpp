// Whose token the requests carry, and what happens when it no longer does.
#include <QtTest>

#include "SyncBench.h"

using namespace campus;
using namespace campus::support;
using Stage = MemorySyncStore::Stage;

class TestSessionPhase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notEnrolled_isReportedWithoutARequest();
    void expiredToken_isRenewedOnceAndTheRunGoesOn();
    void expiredToken_unsentEventsGoAllTheSame();
    void goneToken_asksThePerson();
    void nobodySignedIn_isReported();
    void lostRenewal_isANetworkFailure();
    void disabledPerson_pushesOnceMoreAndReports();
    void renewalRefusedForRevokedDevice_isReportedAsThat();
};

void TestSessionPhase::notEnrolled_isReportedWithoutARequest()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    auto state = tablet.store.state();
    state.identity.device.clear();
    tablet.store.restore(state);
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Unauthenticated);
    QVERIFY(tablet.api.calls().empty());
    QVERIFY(!tablet.engine.summary().failedOnTablet);
}

void TestSessionPhase::expiredToken_isRenewedOnceAndTheRunGoesOn()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.run().has_value());
    const std::string old = tablet.store.session()->token;
    bench.server.expireSessions();
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.api.countOf("refresh"), std::uint64_t(1));
    QVERIFY(tablet.store.session()->token != old);
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.api.countOf("refresh"), std::uint64_t(1));
}

void TestSessionPhase::expiredToken_unsentEventsGoAllTheSame()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.server.expireSessions();
    tablet.failOnce("refresh", 1, {});
    const auto event = bench.saveHazards(tablet, 1).front();
    QVERIFY(!tablet.run().has_value());
    QCOMPARE(bench.inLog(event), std::uint64_t(1)); // the device signs its batch
}

void TestSessionPhase::goneToken_asksThePerson()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.run().has_value());
    auto state = bench.server.state();
    state.sessions.clear();
    bench.server.restore(state);
    const auto event = bench.saveHazards(tablet, 1).front();
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Unauthenticated);
    QCOMPARE(tablet.api.countOf("refresh"), std::uint64_t(1));
    QVERIFY(tablet.store.own(event).stage == Stage::Saved);
    bench.saveHazards(tablet, 1); // recording goes on
    const std::string token = bench.server.openSession(bench.officer.id, tablet.device);
    QVERIFY(tablet.store.keepSession({"new", token, 0, bench.officer}).has_value());
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.store.countIn(Stage::Settled), std::size_t(2));
}

void TestSessionPhase::nobodySignedIn_isReported()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    auto state = tablet.store.state();
    state.session.reset();
    tablet.store.restore(state);
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Unauthenticated);
    QCOMPARE(tablet.api.countOf("refresh"), std::uint64_t(0));
}

void TestSessionPhase::lostRenewal_isANetworkFailure()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    bench.server.expireSessions();
    tablet.failOnce("refresh", 1, {Fault::Kind::ActThenRefuse, ErrorCode::NetworkFailed, 0});
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::NetworkFailed);
    QVERIFY(tablet.run().has_value()); // the old token still serves to ask again
}

void TestSessionPhase::disabledPerson_pushesOnceMoreAndReports()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.run().has_value());
    domain::User left = bench.officer;
    left.active = false;
    bench.server.give(left);
    std::string late;
    tablet.api.setScript([&](const Call &call) -> std::optional<Fault> {
        if (call.name == "pull")
            late = bench.saveHazards(tablet, 1).front();
        return std::nullopt;
    });
    const auto early = bench.saveHazards(tablet, 1).front();
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::AccountDisabled);
    for (const std::string &event : {early, late}) {
        QCOMPARE(bench.inLog(event), std::uint64_t(1));
        QCOMPARE(tablet.store.own(event).verdict->kind, journal::VerdictKind::Quarantined);
    }
    QCOMPARE(tablet.store.state().syncEnds.back(), std::string("account_disabled"));
}

void TestSessionPhase::renewalRefusedForRevokedDevice_isReportedAsThat()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    QVERIFY(tablet.run().has_value());
    bench.server.expireSessions();
    bench.server.revokeDevice(tablet.device);
    const auto event = bench.saveHazards(tablet, 1).front();
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::DeviceRevoked);
    QCOMPARE(bench.inLog(event), std::uint64_t(1));
}

QTEST_GUILESS_MAIN(TestSessionPhase)
#include "tst_SessionPhase.moc"
