// What people do to one hazard, each on their own tablet, without a screen.
#include <QtTest>

#include "mobile/fieldwork/FieldBench.h"

using namespace campus;
using namespace campus::support;
using domain::HazardState;
using domain::Refusal;

class tst_Acts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneHazard_fromFindingToClosing();
    void refusedAct_savesNothingAndSaysWhy();
    void nobodySignedIn_actsAreErrors();
    void officerAndPrincipal_offlineAtOnce_firstToArriveDecides();
    void actOnAnOldView_isToldAsSuperseded();
    void extension_isAskedBeforeTheDeadlineOnly();
    void preparedBySchoolOfficer_isConfirmedByThePrincipal();
    void reopened_startsANewRound();
    void refusedAct_isRedoneOnItsCard();
    void photos_keepTheirOctetsAndGetAPreview();
    void photo_ofUnknownKind_isRefused();
};

namespace {

fieldwork::RectificationForm rectified(Hand &hand, const std::string &place = "东门")
{
    fieldwork::RectificationForm form;
    form.done = "已清理";
    form.doneOn = hand.store().today();
    form.after = {hand.photo(place)};
    return form;
}

fieldwork::ReviewForm reviewed(Hand &hand, const std::string &text)
{
    fieldwork::ReviewForm form;
    form.text = text;
    form.photos = {hand.photo("东门")};
    return form;
}

Result<fieldwork::ActOutcome> receive(Hand &principal, const std::string &notice)
{
    const auto hash = principal.work().noticeContentHash(notice);
    const auto signature =
        principal.work().signatureBy("school", principal.penStroke("姜文峰"), *hash);
    return principal.work().signFor(notice, *signature);
}

} // namespace

void tst_Acts::oneHazard_fromFindingToClosing()
{
    FieldBench field;
    Hand officer = field.officer();
    const std::string hazard = field.assignedHazard(officer);
    Hand principal = field.other(kPrincipal);
    QVERIFY(receive(principal, field.lastNotice)->saved());
    fieldwork::ProgressForm progress;
    progress.text = "正在清理";
    progress.photos = {principal.photo("东门")};
    QVERIFY(principal.work().progress(hazard, progress)->saved());
    QVERIFY(principal.work().confirm(hazard, rectified(principal))->saved());
    QVERIFY(principal.store().inbox()->empty());
    QVERIFY(principal.tablet.synced());
    QVERIFY(officer.tablet.synced());
    QCOMPARE(officer.store().reviewList()->size(), 1u);
    QVERIFY(officer.work().returnBack(hazard, reviewed(officer, "仍有堆放"))->saved());
    QVERIFY(officer.store().reviewList()->empty());
    QVERIFY(officer.tablet.synced());
    QVERIFY(principal.tablet.synced());
    QCOMPARE(principal.store().inbox()->front().kind, store::InboxItem::Kind::Returned);
    QVERIFY(principal.work().confirm(hazard, rectified(principal))->saved());
    QVERIFY(principal.tablet.synced());
    QVERIFY(officer.tablet.synced());
    const auto passed = officer.work().pass(hazard, reviewed(officer, "合格"));
    QVERIFY(passed && passed->saved());
    QVERIFY(officer.tablet.synced());
    QCOMPARE(field.bench.onServer(hazard)->state, HazardState::Closed);
    QVERIFY(officer.store().cards()->empty());
    QCOMPARE(officer.store().hazards({})->front().delivery, store::Delivery::Verified);
    QVERIFY(principal.tablet.synced());
    QVERIFY(*principal.store().hazard(hazard) == *field.bench.onServer(hazard));
}

