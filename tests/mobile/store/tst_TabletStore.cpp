// What people rely on: what is saved stays, nothing unsent can go, answers and pages do what sync.md
// says, and a hand-over shows each person their own.
#include <QtTest>

#include "journal/Chain.h"
#include "mobile/store/TabletBench.h"

using namespace campus;
using namespace campus::support;
using store::Delivery;
using store::EventState;

class tst_TabletStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void event_appended_isThereAfterReopening();
    void event_withBlobNotOnDisk_isRefusedWhole();
    void event_refusedByTheOverlay_isNotSavedUnlessWanted();
    void tablet_notEnrolled_savesNoEvent();
    void draft_doneWithItsEvents_goesInTheSameCommit();
    void answer_settlesNothing_pageDoes();
    void lostAnswer_closedApp_leavesNothingPending();
    void answeredEvent_notInThePulledLog_isUnsettledAgain();
    void duplicate_belowTheCursor_settlesByTheAcceptedPage();
    void restoredServer_getsEveryEventBack();
    void bootstrapOnARegrownServer_bringsSettledEventsBack();
    void bootstrap_swapsDocsAndKeepsUnsentWork();
    void lowerVersion_changesNothing();
    void clonedTablet_getsANewInstall();
    void poisonEvent_leavesTheChainAndShowsACard();
    void rejectedEvent_isACardUntilAnswered();
    void handOver_keepsTheOutboxAndShowsOnlyOwnSchools();
    void photos_goOutBehindTheirEventAndTurnGreen();
};

namespace {

EventState stateOf(Tablet &tablet, const std::string &event)
{
    const auto journal = tablet.store().journal({});
    for (const store::OwnEvent &own : journal.value()) {
        if (own.id == event)
            return own.state;
    }
    return EventState::Saved;
}

std::size_t unsettled(Tablet &tablet)
{
    return tablet.store().syncOverview().unsettledEvents;
}

} // namespace

void tst_TabletStore::event_appended_isThereAfterReopening()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto hazards = bench.saveHazards(tablet, 3);
    const auto before = tablet.store().fingerprint();
    tablet.reopen();
    QVERIFY(!tablet.store().openReport().unclean);
    QVERIFY(tablet.store().verifyJournal());
    QCOMPARE(tablet.store().fingerprint().value().hex(), before.value().hex());
    const auto rows = tablet.store().hazards({});
    QCOMPARE(rows->size(), 3u);
    QCOMPARE(tablet.store().hazard(hazards[1])->found.description, "通道堵塞 1");
    QCOMPARE(tablet.store().unsentCount(), 3u);
    QCOMPARE(static_cast<int>(rows->front().delivery), static_cast<int>(Delivery::OnDevice));
}

void tst_TabletStore::event_withBlobNotOnDisk_isRefusedWhole()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    bench.acts.usePhoto(sha256("nowhere"));
    store::Save save;
    save.events = {bench.acts.registered(bench.officer, "S1", "没有照片")};
    const auto saved = tablet.store().append(save);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::NotFound);
    QCOMPARE(tablet.store().unsentCount(), 0u);
    QVERIFY(tablet.store().hazards({})->empty());
}

void tst_TabletStore::event_refusedByTheOverlay_isNotSavedUnlessWanted()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto hazard = bench.saveHazards(tablet, 1).front();
    store::Save save;
    save.events = {bench.acts.passed(bench.officer, {hazard, "S1", 0})}; // not yet submitted
    const auto refused = tablet.store().append(save);
    QVERIFY(refused);
    QVERIFY(!refused->saved);
    QVERIFY(refused->events.empty());
    QCOMPARE(refused->decisions.back().reason, domain::Refusal::WrongState);
    QCOMPARE(tablet.store().unsentCount(), 1u);

    save.onlyIfAccepted = false;
    const auto kept = tablet.store().append(save);
    QVERIFY(kept && kept->saved);
    QCOMPARE(tablet.store().unsentCount(), 2u); // still sent (sync.md §2)
    const auto view = tablet.store().object(domain::ObjectKind::Hazard, hazard);
    QCOMPARE(view->own.back().overlayRefusal, domain::Refusal::WrongState);
    QCOMPARE(std::get<domain::Hazard>(view->doc).state, domain::HazardState::Registered);
}

