// What tablets take (sync.md §5): cursors, pages, scope, removals, verdicts, bootstrap.
#include <QTest>
#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <thread>

#include "server/service/County.h"
#include "wire/DocCodec.h"

using namespace campus;
using namespace campus::test;
using Outcome = wire::PullAnswer::Outcome;

class tst_Feed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newTablet_isSentToBootstrap();
    void bootstrap_holdsAllDocsInScopeAndNoOthers();
    void pageAfterAPush_holdsDocAndVerdict();
    void verdictOfAnEventOutOfScope_isToldToItsDevice();
    void otherDevicesVerdicts_areNotTold();
    void nothingNew_isAnEmptyPageAtTheSameCursor();
    void unknownCursor_isDivergedWithoutRows();
    void unknownHighest_isDivergedWithoutRows();
    void heads_areAnsweredByTheNewestKnown();
    void smallPages_endOnWholeCommitsAndMissNothing();
    void changedScope_asksForABootstrap();
    void schoolThatChangedTownship_asksBothSidesForABootstrap();
    void assetMovedToAnotherSchool_isRemovedFromTheOldOne();
    void restrictedHazard_isSeenByBureauAndSchoolOnly();
    void colleagues_areNamesAndRoles();
    void answersToRestrictedItems_areTheBureausAndTheSchools();
    void fetch_givesDocsInScopeAndRemovesOthers();
    void eventKnownFromAnEarlierDevice_isToldToTheNewOne();
    void bootstrap_tellsOwnVerdictsUpToItsHead();
    void bootstrapWhileOthersWrite_andThenPull_missNothing();
    void bootstrapPartsOfAnotherScope_areRefused();
    void successorOfAMergedSchool_seesWhatItTookOver();
    void disabledPerson_getsNothing();
};

namespace {

domain::SchoolChange change(const std::string &school, const std::string &field,
                            const std::string &before, const std::string &after)
{
    domain::SchoolChange change;
    change.school = school;
    change.on = *Day::parse("2025-06-01");
    change.field = field;
    change.before = before;
    change.after = after;
    return change;
}

} // namespace

void tst_Feed::newTablet_isSentToBootstrap()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto page = tablet.pullOnce();
    QCOMPARE(page.outcome, Outcome::Bootstrap);
    QVERIFY(page.rows.empty());
}

void tst_Feed::bootstrap_holdsAllDocsInScopeAndNoOthers()
{
    County county;
    Tablet officer(county, kOfficer);
    Tablet other(county, kOtherOfficer, "PAD-02");
    const auto mine = county.acts().registered(county.user(kOfficer), "S1", "一");
    const auto theirs = county.acts().registered(county.user(kOtherOfficer), "S3", "二");
    officer.deliver({mine});
    other.deliver({theirs});
    const auto rows = officer.bootstrap();
    for (const char *object : {"E1", "T1", "T2", "S1", "S2", "B1"})
        QVERIFY2(hasDoc(rows, object), object);
    QVERIFY(hasDoc(rows, mine.object));
    QVERIFY(!hasDoc(rows, "S3"));
    QVERIFY(!hasDoc(rows, theirs.object));
}

void tst_Feed::pageAfterAPush_holdsDocAndVerdict()
{
    County county;
    Tablet tablet(county, kOfficer);
    tablet.pullAll();
    const auto event = county.acts().registered(county.user(kOfficer), "S1", "一");
    const auto verdict = tablet.deliverOne(event);
    const auto rows = tablet.pullAll();
    QVERIFY(hasDoc(rows, event.object));
    QVERIFY(hasVerdict(rows, event.id));
    const auto row = std::find_if(rows.begin(), rows.end(), [](const wire::FeedRow &r) {
        return r.kind == wire::FeedRow::Kind::Verdict;
    });
    QCOMPARE(row->seq, verdict.seq);
    QCOMPARE(row->install, tablet.install());
    QCOMPARE(row->number, std::uint64_t(1));
    QCOMPARE(row->verdict.officialNumber, verdict.officialNumber);
    QCOMPARE(tablet.cursor, county.head());
}

