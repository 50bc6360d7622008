// Who uses a tablet, what each of them is shown of the outbox, and what they have not yet said.
#include <QtTest>

#include "mobile/store/TabletBench.h"

using namespace campus;
using namespace campus::support;

class tst_TabletPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signedOut_mayComeBackWithoutANetwork();
    void renewedSession_isNobodysNews();
    void refusedEvent_ofSomebodyElse_isTheirsToAnswer();
    void journal_findsWhatIsUnfinishedHoweverOld();
    void lostPhoto_isCountedUntilTheServerHasIt();
    void stoppedRun_isNoFault();
    void form_isThereAfterReopening_untilItsActIsSaved();
    void form_ofADraft_goesWithIt();
};

namespace {

// Two officers order the same hazard; what the second one saved comes back refused.
std::string refusedAt(TabletBench &bench, Tablet &second, Tablet &first)
{
    const auto hazard = bench.saveHazards(first, 1).front();
    CAMPUS_ASSERT(first.synced() && second.synced());
    const std::uint64_t seen = first.store().hazards({})->front().version;
    first.save(bench.acts.assigned(bench.officer, {hazard, "S1", seen}, 7));
    const std::string late = second.save(bench.acts.assigned(bench.colleague, {hazard, "S1", seen}, 9));
    CAMPUS_ASSERT(first.synced() && second.synced());
    return late;
}

void signInHere(TabletBench &bench, Tablet &tablet, const domain::User &user)
{
    wire::SignInRequest request;
    request.user = user.id;
    request.device = tablet.store().identity().device;
    CAMPUS_ASSERT(tablet.store().signIn(bench.server.signIn(request)->session).has_value());
}

} // namespace

void tst_TabletPeople::signedOut_mayComeBackWithoutANetwork()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    QVERIFY(tablet.store().signOut());
    tablet.reopen();
    QCOMPARE(tablet.store().peopleHere().size(), 1u);
    QVERIFY(tablet.store().handOverTo(bench.officer.id));
    QCOMPARE(tablet.store().actingUser()->id, bench.officer.id);
    QVERIFY(!tablet.store().session());
    const auto hazard = bench.saveHazards(tablet, 1).front(); // recorded without a session …
    QVERIFY(!tablet.synced());
    signInHere(bench, tablet, bench.officer);
    QVERIFY(tablet.synced()); // … and sent with the next one
    QVERIFY(bench.onServer(hazard) != nullptr);
    QVERIFY(!tablet.store().handOverTo(bench.colleague.id)); // the server never let them in here
}

void tst_TabletPeople::renewedSession_isNobodysNews()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    int heard = 0;
    tablet.store().listen([&](const store::Change &change) { heard += change.people; });
    wire::Session session = *tablet.store().session();
    session.token += "-renewed";
    session.expiresAt += kDayMillis;
    QVERIFY(tablet.store().keepSession(session));
    QCOMPARE(heard, 0);
    QCOMPARE(tablet.store().session()->token, session.token);
    session.user.townships = {"T1", "T2"};
    QVERIFY(tablet.store().keepSession(session));
    QCOMPARE(heard, 1);
}

void tst_TabletPeople::refusedEvent_ofSomebodyElse_isTheirsToAnswer()
{
    TabletBench bench;
    Tablet &first = bench.syncedTablet(bench.officer);
    Tablet &tablet = bench.syncedTablet(bench.colleague);
    const std::string late = refusedAt(bench, tablet, first);
    QCOMPARE(tablet.store().syncOverview().cards, 1u);
    signInHere(bench, tablet, bench.officer);
    QVERIFY(tablet.store().cards()->empty());
    QCOMPARE(tablet.store().syncOverview().cards, 0u);
    QCOMPARE(tablet.store().syncOverview().othersCards, 1u);
    QCOMPARE(tablet.store().syncOverview().othersUnfinished, 1u);
    QCOMPARE(tablet.store().answerCard(late, store::CardAnswer::Noted).error().code, ErrorCode::Forbidden);
    store::Save save; // nor by attaching it as a note of one's own
    save.events = {bench.hazardWithPhoto(tablet, "自查")};
    save.cardsRedone = {late};
    QCOMPARE(tablet.store().append(save).error().code, ErrorCode::Forbidden);
    QVERIFY(tablet.store().handOverTo(bench.colleague.id));
    QCOMPARE(tablet.store().cards()->size(), 1u);
    QVERIFY(tablet.store().answerCard(late, store::CardAnswer::Noted));
    QCOMPARE(tablet.store().syncOverview().cards, 0u);
}

void tst_TabletPeople::journal_findsWhatIsUnfinishedHoweverOld()
{
    using Part = store::JournalQuery::Part;
    TabletBench bench;
    Tablet &first = bench.syncedTablet(bench.officer);
    Tablet &tablet = bench.syncedTablet(bench.colleague);
    const std::string late = refusedAt(bench, tablet, first);
    bench.acts.usePhoto(tablet.store().keepBlob(picture(1000), "image/jpeg").value());
    for (int i = 0; i < 5; ++i)
        tablet.save(bench.acts.registered(bench.colleague, "S1", "之后 " + std::to_string(i)));
    QVERIFY(tablet.synced());
    const std::string newest = tablet.save(bench.acts.registered(bench.colleague, "S1", "还没有上传"));
    const auto ids = [&](Part part, std::size_t limit, const std::string &actor) {
        store::JournalQuery query;
        query.part = part;
        query.actor = actor;
        query.page.limit = limit;
        std::vector<std::string> found;
        const auto journal = tablet.store().journal(query);
        for (const store::OwnEvent &own : *journal)
            found.push_back(own.id);
        return found;
    };
    QVERIFY((ids(Part::Unfinished, 2, bench.colleague.id) == std::vector{newest, late}));
    QVERIFY(ids(Part::Cards, 100, bench.colleague.id) == std::vector{late});
    QCOMPARE(ids(Part::Finished, 100, bench.colleague.id).size(), 5u);
    QCOMPARE(ids(Part::All, 100, {}).size(), 7u);
    QVERIFY(ids(Part::All, 100, bench.officer.id).empty());
}

