// A rectification notice from the draft at the school to the receipt.
#include <QtTest>

#include "mobile/fieldwork/FieldBench.h"

using namespace campus;
using namespace campus::support;
using domain::HazardState;
using domain::Refusal;
using fieldwork::NoticeDraft;

class tst_Notice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void started_takesAllRegisteredGeneralHazardsOfTheSchool();
    void everyChange_isThereAfterReopening();
    void changedContent_voidsTheSignatures();
    void resumedOnALaterDay_movesTheDeadlines();
    void signedBeforeMidnight_isNotIssuedUnsignedAfterIt();
    void majorAndGeneral_doNotShareANotice();
    void missingMeasure_isNamedByItsLine();
    void issued_assignsEveryHazardInOneCommit();
    void issuedTwice_byTwoOfficers_comesBackAsACard();
    void signedOnTheSpot_isServedThatDay();
    void receipt_startsTheRectificationOfEveryLine();
    void cancelling_givesTheHazardsBack();
    void receiptForAnotherText_isRefused();
    void paperNumbers_areNeverGivenTwice();
};

namespace {

std::vector<std::string> findings(FieldBench &field, Hand &hand, int count)
{
    std::vector<std::string> ids;
    for (int i = 0; i < count; ++i) {
        field.bench.clock.advance(1000);
        const auto outcome =
            hand.work().registerHazard(kSchool, field.finding(hand, "隐患" + std::to_string(i)));
        ids.push_back(outcome->object);
    }
    return ids;
}

std::unique_ptr<NoticeDraft> drawnUp(Hand &hand)
{
    auto draft = hand.work().startNotice({kSchool, "汛期检查", {}, {}}).value();
    for (const domain::NoticeLine &line : std::vector(draft->notice().issued.lines))
        CAMPUS_ASSERT(draft->setLine(line.hazard, {"限期整改", {}, "张立刚", 7}).has_value());
    return draft;
}

} // namespace

void tst_Notice::started_takesAllRegisteredGeneralHazardsOfTheSchool()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto ids = findings(field, hand, 3);
    domain::HazardAct major = field.finding(hand, "房梁开裂");
    major.level = domain::Level::Major;
    major.interim = "停用";
    const std::string majorId = hand.work().registerHazard(kSchool, major)->object;
    const auto draft = hand.work().startNotice({kSchool, {}, {}, {}}).value();
    QCOMPARE(draft->notice().issued.lines.size(), 3u);
    QCOMPARE(draft->notice().issued.lines.front().hazard, ids.front()); // oldest first
    QCOMPARE(draft->notice().issued.lines.front().due.iso(), "2025-07-07"); // its own days from today
    QCOMPARE(draft->candidates()->size(), 1u);
    QCOMPARE(draft->candidates()->front().id, majorId);
    QCOMPARE(draft->addLine(majorId)->refusal, Refusal::MajorNotAllowed);
    QVERIFY(draft->removeLine(ids[1]));
    QCOMPARE(draft->candidates()->size(), 2u);
    QVERIFY(draft->addLine(ids[1])->saved());
    QCOMPARE(draft->addLine("no-such-hazard")->refusal, Refusal::UnknownHazard);
    QCOMPARE(draft->notice().issued.lines.back().hazard, ids[1]);
}

void tst_Notice::everyChange_isThereAfterReopening()
{
    FieldBench field;
    Hand hand = field.officer();
    findings(field, hand, 2);
    auto draft = drawnUp(hand);
    QVERIFY(draft->setTexts("依据", "要求", "后果"));
    QVERIFY(draft->setContact("校园安全科", "000-5550-2043"));
    QVERIFY(draft->sign("inspector", "倪家静", hand.penStroke("倪家静")));
    const domain::Notice before = draft->notice();
    const std::string text = draft->neutralText();
    field.officerTablet->reopen();
    draft = hand.work().resumeNotice(before.id).value();
    QVERIFY(draft->notice() == before);
    QCOMPARE(draft->neutralText(), text);
    QVERIFY(draft->signedBy("inspector"));
    QVERIFY(draft->discard());
    QVERIFY(!hand.work().resumeNotice(before.id));
}