void tst_Acts::refusedAct_savesNothingAndSaysWhy()
{
    FieldBench field;
    Hand officer = field.officer();
    const std::string hazard = field.assignedHazard(officer);
    Hand principal = field.other(kPrincipal);
    const auto refusal = [&](Result<fieldwork::ActOutcome> outcome) {
        return outcome ? outcome->refusal : Refusal::None;
    };
    auto form = rectified(principal);
    form.done.clear();
    QCOMPARE(refusal(principal.work().confirm(hazard, form)), Refusal::MissingDone);
    form = rectified(principal, "西门");
    QCOMPARE(refusal(principal.work().confirm(hazard, form)), Refusal::PhotoPlaceDiffers);
    QCOMPARE(refusal(principal.work().pass(hazard, reviewed(principal, "合格"))), Refusal::RoleNotAllowed);
    QCOMPARE(refusal(officer.work().pass(hazard, reviewed(officer, "合格"))), Refusal::WrongState);
    QCOMPARE(refusal(officer.work().note(hazard, {})), Refusal::MissingText);
    domain::HazardAct confirm;
    confirm.kind = domain::HazardActKind::Confirm;
    QCOMPARE(principal.work().tryAct(hazard, confirm)->reason, Refusal::MissingDone);
    QCOMPARE(principal.store().unsentCount() + officer.store().unsentCount(), 0u);
    QCOMPARE(officer.work().note("no-such-hazard", "说明").error().code, ErrorCode::NotFound);
}

void tst_Acts::nobodySignedIn_actsAreErrors()
{
    FieldBench field;
    Hand officer = field.officer();
    const std::string hazard = field.assignedHazard(officer);
    QVERIFY(officer.store().signOut());
    QCOMPARE(officer.work().note(hazard, "说明").error().code, ErrorCode::Unauthenticated);
    QCOMPARE(officer.work().startInspection({kSchool, kBusChecklist, kBus, {}, {}, {}, {}, {}}).error().code,
             ErrorCode::Unauthenticated);
}

void tst_Acts::officerAndPrincipal_offlineAtOnce_firstToArriveDecides()
{
    for (const bool principalFirst : {true, false}) {
        FieldBench field;
        Hand officer = field.officer();
        const std::string hazard = field.assignedHazard(officer);
        Hand principal = field.other(kPrincipal);
        QVERIFY(principal.work().confirm(hazard, rectified(principal))->saved());
        QVERIFY(principal.tablet.synced());
        QVERIFY(officer.tablet.synced());
        // Three days without network: the officer returns it, the principal adds a note.
        QVERIFY(officer.work().returnBack(hazard, reviewed(officer, "不到位"))->saved());
        QVERIFY(principal.work().note(hazard, "补充说明")->saved());
        field.bench.clock.advance(3 * kDayMillis);
        Tablet &first = principalFirst ? principal.tablet : officer.tablet;
        Tablet &second = principalFirst ? officer.tablet : principal.tablet;
        QVERIFY(first.synced());
        QVERIFY(second.synced());
        QVERIFY(first.synced());
        QCOMPARE(field.bench.onServer(hazard)->state, HazardState::Rectifying);
        QVERIFY(officer.store().cards()->empty() && principal.store().cards()->empty());
        QVERIFY(*officer.store().hazard(hazard) == *principal.store().hazard(hazard));
    }
}

void tst_Acts::actOnAnOldView_isToldAsSuperseded()
{
    FieldBench field;
    Hand officer = field.officer();
    const std::string hazard = field.assignedHazard(officer);
    Hand principal = field.other(kPrincipal);
    QVERIFY(principal.work().confirm(hazard, rectified(principal))->saved());
    QVERIFY(principal.tablet.synced());
    QVERIFY(officer.tablet.synced());
    const auto seen = officer.store().hazardDetail(hazard)->view.confirmedVersion;
    // While the officer looks at the page, a colleague's return comes in behind it.
    Hand colleague = field.other(kColleague);
    QVERIFY(colleague.work().returnBack(hazard, reviewed(colleague, "不到位"))->saved());
    QVERIFY(colleague.tablet.synced());
    QVERIFY(officer.tablet.synced());
    const auto refused = officer.work().asSeen(seen).pass(hazard, reviewed(officer, "合格"));
    QCOMPARE(refused->refusal, Refusal::Superseded);
    QCOMPARE(refused->by, kColleague);
    QVERIFY(refused->at != 0);
    QCOMPARE(officer.store().unsentCount(), 0u);
}

