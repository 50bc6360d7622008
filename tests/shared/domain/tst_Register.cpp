// Registers: who keeps them, how a school changes over time, what an inspection writes back, and
// that a published checklist stays as it is.
#include "HazardFixture.h"
#include "StdText.h"

using namespace campus;
using namespace campus::domain;
using namespace campus::test;

namespace {

Story storyOf(const char *object, ObjectKind kind)
{
    Story story(object);
    story.objectKind = kind;
    return story;
}

Asset bus()
{
    Asset bus;
    bus.id = "B1";
    bus.kind = AssetKind::Bus;
    bus.school = "S1";
    bus.name = "测A·D1003";
    bus.fields["approved_seats"] = 29.0;
    bus.fields["driver.age"] = 42.0;
    return bus;
}

Checklist checklist(const char *status)
{
    Checklist checklist;
    checklist.kind = "fire";
    checklist.version = "1";
    checklist.status = status;
    checklist.title.zh = "消防安全检查";
    checklist.sections = {{"A", {"管理", "Management"}}};
    ChecklistItem item;
    item.id = "fire.a";
    item.section = "A";
    item.category = "FIRE.MGMT";
    item.text.zh = "有制度";
    checklist.items = {item};
    return checklist;
}

SchoolChange change(const char *on, const char *field, FieldValue after)
{
    SchoolChange change;
    change.school = "S1";
    change.on = day(on);
    change.field = field;
    change.after = std::move(after);
    return change;
}

const User kSystem = person(Role::System);

} // namespace

class tst_Register : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRegister_isKeptByBureauAndServer();
    void repeatedEntry_noop();
    void systemRole_registersOnly();
    void wrongObject_refused();
    void schoolChanges_byDateWhateverTheArrival();
    void reregisteredSchool_keepsItsHistory();
    void observation_writesAssetFields();
    void observation_ofTheSchool();
    void observation_byRole();
    void assetBySchool_ownOnly();
    void checklist_oncePublishedIsForEver();
    void foreignDoc_isLeftAlone();
};

void tst_Register::everyRegister_isKeptByBureauAndServer()
{
    Bureau office = bureau();
    Township township;
    township.id = "T1";
    User user;
    user.id = "U1";
    const std::tuple<const char *, ObjectKind, EventBody> entries[] = {
        {"E1", ObjectKind::Bureau, office},
        {"T1", ObjectKind::Township, township},
        {"S1", ObjectKind::School, school("S1", "T1")},
        {"B1", ObjectKind::Asset, bus()},
        {"U1", ObjectKind::User, user},
        {"fire@1", ObjectKind::Checklist, checklist("published")},
    };
    for (const auto &[object, kind, body] : entries) {
        for (const Role role : {Role::System, Role::BureauAdmin, Role::SafetyOfficer, Role::Principal,
                                Role::Leader}) {
            Story story = storyOf(object, kind);
            const bool keeps = role == Role::System || role == Role::BureauAdmin;
            QCOMPARE(wordOf(story.tell(body, person(role), "2025-03-01")),
                     std::string(keeps ? "accepted" : "role_not_allowed"));
            QCOMPARE(std::holds_alternative<std::monostate>(story.doc), !keeps);
        }
    }
}

void tst_Register::repeatedEntry_noop()
{
    Story story = storyOf("S1", ObjectKind::School);
    story.tell(school("S1", "T1"), kSystem, "2025-03-01");
    QCOMPARE(std::get<School>(story.doc).version, std::uint64_t{1});
    QCOMPARE(wordOf(story.tell(school("S1", "T1"), kSystem, "2025-03-02")), std::string("noop"));
    School renamed = school("S1", "T1");
    renamed.name = "实验小学";
    QCOMPARE(wordOf(story.tell(renamed, kSystem, "2025-03-02")), std::string("accepted"));
    QCOMPARE(std::get<School>(story.doc).version, std::uint64_t{2});
    Story township = storyOf("T1", ObjectKind::Township);
    Township place;
    place.id = "T1";
    township.tell(place, kSystem, "2025-03-01");
    QCOMPARE(wordOf(township.tell(place, kSystem, "2025-03-01")), std::string("noop"));
}

void tst_Register::systemRole_registersOnly()
{
    Story hazard;
    for (const auto kind : {HazardActKind::Register, HazardActKind::FixOnSpot})
        QCOMPARE(wordOf(hazard.tell(kind, Role::System, "2025-03-03")),
                 std::string("role_not_allowed"));
    QCOMPARE(wordOf(hazardIn(HazardState::Submitted).tell(HazardActKind::Note, Role::System, "2025-03-09")),
             std::string("role_not_allowed"));
}