void tst_Feed::verdictOfAnEventOutOfScope_isToldToItsDevice()
{
    County county;
    Tablet tablet(county, kOfficer);
    tablet.pullAll();
    const auto event = county.acts().registered(county.user(kOfficer), "S3", "外镇");
    tablet.deliver({event});
    const auto rows = tablet.pullAll();
    QVERIFY(hasVerdict(rows, event.id));
    QVERIFY(!hasDoc(rows, event.object));
}

void tst_Feed::otherDevicesVerdicts_areNotTold()
{
    County county;
    Tablet tablet(county, kOfficer);
    Tablet colleague(county, kOfficer, "PAD-02");
    tablet.pullAll();
    const auto event = county.acts().registered(county.user(kOfficer), "S1", "一");
    colleague.deliver({event});
    const auto rows = tablet.pullAll();
    QVERIFY(hasDoc(rows, event.object));
    QVERIFY(!hasVerdict(rows, event.id));
}

void tst_Feed::nothingNew_isAnEmptyPageAtTheSameCursor()
{
    County county;
    Tablet tablet(county, kOfficer);
    tablet.pullAll();
    const auto page = tablet.pullOnce();
    QCOMPARE(page.outcome, Outcome::Page);
    QVERIFY(page.rows.empty());
    QVERIFY(!page.more);
    QCOMPARE(page.cursor, tablet.cursor);
}

void tst_Feed::unknownCursor_isDivergedWithoutRows()
{
    County county;
    Tablet tablet(county, kOfficer);
    tablet.pullAll();
    tablet.deliver({county.acts().registered(county.user(kOfficer), "S1", "一")});
    tablet.cursor.chain = sha256("another history");
    const auto page = tablet.pullOnce();
    QCOMPARE(page.outcome, Outcome::Diverged);
    QVERIFY(page.rows.empty());
}

void tst_Feed::unknownHighest_isDivergedWithoutRows()
{
    County county;
    Tablet tablet(county, kOfficer);
    tablet.pullAll();
    tablet.highest.size += 1; // a head of a history this server has lost
    const auto page = tablet.pullOnce();
    QCOMPARE(page.outcome, Outcome::Diverged);
    QVERIFY(page.rows.empty());
}

void tst_Feed::heads_areAnsweredByTheNewestKnown()
{
    County county;
    Tablet tablet(county, kOfficer);
    tablet.pullAll();
    const wire::Head older = tablet.cursor;
    tablet.deliver({county.acts().registered(county.user(kOfficer), "S1", "一")});
    wire::Head lost = county.head();
    lost.chain = sha256("lost");
    const wire::Head beyond{county.head().size + 5, sha256("beyond")};
    const auto answer = county.feed().heads({{beyond, lost, older, {}}}).value();
    QCOMPARE(answer.common, older);
    QCOMPARE(county.feed().heads({{lost}}).value().common, wire::Head{});
}

void tst_Feed::smallPages_endOnWholeCommitsAndMissNothing()
{
    County county;
    Tablet tablet(county, kOfficer);
    tablet.pullAll();
    std::vector<std::string> objects, events;
    std::vector<std::uint64_t> ends;
    for (int batch = 0; batch < 7; ++batch) {
        std::vector<domain::Event> made;
        for (int i = 0; i <= batch; ++i)
            made.push_back(county.acts().registered(county.user(kOfficer), "S1", "一"));
        for (const auto &event : made) {
            objects.push_back(event.object);
            events.push_back(event.id);
        }
        ends.push_back(tablet.deliver(made).head.size);
    }
    std::set<std::string> seenObjects, seenEvents;
    for (;;) {
        const auto page = tablet.pullOnce(3);
        QVERIFY2(std::find(ends.begin(), ends.end(), page.cursor.size) != ends.end(),
                 std::to_string(page.cursor.size).c_str());
        for (const auto &row : page.rows) {
            if (row.kind == wire::FeedRow::Kind::Doc)
                seenObjects.insert(row.object);
            else
                seenEvents.insert(row.verdict.event);
            QVERIFY(row.seq <= page.cursor.size && row.seq > tablet.cursor.size);
        }
        tablet.cursor = page.cursor;
        tablet.highest = page.head;
        if (!page.more)
            break;
    }
    QCOMPARE(seenObjects, std::set<std::string>(objects.begin(), objects.end()));
    QCOMPARE(seenEvents, std::set<std::string>(events.begin(), events.end()));
}

