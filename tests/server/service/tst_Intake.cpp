// Every branch of a push (sync.md §4), on the real service and a real database.
#include <QTest>
#include <atomic>
#include <memory>
#include <thread>

#include "server/service/County.h"
#include "core/Limits.h"
#include "journal/Chain.h"
#include "service/QuarantineReasons.h"
#include "wire/EventCodec.h"

using namespace campus;
using namespace campus::test;
using journal::VerdictKind;
using Outcome = wire::PushAnswer::Outcome;

class tst_Intake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newEvents_areAcceptedInOrderWithDenseSeqs();
    void registration_getsAnOfficialNumber();
    void notice_getsANumberOfItsOwnSeries();
    void sameBatchAgain_givesTheSameVerdictsAndChangesNothing();
    void knownEventsInANewInstall_areDuplicatesAndAdvanceTheChain();
    void numberAhead_isAGapWithNumberAndChainValue();
    void otherContentUnderAUsedNumber_isForked();
    void otherChainValue_isForked();
    void overlappingBatch_takesWhatIsNew();
    void otherOctetsUnderAKnownId_areSetAsideWithAnAlarm();
    void wrongSignature_changesNothing();
    void anotherDevicesBatch_isForbidden();
    void tooManyEvents_areRefusedWhole();
    void unreadableLine_namesItsPlaceAndChangesNothing();
    void unreadableLineSentRaw_isStoredAndNoLongerBlocks();
    void rawLineTwice_isADuplicate();
    void unknownType_isQuarantined();
    void unknownObject_isQuarantined();
    void lostScope_isQuarantined();
    void revokedDevice_isHeardAndQuarantined();
    void disabledPerson_isHeardAndQuarantined();
    void personWhoNeverSignedInHere_isQuarantined();
    void systemRoleFromATablet_isRejected();
    void anotherRoleThanTheUsers_isRejected();
    void ownRectification_cannotBeReviewed();
    void opposingAct_supersedes();
    void actOnAMergedHazard_goesToTheMainOneAndBothRecordIt();
    void merge_changesBothHazardsUnderOneSeq();
    void fact_isAcceptedInEveryState();
    void expiredSession_stillDelivers();
    void sameBoot_placesAnEventInRealTime();
    void unknownBoot_placesItBetweenHeadAndReceipt();
    void newerProtocol_isRefused();
    void manyTabletsAtOnce_giveOneDenseOrder();
};

void tst_Intake::newEvents_areAcceptedInOrderWithDenseSeqs()
{
    County county;
    Tablet tablet(county, kOfficer);
    const std::uint64_t before = county.head().size;
    std::vector<domain::Event> events;
    for (int i = 0; i < 5; ++i)
        events.push_back(county.acts().registered(county.user(kOfficer), "S1", "隐患"));
    const auto answer = tablet.deliver(events);
    QCOMPARE(answer.verdicts.size(), std::size_t(5));
    for (std::size_t i = 0; i < 5; ++i) {
        QCOMPARE(answer.verdicts[i].event, events[i].id);
        QCOMPARE(answer.verdicts[i].kind, VerdictKind::Accepted);
        QCOMPARE(answer.verdicts[i].seq, before + i + 1);
        QVERIFY(!answer.verdicts[i].duplicate);
    }
    QCOMPARE(answer.head, county.head());
    QVERIFY(county.verify().sound());
}

void tst_Intake::registration_getsAnOfficialNumber()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto first = county.acts().registered(county.user(kOfficer), "S1", "一");
    const auto second = county.acts().registered(county.user(kOfficer), "S1", "二");
    const auto answer = tablet.deliver({first, second});
    QCOMPARE(answer.verdicts[0].officialNumber, std::string("澄安隐〔2025〕1号"));
    QCOMPARE(answer.verdicts[1].officialNumber, std::string("澄安隐〔2025〕2号"));
    QCOMPARE(county.hazard(second.object)->number, std::string("澄安隐〔2025〕2号"));
}