void tst_TabletPeople::lostPhoto_isCountedUntilTheServerHasIt()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    QVERIFY(tablet.store().syncOverview().known);
    const auto hazard = bench.saveHazards(tablet, 1).front();
    QCOMPARE(tablet.store().syncOverview().unsentPhotos, 1u);
    QCOMPARE(tablet.store().syncOverview().lostPhotos, 0u);
    const auto photo = tablet.store().photosOf({domain::ObjectKind::Hazard, hazard})->front();
    QVERIFY(QFile::remove(QString::fromStdString(photo.path)));
    QVERIFY(tablet.synced()); // finds out, and goes on without it
    const store::SyncOverview overview = tablet.store().syncOverview();
    QCOMPARE(overview.unsettledEvents, 0u);
    QCOMPARE(overview.unsentPhotos, 0u);
    QCOMPARE(overview.lostPhotos, 1u);
    QVERIFY(tablet.store().keepBlob(picture(1000), "image/jpeg")); // another one does not help
    QCOMPARE(tablet.store().syncOverview().lostPhotos, 1u);
}

void tst_TabletPeople::stoppedRun_isNoFault()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    QVERIFY(tablet.store().recordSyncEnd({ErrorCode::Cancelled, "stopped"}, bench.clock.wall()));
    QCOMPARE(tablet.store().syncOverview().lastError, std::string());
    QVERIFY(tablet.store().recordSyncEnd({ErrorCode::NetworkFailed, "no route"}, bench.clock.wall()));
    QVERIFY(tablet.store().recordSyncEnd({ErrorCode::Cancelled, "stopped"}, bench.clock.wall()));
    QCOMPARE(errorCodeNamed(tablet.store().syncOverview().lastError), ErrorCode::NetworkFailed);
}

void tst_TabletPeople::form_isThereAfterReopening_untilItsActIsSaved()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const std::string hazard = bench.saveHazards(tablet, 1).front();
    const store::Form form{hazard, "note"};
    domain::HazardAct act;
    act.kind = domain::HazardActKind::Note;
    act.text = "写到一半 ";
    QVERIFY(tablet.store().keepForm(form, act));
    const auto photo = tablet.store().keepBlob(picture(1007), "image/jpeg");
    domain::Photo taken;
    taken.original = *photo;
    const auto changed = tablet.store().changeForm(form, {}, [&](domain::HazardAct &kept) {
        kept.after.push_back(taken);
    });
    act.after.push_back(taken);
    QVERIFY(changed.value() == act);
    tablet.reopen();
    QVERIFY(tablet.store().form(form).value() == act);
    QCOMPARE(tablet.store().formsOf(hazard)->size(), 1u);

    tablet.enrol(bench.colleague); // somebody else writes a form of their own
    QVERIFY(!tablet.store().form(form)->has_value());
    QVERIFY(tablet.store().dropForm(form));
    QVERIFY(tablet.store().handOverTo(bench.officer.id));
    QVERIFY(tablet.store().form(form).value() == act);

    store::Save save;
    save.events = {bench.acts.passed(bench.officer, {"no-such-hazard", "S1", 0})};
    save.formsDone = {form};
    QVERIFY(!tablet.store().append(save)->saved);
    QVERIFY(tablet.store().form(form)->has_value());
    save.events = {bench.hazardWithPhoto(tablet, "消防通道")};
    QVERIFY(tablet.store().append(save)->saved);
    QVERIFY(!tablet.store().form(form)->has_value());
    QVERIFY(tablet.store().signOut());
    QCOMPARE(tablet.store().keepForm(form, act).error().code, ErrorCode::Unauthenticated);
}

void tst_TabletPeople::form_ofADraft_goesWithIt()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    domain::Inspection inspection;
    inspection.id = bench.ids.next();
    inspection.school = "S1";
    QVERIFY(tablet.store().beginDraft({inspection.id, bench.officer.id, store::DraftKind::Inspection,
                                       1, 1, inspection}));
    domain::HazardAct act;
    act.kind = domain::HazardActKind::Register;
    act.item = "SB01";
    act.description = "灭火器过期";
    for (const char *item : {"SB01", "SB02", "SB03"})
        QVERIFY(tablet.store().keepForm({inspection.id, item}, act));
    QVERIFY(tablet.store().keepDraftedHazard(inspection.id, {bench.ids.next(), act}));
    QVERIFY(!tablet.store().form({inspection.id, "SB01"})->has_value()); // now it is a drafted hazard
    QCOMPARE(tablet.store().formsOf(inspection.id)->size(), 2u);
    QVERIFY(tablet.store().dropDraft(inspection.id));
    QVERIFY(tablet.store().formsOf(inspection.id)->empty());
}

QTEST_GUILESS_MAIN(tst_TabletPeople)
#include "tst_TabletPeople.moc"