void tst_Feed::changedScope_asksForABootstrap()
{
    County county;
    Tablet tablet(county, kOfficer);
    tablet.pullAll();
    domain::User officer = county.user(kOfficer);
    officer.townships = {"T1", "T2"};
    county.record(officer);
    QCOMPARE(tablet.pullOnce().outcome, Outcome::Bootstrap);
    QVERIFY(hasDoc(tablet.bootstrap(), "S3"));
    QCOMPARE(tablet.pullOnce().outcome, Outcome::Page);
}

void tst_Feed::schoolThatChangedTownship_asksBothSidesForABootstrap()
{
    County county;
    Tablet before(county, kOfficer);
    Tablet after(county, kOtherOfficer, "PAD-02");
    Tablet bureau(county, kAdmin, "PAD-03");
    before.pullAll();
    after.pullAll();
    bureau.pullAll();
    county.record(change("S2", "township_id", "T1", "T2"));
    QCOMPARE(before.pullOnce().outcome, Outcome::Bootstrap);
    QCOMPARE(after.pullOnce().outcome, Outcome::Bootstrap);
    QCOMPARE(bureau.pullOnce().outcome, Outcome::Page);
    QVERIFY(!hasDoc(before.bootstrap(), "S2"));
    QVERIFY(hasDoc(after.bootstrap(), "S2"));
}

void tst_Feed::assetMovedToAnotherSchool_isRemovedFromTheOldOne()
{
    County county;
    Tablet before(county, kOfficer);
    Tablet after(county, kOtherOfficer, "PAD-02");
    QVERIFY(hasDoc(before.pullAll(), "B1"));
    QVERIFY(!hasDoc(after.pullAll(), "B1"));
    domain::Asset bus = std::get<domain::Asset>(*county.doc(domain::ObjectKind::Asset, "B1"));
    bus.school = "S3";
    county.record(bus);
    const auto gone = before.pullAll();
    QVERIFY(hasRemove(gone, "B1"));
    QVERIFY(!hasDoc(gone, "B1"));
    const auto come = after.pullAll();
    QVERIFY(hasDoc(come, "B1"));
    QVERIFY(!hasRemove(come, "B1"));
}

void tst_Feed::restrictedHazard_isSeenByBureauAndSchoolOnly()
{
    County county;
    Tablet officer(county, kOfficer);
    Tablet bureau(county, kAdmin, "PAD-02");
    Tablet school(county, kPrincipal, "PAD-03");
    officer.pullAll();
    bureau.pullAll();
    school.pullAll();
    auto event = county.acts().registered(county.user(kAdmin), "S1", "欺凌");
    auto act = std::get<domain::HazardAct>(event.body);
    act.category = "BULLY.X";
    event.body = act;
    QCOMPARE(bureau.deliverOne(event).reason, std::string());
    QVERIFY(hasDoc(bureau.pullAll(), event.object));
    QVERIFY(hasDoc(school.pullAll(), event.object));
    QVERIFY(!hasDoc(officer.pullAll(), event.object));
    QVERIFY(!hasDoc(officer.bootstrap(), event.object));
}