void tst_TabletStore::tablet_notEnrolled_savesNoEvent()
{
    TabletBench bench;
    QTemporaryDir folder;
    Tablet tablet(folder.path().toStdString(), bench.server, bench.clock, 9);
    tablet.open();
    QVERIFY(!tablet.store().syncOverview().enrolled);
    QVERIFY(!tablet.store().actingUser());
    store::Save save;
    save.events = {bench.acts.noted(bench.officer, {"H1", "S1", 0}, "谁也不是")};
    QCOMPARE(tablet.store().append(save).error().code, ErrorCode::Unauthenticated);
}

void tst_TabletStore::draft_doneWithItsEvents_goesInTheSameCommit()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    domain::Notice notice;
    notice.id = bench.ids.next();
    notice.school = "S1";
    const store::Draft draft{notice.id, bench.officer.id, store::DraftKind::Notice, 1, 1, notice};
    QVERIFY(tablet.store().beginDraft(draft));
    QCOMPARE(tablet.store().drafts()->size(), 1u);

    const domain::Event found = bench.hazardWithPhoto(tablet, "消防通道");
    store::Save save;
    save.events = {bench.acts.passed(bench.officer, {"no-such-hazard", "S1", 0})};
    save.draftsDone = {notice.id};
    QVERIFY(!tablet.store().append(save)->saved);
    QCOMPARE(tablet.store().drafts()->size(), 1u); // refused: the draft is still there

    save.events = {found};
    QVERIFY(tablet.store().append(save)->saved);
    QVERIFY(tablet.store().drafts()->empty());
    tablet.reopen();
    QVERIFY(tablet.store().drafts()->empty());
    QCOMPARE(tablet.store().unsentCount(), 1u);
}

void tst_TabletStore::answer_settlesNothing_pageDoes()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const std::string event = tablet.save(bench.hazardWithPhoto(tablet, "护栏松动"));
    bench.server.give(bench.stranger); // the log moves on before
    tablet.api.setScript([](const Call &call) -> std::optional<Fault> {
        return call.name == "pull" ? std::optional(Fault{}) : std::nullopt;
    });
    QVERIFY(!tablet.run());
    QCOMPARE(stateOf(tablet, event), EventState::Answered); // I5
    QCOMPARE(unsettled(tablet), 1u);
    QCOMPARE(tablet.store().syncOverview().unsentEvents, 0u);
    tablet.reopen();
    tablet.api.setScript({});
    QVERIFY(tablet.synced());
    QCOMPARE(stateOf(tablet, event), EventState::Settled);
    QCOMPARE(unsettled(tablet), 0u);
    QCOMPARE(bench.inLog(event), 1u);
}

void tst_TabletStore::lostAnswer_closedApp_leavesNothingPending()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const std::string event = tablet.save(bench.hazardWithPhoto(tablet, "护栏松动"));
    tablet.api.setScript([](const Call &call) -> std::optional<Fault> {
        if (call.name != "push")
            return std::nullopt;
        return Fault{Fault::Kind::ActThenRefuse, ErrorCode::NetworkFailed};
    });
    QVERIFY(!tablet.run());
    QCOMPARE(stateOf(tablet, event), EventState::Sent);
    tablet.reopen();
    tablet.api.setScript({});
    QVERIFY(tablet.synced());
    QCOMPARE(stateOf(tablet, event), EventState::Settled);
    QCOMPARE(bench.inLog(event), 1u); // I16
    // Timeline shows the finding once, whatever came in which order.
    const auto hazard = tablet.store().hazards({})->front();
    QCOMPARE(tablet.store().hazard(hazard.id)->timeline.size(), 1u);
}

void tst_TabletStore::answeredEvent_notInThePulledLog_isUnsettledAgain()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto before = bench.server.state();
    const std::string event = tablet.save(bench.hazardWithPhoto(tablet, "护栏松动"));
    tablet.api.setScript([&](const Call &call) -> std::optional<Fault> {
        return call.name == "pull" ? std::optional(Fault{}) : std::nullopt;
    });
    QVERIFY(!tablet.run());
    QCOMPARE(stateOf(tablet, event), EventState::Answered);
    // The server loses the commit and grows past it by others' work.
    bench.server.restore(before);
    for (int i = 0; i < 3; ++i)
        bench.server.give(bench.colleague);
    bench.colleague.name = "改名";
    bench.server.give(bench.colleague);
    tablet.api.setScript({});
    QVERIFY(tablet.synced());
    QCOMPARE(stateOf(tablet, event), EventState::Settled);
    QCOMPARE(bench.inLog(event), 1u);
    QVERIFY(tablet.store().verifyJournal());
}

