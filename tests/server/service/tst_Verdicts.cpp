// What a push makes of each event (sync.md §4): quarantine, refusals, merges, time; on the real
// service and a real database.
#include <QTest>

#include "server/service/County.h"
#include "service/QuarantineReasons.h"

using namespace campus;
using namespace campus::test;
using journal::VerdictKind;

class tst_Verdicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

void tst_Verdicts::unknownType_isQuarantined()
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

void tst_Verdicts::unknownObject_isQuarantined()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto verdict =
        tablet.deliverOne(county.acts().noted(county.user(kOfficer), {"nothing", "S1"}, "?"));
    QCOMPARE(verdict.kind, VerdictKind::Quarantined);
    QCOMPARE(verdict.reason, std::string(nameOf(domain::Refusal::UnknownHazard)));
}

void tst_Verdicts::lostScope_isQuarantined()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto verdict =
        tablet.deliverOne(county.acts().registered(county.user(kOfficer), "S3", "外镇"));
    QCOMPARE(verdict.kind, VerdictKind::Quarantined);
    QCOMPARE(verdict.reason, std::string(nameOf(domain::Refusal::OutOfScope)));
}

void tst_Verdicts::revokedDevice_isHeardAndQuarantined()
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

void tst_Verdicts::disabledPerson_isHeardAndQuarantined()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto officer = county.user(kOfficer);
    QVERIFY(county.accounts().setActive(kOfficer, false));
    QCOMPARE(county.accounts().authenticate(tablet.token()).error().code,
             ErrorCode::AccountDisabled);
    const auto verdict = tablet.deliverOne(county.acts().registered(officer, "S1", "一"));
    QCOMPARE(verdict.kind, VerdictKind::Quarantined);
    QCOMPARE(verdict.reason, std::string(service::quarantine::kPersonDisabled));
}

void tst_Verdicts::personWhoNeverSignedInHere_isQuarantined()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto verdict =
        tablet.deliverOne(county.acts().registered(county.user(kAdmin), "S1", "一"));
    QCOMPARE(verdict.reason, std::string(service::quarantine::kNotSignedIn));
    tablet.signInAs(kAdmin);
    QCOMPARE(tablet.deliverOne(county.acts().registered(county.user(kAdmin), "S1", "二")).kind,
             VerdictKind::Accepted);
}

void tst_Verdicts::systemRoleFromATablet_isRejected()
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

void tst_Verdicts::anotherRoleThanTheUsers_isRejected()
{
    County county;
    Tablet tablet(county, kOfficer);
    auto event = county.acts().registered(county.user(kOfficer), "S1", "一");
    event.role = domain::Role::BureauAdmin;
    const auto verdict = tablet.deliverOne(event);
    QCOMPARE(verdict.kind, VerdictKind::Rejected);
    QCOMPARE(verdict.reason, std::string(nameOf(domain::Refusal::RoleNotAllowed)));
}

void tst_Verdicts::ownRectification_cannotBeReviewed()
{
    County county;
    Tablet officerPad(county, kOfficer);
    Tablet schoolPad(county, kPrincipal, "PAD-02");
    const auto officer = county.user(kOfficer);
    const auto principal = county.user(kPrincipal);
    const auto found = county.acts().registered(officer, "S1", "一");
    officerPad.deliver({found, county.acts().assigned(officer, {found.object, "S1", 1})});
    const auto seen = [&] { return county.hazard(found.object)->version; };
    const auto confirmed = schoolPad.deliverOne(
        county.acts().confirmed(principal, {found.object, "S1", seen()}, "清了"));
    QCOMPARE(confirmed.reason, std::string());
    domain::User promoted = principal; // the principal becomes an officer and reviews own work
    promoted.role = domain::Role::SafetyOfficer;
    promoted.townships = {"T1"};
    county.record(promoted);
    const auto own = schoolPad.deliverOne(
        county.acts().passed(county.user(kPrincipal), {found.object, "S1", seen()}));
    QCOMPARE(own.kind, VerdictKind::Rejected);
    QCOMPARE(own.reason, std::string(nameOf(domain::Refusal::ReviewerSubmitted)));
    const auto passed =
        officerPad.deliverOne(county.acts().passed(officer, {found.object, "S1", seen()}));
    QCOMPARE(passed.reason, std::string());
    QCOMPARE(county.hazard(found.object)->state, domain::HazardState::Closed);
}

