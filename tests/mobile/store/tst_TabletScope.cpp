// A scope that changes, and the bootstrap that follows: own events settle by its verdict rows, as by a
// page's, and the person acting sees the schools they have now.
#include <QtTest>

#include "mobile/store/TabletBench.h"

using namespace campus;
using namespace campus::support;
using store::EventState;

class tst_TabletScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answeredEvent_inABootstrap_settlesWithTheSwap();
    void answeredEvent_notInTheBootstrap_isSentAgain();
    void scopeGained_isShownWithTheOldSession();
    void scopeLost_isShownWithTheOldSession();
    void colleagueChanged_leavesTheActingPersonAlone();
};

namespace {

EventState stateOfOnly(Tablet &tablet)
{
    return tablet.store().journal({})->front().state;
}

// One event is saved and answered; no page comes.
void saveAndPushOnly(TabletBench &bench, Tablet &tablet)
{
    tablet.save(bench.hazardWithPhoto(tablet, "消防门上锁"));
    tablet.api.setScript([](const Call &call) -> std::optional<Fault> {
        if (call.name != "pull")
            return std::nullopt;
        return Fault{Fault::Kind::Refuse, ErrorCode::NetworkFailed};
    });
    QVERIFY(!tablet.run());
    tablet.api.setScript({});
    QCOMPARE(stateOfOnly(tablet), EventState::Answered);
}

std::size_t schoolsShown(Tablet &tablet)
{
    return tablet.store().schools({})->size();
}

} // namespace

void tst_TabletScope::answeredEvent_inABootstrap_settlesWithTheSwap()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    saveAndPushOnly(bench, tablet);
    const auto part = bench.server.bootstrap(tablet.store().session()->token, {});
    QVERIFY(part && part->next.empty());
    QVERIFY(tablet.store().beginBootstrap(part->at));
    QVERIFY(tablet.store().addBootstrapPart(*part));
    QCOMPARE(stateOfOnly(tablet), EventState::Answered); // the shadow proves nothing yet
    tablet.reopen();
    QCOMPARE(stateOfOnly(tablet), EventState::Answered);
    QVERIFY(tablet.store().finishBootstrap(part->at, part->scopeMark));
    QCOMPARE(stateOfOnly(tablet),
             EventState::Settled); // the cursor is behind it: no page will tell
    QVERIFY(tablet.store().position().cursor == part->at);
}

void tst_TabletScope::answeredEvent_notInTheBootstrap_isSentAgain()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto before = bench.server.state();
    saveAndPushOnly(bench, tablet);
    bench.server.restore(before); // what was answered is gone
    bench.officer.townships = {"T1", "T2"};
    bench.server.give(bench.officer);
    QVERIFY(tablet.synced());
    QCOMPARE(stateOfOnly(tablet), EventState::Settled);
    QCOMPARE(bench.inLog(tablet.store().journal({})->front().id), 1u);
}

void tst_TabletScope::scopeGained_isShownWithTheOldSession()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    Tablet &there = bench.syncedTablet(bench.stranger);
    bench.saveHazards(there, 2, "S9");
    QVERIFY(there.synced());
    QCOMPARE(schoolsShown(tablet), 2u);
    const std::string session = tablet.store().session()->id;
    bench.officer.townships = {"T1", "T2"};
    bench.server.give(bench.officer);
    QVERIFY(tablet.synced());
    QCOMPARE(tablet.store().session()->id, session);
    QCOMPARE(tablet.store().actingUser()->townships.size(), 2u);
    QCOMPARE(schoolsShown(tablet), 3u); // I23
    QCOMPARE(tablet.store().hazards({})->size(), 2u);
    tablet.reopen();
    QCOMPARE(schoolsShown(tablet), 3u);
}

void tst_TabletScope::scopeLost_isShownWithTheOldSession()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    bench.officer.townships = {"T2"};
    bench.server.give(bench.officer);
    QVERIFY(tablet.synced());
    QCOMPARE(schoolsShown(tablet), 1u);
    QCOMPARE(tablet.store().schools({})->front().id, std::string("S9"));
    QCOMPARE(tablet.store().actingUser()->townships, std::vector<std::string>{"T2"});
}

void tst_TabletScope::colleagueChanged_leavesTheActingPersonAlone()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    bench.colleague.townships = {"T1", "T2"};
    bench.server.give(bench.colleague);
    QVERIFY(tablet.synced());
    QCOMPARE(tablet.store().actingUser()->id, bench.officer.id);
    QCOMPARE(schoolsShown(tablet), 2u);
    QCOMPARE(tablet.store().peopleHere().size(), 1u); // no account of theirs appears here
}

QTEST_GUILESS_MAIN(tst_TabletScope)
#include "tst_TabletScope.moc"