void tst_TabletStore::duplicate_belowTheCursor_settlesByTheAcceptedPage()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const std::string event = tablet.save(bench.hazardWithPhoto(tablet, "护栏松动"));
    QVERIFY(tablet.synced());
    // Back to the time before the answer, but with the later cursor: what a lost page cannot explain.
    const sync::TabletIdentity identity = tablet.store().identity();
    QVERIFY(tablet.store().rewindTo(1, journal::chainStart(identity.device, identity.install)).value());
    QCOMPARE(stateOf(tablet, event), EventState::Saved);
    QVERIFY(tablet.synced());
    QCOMPARE(stateOf(tablet, event), EventState::Settled);
    QCOMPARE(bench.inLog(event), 1u);
    QCOMPARE(unsettled(tablet), 0u);
}

void tst_TabletStore::restoredServer_getsEveryEventBack()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    bench.saveHazards(tablet, 2);
    QVERIFY(tablet.synced());
    const auto yesterday = bench.server.state();
    const auto lost = bench.saveHazards(tablet, 3);
    QVERIFY(tablet.synced());
    QCOMPARE(unsettled(tablet), 0u);
    bench.server.restore(yesterday);
    QVERIFY(bench.onServer(lost[0]) == nullptr);
    for (int round = 0; round < 3; ++round) // I33
        QVERIFY(tablet.synced());
    for (const std::string &hazard : lost)
        QVERIFY2(bench.onServer(hazard) != nullptr, hazard.c_str()); // I30
    QCOMPARE(unsettled(tablet), 0u);
    QCOMPARE(tablet.store().hazards({})->size(), 5u);
    QVERIFY(tablet.store().verifyJournal());
}

void tst_TabletStore::bootstrapOnARegrownServer_bringsSettledEventsBack()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    bench.saveHazards(tablet, 1);
    QVERIFY(tablet.synced());
    const auto yesterday = bench.server.state();
    const auto lost = bench.saveHazards(tablet, 2);
    QVERIFY(tablet.synced());
    bench.server.restore(yesterday);
    // It grows past every cursor, and the officer's scope changes: a bootstrap of the new history.
    bench.officer.townships = {"T1", "T2"};
    bench.server.give(bench.officer);
    for (int i = 0; i < 20; ++i) {
        bench.colleague.name = "改名" + std::to_string(i);
        bench.server.give(bench.colleague);
    }
    for (int round = 0; round < 3; ++round)
        QVERIFY(tablet.synced());
    for (const std::string &hazard : lost)
        QVERIFY2(bench.onServer(hazard) != nullptr, hazard.c_str());
    QCOMPARE(unsettled(tablet), 0u);
}

void tst_TabletStore::bootstrap_swapsDocsAndKeepsUnsentWork()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    Tablet &other = bench.syncedTablet(bench.colleague);
    bench.saveHazards(other, 4, "S2");
    QVERIFY(other.synced());
    const auto own = bench.saveHazards(tablet, 3);
    // The scope goes away while three events are unsent and the link carries no push.
    bench.officer.townships = {"T2"};
    bench.server.give(bench.officer);
    tablet.loopback.connectTo(nullptr);
    QVERIFY(!tablet.run());
    const auto token = tablet.store().session()->token;
    wire::BootstrapRequest request;
    request.limit = 3;
    auto part = bench.server.bootstrap(token, request);
    QVERIFY(part);
    QVERIFY(tablet.store().beginBootstrap(part->at));
    const wire::Head at = part->at;
    QVERIFY(tablet.store().addBootstrapPart(*part));
    QVERIFY(tablet.store().school("S1")); // the shadow is not seen yet
    while (!part->next.empty()) {
        request.at = at;
        request.after = part->next;
        part = bench.server.bootstrap(token, request);
        QVERIFY(part && tablet.store().addBootstrapPart(*part));
    }
    QVERIFY(!tablet.store().finishBootstrap({at.size + 1, at.chain}, part->scopeMark)); // other parts
    QVERIFY(tablet.store().school("S1"));
    QVERIFY(tablet.store().finishBootstrap(at, part->scopeMark));
    QVERIFY(!tablet.store().school("S1")); // I23
    QVERIFY(tablet.store().school("S9"));
    QCOMPARE(tablet.store().unsentCount(), 3u); // I13
    for (const std::string &hazard : own) {
        const auto photos = tablet.store().photosOf({domain::ObjectKind::Hazard, hazard});
        QCOMPARE(photos->size(), 1u);
        QVERIFY(photos->front().here && tablet.store().readBlob(photos->front().sha256));
    }
    tablet.loopback.connectTo(&bench.server);
    QVERIFY(tablet.synced());
    QCOMPARE(tablet.store().unsentCount(), 0u);
    QCOMPARE(tablet.store().cards()->size(), 3u); // out of scope now: quarantined, and said so
}

