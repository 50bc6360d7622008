// Previews that the tablet wants.
#include <QtTest>

#include "SyncBench.h"

using namespace campus;
using namespace campus::support;

namespace {

Bytes octetsOf(std::string_view text)
{
    const BytesView view = asBytes(text);
    return {view.begin(), view.end()};
}

const wire::ObjectRef kReferrer{domain::ObjectKind::Hazard, "H1"};

} // namespace

class TestDownloadPhase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wantedBlobs_areStoredUnderTheirHash();
    void wrongOctets_areNotStored();
    void absentBlob_isPassedOver();
    void lostAnswer_endsTheRunAndComesLater();
    void diskFull_isReportedAsTheTabletsOwn();
};

void TestDownloadPhase::wantedBlobs_areStoredUnderTheirHash()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    for (int i = 0; i < 150; ++i) { // more than one list of the store
        const Bytes octets = octetsOf("preview " + std::to_string(i));
        bench.server.addBlob(octets);
        tablet.store.want({sha256(octets), kReferrer});
    }
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QCOMPARE(summary->blobsTaken, std::uint64_t(150));
    for (const auto &[hash, octets] : tablet.store.state().blobs)
        QVERIFY(sha256(octets) == hash);
}

void TestDownloadPhase::wrongOctets_areNotStored()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const Bytes right = octetsOf("right");
    auto state = bench.server.state();
    state.blobs[sha256(right)] = octetsOf("wrong"); // a flipped bit on the server's disk
    bench.server.restore(state);
    tablet.store.want({sha256(right), kReferrer});
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QCOMPARE(summary->blobsTaken, std::uint64_t(0));
    QCOMPARE(summary->blobsRefused, std::uint64_t(1));
    QVERIFY(tablet.store.state().blobs.empty());
    QCOMPARE(tablet.api.countOf("blob"), std::uint64_t(1)); // not again in the same run
}

void TestDownloadPhase::absentBlob_isPassedOver()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const Bytes there = octetsOf("there");
    bench.server.addBlob(there);
    tablet.store.want({sha256(octetsOf("still on another tablet")), kReferrer});
    tablet.store.want({sha256(there), kReferrer});
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QCOMPARE(summary->blobsTaken, std::uint64_t(1));
}

void TestDownloadPhase::lostAnswer_endsTheRunAndComesLater()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const Bytes octets = octetsOf("preview");
    bench.server.addBlob(octets);
    tablet.store.want({sha256(octets), kReferrer});
    tablet.failOnce("blob", 1, {});
    QVERIFY(!tablet.run().has_value());
    QVERIFY(tablet.store.state().blobs.empty());
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.store.state().blobs.size(), std::size_t(1));
}

void TestDownloadPhase::diskFull_isReportedAsTheTabletsOwn()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const Bytes octets = octetsOf("preview");
    bench.server.addBlob(octets);
    tablet.store.want({sha256(octets), kReferrer});
    tablet.store.setGate([](std::string_view change) -> Result<void> {
        return change == "storeBlob" ? Result<void>(ErrorCode::StorageFull, "disk")
                                     : Result<void>();
    });
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::StorageFull);
    QVERIFY(tablet.engine.summary().failedOnTablet);
    QCOMPARE(tablet.engine.summary().retryAfterSeconds, 0);
}

QTEST_GUILESS_MAIN(TestDownloadPhase)
#include "tst_DownloadPhase.moc"
