// What the tablet frees, whom it tells of a change, and how a school is found.
#include <QtTest>

#include "journal/Chain.h"
#include "mobile/store/TabletBench.h"

using namespace campus;
using namespace campus::support;
using store::Delivery;

class tst_TabletUpkeep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void purge_freesOnlyWhatIsVerifiedDurableAndOld();
    void photoThatNothingNames_goesAfterADay();
    void listeners_hearWhatChanged();
    void schools_areFoundByNameCodeAndInitials();
};

void tst_TabletUpkeep::purge_freesOnlyWhatIsVerifiedDurableAndOld()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto hazard = bench.saveHazards(tablet, 1).front();
    QVERIFY(tablet.synced());
    const Digest photo = tablet.store().photosOf({domain::ObjectKind::Hazard, hazard})->front().sha256;
    bench.clock.advance(31 * kDayMillis);
    QVERIFY(tablet.synced());
    QCOMPARE(tablet.store().purge().value(), 0u); // not in a second copy, and the hazard is open (I4)
    auto durable = bench.server.state();
    durable.durableSize = durable.log.size() + 10;
    bench.server.restore(durable);
    QVERIFY(tablet.synced());
    QCOMPARE(tablet.store().purge().value(), 0u); // still open
    QVERIFY(tablet.store().readBlob(photo));
    for (const domain::Event &event :
         {bench.acts.assigned(bench.officer, {hazard, "S1", 0}), bench.acts.received(bench.principal, {hazard, "S1", 0}),
          bench.acts.confirmed(bench.principal, {hazard, "S1", 0}, "已整改"),
          bench.acts.passed(bench.officer, {hazard, "S1", 0})}) {
        bench.clock.advance(1000);
        tablet.save(event);
    }
    QVERIFY(tablet.synced()); // within an hour of the last one that freed
    QCOMPARE(tablet.store().hazard(hazard)->state, domain::HazardState::Closed);
    QVERIFY(tablet.store().readBlob(photo));
    bench.clock.advance(kDayMillis);
    QVERIFY(tablet.synced()); // the run frees it by itself
    QVERIFY(!tablet.store().readBlob(photo));
    QVERIFY(tablet.store().verifyJournal());
    QVERIFY(tablet.store().wantBlob(photo, {domain::ObjectKind::Hazard, hazard}));
    QVERIFY(tablet.synced());
    QVERIFY(tablet.store().readBlob(photo)); // and it can be had again
}

void tst_TabletUpkeep::photoThatNothingNames_goesAfterADay()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    store::TabletStore &store = tablet.store();
    const auto kept = [&](std::uint32_t number) {
        return store.keepBlob(picture(1000 + number), "image/jpeg").value();
    };
    const Digest loose = kept(1), ofForm = kept(2), ofAnswer = kept(3), ofHazard = kept(4), again = kept(5);
    const auto photoOf = [](const Digest &sha) {
        domain::Photo photo;
        photo.original = sha;
        return photo;
    };
    domain::Inspection inspection;
    inspection.id = bench.ids.next();
    inspection.school = "S1";
    QVERIFY(store.beginDraft(
        {inspection.id, bench.officer.id, store::DraftKind::Inspection, 1, 1, inspection}));
    domain::Answer answer;
    answer.item = "SB01";
    answer.photos = {photoOf(ofAnswer)};
    QVERIFY(store.appendAnswer(inspection.id, answer));
    answer.photos.clear(); // an undo brings it back
    QVERIFY(store.appendAnswer(inspection.id, answer));
    domain::HazardAct act;
    act.kind = domain::HazardActKind::Register;
    act.item = "SB02";
    act.before = {photoOf(ofHazard)};
    QVERIFY(store.keepDraftedHazard(inspection.id, {bench.ids.next(), act}));
    act.before = {photoOf(ofForm)};
    QVERIFY(store.keepForm({inspection.id, "SB03"}, act));
    const auto hazard = bench.saveHazards(tablet, 1).front(); // its event is not sent yet
    const Digest ofEvent = store.photosOf({domain::ObjectKind::Hazard, hazard})->front().sha256;

    QCOMPARE(store.purge().value(), 0u); // the day begins
    bench.clock.advance(kDayMillis / 2);
    QCOMPARE(store.purge().value(), 0u);
    QCOMPARE(kept(5), again); // taken in once more: its day begins anew
    bench.clock.advance(kDayMillis / 2 + 1);
    QCOMPARE(store.purge().value(), 2000u);
    QVERIFY(!store.readBlob(loose));
    for (const Digest &sha : {ofForm, ofAnswer, ofHazard, ofEvent, again})
        QVERIFY(store.readBlob(sha));
    QVERIFY(store.verifyJournal());
    QVERIFY(store.dropDraft(inspection.id));
    QCOMPARE(store.purge().value(), 0u);
    bench.clock.advance(kDayMillis + 1);
    QCOMPARE(store.purge().value(), 4u * 2000u); // with `again`
    QVERIFY(store.readBlob(ofEvent));
}

void tst_TabletUpkeep::listeners_hearWhatChanged()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    std::vector<store::Change> heard;
    const int id = tablet.store().listen([&](const store::Change &change) {
        heard.push_back(change);
        QVERIFY(tablet.store().syncOverview().enrolled); // outside the lock
    });
    const auto hazard = bench.saveHazards(tablet, 1).front();
    QCOMPARE(heard.size(), 2u); // the photo, then the event
    QVERIFY(heard[0].blobs);
    QVERIFY(heard[1].outbox && !heard[1].everything);
    QCOMPARE(heard[1].objects.size(), 1u);
    QCOMPARE(heard[1].objects.front().id, hazard);
    store::Save refused;
    refused.events = {bench.acts.passed(bench.officer, {hazard, "S1", 0})};
    QVERIFY(!tablet.store().append(refused)->saved);
    QCOMPARE(heard.size(), 2u);
    tablet.store().unlisten(id);
    bench.saveHazards(tablet, 1);
    QCOMPARE(heard.size(), 2u);
}

void tst_TabletUpkeep::schools_areFoundByNameCodeAndInitials()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto found = [&](const std::string &text) {
        store::SchoolQuery query;
        query.text = text;
        return tablet.store().schools(query)->size();
    };
    QCOMPARE(found("第一"), 2u);
    QCOMPARE(found("dyzxs2"), 1u);
    QCOMPARE(found("9901S1"), 1u);
    QCOMPARE(found("100%"), 0u);
    bench.saveHazards(tablet, 2, "S2");
    const auto rows = tablet.store().schools({});
    QCOMPARE(rows->front().id, "S2"); // what is open comes first
    QCOMPARE(rows->front().open, 2u);
    QCOMPARE(rows->front().townshipName, "T1镇");
}

QTEST_GUILESS_MAIN(tst_TabletUpkeep)
#include "tst_TabletUpkeep.moc"
