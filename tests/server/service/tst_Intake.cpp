// A push's way through chain, signature and commit (sync.md §4), on the real service and a real
// database.
#include <QTest>
#include <atomic>
#include <memory>
#include <thread>

#include "core/Limits.h"
#include "journal/Chain.h"
#include "server/service/County.h"
#include "service/QuarantineReasons.h"

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
    void conflict_isToldInAPageEachTimeItComes();
    void conflictInTwoChains_staysSound();
    void conflictBehindTheChain_doesNotHideARepeat();
    void wrongSignature_changesNothing();
    void anotherDevicesBatch_isForbidden();
    void tooManyEvents_areRefusedWhole();
    void unreadableLine_namesItsPlaceAndChangesNothing();
    void unreadableLineSentRaw_isStoredAndNoLongerBlocks();
    void rawLineTwice_isADuplicate();
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
    const auto request =
        tablet.batch({county.acts().registered(officer, "S1", "一"),
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
    const auto answer =
        tablet.push(tablet.batch({county.acts().registered(officer, "S1", "三")})).value();
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
    QCOMPARE(
        tablet.push(tablet.batch({county.acts().registered(officer, "S1", "二")})).value().outcome,
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

namespace {

// An accepted event, and the same id with other octets.
struct Conflict {
    domain::Event first, second;
    Conflict(County &county, Tablet &tablet)
        : first(county.acts().registered(county.user(kOfficer), "S1", "一")),
          second(first)
    {
        tablet.deliverOne(first);
        std::get<domain::HazardAct>(second.body).description = "altered";
    }
};

const wire::FeedRow *conflictIn(const std::vector<wire::FeedRow> &rows, const std::string &event)
{
    for (const wire::FeedRow &row : rows) {
        if (row.kind == wire::FeedRow::Kind::Verdict && row.verdict.event == event &&
            row.verdict.reason == service::quarantine::kIdConflict)
            return &row;
    }
    return nullptr;
}

} // namespace

void tst_Intake::conflict_isToldInAPageEachTimeItComes()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Conflict conflict(county, tablet);
    tablet.pullAll();
    const auto request = tablet.batch({conflict.second});
    QCOMPARE(tablet.push(request).value().verdicts[0].reason,
             std::string(service::quarantine::kIdConflict));
    tablet.sent(request);
    const auto rows = tablet.pullAll();
    const wire::FeedRow *row = conflictIn(rows, conflict.second.id);
    QVERIFY(row != nullptr);
    QCOMPARE(row->install, tablet.install());
    QCOMPARE(row->number, std::uint64_t(2));
    tablet.deliver({county.acts().registered(county.user(kOfficer), "S1", "二")});
    QVERIFY(conflictIn(tablet.pullAll(), conflict.second.id) != nullptr); // the cursor was there
    QVERIFY(conflictIn(tablet.pullAll(), conflict.second.id) == nullptr);
    QVERIFY(tablet.push(request).value().verdicts[0].duplicate); // its answer was lost
    QVERIFY(conflictIn(tablet.pullAll(), conflict.second.id) != nullptr);
    Tablet other(county, kOtherOfficer, "PAD-02");
    QVERIFY(conflictIn(other.pullAll(), conflict.second.id) == nullptr);
}

void tst_Intake::conflictInTwoChains_staysSound()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Conflict conflict(county, tablet);
    tablet.deliverOne(conflict.second);
    tablet.startInstall(county.ids().next()); // chained anew after a fork
    tablet.deliverOne(conflict.second);
    tablet.deliver({county.acts().registered(county.user(kOfficer), "S1", "二")});
    QCOMPARE(county.services().health().value().idConflicts, std::uint64_t(1));
    const auto report = county.verify();
    QVERIFY2(report.sound(), report.findings.empty() ? "" : report.findings[0].what.c_str());
}

void tst_Intake::conflictBehindTheChain_doesNotHideARepeat()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Conflict conflict(county, tablet);
    tablet.startInstall(county.ids().next());
    const auto start = tablet.batch({conflict.second}); // number 1 of this chain …
    tablet.deliver({conflict.first});                   // … which the known event took
    QCOMPARE(tablet.push(start).value().verdicts[0].reason,
             std::string(service::quarantine::kIdConflict));
    const auto report = county.verify();
    QVERIFY2(report.sound(), report.findings.empty() ? "" : report.findings[0].what.c_str());
}

void tst_Intake::wrongSignature_changesNothing()
{
    County county;
    Tablet tablet(county, kOfficer);
    auto request = tablet.batch({county.acts().registered(county.user(kOfficer), "S1", "一")});
    request.signature = journal::signBatch(SigningKey::generate(), request.device, request.install,
                                           1, tablet.chain);
    const wire::Head head = county.head();
    QCOMPARE(tablet.push(request).error().code, ErrorCode::BadSignature);
    QCOMPARE(county.head(), head);
}

void tst_Intake::anotherDevicesBatch_isForbidden()
{
    County county;
    Tablet tablet(county, kOfficer);
    Tablet other(county, kOtherOfficer, "PAD-02");
    const auto request =
        tablet.batch({county.acts().registered(county.user(kOfficer), "S1", "一")});
    QCOMPARE(other.push(request).error().code, ErrorCode::Forbidden);
}

void tst_Intake::tooManyEvents_areRefusedWhole()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto line = lineOf(county.acts().registered(county.user(kOfficer), "S1", "一"));
    const auto request =
        tablet.batchOf(std::vector<std::string>(limits::kBatchEventsMax + 1, line));
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
    QVERIFY2(refused.error().detail.find("event 2") != std::string::npos,
             refused.error().detail.c_str());
    QCOMPARE(county.head(), head);
}

void tst_Intake::unreadableLineSentRaw_isStoredAndNoLongerBlocks()
{
    County county;
    Tablet tablet(county, kOfficer);
    const std::string id = county.ids().next();
    const std::string poison = "{\"id\":\"" + id + "\",\"broken\":";
    const auto verdict =
        county.intake()
            .quarantine(tablet.caller(), {tablet.device(), tablet.install(), poison})
            .value();
    QCOMPARE(verdict.event, id);
    QCOMPARE(verdict.kind, VerdictKind::Quarantined);
    QCOMPARE(county.log().back().line, poison);
    const auto request = tablet.batchOf(
        {poison, lineOf(county.acts().registered(county.user(kOfficer), "S1", "一"))});
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
    const wire::QuarantineRequest request{tablet.device(), tablet.install(),
                                          std::string("\0\xff raw", 6)};
    const auto first = county.intake().quarantine(tablet.caller(), request).value();
    const wire::Head head = county.head();
    const auto again = county.intake().quarantine(tablet.caller(), request).value();
    QCOMPARE(again.event, first.event);
    QCOMPARE(again.seq, first.seq);
    QVERIFY(again.duplicate);
    QCOMPARE(county.head(), head);
    QVERIFY(county.verify().sound());
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
            requests[t].push_back(
                tablets[t]->batch({county.acts().registered(county.user(kOfficer), "S1", "一"),
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