void tst_Acts::extension_isAskedBeforeTheDeadlineOnly()
{
    FieldBench field;
    Hand officer = field.officer();
    const std::string hazard = field.assignedHazard(officer);
    Hand principal = field.other(kPrincipal);
    fieldwork::ExtensionForm form;
    form.reason = domain::DelayReason::NoFunds;
    form.text = "经费未到";
    form.interim = "专人看守";
    form.until = Day::parse("2025-07-20");
    QVERIFY(principal.work().askExtension(hazard, form)->saved());
    QCOMPARE(principal.store().hazard(hazard)->extensionAskedUntil->iso(), "2025-07-20");
    QVERIFY(principal.store().hazards({})->front().extensionAsked);
    field.bench.clock.advance(10 * kDayMillis);
    form.until = Day::parse("2025-07-25");
    QCOMPARE(principal.work().askExtension(hazard, form)->refusal, Refusal::AfterDeadline);
}

void tst_Acts::preparedBySchoolOfficer_isConfirmedByThePrincipal()
{
    FieldBench field;
    domain::User safety = person("U900", domain::Role::SchoolSafety, kSchool);
    field.bench.server.give(safety);
    Hand officer = field.officer();
    const std::string hazard = field.assignedHazard(officer);
    Hand preparing = field.other("U900");
    QCOMPARE(preparing.work().confirm(hazard, rectified(preparing))->refusal, Refusal::RoleNotAllowed);
    QVERIFY(preparing.work().prepare(hazard, rectified(preparing))->saved());
    QVERIFY(preparing.tablet.synced());
    Hand principal = field.other(kPrincipal);
    QCOMPARE(principal.store().inbox()->back().kind, store::InboxItem::Kind::ConfirmPrepared);
    QVERIFY(principal.work().confirm(hazard, {})->saved()); // everything is stated already
    QVERIFY(principal.tablet.synced());
    QVERIFY(principal.store().cards()->empty());
    // A self-check of the school is registered as one.
    const auto own = preparing.work().registerHazard(kSchool, field.finding(preparing, "灯具脱落"));
    QVERIFY(own->saved());
    QCOMPARE(preparing.store().hazard(own->object)->found.source, domain::Source::SelfCheck);
}

void tst_Acts::reopened_startsANewRound()
{
    FieldBench field;
    Hand officer = field.officer();
    const std::string hazard = field.assignedHazard(officer);
    Hand principal = field.other(kPrincipal);
    QVERIFY(principal.work().confirm(hazard, rectified(principal))->saved());
    QVERIFY(principal.tablet.synced());
    QVERIFY(officer.tablet.synced());
    QVERIFY(officer.work().pass(hazard, reviewed(officer, "合格"))->saved());
    fieldwork::ReopenForm form;
    form.reason = "再次堆放";
    form.photos = {officer.photo("东门")};
    form.due = Day::parse("2025-07-15");
    QVERIFY(officer.work().reopen(hazard, form)->saved());
    const auto shown = officer.store().hazard(hazard);
    QCOMPARE(shown->state, HazardState::Rectifying);
    QCOMPARE(shown->rounds.size(), 2u);
    QVERIFY(officer.tablet.synced());
    QVERIFY(officer.store().cards()->empty());
    QVERIFY(*officer.store().hazard(hazard) == *field.bench.onServer(hazard));
}

void tst_Acts::refusedAct_isRedoneOnItsCard()
{
    FieldBench field;
    Hand officer = field.officer();
    const std::string hazard = field.assignedHazard(officer);
    Hand principal = field.other(kPrincipal);
    Hand colleague = field.other(kColleague);
    QVERIFY(principal.work().confirm(hazard, rectified(principal))->saved());
    QVERIFY(principal.tablet.synced());
    QVERIFY(officer.tablet.synced());
    QVERIFY(colleague.tablet.synced());
    QVERIFY(officer.work().returnBack(hazard, reviewed(officer, "不到位"))->saved());
    QVERIFY(colleague.work().pass(hazard, reviewed(colleague, "合格"))->saved());
    QVERIFY(officer.tablet.synced());
    QVERIFY(colleague.tablet.synced());
    const auto cards = colleague.store().cards();
    QCOMPARE(cards->size(), 1u);
    QCOMPARE(cards->front().event.by, kOfficer);
    domain::HazardAct note;
    note.kind = domain::HazardActKind::Note;
    note.text = "我当时看到已清理";
    QVERIFY(colleague.work().act(hazard, note, cards->front().event.id)->saved());
    QVERIFY(colleague.store().cards()->empty());
    const auto journal = colleague.store().journal({});
    QCOMPARE(journal->back().cardAnswer, "redone");
}