void tst_Intake::notice_getsANumberOfItsOwnSeries()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto officer = county.user(kOfficer);
    const auto found = county.acts().registered(officer, "S1", "隐患");
    domain::Event notice = county.acts().assigned(officer, {found.object, "S1"});
    domain::NoticeIssued issued;
    issued.on = Day::of(county.clock().wall());
    domain::NoticeLine line;
    line.hazard = found.object;
    line.measure = "清除";
    line.responsible = "王五";
    line.due = issued.on + 7;
    issued.lines = {line};
    notice.object = county.ids().next();
    notice.body = issued;
    const auto answer = tablet.deliver({found, notice});
    QCOMPARE(answer.verdicts[1].reason, std::string());
    QCOMPARE(answer.verdicts[1].officialNumber, std::string("澄教安改〔2025〕1号"));
}

void tst_Intake::sameBatchAgain_givesTheSameVerdictsAndChangesNothing()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto officer = county.user(kOfficer);
    const auto request = tablet.batch({county.acts().registered(officer, "S1", "一"),
                                       county.acts().confirmed(officer, {"nothing", "S1"}, "做了")});
    const auto first = tablet.push(request).value();
    const wire::Head head = county.head();
    county.clock().advance(40 * kDayMillis);
    county.restart();
    const auto again = tablet.push(request).value();
    QCOMPARE(county.head(), head);
    QCOMPARE(again.verdicts.size(), first.verdicts.size());
    for (std::size_t i = 0; i < first.verdicts.size(); ++i) {
        QVERIFY(again.verdicts[i].duplicate);
        QCOMPARE(again.verdicts[i].kind, first.verdicts[i].kind);
        QCOMPARE(again.verdicts[i].seq, first.verdicts[i].seq);
        QCOMPARE(again.verdicts[i].reason, first.verdicts[i].reason);
        QCOMPARE(again.verdicts[i].officialNumber, first.verdicts[i].officialNumber);
    }
}

void tst_Intake::knownEventsInANewInstall_areDuplicatesAndAdvanceTheChain()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto officer = county.user(kOfficer);
    const auto known = county.acts().registered(officer, "S1", "一");
    const auto first = tablet.deliverOne(known);
    tablet.startInstall(county.ids().next()); // re-chained: ids and octets kept
    const auto fresh = county.acts().registered(officer, "S1", "二");
    const auto answer = tablet.deliver({known, fresh});
    QVERIFY(answer.verdicts[0].duplicate);
    QCOMPARE(answer.verdicts[0].seq, first.seq);
    QCOMPARE(answer.verdicts[1].kind, VerdictKind::Accepted);
    QCOMPARE(answer.verdicts[1].seq, first.seq + 1);
    tablet.deliver({county.acts().registered(officer, "S1", "三")}); // the chain stands behind both
    const auto report = county.verify();
    QVERIFY2(report.sound(), report.findings.empty() ? "" : report.findings[0].what.c_str());
}

void tst_Intake::numberAhead_isAGapWithNumberAndChainValue()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto officer = county.user(kOfficer);
    tablet.deliver({county.acts().registered(officer, "S1", "一")});
    const std::uint64_t expected = tablet.next;
    const Digest chain = tablet.chain;
    tablet.sent(tablet.batch({county.acts().registered(officer, "S1", "lost")})); // never arrives
    const wire::Head head = county.head();
    const auto answer = tablet.push(tablet.batch({county.acts().registered(officer, "S1", "三")})).value();
    QCOMPARE(answer.outcome, Outcome::Gap);
    QCOMPARE(answer.expectedFirst, expected);
    QCOMPARE(answer.expectedChain, chain);
    QVERIFY(answer.verdicts.empty());
    QCOMPARE(county.head(), head);
}