void tst_Notice::changedContent_voidsTheSignatures()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto ids = findings(field, hand, 1);
    const auto draft = drawnUp(hand);
    const Digest hash = draft->contentHash();
    QVERIFY(draft->sign("inspector", "倪家静", hand.penStroke("倪家静")));
    QVERIFY(draft->sign("school", "姜文峰", hand.penStroke("姜文峰")));
    QCOMPARE(draft->contentHash().hex(), hash.hex()); // signing is not content
    QVERIFY(draft->signedBy("inspector") && draft->signedBy("school"));
    QVERIFY(draft->setLine(ids[0], {"限期整改", {}, "张立刚", 7})); // the same again: nothing happens
    QVERIFY(draft->signedBy("school"));
    QVERIFY(draft->setLine(ids[0], {"限期整改", {}, "张立刚", 8}));
    QVERIFY(!draft->signedBy("school") && !draft->signedBy("inspector"));
    QVERIFY(!draft->notice().issued.servedOn);
    QVERIFY(draft->contentHash() != hash);
    QVERIFY(!draft->sign("witness", "路人", hand.penStroke("路人")));
    QVERIFY(!draft->sign("school", "姜文峰", Digest{}));
}

void tst_Notice::resumedOnALaterDay_movesTheDeadlines()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto ids = findings(field, hand, 1);
    auto draft = drawnUp(hand);
    QVERIFY(draft->sign("inspector", "倪家静", hand.penStroke("倪家静")));
    QCOMPARE(draft->line(ids[0])->due.iso(), "2025-07-07");
    field.bench.clock.advance(3 * kDayMillis);
    draft = hand.work().resumeNotice(draft->id()).value();
    QCOMPARE(draft->line(ids[0])->due.iso(), "2025-07-10");
    QVERIFY(!draft->signedBy("inspector"));
}

void tst_Notice::signedBeforeMidnight_isNotIssuedUnsignedAfterIt()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto ids = findings(field, hand, 1);
    const auto draft = drawnUp(hand);
    QVERIFY(draft->sign("inspector", "倪家静", hand.penStroke("倪家静")));
    QVERIFY(draft->sign("school", "张立刚", hand.penStroke("张立刚")));
    field.bench.clock.advance(kDayMillis);
    QCOMPARE(draft->issue().error().code, ErrorCode::Conflict);
    QCOMPARE(hand.store().drafts()->size(), 1u); // still to be signed
    QVERIFY(!draft->signedBy("inspector"));
    QCOMPARE(draft->line(ids[0])->due.iso(), "2025-07-08");
    QVERIFY(draft->sign("inspector", "倪家静", hand.penStroke("倪家静")));
    QVERIFY(draft->issue()->saved());
}

void tst_Notice::majorAndGeneral_doNotShareANotice()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto ids = findings(field, hand, 1);
    domain::HazardAct major = field.finding(hand, "房梁开裂");
    major.level = domain::Level::Major;
    major.interim = "停用";
    const std::string majorId = hand.work().registerHazard(kSchool, major)->object;
    QVERIFY(!hand.work().startNotice({kSchool, {}, {ids[0], majorId}, {}}));
    // Of its own it can be drawn up, but the order is the bureau's (domain.md §10.2 (3)).
    const auto draft = hand.work().startNotice({kSchool, {}, {majorId}, {}}).value();
    QVERIFY(draft->setLine(majorId, {"加固", "停用", "张立刚", 30}));
    QCOMPARE(draft->missing()->front().refusal, Refusal::MajorNotAllowed);
    const auto refused = draft->issue();
    QCOMPARE(refused->refusal, Refusal::MajorNotAllowed);
    QCOMPARE(hand.store().drafts()->size(), 1u);

    QVERIFY(field.officerTablet->synced());
    Hand admin = field.other("U001");
    const auto own = admin.work().startNotice({kSchool, {}, {majorId}, {}}).value();
    QVERIFY(own->setLine(majorId, {"加固", "停用", "张立刚", 30}));
    QVERIFY(own->missing()->empty());
    QVERIFY(own->issue()->saved());
}