void tst_TabletStore::lowerVersion_changesNothing()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const sync::SyncPosition position = tablet.store().position();
    const auto before = tablet.store().fingerprint().value().hex();
    wire::PullAnswer page;
    page.cursor = position.cursor;
    page.head = position.highest;
    page.scopeMark = position.scopeMark;
    wire::FeedRow row;
    row.seq = 1;
    row.objectKind = domain::ObjectKind::School;
    row.object = row.school = "S1";
    row.doc = "{}";
    page.rows = {row};
    QVERIFY(tablet.store().applyPage(page)); // I7
    QCOMPARE(tablet.store().fingerprint().value().hex(), before);
    row.kind = wire::FeedRow::Kind::Remove;
    page.rows = {row};
    QVERIFY(tablet.store().applyPage(page)); // an old removal neither
    QCOMPARE(tablet.store().fingerprint().value().hex(), before);
}

void tst_TabletStore::clonedTablet_getsANewInstall()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    bench.saveHazards(tablet, 1);
    QVERIFY(tablet.synced());
    tablet.close();
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("clone"));
    QCOMPARE(QProcess::execute(QStringLiteral("cp"),
                               {QStringLiteral("-a"), QString::fromStdString(tablet.directory()), copy}),
             0);
    tablet.open();
    Tablet clone(copy.toStdString(), bench.server, bench.clock, 77);
    clone.open();
    const std::string install = tablet.store().identity().install;
    QCOMPARE(clone.store().identity().install, install);
    bench.saveHazards(tablet, 2);
    QVERIFY(tablet.synced());
    bench.saveHazards(clone, 2);
    QVERIFY(clone.synced()); // forked: a new install, the same events
    QVERIFY(clone.store().identity().install != install);
    QCOMPARE(unsettled(clone), 0u);
    QVERIFY(clone.store().verifyJournal());
    QVERIFY(tablet.synced());
    QVERIFY(clone.synced());
    QCOMPARE(tablet.store().hazards({})->size(), 5u);
    QCOMPARE(clone.store().hazards({})->size(), 5u);
}

void tst_TabletStore::poisonEvent_leavesTheChainAndShowsACard()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto good = bench.saveHazards(tablet, 1);
    const std::string poison = tablet.save(bench.hazardWithPhoto(tablet, "毒"));
    const auto later = bench.saveHazards(tablet, 2);
    tablet.api.setScript([&](const Call &call) -> std::optional<Fault> {
        const bool carries = call.push != nullptr
            && std::any_of(call.push->lines.begin(), call.push->lines.end(), [&](const std::string &line) {
                   return line.find(poison) != std::string::npos;
               });
        return carries ? std::optional(Fault{Fault::Kind::Refuse, ErrorCode::InvalidInput})
                       : std::nullopt;
    });
    QVERIFY(tablet.synced());
    tablet.api.setScript({});
    QVERIFY(tablet.synced());
    QCOMPARE(unsettled(tablet), 0u);
    QVERIFY(tablet.store().verifyJournal());
    for (const std::string &hazard : {good[0], later[0], later[1]})
        QVERIFY(bench.onServer(hazard) != nullptr);
    const auto cards = tablet.store().cards();
    QCOMPARE(cards->size(), 1u);
    QCOMPARE(cards->front().event.id, poison);
    QCOMPARE(*cards->front().event.verdict, journal::VerdictKind::Quarantined);
}