void tst_Intake::otherContentUnderAUsedNumber_isForked()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto officer = county.user(kOfficer);
    const auto clone = tablet.batch({county.acts().registered(officer, "S1", "clone")});
    tablet.deliver({county.acts().registered(officer, "S1", "original")});
    const wire::Head head = county.head();
    QCOMPARE(tablet.push(clone).value().outcome, Outcome::Forked);
    QCOMPARE(county.head(), head);
}

void tst_Intake::otherChainValue_isForked()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto officer = county.user(kOfficer);
    tablet.deliver({county.acts().registered(officer, "S1", "一")});
    tablet.chain = sha256("another history");
    QCOMPARE(tablet.push(tablet.batch({county.acts().registered(officer, "S1", "二")})).value().outcome,
             Outcome::Forked);
}

void tst_Intake::overlappingBatch_takesWhatIsNew()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto officer = county.user(kOfficer);
    const auto first = county.acts().registered(officer, "S1", "一");
    const auto second = county.acts().registered(officer, "S1", "二");
    const auto both = tablet.batch({first, second});
    QCOMPARE(tablet.push(tablet.batch({first})).value().outcome, Outcome::Taken); // answer lost
    const auto answer = tablet.push(both).value();
    QCOMPARE(answer.outcome, Outcome::Taken);
    QVERIFY(answer.verdicts[0].duplicate);
    QVERIFY(!answer.verdicts[1].duplicate);
    QCOMPARE(answer.verdicts[1].kind, VerdictKind::Accepted);
    QVERIFY(county.verify().sound());
}

void tst_Intake::otherOctetsUnderAKnownId_areSetAsideWithAnAlarm()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto officer = county.user(kOfficer);
    auto event = county.acts().registered(officer, "S1", "一");
    tablet.deliverOne(event);
    const wire::Head head = county.head();
    const std::string hazard = event.object;
    std::get<domain::HazardAct>(event.body).description = "altered";
    const auto verdict = tablet.deliverOne(event);
    QCOMPARE(verdict.kind, VerdictKind::Quarantined);
    QCOMPARE(verdict.reason, std::string(service::quarantine::kIdConflict));
    QCOMPARE(county.head(), head);
    QCOMPARE(county.hazard(hazard)->found.description, std::string("一"));
    QCOMPARE(county.services().health().value().idConflicts, std::uint64_t(1));
    tablet.deliver({county.acts().registered(officer, "S1", "the chain goes on")});
    const auto report = county.verify();
    QVERIFY2(report.sound(), report.findings.empty() ? "" : report.findings[0].what.c_str());
}

void tst_Intake::wrongSignature_changesNothing()
{
    County county;
    Tablet tablet(county, kOfficer);
    auto request = tablet.batch({county.acts().registered(county.user(kOfficer), "S1", "一")});
    request.signature = journal::signBatch(SigningKey::generate(), request.device, request.install, 1, tablet.chain);
    const wire::Head head = county.head();
    QCOMPARE(tablet.push(request).error().code, ErrorCode::BadSignature);
    QCOMPARE(county.head(), head);
}

void tst_Intake::anotherDevicesBatch_isForbidden()
{
    County county;
    Tablet tablet(county, kOfficer);
    Tablet other(county, kOtherOfficer, "PAD-02");
    const auto request = tablet.batch({county.acts().registered(county.user(kOfficer), "S1", "一")});
    QCOMPARE(other.push(request).error().code, ErrorCode::Forbidden);
}

void tst_Intake::tooManyEvents_areRefusedWhole()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto line = lineOf(county.acts().registered(county.user(kOfficer), "S1", "一"));
    const auto request = tablet.batchOf(std::vector<std::string>(limits::kBatchEventsMax + 1, line));
    QCOMPARE(tablet.push(request).error().code, ErrorCode::TooLarge);
}

void tst_Intake::unreadableLine_namesItsPlaceAndChangesNothing()
{
    County county;
    Tablet tablet(county, kOfficer);
    const wire::Head head = county.head();
    const auto good = lineOf(county.acts().registered(county.user(kOfficer), "S1", "一"));
    const auto refused = tablet.push(tablet.batchOf({good, "{\"no\":\"event\"}"}));
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY2(refused.error().detail.find("event 2") != std::string::npos, refused.error().detail.c_str());
    QCOMPARE(county.head(), head);
}

