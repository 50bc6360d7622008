// A server that was put back to an older copy, more than once and at the worst moments: nothing that
// was saved is lost, and nothing of a lost history stays on the screen.
#include <QtTest>

#include "mobile/store/TabletBench.h"

using namespace campus;
using namespace campus::support;

class tst_TabletRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answeredEvents_ofALogThatGotShorter_areSentAgain();
    void fetchedDoc_ofAHistoryPutBackAgain_isTheServersInTheEnd();
    void bootstrappedDoc_ofAHistoryPutBackAgain_isTheServersInTheEnd();
};

namespace {

// From now on calls of that name fail.
void breakOff(Tablet &tablet, std::string_view name)
{
    tablet.api.setScript([name](const Call &call) -> std::optional<Fault> {
        if (call.name != name)
            return std::nullopt;
        return Fault{Fault::Kind::Refuse, ErrorCode::NetworkFailed};
    });
}

void grow(TabletBench &bench, int records)
{
    for (int i = 0; i < records; ++i) {
        bench.colleague.name = "改名" + std::to_string(i);
        bench.server.give(bench.colleague);
    }
}

std::size_t entries(const domain::Hazard *hazard)
{
    return hazard == nullptr ? 0 : hazard->timeline.size();
}

std::size_t entriesShown(Tablet &tablet, const std::string &hazard)
{
    const auto shown = tablet.store().hazard(hazard);
    return shown ? entries(&*shown) : 0;
}

} // namespace

void tst_TabletRestore::answeredEvents_ofALogThatGotShorter_areSentAgain()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto before = bench.server.state();
    grow(bench, 20); // so that the answers name places that the older log will not reach again
    const auto hazards = bench.saveHazards(tablet, 3);
    breakOff(tablet, "pull");
    QVERIFY(!tablet.run());
    QCOMPARE(tablet.store().unsentCount(), 0u);
    bench.server.restore(before);
    tablet.api.setScript({});
    QVERIFY(tablet.synced());
    QCOMPARE(tablet.store().syncOverview().unsettledEvents, 0u);
    for (const std::string &hazard : hazards)
        QVERIFY2(bench.onServer(hazard) != nullptr, hazard.c_str());
}

void tst_TabletRestore::fetchedDoc_ofAHistoryPutBackAgain_isTheServersInTheEnd()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    Tablet &other = bench.syncedTablet(bench.colleague);
    const auto hazard = bench.saveHazards(other, 1).front();
    QVERIFY(other.synced());
    QVERIFY(tablet.synced());
    const auto yesterday = bench.server.state();
    other.save(bench.acts.noted(bench.colleague, {hazard, "S1", 0}, "今天"));
    QVERIFY(other.synced());
    QVERIFY(tablet.synced());
    // Put back: the tablet rolls back and fetches the hazard, then the link breaks off.
    bench.server.restore(yesterday);
    Tablet &school = bench.syncedTablet(bench.principal);
    school.save(bench.acts.noted(bench.principal, {hazard, "S1", 0}, "恢复之后"));
    QVERIFY(school.synced());
    tablet.api.setScript([pulls = 0](const Call &call) mutable -> std::optional<Fault> {
        if (call.name != "pull" || ++pulls == 1)
            return std::nullopt;
        return Fault{Fault::Kind::Refuse, ErrorCode::NetworkFailed};
    });
    QVERIFY(!tablet.run());
    // Put back once more; it grows past every head the tablet knows, without touching the hazard.
    bench.server.restore(yesterday);
    grow(bench, 20);
    bench.saveHazards(tablet, 1);
    tablet.api.setScript({});
    QVERIFY(tablet.synced());
    QCOMPARE(entriesShown(tablet, hazard), entries(bench.onServer(hazard)));
    QCOMPARE(entriesShown(tablet, hazard), 1u);
}

void tst_TabletRestore::bootstrappedDoc_ofAHistoryPutBackAgain_isTheServersInTheEnd()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    Tablet &other = bench.syncedTablet(bench.colleague);
    const auto hazard = bench.saveHazards(other, 1).front();
    QVERIFY(other.synced());
    QVERIFY(tablet.synced());
    const auto yesterday = bench.server.state();
    // The hazard changes behind the head of the bootstrap, before its part comes.
    const wire::Head at = bench.server.bootstrap(tablet.store().session()->token, {})->at;
    other.save(bench.acts.noted(bench.colleague, {hazard, "S1", 0}, "今天"));
    QVERIFY(other.synced());
    wire::BootstrapRequest request;
    request.at = at;
    const auto part = bench.server.bootstrap(tablet.store().session()->token, request);
    QVERIFY(part && part->next.empty());
    QVERIFY(tablet.store().beginBootstrap(at));
    QVERIFY(tablet.store().addBootstrapPart(*part));
    QVERIFY(tablet.store().finishBootstrap(at, part->scopeMark));
    QCOMPARE(entriesShown(tablet, hazard), 2u); // as new as it came
    bench.server.restore(yesterday);
    grow(bench, 20);
    QVERIFY(tablet.synced());
    QCOMPARE(entriesShown(tablet, hazard), 1u);
}

QTEST_GUILESS_MAIN(tst_TabletRestore)
#include "tst_TabletRestore.moc"
