// Screen state = overlay(docs, own unsettled events in order); recomputing gives equal bytes (I8), and
// once everything is settled the tablet shows what the server shows (I14).
#include <QtTest>

#include "mobile/store/TabletBench.h"
#include "wire/DocCodec.h"

using namespace campus;
using namespace campus::support;
using domain::HazardState;
using domain::ObjectKind;

class tst_Overlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownActs_areShownOnTopOfTheConfirmedDoc();
    void rebuiltLists_areEqualByteForByte_data();
    void rebuiltLists_areEqualByteForByte();
    void merge_changesTheMainHazardToo();
    void actOnAHazardMergedMeanwhile_isJudgedByTheMainOne();
    void bootstrappedDoc_doesNotTakeAnAnsweredEventTwice();
    void settledTablet_showsTheServersOctets();
    void actsOpen_followTheRoleAndTheOverlay();
    void overdue_isOfTheDayOfTheQuestion();
};

namespace {

HazardState shownState(Tablet &tablet, const std::string &hazard)
{
    const auto shown = tablet.store().hazard(hazard);
    return shown ? shown->state : HazardState::Draft;
}

} // namespace

void tst_Overlay::ownActs_areShownOnTopOfTheConfirmedDoc()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto hazard = bench.saveHazards(tablet, 1).front();
    QCOMPARE(shownState(tablet, hazard), HazardState::Registered);
    QVERIFY(std::holds_alternative<std::monostate>(
        tablet.store().confirmed(ObjectKind::Hazard, hazard).value()));
    QVERIFY(tablet.synced());
    QVERIFY(!tablet.store().object(ObjectKind::Hazard, hazard)->pending);
    tablet.save(bench.acts.assigned(bench.officer, {hazard, "S1", 0}, 7));
    QCOMPARE(shownState(tablet, hazard), HazardState::Assigned);
    const auto view = tablet.store().object(ObjectKind::Hazard, hazard);
    QVERIFY(view->pending);
    const auto confirmed = tablet.store().confirmed(ObjectKind::Hazard, hazard);
    QCOMPARE(std::get<domain::Hazard>(*confirmed).state, HazardState::Registered);
    QCOMPARE(tablet.store().hazards({})->front().state, HazardState::Assigned);
}

void tst_Overlay::rebuiltLists_areEqualByteForByte_data()
{
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {1, 2, 3})
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