void tst_Intake::unreadableLineSentRaw_isStoredAndNoLongerBlocks()
{
    County county;
    Tablet tablet(county, kOfficer);
    const std::string id = county.ids().next();
    const std::string poison = "{\"id\":\"" + id + "\",\"broken\":";
    const auto verdict =
        county.intake().quarantine(tablet.caller(), {tablet.device(), tablet.install(), poison}).value();
    QCOMPARE(verdict.event, id);
    QCOMPARE(verdict.kind, VerdictKind::Quarantined);
    QCOMPARE(county.log().back().line, poison);
    const auto request = tablet.batchOf({poison, lineOf(county.acts().registered(county.user(kOfficer), "S1", "一"))});
    const auto answer = tablet.push(request).value();
    QCOMPARE(answer.outcome, Outcome::Taken);
    QVERIFY(answer.verdicts[0].duplicate);
    QCOMPARE(answer.verdicts[1].kind, VerdictKind::Accepted);
    const auto report = county.verify();
    QVERIFY2(report.sound(), report.findings.empty() ? "" : report.findings[0].what.c_str());
}

void tst_Intake::rawLineTwice_isADuplicate()
{
    County county;
    Tablet tablet(county, kOfficer);
    const wire::QuarantineRequest request{tablet.device(), tablet.install(), std::string("\0\xff raw", 6)};
    const auto first = county.intake().quarantine(tablet.caller(), request).value();
    const wire::Head head = county.head();
    const auto again = county.intake().quarantine(tablet.caller(), request).value();
    QCOMPARE(again.event, first.event);
    QCOMPARE(again.seq, first.seq);
    QVERIFY(again.duplicate);
    QCOMPARE(county.head(), head);
    QVERIFY(county.verify().sound());
}

void tst_Intake::unknownType_isQuarantined()
{
    County county;
    Tablet tablet(county, kOfficer);
    std::string line = lineOf(county.acts().noted(county.user(kOfficer), {"x", "S1"}, "来自未来"));
    line.replace(line.find("hazard.noted"), 12, "hazard.moved");
    const auto request = tablet.batchOf({line});
    const auto verdict = tablet.push(request).value().verdicts.at(0);
    QCOMPARE(verdict.kind, VerdictKind::Quarantined);
    QCOMPARE(verdict.reason, std::string(service::quarantine::kUnknownType));
    QCOMPARE(county.log().back().line, line);
}

void tst_Intake::unknownObject_isQuarantined()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto verdict = tablet.deliverOne(county.acts().noted(county.user(kOfficer), {"nothing", "S1"}, "?"));
    QCOMPARE(verdict.kind, VerdictKind::Quarantined);
    QCOMPARE(verdict.reason, std::string(nameOf(domain::Refusal::UnknownHazard)));
}

void tst_Intake::lostScope_isQuarantined()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto verdict = tablet.deliverOne(county.acts().registered(county.user(kOfficer), "S3", "外镇"));
    QCOMPARE(verdict.kind, VerdictKind::Quarantined);
    QCOMPARE(verdict.reason, std::string(nameOf(domain::Refusal::OutOfScope)));
}

void tst_Intake::revokedDevice_isHeardAndQuarantined()
{
    County county;
    Tablet tablet(county, kOfficer);
    QVERIFY(county.accounts().revokeDevice(tablet.device()));
    QCOMPARE(county.accounts().authenticate(tablet.token()).error().code, ErrorCode::DeviceRevoked);
    const auto event = county.acts().registered(county.user(kOfficer), "S1", "一");
    const auto verdict = tablet.deliverOne(event);
    QCOMPARE(verdict.kind, VerdictKind::Quarantined);
    QCOMPARE(verdict.reason, std::string(service::quarantine::kDeviceRevoked));
    QVERIFY(!county.hazard(event.object));
}