void tst_Feed::colleagues_areNamesAndRoles()
{
    County county;
    const auto peopleAt = [&](const char *user, const char *pad) {
        Tablet tablet(county, user, pad);
        std::map<std::string, domain::User> people;
        for (const wire::FeedRow &row : tablet.bootstrap()) {
            if (row.objectKind == domain::ObjectKind::User)
                people[row.object] =
                    std::get<domain::User>(wire::decodeDoc(row.objectKind, row.doc).value());
        }
        return people;
    };
    const auto officer = peopleAt(kOfficer, "PAD-01");
    QVERIFY(officer.size() > 2);
    for (const auto &[id, user] : officer) {
        QVERIFY(!user.name.empty());
        QCOMPARE(user.role, county.user(id).role);
        QCOMPARE(user.townships.empty(), id != kOfficer);
        QVERIFY(user.school.empty() && user.assigned.empty());
    }
    const auto admin = peopleAt(kAdmin, "PAD-02");
    QCOMPARE(admin.at(kOfficer).townships, county.user(kOfficer).townships);
    QCOMPARE(admin.at(kPrincipal).school, std::string("S1"));
}

void tst_Feed::answersToRestrictedItems_areTheBureausAndTheSchools()
{
    County county;
    domain::Checklist checklist;
    checklist.kind = "care";
    checklist.version = "1";
    checklist.status = "published";
    checklist.title = {"关爱", "Care"};
    checklist.category = "FIRE";
    checklist.sections = {{"A", {"甲", "A"}}};
    for (const char *id : {"open", "hidden"}) {
        domain::ChecklistItem item;
        item.id = id;
        item.no = id;
        item.section = "A";
        item.category = "FIRE";
        item.text = {"一", "one"};
        item.restricted = std::string(id) == "hidden";
        checklist.items.push_back(item);
    }
    county.record(checklist);
    Tablet officer(county, kOfficer);
    const domain::User person = county.user(kOfficer);
    domain::Answer open, hidden;
    open.item = "open";
    hidden.item = "hidden";
    open.passed = hidden.passed = false;
    hidden.note = "不宜外传";
    auto event = county.acts().registered(person, "S1", "一");
    event.kind = domain::ObjectKind::Inspection;
    event.type = "inspection.answers";
    event.body = domain::InspectionAnswers{"care@1", "", {open, hidden}};
    event.blobs.clear();
    QCOMPARE(officer.deliverOne(event).reason, std::string());
    const auto answersAt = [&](const std::vector<wire::FeedRow> &rows) {
        for (const wire::FeedRow &row : rows) {
            if (row.object == event.object && row.kind == wire::FeedRow::Kind::Doc)
                return std::get<domain::Inspection>(wire::decodeDoc(row.objectKind, row.doc).value())
                    .answers.size();
        }
        return std::size_t{99};
    };
    QCOMPARE(answersAt(officer.bootstrap()), std::size_t{1});
    QCOMPARE(answersAt(Tablet(county, kAdmin, "PAD-02").bootstrap()), std::size_t{2});
    QCOMPARE(answersAt(Tablet(county, kPrincipal, "PAD-03").bootstrap()), std::size_t{2});
}

void tst_Feed::fetch_givesDocsInScopeAndRemovesOthers()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto event = county.acts().registered(county.user(kOfficer), "S1", "一");
    tablet.deliver({event});
    const auto answer = county.feed()
                            .fetch(tablet.caller(), {{{domain::ObjectKind::Hazard, event.object},
                                                      {domain::ObjectKind::School, "S3"},
                                                      {domain::ObjectKind::Hazard, "nothing"}}})
                            .value();
    QCOMPARE(answer.rows.size(), std::size_t(3));
    QVERIFY(hasDoc(answer.rows, event.object));
    QVERIFY(hasRemove(answer.rows, "S3"));
    QVERIFY(hasRemove(answer.rows, "nothing"));
    QCOMPARE(answer.head, county.head());
}

void tst_Feed::eventKnownFromAnEarlierDevice_isToldToTheNewOne()
{
    County county;
    Tablet lost(county, kOfficer);
    const auto event = county.acts().registered(county.user(kOfficer), "S1", "一");
    lost.deliver({event});
    Tablet fresh(county, kOfficer, "PAD-02"); // the same store, enrolled anew
    fresh.pullAll();
    QVERIFY(fresh.deliverOne(event).duplicate);
    QVERIFY(hasVerdict(fresh.pullAll(), event.id));
    fresh.deliver({county.acts().registered(county.user(kOfficer), "S1", "二")});
    fresh.pullAll();
    QVERIFY(!hasVerdict(fresh.pullAll(), event.id)); // the log has moved on: told enough
}