void tst_Register::wrongObject_refused()
{
    Story story = storyOf("S9", ObjectKind::School);
    QCOMPARE(wordOf(story.tell(school("S1", "T1"), kSystem, "2025-03-01")),
             std::string("invalid_body"));
    Story asset = storyOf("B1", ObjectKind::Asset);
    Asset foreign = bus();
    foreign.school = "S2";
    QCOMPARE(wordOf(asset.tell(foreign, kSystem, "2025-03-01")), std::string("invalid_body"));
    Story hazard = hazardIn(HazardState::Assigned);
    QCOMPARE(wordOf(hazard.tell(bus(), kSystem, "2025-03-01")), std::string("invalid_body"));
}

void tst_Register::schoolChanges_byDateWhateverTheArrival()
{
    Story story = storyOf("S1", ObjectKind::School);
    QCOMPARE(wordOf(story.tell(change("2025-01-01", "ownership", std::string("private")), kSystem,
                               "2025-03-01")),
             std::string("quarantined unknown_object"));
    story.tell(school("S1", "T1"), kSystem, "2025-01-01");
    const SchoolChange later = change("2025-03-01", "ownership", std::string("private"));
    QCOMPARE(wordOf(story.tell(later, kSystem, "2025-03-01")), std::string("accepted"));
    QCOMPARE(wordOf(story.tell(later, kSystem, "2025-03-01")), std::string("noop"));
    story.tell(change("2025-02-01", "ownership", std::string("public")), kSystem, "2025-03-02");
    const auto &record = std::get<School>(story.doc);
    QCOMPARE(record.ownership, std::string("private")); // the later date, not the later arrival
    QCOMPARE(record.changes.size(), std::size_t{2});
    QVERIFY(record.changes[0].on < record.changes[1].on);

    SchoolChange merged = change("2025-04-01", "status", std::string("merged"));
    merged.successor = "S2";
    story.tell(merged, kSystem, "2025-04-01");
    story.tell(change("2025-04-01", "students", 512.0), kSystem, "2025-04-01");
    story.tell(change("2025-04-01", "has_pool", true), kSystem, "2025-04-01");
    const auto &now = std::get<School>(story.doc);
    QCOMPARE(now.status, std::string("merged"));
    QCOMPARE(now.successor, std::string("S2"));
    QCOMPARE(now.students, std::int64_t{512});
    QVERIFY(now.fields.at("has_pool") == FieldValue(true));
    QCOMPARE(wordOf(story.tell(change("2025-04-01", "", true), kSystem, "2025-04-01")),
             std::string("invalid_body"));
}

void tst_Register::reregisteredSchool_keepsItsHistory()
{
    Story story = storyOf("S1", ObjectKind::School);
    story.tell(school("S1", "T1"), kSystem, "2025-01-01");
    story.tell(change("2025-03-01", "ownership", std::string("private")), kSystem, "2025-03-01");
    School again = school("S1", "T1");
    again.ownership = "private";
    again.principalName = "新校长";
    story.tell(again, kSystem, "2025-03-02");
    QCOMPARE(std::get<School>(story.doc).changes.size(), std::size_t{1});
    QCOMPARE(std::get<School>(story.doc).principalName, std::string("新校长"));
}

void tst_Register::observation_writesAssetFields()
{
    Story story = storyOf("B1", ObjectKind::Asset);
    story.tell(bus(), kSystem, "2025-01-01");
    AssetObserved observed;
    observed.fields["bus.plate_valid_until"] = std::string("2026-01-01");
    observed.fields["driver.age"] = 43.0;
    observed.fields["bus.approved_seats"] = FieldValue{};
    observed.fields["school.has_pool"] = true;     // another object's
    observed.fields["canteen.licence_no"] = true;  // another register's
    observed.fields["bus.in_use"] = false;
    QCOMPARE(wordOf(story.tell(observed, person(Role::SafetyOfficer), "2025-03-03")),
             std::string("accepted"));
    const auto &asset = std::get<Asset>(story.doc);
    QVERIFY(asset.fields.at("plate_valid_until") == FieldValue(std::string("2026-01-01")));
    QVERIFY(asset.fields.at("driver.age") == FieldValue(43.0));
    QVERIFY(!asset.fields.contains("approved_seats"));
    QCOMPARE(asset.fields.size(), std::size_t{2});
    QVERIFY(!asset.inUse);
    QCOMPARE(asset.version, std::uint64_t{2});
}