void tst_Intake::disabledPerson_isHeardAndQuarantined()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto officer = county.user(kOfficer);
    QVERIFY(county.accounts().setActive(kOfficer, false));
    QCOMPARE(county.accounts().authenticate(tablet.token()).error().code, ErrorCode::AccountDisabled);
    const auto verdict = tablet.deliverOne(county.acts().registered(officer, "S1", "一"));
    QCOMPARE(verdict.kind, VerdictKind::Quarantined);
    QCOMPARE(verdict.reason, std::string(service::quarantine::kPersonDisabled));
}

void tst_Intake::personWhoNeverSignedInHere_isQuarantined()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto verdict = tablet.deliverOne(county.acts().registered(county.user(kAdmin), "S1", "一"));
    QCOMPARE(verdict.reason, std::string(service::quarantine::kNotSignedIn));
    tablet.signInAs(kAdmin);
    QCOMPARE(tablet.deliverOne(county.acts().registered(county.user(kAdmin), "S1", "二")).kind, VerdictKind::Accepted);
}

void tst_Intake::systemRoleFromATablet_isRejected()
{
    County county;
    Tablet tablet(county, kOfficer);
    auto event = county.acts().registered(county.user(kOfficer), "S1", "一");
    event.role = domain::Role::System;
    domain::User stronger = county.user(kOfficer);
    stronger.role = domain::Role::BureauAdmin;
    event.object = stronger.id;
    event.body = stronger;
    const auto verdict = tablet.deliverOne(event);
    QCOMPARE(verdict.kind, VerdictKind::Rejected);
    QCOMPARE(county.user(kOfficer).role, domain::Role::SafetyOfficer);
}

void tst_Intake::anotherRoleThanTheUsers_isRejected()
{
    County county;
    Tablet tablet(county, kOfficer);
    auto event = county.acts().registered(county.user(kOfficer), "S1", "一");
    event.role = domain::Role::BureauAdmin;
    const auto verdict = tablet.deliverOne(event);
    QCOMPARE(verdict.kind, VerdictKind::Rejected);
    QCOMPARE(verdict.reason, std::string(nameOf(domain::Refusal::RoleNotAllowed)));
}

void tst_Intake::ownRectification_cannotBeReviewed()
{
    County county;
    Tablet officerPad(county, kOfficer);
    Tablet schoolPad(county, kPrincipal, "PAD-02");
    const auto officer = county.user(kOfficer);
    const auto principal = county.user(kPrincipal);
    const auto found = county.acts().registered(officer, "S1", "一");
    officerPad.deliver({found, county.acts().assigned(officer, {found.object, "S1", 1})});
    const auto seen = [&] { return county.hazard(found.object)->version; };
    const auto confirmed = schoolPad.deliverOne(county.acts().confirmed(principal, {found.object, "S1", seen()}, "清了"));
    QCOMPARE(confirmed.reason, std::string());
    domain::User promoted = principal; // the principal becomes an officer and reviews own work
    promoted.role = domain::Role::SafetyOfficer;
    promoted.townships = {"T1"};
    county.record(promoted);
    const auto own = schoolPad.deliverOne(county.acts().passed(county.user(kPrincipal), {found.object, "S1", seen()}));
    QCOMPARE(own.kind, VerdictKind::Rejected);
    QCOMPARE(own.reason, std::string(nameOf(domain::Refusal::ReviewerSubmitted)));
    const auto passed = officerPad.deliverOne(county.acts().passed(officer, {found.object, "S1", seen()}));
    QCOMPARE(passed.reason, std::string());
    QCOMPARE(county.hazard(found.object)->state, domain::HazardState::Closed);
}