void tst_Verdicts::opposingAct_supersedes()
{
    County county;
    Tablet pad(county, kOfficer);
    Tablet adminPad(county, kAdmin, "PAD-02");
    Tablet schoolPad(county, kPrincipal, "PAD-03");
    const auto officer = county.user(kOfficer);
    const auto found = county.acts().registered(officer, "S1", "一");
    pad.deliver({found, county.acts().assigned(officer, {found.object, "S1", 1})});
    schoolPad.deliver({county.acts().confirmed(county.user(kPrincipal),
                                               {found.object, "S1", county.head().size}, "清了")});
    const std::uint64_t seen = county.head().size;
    const auto returned =
        county.acts().returned(county.user(kAdmin), {found.object, "S1", seen}, "没清干净");
    const auto passed = county.acts().passed(officer, {found.object, "S1", seen});
    QCOMPARE(adminPad.deliverOne(returned).kind, VerdictKind::Accepted);
    const auto verdict = pad.deliverOne(passed);
    QCOMPARE(verdict.kind, VerdictKind::Rejected);
    QCOMPARE(verdict.reason, std::string(nameOf(domain::Refusal::Superseded)));
    QCOMPARE(verdict.by, std::string(kAdmin));
    QVERIFY(verdict.at > 0);
}

void tst_Verdicts::actOnAMergedHazard_goesToTheMainOneAndBothRecordIt()
{
    County county;
    Tablet pad(county, kAdmin);
    Tablet schoolPad(county, kPrincipal, "PAD-02");
    const auto admin = county.user(kAdmin);
    const auto main = county.acts().registered(admin, "S1", "主");
    const auto duplicate = county.acts().registered(admin, "S1", "重复");
    pad.deliver({main, duplicate, county.acts().assigned(admin, {main.object, "S1", 1}),
                 county.acts().assigned(admin, {duplicate.object, "S1", 2})});
    pad.deliver(
        {county.acts().merged(admin, {duplicate.object, "S1", county.head().size}, main.object)});
    const auto confirmed = county.acts().confirmed(
        county.user(kPrincipal), {duplicate.object, "S1", county.head().size}, "清了");
    const auto verdict = schoolPad.deliverOne(confirmed);
    QCOMPARE(verdict.reason, std::string());
    QCOMPARE(verdict.kind, VerdictKind::Accepted);
    QCOMPARE(county.hazard(main.object)->state, domain::HazardState::Submitted);
    QCOMPARE(county.hazard(duplicate.object)->state, domain::HazardState::Merged);
    QCOMPARE(county.hazard(duplicate.object)->timeline.back().event, confirmed.id);
    QCOMPARE(county.hazard(main.object)->timeline.back().event, confirmed.id);
    QVERIFY(county.verify().sound());
}

void tst_Verdicts::merge_changesBothHazardsUnderOneSeq()
{
    County county;
    Tablet pad(county, kAdmin);
    const auto admin = county.user(kAdmin);
    const auto main = county.acts().registered(admin, "S1", "主");
    const auto duplicate = county.acts().registered(admin, "S1", "重复");
    pad.deliver({main, duplicate});
    const auto verdict = pad.deliverOne(
        county.acts().merged(admin, {duplicate.object, "S1", county.head().size}, main.object));
    QCOMPARE(verdict.reason, std::string());
    QCOMPARE(county.hazard(duplicate.object)->state, domain::HazardState::Merged);
    QCOMPARE(county.hazard(main.object)->version, verdict.seq);
    QCOMPARE(county.hazard(duplicate.object)->version, verdict.seq);
    QVERIFY(county.verify().sound());
}

void tst_Verdicts::fact_isAcceptedInEveryState()
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
    QCOMPARE(pad.deliverOne(county.acts().noted(admin, {found.object, "S1", 0}, "补记")).kind,
             VerdictKind::Accepted);
}

void tst_Verdicts::expiredSession_stillDelivers()
{
    County county;
    Tablet tablet(county, kOfficer);
    county.clock().advance(90 * kDayMillis);
    QCOMPARE(county.accounts().authenticate(tablet.token()).error().code,
             ErrorCode::Unauthenticated);
    QCOMPARE(tablet.deliverOne(county.acts().registered(county.user(kOfficer), "S1", "一")).kind,
             VerdictKind::Accepted);
}

void tst_Verdicts::sameBoot_placesAnEventInRealTime()
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

void tst_Verdicts::unknownBoot_placesItBetweenHeadAndReceipt()
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

QTEST_GUILESS_MAIN(tst_Verdicts)
#include "tst_Verdicts.moc"