void tst_Register::observation_ofTheSchool()
{
    Story story = storyOf("S1", ObjectKind::School);
    School before = school("S1", "T1");
    before.students = 412;
    story.tell(before, kSystem, "2025-01-01");
    AssetObserved observed;
    observed.fields["school.last_flood_drill"] = std::string("2025-03-01");
    observed.fields["school.students"] = -5.0;
    for (const char *own : {"school.township_id", "school.status", "school.successor", "school.name"}) {
        AssetObserved moved = observed;
        moved.fields[own] = std::string("T9");
        QCOMPARE(wordOf(story.tell(moved, person(Role::SafetyOfficer), "2025-03-03")),
                 std::string("invalid_body"));
        const Event event = eventOf(moved, person(Role::SafetyOfficer), "S1");
        QCOMPARE(std::get<School>(evolve(story.doc, event, {9, at("2025-03-03"), {}})).township,
                 std::get<School>(story.doc).township);
    }
    observed.fields["bus.approved_seats"] = 7.0;
    QCOMPARE(wordOf(story.tell(observed, person(Role::SafetyOfficer), "2025-03-03")),
             std::string("accepted"));
    const auto &record = std::get<School>(story.doc);
    QVERIFY(record.fields.at("last_flood_drill") == FieldValue(std::string("2025-03-01")));
    QCOMPARE(record.fields.size(), std::size_t{1});
    QCOMPARE(record.students, std::int64_t{412});
    User foreign = person(Role::SchoolSafety);
    foreign.school = "S2";
    QCOMPARE(wordOf(story.tell(observed, foreign, "2025-03-03")),
             std::string("quarantined out_of_scope"));
}

void tst_Register::observation_byRole()
{
    AssetObserved observed;
    observed.fields["bus.last_training"] = std::string("2025-03-01");
    for (const auto &[role, word] :
         {std::pair{Role::SafetyOfficer, "accepted"}, std::pair{Role::TownOfficer, "accepted"},
          std::pair{Role::SchoolSafety, "accepted"}, std::pair{Role::BureauAdmin, "accepted"},
          std::pair{Role::Principal, "role_not_allowed"}, std::pair{Role::Leader, "role_not_allowed"}}) {
        Story story = storyOf("B1", ObjectKind::Asset);
        story.tell(bus(), kSystem, "2025-01-01");
        QCOMPARE(wordOf(story.tell(observed, person(role), "2025-03-03")), std::string(word));
    }
    Story empty = storyOf("B1", ObjectKind::Asset);
    empty.tell(bus(), kSystem, "2025-01-01");
    QCOMPARE(wordOf(empty.tell(AssetObserved{}, kSystem, "2025-03-03")), std::string("invalid_body"));
}

void tst_Register::assetBySchool_ownOnly()
{
    Story story = storyOf("B1", ObjectKind::Asset);
    QCOMPARE(wordOf(story.tell(bus(), person(Role::SchoolSafety), "2025-01-01")),
             std::string("accepted"));
    User foreign = person(Role::SchoolSafety);
    foreign.school = "S2";
    Asset taken = bus();
    taken.name = "另一号牌";
    QCOMPARE(wordOf(story.tell(taken, foreign, "2025-01-02")), std::string("quarantined out_of_scope"));
}

void tst_Register::checklist_oncePublishedIsForEver()
{
    Story story = storyOf("fire@1", ObjectKind::Checklist);
    Checklist draft = checklist("draft");
    QCOMPARE(wordOf(story.tell(draft, kSystem, "2025-01-01")), std::string("accepted"));
    draft.items[0].text.zh = "有制度并上墙";
    QCOMPARE(wordOf(story.tell(draft, kSystem, "2025-01-02")), std::string("accepted"));
    Checklist published = draft;
    published.status = "published";
    QCOMPARE(wordOf(story.tell(published, kSystem, "2025-01-03")), std::string("accepted"));
    QCOMPARE(wordOf(story.tell(published, kSystem, "2025-01-03")), std::string("noop"));
    Checklist edited = published;
    edited.items[0].days = 3;
    QCOMPARE(wordOf(story.tell(edited, kSystem, "2025-01-04")), std::string("exists_already"));
    QCOMPARE(wordOf(story.tell(draft, kSystem, "2025-01-04")), std::string("exists_already"));
    edited.status = "withdrawn";
    QCOMPARE(wordOf(story.tell(edited, kSystem, "2025-01-04")), std::string("exists_already"));
    Checklist withdrawn = published;
    withdrawn.status = "withdrawn";
    QCOMPARE(wordOf(story.tell(withdrawn, kSystem, "2025-01-05")), std::string("accepted"));
    QCOMPARE(wordOf(story.tell(published, kSystem, "2025-01-06")), std::string("exists_already"));
    Story broken = storyOf("fire@1", ObjectKind::Checklist);
    Checklist bad = checklist("published");
    bad.items[0].section = "Z";
    QCOMPARE(wordOf(broken.tell(bad, kSystem, "2025-01-01")), std::string("invalid_body"));
}

void tst_Register::foreignDoc_isLeftAlone()
{
    const Doc before = school("S1", "T1");
    const Event event = eventOf(bus(), kSystem, "S1");
    QVERIFY(evolve(before, event, {5, at("2025-03-01"), {}}) == before);
    const Event changed = eventOf(change("2025-03-01", "name", std::string("x")), kSystem, "S1");
    QVERIFY(evolve(Doc(bus()), changed, {5, at("2025-03-01"), {}}) == Doc(bus()));
    QVERIFY(evolve(Doc(), changed, {5, at("2025-03-01"), {}}) == Doc());
}

QTEST_GUILESS_MAIN(tst_Register)
#include "tst_Register.moc"