void tst_Intake::opposingAct_supersedes()
{
    County county;
    Tablet pad(county, kOfficer);
    Tablet adminPad(county, kAdmin, "PAD-02");
    Tablet schoolPad(county, kPrincipal, "PAD-03");
    const auto officer = county.user(kOfficer);
    const auto found = county.acts().registered(officer, "S1", "一");
    pad.deliver({found, county.acts().assigned(officer, {found.object, "S1", 1})});
    schoolPad.deliver({county.acts().confirmed(county.user(kPrincipal), {found.object, "S1", county.head().size}, "清了")});
    const std::uint64_t seen = county.head().size;
    const auto returned = county.acts().returned(county.user(kAdmin), {found.object, "S1", seen}, "没清干净");
    const auto passed = county.acts().passed(officer, {found.object, "S1", seen});
    QCOMPARE(adminPad.deliverOne(returned).kind, VerdictKind::Accepted);
    const auto verdict = pad.deliverOne(passed);
    QCOMPARE(verdict.kind, VerdictKind::Rejected);
    QCOMPARE(verdict.reason, std::string(nameOf(domain::Refusal::Superseded)));
    QCOMPARE(verdict.by, std::string(kAdmin));
    QVERIFY(verdict.at > 0);
}

void tst_Intake::merge_changesBothHazardsUnderOneSeq()
{
    County county;
    Tablet pad(county, kAdmin);
    const auto admin = county.user(kAdmin);
    const auto main = county.acts().registered(admin, "S1", "主");
    const auto duplicate = county.acts().registered(admin, "S1", "重复");
    pad.deliver({main, duplicate});
    const auto verdict = pad.deliverOne(county.acts().merged(admin, {duplicate.object, "S1", county.head().size}, main.object));
    QCOMPARE(verdict.reason, std::string());
    QCOMPARE(county.hazard(duplicate.object)->state, domain::HazardState::Merged);
    QCOMPARE(county.hazard(main.object)->version, verdict.seq);
    QCOMPARE(county.hazard(duplicate.object)->version, verdict.seq);
    QVERIFY(county.verify().sound());
}

void tst_Intake::actOnAMergedHazard_goesToTheMainOneAndBothRecordIt()
{
    County county;
    Tablet pad(county, kAdmin);
    Tablet schoolPad(county, kPrincipal, "PAD-02");
    const auto admin = county.user(kAdmin);
    const auto main = county.acts().registered(admin, "S1", "主");
    const auto duplicate = county.acts().registered(admin, "S1", "重复");
    pad.deliver({main, duplicate, county.acts().assigned(admin, {main.object, "S1", 1}),
                 county.acts().assigned(admin, {duplicate.object, "S1", 2})});
    pad.deliver({county.acts().merged(admin, {duplicate.object, "S1", county.head().size}, main.object)});
    const auto confirmed = county.acts().confirmed(county.user(kPrincipal), {duplicate.object, "S1", county.head().size}, "清了");
    const auto verdict = schoolPad.deliverOne(confirmed);
    QCOMPARE(verdict.reason, std::string());
    QCOMPARE(verdict.kind, VerdictKind::Accepted);
    QCOMPARE(county.hazard(main.object)->state, domain::HazardState::Submitted);
    QCOMPARE(county.hazard(duplicate.object)->state, domain::HazardState::Merged);
    QCOMPARE(county.hazard(duplicate.object)->timeline.back().event, confirmed.id);
    QCOMPARE(county.hazard(main.object)->timeline.back().event, confirmed.id);
    QVERIFY(county.verify().sound());
}

void tst_Intake::fact_isAcceptedInEveryState()
{
    County county;
    Tablet pad(county, kAdmin);
    const auto admin = county.user(kAdmin);
    const auto found = county.acts().registered(admin, "S1", "一");
    pad.deliverOne(found);
    domain::Event voided = county.acts().noted(admin, {found.object, "S1", county.head().size}, "");
    domain::HazardAct act;
    act.kind = domain::HazardActKind::Void;
    act.reason = "误报";
    voided.body = act;
    QCOMPARE(pad.deliverOne(voided).reason, std::string());
    QCOMPARE(pad.deliverOne(county.acts().noted(admin, {found.object, "S1", 0}, "补记")).kind, VerdictKind::Accepted);
}