void tst_Notice::missingMeasure_isNamedByItsLine()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto ids = findings(field, hand, 2);
    const auto draft = drawnUp(hand);
    QVERIFY(draft->setLine(ids[1], {{}, {}, {}, 7}));
    const auto gaps = draft->missing();
    QCOMPARE(gaps->size(), 2u);
    QCOMPARE(gaps->front().hazard, ids[1]);
    QCOMPARE(gaps->front().refusal, Refusal::MissingMeasure);
    QVERIFY(!draft->issue()->saved());
    QCOMPARE(hand.store().hazard(ids[0])->state, HazardState::Registered); // all or nothing
    for (const std::string &id : ids)
        QVERIFY(draft->removeLine(id));
    QCOMPARE(draft->missing()->front().refusal, Refusal::EmptyNotice);
}

void tst_Notice::issued_assignsEveryHazardInOneCommit()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto ids = findings(field, hand, 3);
    const auto draft = drawnUp(hand);
    QVERIFY(draft->sign("inspector", "倪家静", hand.penStroke("倪家静")));
    QVERIFY(draft->missing()->empty());
    const auto outcome = draft->issue();
    QVERIFY(outcome && outcome->saved());
    QCOMPARE(outcome->events.size(), 4u);
    QVERIFY(hand.store().drafts()->empty());
    for (const std::string &id : ids) {
        const auto hazard = hand.store().hazard(id);
        QCOMPARE(hazard->state, HazardState::Assigned);
        QCOMPARE(hazard->effectiveDue()->iso(), "2025-07-07");
        QCOMPARE(hazard->round().notice, draft->id());
        QCOMPARE(hazard->phone, hand.store().school(kSchool)->principalPhone.empty()
                     ? std::string()
                     : hazard->phone);
        QVERIFY(!hazard->round().servedOn);
    }
    const auto rows = hand.store().notices({});
    QCOMPARE(rows->size(), 1u);
    QCOMPARE(rows->front().openLines, 3u);
    QCOMPARE(rows->front().temporaryNumber, "临PAD-01-20250630-01");
    QVERIFY(field.officerTablet->synced());
    QVERIFY(hand.store().cards()->empty());
}

void tst_Notice::issuedTwice_byTwoOfficers_comesBackAsACard()
{
    FieldBench field;
    Hand hand = field.officer();
    findings(field, hand, 1);
    QVERIFY(field.officerTablet->synced());
    Hand colleague = field.other(kColleague);
    QVERIFY(drawnUp(hand)->issue()->saved());
    QVERIFY(drawnUp(colleague)->issue()->saved()); // both offline
    QVERIFY(field.officerTablet->synced());
    QVERIFY(colleague.tablet.synced());
    const auto cards = colleague.store().cards();
    QCOMPARE(cards->size(), 1u);
    QCOMPARE(cards->front().event.type, "hazard.assigned");
    QVERIFY(colleague.work().attachAsNote(cards->front().event.id)->saved());
    QVERIFY(colleague.store().cards()->empty());
    QVERIFY(colleague.tablet.synced());
    QVERIFY(colleague.store().cards()->empty());
}

void tst_Notice::signedOnTheSpot_isServedThatDay()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto ids = findings(field, hand, 1);
    const auto draft = drawnUp(hand);
    QVERIFY(draft->sign("inspector", "倪家静", hand.penStroke("倪家静")));
    QVERIFY(draft->sign("school", "姜文峰", hand.penStroke("姜文峰")));
    QVERIFY(draft->issue()->saved());
    QCOMPARE(hand.store().hazard(ids[0])->round().servedOn->iso(), "2025-06-30"); // §10.5
    QCOMPARE(hand.store().notices({})->front().servedOn->iso(), "2025-06-30");
}