void tst_Feed::bootstrap_tellsOwnVerdictsUpToItsHead()
{
    County county;
    Tablet tablet(county, kOfficer);
    std::vector<domain::Event> events;
    for (int i = 0; i < 9; ++i)
        events.push_back(county.acts().registered(county.user(kOfficer), "S1", "一"));
    tablet.deliver(events);
    const auto rows = tablet.bootstrap(2);
    for (const auto &event : events) {
        QVERIFY(hasVerdict(rows, event.id));
        QVERIFY(hasDoc(rows, event.object));
    }
}

void tst_Feed::bootstrapWhileOthersWrite_andThenPull_missNothing()
{
    County county;
    Tablet reader(county, kOfficer);
    Tablet writer(county, kOfficer, "PAD-02");
    std::vector<wire::PushRequest> requests;
    std::vector<std::string> objects;
    for (int i = 0; i < 40; ++i) {
        const auto event = county.acts().registered(county.user(kOfficer), "S1", "一");
        objects.push_back(event.object);
        requests.push_back(writer.batch({event}));
        writer.sent(requests.back());
    }
    const auto caller = writer.caller();
    std::atomic<int> taken{0};
    std::thread writing([&] {
        for (const auto &request : requests) {
            if (county.intake().push(caller, request))
                ++taken;
        }
    });
    auto rows = reader.bootstrap(5);
    writing.join();
    QCOMPARE(taken.load(), 40);
    const auto later = reader.pullAll(5);
    rows.insert(rows.end(), later.begin(), later.end());
    for (const std::string &object : objects)
        QVERIFY2(hasDoc(rows, object), object.c_str());
    QCOMPARE(reader.cursor, county.head());
}

void tst_Feed::bootstrapPartsOfAnotherScope_areRefused()
{
    County county;
    Tablet tablet(county, kOfficer);
    wire::BootstrapRequest request;
    request.limit = 2;
    const auto first = county.feed().bootstrap(tablet.caller(), request).value();
    domain::User officer = county.user(kOfficer);
    officer.townships = {"T2"};
    county.record(officer);
    request.at = first.at;
    request.after = first.next;
    QCOMPARE(county.feed().bootstrap(tablet.caller(), request).error().code, ErrorCode::Conflict);
    request.after = "not a place";
    QCOMPARE(county.feed().bootstrap(tablet.caller(), request).error().code,
             ErrorCode::InvalidInput);
    request.after.clear();
    request.at = wire::Head{2, sha256("another history")};
    QCOMPARE(county.feed().bootstrap(tablet.caller(), request).error().code, ErrorCode::Diverged);
}

void tst_Feed::successorOfAMergedSchool_seesWhatItTookOver()
{
    County county;
    Tablet officer(county, kOtherOfficer);
    Tablet principal(county, kPrincipal, "PAD-02");
    const auto event = county.acts().registered(county.user(kOtherOfficer), "S3", "一");
    officer.deliver({event});
    principal.pullAll();
    auto merged = change("S3", "status", "active", "merged");
    merged.successor = "S1";
    county.record(merged);
    QCOMPARE(principal.pullOnce().outcome, Outcome::Bootstrap);
    QVERIFY(hasDoc(principal.bootstrap(), event.object));
}

void tst_Feed::disabledPerson_getsNothing()
{
    County county;
    Tablet tablet(county, kOfficer);
    tablet.pullAll();
    const auto caller = tablet.caller();
    QVERIFY(county.accounts().setActive(kOfficer, false));
    wire::PullRequest request;
    request.cursor = tablet.cursor;
    request.highest = tablet.highest;
    request.scopeMark = tablet.scopeMark;
    QCOMPARE(county.feed().pull(caller, request).error().code, ErrorCode::AccountDisabled);
    QCOMPARE(county.feed().bootstrap(caller, {}).error().code, ErrorCode::AccountDisabled);
}

QTEST_GUILESS_MAIN(tst_Feed)
#include "tst_Feed.moc"