// Random acts of two officers and a principal, synchronised now and then, over a bad link.
void tst_Overlay::rebuiltLists_areEqualByteForByte()
{
    QFETCH(quint64, seed);
    TabletBench bench;
    Tablet &first = bench.syncedTablet(bench.officer);
    Tablet &second = bench.syncedTablet(bench.colleague);
    Tablet &school = bench.syncedTablet(bench.principal);
    SeededRandom random(seed);
    std::vector<std::string> hazards = bench.saveHazards(first, 3);
    FaultRates rates;
    rates.loseAnswer = rates.loseRequest = 0.1;
    for (int step = 0; step < 40; ++step) {
        bench.clock.advance(60'000);
        Tablet &tablet = *std::array{&first, &second, &school}[random.below(3)];
        const domain::User &by = *tablet.store().actingUser();
        const Digest photo =
            tablet.store().keepBlob(picture(static_cast<std::uint32_t>(5000 + step)), "image/jpeg").value();
        bench.acts.usePhoto(photo);
        const std::string hazard = hazards[random.below(hazards.size())];
        const auto view = tablet.store().object(ObjectKind::Hazard, hazard);
        const Subject subject{hazard, "S1", view->confirmedVersion};
        switch (random.below(9)) {
        case 0:
            if (by.id != bench.principal.id)
                hazards.push_back(bench.saveHazards(tablet, 1).front());
            break;
        case 1: tablet.save(bench.acts.assigned(by, subject)); break;
        case 2: tablet.save(bench.acts.received(by, subject)); break;
        case 3: tablet.save(bench.acts.confirmed(by, subject, "已整改")); break;
        case 4: tablet.save(bench.acts.passed(by, subject)); break;
        case 5: tablet.save(bench.acts.returned(by, subject, "不到位")); break;
        case 6: tablet.save(bench.acts.noted(by, subject, "说明")); break;
        case 7: tablet.save(bench.acts.merged(by, subject, hazards[random.below(hazards.size())])); break;
        default:
            tablet.api.setRates(rates);
            static_cast<void>(tablet.run());
            break;
        }
        const auto before = tablet.store().fingerprint();
        QVERIFY(tablet.store().rebuildLists());
        QCOMPARE(tablet.store().fingerprint()->hex(), before->hex());
    }
    for (Tablet *tablet : {&first, &second, &school})
        tablet->api.setRates({});
    for (int round = 0; round < 2; ++round) {
        for (Tablet *tablet : {&first, &second, &school})
            QVERIFY(tablet->synced());
    }
    for (Tablet *tablet : {&first, &second, &school}) {
        QCOMPARE(tablet->store().syncOverview().unsettledEvents, 0u); // I33
        QVERIFY(tablet->store().verifyJournal());
        for (const std::string &hazard : hazards) { // I14
            const auto shown = tablet->store().hazard(hazard);
            const domain::Hazard *server = bench.onServer(hazard);
            QVERIFY(shown.has_value() == (server != nullptr));
            QVERIFY(!shown || *shown == *server);
        }
    }
}

void tst_Overlay::merge_changesTheMainHazardToo()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto hazards = bench.saveHazards(tablet, 2);
    QVERIFY(tablet.synced());
    tablet.save(bench.acts.assigned(bench.officer, {hazards[1], "S1", 0}, 3));
    tablet.save(bench.acts.merged(bench.officer, {hazards[1], "S1", 0}, hazards[0]));
    QCOMPARE(shownState(tablet, hazards[1]), HazardState::Merged);
    const auto main = tablet.store().hazard(hazards[0]);
    QCOMPARE(main->timeline.back().act, domain::HazardActKind::Merge);
    QVERIFY(main->effectiveDue()); // the duplicate's earlier date
    QVERIFY(tablet.store().object(ObjectKind::Hazard, hazards[0])->pending);
    store::HazardQuery open;
    open.openOnly = true;
    QCOMPARE(tablet.store().hazards(open)->size(), 1u);
    const auto before = *main;
    QVERIFY(tablet.synced());
    const auto after = tablet.store().hazard(hazards[0]);
    QCOMPARE(after->effectiveDue()->iso(), before.effectiveDue()->iso());
    QCOMPARE(after->timeline.size(), before.timeline.size());
}

// The pull came between the act and its push: what was written is meant for the main hazard now.
void tst_Overlay::actOnAHazardMergedMeanwhile_isJudgedByTheMainOne()
{
    TabletBench bench;
    Tablet &office = bench.syncedTablet(bench.officer);
    const auto hazards = bench.saveHazards(office, 2);
    for (const std::string &hazard : hazards)
        office.save(bench.acts.assigned(bench.officer, {hazard, "S1", 0}, 3));
    office.save(bench.acts.merged(bench.officer, {hazards[1], "S1", 0}, hazards[0]));
    QVERIFY(office.synced());
    Tablet &school = bench.syncedTablet(bench.principal);
    QCOMPARE(shownState(school, hazards[1]), HazardState::Merged);

    static_cast<void>(bench.hazardWithPhoto(school, "a signature to draw with"));
    school.save(bench.acts.received(bench.principal, {hazards[1], "S1", 0}));
    const auto own = school.store().object(ObjectKind::Hazard, hazards[1])->own;
    QCOMPARE(own.size(), 1u);
    QCOMPARE(domain::nameOf(own.front().overlayRefusal), domain::nameOf(domain::Refusal::None));
    QVERIFY(school.synced());
    QCOMPARE(shownState(school, hazards[1]), HazardState::Merged);
    QCOMPARE(shownState(school, hazards[0]), HazardState::Rectifying);
    QCOMPARE(school.store().syncOverview().cards, 0u);
}