void tst_Notice::receipt_startsTheRectificationOfEveryLine()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto ids = findings(field, hand, 2);
    const auto draft = drawnUp(hand);
    QVERIFY(draft->issue()->saved());
    QVERIFY(field.officerTablet->synced());
    Hand principal = field.other(kPrincipal);
    QCOMPARE(principal.store().inbox()->front().kind, store::InboxItem::Kind::SignNotice);
    const auto hash = principal.work().noticeContentHash(draft->id());
    QCOMPARE(hash->hex(), draft->contentHash().hex()); // the same text on both tablets
    const auto signature =
        principal.work().signatureBy("school", principal.penStroke("姜文峰"), *hash);
    const auto outcome = principal.work().signFor(draft->id(), *signature);
    QVERIFY(outcome && outcome->saved());
    QCOMPARE(outcome->events.size(), 3u);
    for (const std::string &id : ids)
        QCOMPARE(principal.store().hazard(id)->state, HazardState::Rectifying);
    QCOMPARE(principal.work().signFor(draft->id(), *signature)->saved(), true); // a noop says nothing new
    QVERIFY(principal.tablet.synced());
    QVERIFY(principal.store().cards()->empty());
    QVERIFY(field.officerTablet->synced());
    QVERIFY(hand.store().notices({})->front().receiptedOn);
    store::NoticeQuery waiting;
    waiting.unreceiptedOnly = true;
    QVERIFY(hand.store().notices(waiting)->empty());
}

void tst_Notice::cancelling_givesTheHazardsBack()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto ids = findings(field, hand, 2);
    const auto draft = drawnUp(hand);
    QVERIFY(draft->issue()->saved());
    const auto cancelled = hand.work().cancelNotice(draft->id(), "填错学校要求");
    QVERIFY(cancelled && cancelled->saved());
    QCOMPARE(cancelled->events.size(), 3u); // the notice and an order each
    QVERIFY(field.officerTablet->synced());
    QVERIFY(hand.store().cards()->empty());
    for (const std::string &id : ids) {
        const auto hazard = hand.store().hazard(id);
        QCOMPARE(hazard->state, HazardState::Registered);
        QVERIFY(!hazard->effectiveDue());
    }
    const auto anew = drawnUp(hand);
    QCOMPARE(anew->notice().issued.lines.size(), 2u);
    QVERIFY(anew->issue()->saved());
    QVERIFY(field.officerTablet->synced());
    QVERIFY(hand.store().cards()->empty());
    QCOMPARE(hand.store().hazard(ids.front())->state, HazardState::Assigned);
}

void tst_Notice::receiptForAnotherText_isRefused()
{
    FieldBench field;
    Hand hand = field.officer();
    findings(field, hand, 1);
    const auto draft = drawnUp(hand);
    QVERIFY(draft->issue()->saved());
    QVERIFY(field.officerTablet->synced());
    Hand principal = field.other(kPrincipal);
    const auto signature =
        principal.work().signatureBy("school", principal.penStroke("姜文峰"), sha256("another text"));
    QCOMPARE(principal.work().signFor(draft->id(), *signature).error().code, ErrorCode::InvalidInput);
    QCOMPARE(principal.store().unsentCount(), 0u);
    QCOMPARE(hand.work().signFor(draft->id(), {{}, "倪家静", "school", signature->image, draft->contentHash(), 0})
                 .error().code, ErrorCode::NotFound); // that stroke is not on the officer's tablet
}

void tst_Notice::paperNumbers_areNeverGivenTwice()
{
    FieldBench field;
    Hand hand = field.officer();
    const auto number = [&] {
        return hand.work().startNotice({kSchool, {}, {}, {}}).value()->notice().issued.temporaryNumber;
    };
    QCOMPARE(number(), "临PAD-01-20250630-01");
    field.officerTablet->reopen();
    QCOMPARE(number(), "临PAD-01-20250630-02");
    field.bench.clock.advance(kDayMillis);
    QCOMPARE(number(), "临PAD-01-20250701-01");
}

QTEST_GUILESS_MAIN(tst_Notice)
#include "tst_Notice.moc"