void tst_Intake::expiredSession_stillDelivers()
{
    County county;
    Tablet tablet(county, kOfficer);
    county.clock().advance(90 * kDayMillis);
    QCOMPARE(county.accounts().authenticate(tablet.token()).error().code, ErrorCode::Unauthenticated);
    QCOMPARE(tablet.deliverOne(county.acts().registered(county.user(kOfficer), "S1", "一")).kind, VerdictKind::Accepted);
}

void tst_Intake::sameBoot_placesAnEventInRealTime()
{
    County county;
    Tablet tablet(county, kOfficer);
    auto event = county.acts().registered(county.user(kOfficer), "S1", "一");
    const Millis madeAt = county.clock().wall();
    event.wall = madeAt + 400 * kDayMillis; // the wall clock lies
    event.head = 1;
    county.clock().advance(3 * 3'600'000);
    tablet.deliver({event});
    const auto record = county.log().back();
    QCOMPARE(record.latest, madeAt);
    QCOMPARE(record.earliest, madeAt - 60'000);
    QCOMPARE(record.claimed, madeAt + 400 * kDayMillis);
}

void tst_Intake::unknownBoot_placesItBetweenHeadAndReceipt()
{
    County county;
    Tablet tablet(county, kOfficer);
    auto event = county.acts().registered(county.user(kOfficer), "S1", "一");
    event.boot = "a boot nobody sampled";
    event.head = county.head().size;
    const Millis headAt = county.log().back().receivedAt;
    county.clock().advance(2 * kDayMillis);
    tablet.deliver({event});
    const auto record = county.log().back();
    QCOMPARE(record.earliest, headAt);
    QCOMPARE(record.latest, county.clock().wall());
}

void tst_Intake::newerProtocol_isRefused()
{
    County county;
    Tablet tablet(county, kOfficer);
    auto request = tablet.batch({county.acts().registered(county.user(kOfficer), "S1", "一")});
    request.protocol = wire::kProtocol + 1;
    QCOMPARE(tablet.push(request).error().code, ErrorCode::UnsupportedVersion);
}

void tst_Intake::manyTabletsAtOnce_giveOneDenseOrder()
{
    County county;
    constexpr int kTablets = 8;
    constexpr int kBatches = 6;
    std::vector<std::unique_ptr<Tablet>> tablets;
    std::vector<std::vector<wire::PushRequest>> requests(kTablets);
    for (int t = 0; t < kTablets; ++t) {
        tablets.push_back(std::make_unique<Tablet>(county, kOfficer, "PAD-" + std::to_string(t)));
        for (int b = 0; b < kBatches; ++b) {
            requests[t].push_back(tablets[t]->batch({county.acts().registered(county.user(kOfficer), "S1", "一"),
                                                     county.acts().registered(county.user(kOfficer), "S2", "二")}));
            tablets[t]->sent(requests[t].back());
        }
    }
    const std::uint64_t before = county.head().size;
    std::vector<service::Caller> callers;
    for (auto &tablet : tablets)
        callers.push_back(tablet->caller());
    std::vector<std::thread> threads;
    std::atomic<int> taken{0};
    for (int t = 0; t < kTablets; ++t) {
        threads.emplace_back([&, t] {
            for (const auto &request : requests[t]) {
                const auto answer = county.intake().push(callers[t], request);
                if (answer && answer->outcome == Outcome::Taken)
                    ++taken;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(taken.load(), kTablets * kBatches);
    const auto log = county.log();
    QCOMPARE(log.size(), std::size_t(before + kTablets * kBatches * 2));
    for (std::size_t i = 0; i < log.size(); ++i)
        QCOMPARE(log[i].seq, std::uint64_t(i + 1));
    QVERIFY(county.verify().sound());
}

QTEST_GUILESS_MAIN(tst_Intake)
#include "tst_Intake.moc"