void tst_Overlay::bootstrappedDoc_doesNotTakeAnAnsweredEventTwice()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto hazard = bench.saveHazards(tablet, 1).front();
    QVERIFY(tablet.synced());
    tablet.save(bench.acts.noted(bench.officer, {hazard, "S1", 0}, "一次"));
    // The answer is lost and a bootstrap without verdicts brings the doc with the note in it.
    tablet.api.setScript([](const Call &call) -> std::optional<Fault> {
        if (call.name != "push")
            return std::nullopt;
        return Fault{Fault::Kind::ActThenRefuse, ErrorCode::NetworkFailed};
    });
    QVERIFY(!tablet.run());
    auto part = bench.server.bootstrap(tablet.store().session()->token, {});
    std::erase_if(part->rows, [](const wire::FeedRow &row) {
        return row.kind == wire::FeedRow::Kind::Verdict;
    });
    QVERIFY(tablet.store().beginBootstrap(part->at));
    QVERIFY(tablet.store().addBootstrapPart(*part));
    QVERIFY(tablet.store().finishBootstrap(part->at, part->scopeMark));
    const auto notes = [&] {
        const auto shown = tablet.store().hazard(hazard);
        return std::count_if(shown->timeline.begin(), shown->timeline.end(), [](const auto &entry) {
            return entry.act == domain::HazardActKind::Note;
        });
    };
    QCOMPARE(notes(), 1);
    QCOMPARE(tablet.store().syncOverview().unsettledEvents, 1u);
    tablet.api.setScript({});
    QVERIFY(tablet.synced());
    QCOMPARE(notes(), 1);
    QCOMPARE(tablet.store().syncOverview().unsettledEvents, 0u);
}

void tst_Overlay::settledTablet_showsTheServersOctets()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto hazards = bench.saveHazards(tablet, 3);
    tablet.save(bench.acts.assigned(bench.officer, {hazards[0], "S1", 0}));
    QVERIFY(tablet.synced());
    for (const std::string &hazard : hazards) {
        const std::string here = wire::encodeDoc(tablet.store().object(ObjectKind::Hazard, hazard)->doc);
        QCOMPARE(here, wire::encodeDoc(*bench.onServer(hazard)));
    }
}

void tst_Overlay::actsOpen_followTheRoleAndTheOverlay()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto hazard = bench.saveHazards(tablet, 1).front();
    const auto open = [&](Tablet &on, domain::HazardActKind kind) {
        const auto acts = on.store().hazardDetail(hazard)->acts;
        return std::find(acts.begin(), acts.end(), kind) != acts.end();
    };
    QVERIFY(open(tablet, domain::HazardActKind::Assign));
    QVERIFY(!open(tablet, domain::HazardActKind::Confirm));
    tablet.save(bench.acts.assigned(bench.officer, {hazard, "S1", 0}));
    QVERIFY(!open(tablet, domain::HazardActKind::Assign)); // before any network
    QVERIFY(tablet.synced());
    Tablet &school = bench.syncedTablet(bench.principal);
    QVERIFY(open(school, domain::HazardActKind::Confirm));
    QVERIFY(!open(school, domain::HazardActKind::Pass));
    QCOMPARE(school.store().inbox()->size(), 1u);
    QCOMPARE(school.store().inbox()->front().kind, store::InboxItem::Kind::Rectify);
}

void tst_Overlay::overdue_isOfTheDayOfTheQuestion()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    const auto hazard = bench.saveHazards(tablet, 1).front();
    tablet.save(bench.acts.assigned(bench.officer, {hazard, "S1", 0}, 7));
    QVERIFY(tablet.synced());
    const auto row = [&] { return tablet.store().hazards({})->front(); };
    bench.clock.advance(7 * kDayMillis); // the due day itself (domain.md §12.10(5))
    QVERIFY(!row().overdue && row().dueSoon);
    bench.clock.advance(kDayMillis);
    QVERIFY(row().overdue);
    QCOMPARE(tablet.store().schools({})->front().overdue, 1u);
    QCOMPARE(tablet.store().officerDay()->overdue, 1u);
    bench.clock.jumpWall(-300 * kDayMillis); // a wrong clock does not heal it: the server's time counts
    QVERIFY(row().overdue);
    QVERIFY(*tablet.store().syncOverview().clockAheadMillis < -299 * kDayMillis);
}

QTEST_GUILESS_MAIN(tst_Overlay)
#include "tst_Overlay.moc"