void tst_TabletStore::rejectedEvent_isACardUntilAnswered()
{
    TabletBench bench;
    Tablet &first = bench.syncedTablet(bench.officer);
    const auto hazard = bench.saveHazards(first, 1).front();
    QVERIFY(first.synced());
    Tablet &second = bench.syncedTablet(bench.colleague);
    // Both issue an order for the same hazard, offline; the first to arrive decides.
    const std::uint64_t seen = first.store().hazards({})->front().version;
    first.save(bench.acts.assigned(bench.officer, {hazard, "S1", seen}, 7));
    const std::string late = second.save(bench.acts.assigned(bench.colleague, {hazard, "S1", seen}, 9));
    QVERIFY(first.synced());
    QVERIFY(second.synced());
    const auto cards = second.store().cards();
    QCOMPARE(cards->size(), 1u); // I12
    QCOMPARE(cards->front().event.id, late);
    QCOMPARE(cards->front().event.reason, std::string(domain::nameOf(domain::Refusal::Superseded)));
    QCOMPARE(cards->front().event.by, bench.officer.id);
    QCOMPARE(cards->front().title, "通道堵塞 0");
    QVERIFY(!cards->front().text.empty());
    auto rows = second.store().hazards({});
    QCOMPARE(rows->front().delivery, Delivery::Refused);
    QVERIFY(!rows->front().refusal.empty());
    second.reopen();
    QCOMPARE(second.store().cards()->size(), 1u);
    QVERIFY(second.store().answerCard(late, store::CardAnswer::Noted));
    QVERIFY(second.store().cards()->empty());
    rows = second.store().hazards({});
    QVERIFY(rows->front().delivery != Delivery::Refused);
    QVERIFY(!second.store().answerCard("no-such-event", store::CardAnswer::Noted));
    QCOMPARE(second.store().eventLine(late).value().find(late), std::size_t(7)); // the octets stay
}

void tst_TabletStore::handOver_keepsTheOutboxAndShowsOnlyOwnSchools()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    bench.saveHazards(tablet, 2);
    QCOMPARE(tablet.store().schools({})->size(), 2u);
    const std::string device = tablet.store().identity().device;
    wire::SignInRequest request;
    request.user = bench.stranger.id;
    request.device = device;
    QVERIFY(tablet.store().signIn(bench.server.signIn(request)->session));
    QCOMPARE(tablet.store().actingUser()->id, bench.stranger.id);
    QVERIFY(tablet.store().schools({})->empty()); // of T1 nothing, before any network (I22)
    QVERIFY(tablet.store().hazards({})->empty());
    QCOMPARE(tablet.store().unsentCount(), 2u);
    QVERIFY(tablet.synced());
    QCOMPARE(tablet.store().unsentCount(), 0u);
    QCOMPARE(tablet.store().schools({})->front().id, "S9");
    QCOMPARE(tablet.store().peopleHere().size(), 2u);
    QVERIFY(tablet.store().handOverTo(bench.officer.id));
    QCOMPARE(tablet.store().actingUser()->id, bench.officer.id);
    QVERIFY(tablet.synced());
    QCOMPARE(tablet.store().hazards({})->size(), 2u);
    QVERIFY(!tablet.store().handOverTo("U2")); // never signed in here
    QVERIFY(tablet.store().signOut());
    QVERIFY(!tablet.store().actingUser());
    QVERIFY(!tablet.store().session());
    QVERIFY(tablet.store().hazards({})->empty());
    QCOMPARE(tablet.store().journal({})->size(), 2u);
}

void tst_TabletStore::photos_goOutBehindTheirEventAndTurnGreen()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto hazard = bench.saveHazards(tablet, 1).front();
    QVERIFY(!tablet.store().nextUpload().value()); // text first
    QCOMPARE(tablet.store().syncOverview().unsentPhotos, 1u);
    QVERIFY(tablet.synced(false));
    QCOMPARE(tablet.store().hazards({})->front().delivery, Delivery::Delivered);
    const auto detail = tablet.store().hazardDetail(hazard);
    QCOMPARE(detail->photos.size(), 1u);
    QCOMPARE(detail->photos.front().delivery(), Delivery::OnDevice);
    QVERIFY(tablet.synced());
    QCOMPARE(tablet.store().hazards({})->front().delivery, Delivery::Verified);
    QCOMPARE(tablet.store().photosOf({domain::ObjectKind::Hazard, hazard})->front().delivery(),
             Delivery::Verified);
    QCOMPARE(tablet.store().syncOverview().unsentPhotos, 0u);
    QCOMPARE(bench.server.state().blobs.size(), 1u);
}


QTEST_GUILESS_MAIN(tst_TabletStore)
#include "tst_TabletStore.moc"