void tst_Acts::photos_keepTheirOctetsAndGetAPreview()
{
    class SmallPicture final : public fieldwork::PreviewMaker
    {
    public:
        Result<Bytes> previewOf(BytesView original, const std::string &mediaType) override
        {
            if (mediaType != "image/jpeg" || original.size() < 100)
                return {ErrorCode::UnsupportedMedia, "no picture"};
            return Bytes(original.begin(), original.begin() + 100);
        }
    };
    FieldBench field;
    Hand officer = field.officer();
    SmallPicture previews;
    fieldwork::PhotoIntake intake(officer.store(), &previews);
    const Bytes original = picture(42, 50'000);
    QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("DCIM_1.jpg")).toStdString();
    store::PosixFiles files;
    QVERIFY(files.writeDurably(file, original));
    fieldwork::PhotoFacts facts;
    facts.place = "东门";
    facts.from = "gallery";
    facts.latitude = 30.5;
    const auto photo = intake.takeFile(file, facts);
    QVERIFY(photo);
    QCOMPARE(photo->bytes, 50'000u);
    QVERIFY(officer.store().readBlob(photo->original).value() == original);
    QCOMPARE(officer.store().readBlob(photo->preview)->size(), 100u);
    QCOMPARE(photo->takenAt, Millis{0}); // nobody knows when a picture of the gallery was taken
    QVERIFY(files.writeDurably(file + ".other", picture(43, 50'000)));
    const auto chosen = intake.takeFile(file + ".other", {});
    QCOMPARE(chosen->from, std::string("file"));
    QCOMPARE(chosen->takenAt, Millis{0});
    const std::string fresh = officer.store().incomingFolder() + "/IMG_1.jpg";
    QVERIFY(files.makeFolder(officer.store().incomingFolder()));
    QVERIFY(files.writeDurably(fresh, picture(44, 50'000)));
    const auto shot = intake.takeFile(fresh, {});
    QCOMPARE(shot->from, std::string("camera"));
    QCOMPARE(shot->takenAt, field.bench.clock.wall());
    QCOMPARE(intake.takeFile(file, facts)->original.hex(), photo->original.hex()); // once on disk
    QVERIFY(!intake.takeFile(file + ".no", facts));

    domain::HazardAct act = field.finding(officer, "通道堵塞");
    act.before = {*photo};
    QVERIFY(officer.work().registerHazard(kSchool, act)->saved());
    QVERIFY(officer.tablet.synced(false));
    const auto first = officer.store().nextUpload();
    QCOMPARE((*first)->sha256.hex(), photo->preview.hex()); // previews before originals
    QVERIFY(officer.tablet.synced());
    Hand principal = field.other(kPrincipal);
    QVERIFY(principal.tablet.synced());
    QVERIFY(principal.store().readBlob(photo->preview)); // came by itself
    QVERIFY(!principal.store().readBlob(photo->original));
    const auto row = principal.store().hazards({});
    QCOMPARE(row->front().preview->hex(), photo->preview.hex());
}

void tst_Acts::photo_ofUnknownKind_isRefused()
{
    FieldBench field;
    Hand officer = field.officer();
    fieldwork::PhotoIntake intake(officer.store());
    QCOMPARE(intake.take(asBytes("GIF89a and more"), {}).error().code, ErrorCode::UnsupportedMedia);
    fieldwork::PhotoFacts facts;
    facts.mediaType = "image/png";
    QCOMPARE(intake.take(picture(1), facts).error().code, ErrorCode::UnsupportedMedia);
    QCOMPARE(intake.takeDrawing(picture(1)).error().code, ErrorCode::UnsupportedMedia);
}

QTEST_GUILESS_MAIN(tst_Acts)
#include "tst_Acts.moc"
