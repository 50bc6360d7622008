#include <QTest>
#include <algorithm>

#include "Samples.h"
#include "core/Limits.h"
#include "domain/RegisterField.h"
#include "wire/RegionFile.h"

using namespace campus;
using namespace campus::samples;

namespace {

wire::Region sample()
{
    return *wire::readRegion(fileText("sample-region.json"), "sample-region.json");
}

template <typename List>
const auto &withId(const List &list, std::string_view id)
{
    return *std::find_if(list.begin(), list.end(),
                         [id](const auto &entry) { return entry.id == id; });
}

std::ptrdiff_t countOf(const wire::Region &region, AssetKind kind)
{
    return std::count_if(region.assets.begin(), region.assets.end(),
                         [kind](const Asset &a) { return a.kind == kind; });
}

} // namespace

class tst_RegionFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sample_hasItsTotals();
    void bureauAndTownships_areRead();
    void school_carriesWhatAChecklistAsks();
    void historyOfSchools_isKept();
    void assets_areFlattened();
    void users_haveRolesAndScopes();
    void breakage_namesListPositionAndId_data();
    void breakage_namesListPositionAndId();
    void foreignText_isRefused();
};

void tst_RegionFile::sample_hasItsTotals()
{
    const auto read = wire::readRegion(fileText("sample-region.json"), "sample-region.json");
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->townships.size(), std::size_t{12});
    QCOMPARE(read->schools.size(), std::size_t{60});
    QCOMPARE(std::count_if(read->schools.begin(), read->schools.end(),
                           [](const School &s) { return s.status == "active"; }),
             std::ptrdiff_t{58});
    QCOMPARE(countOf(*read, AssetKind::Bus), std::ptrdiff_t{42});
    QCOMPARE(countOf(*read, AssetKind::Canteen), std::ptrdiff_t{58});
    QCOMPARE(countOf(*read, AssetKind::Building), std::ptrdiff_t{204});
    QCOMPARE(countOf(*read, AssetKind::FloodPoint), std::ptrdiff_t{28});
    QCOMPARE(read->users.size(), std::size_t{78});
    std::int64_t students = 0;
    for (const School &s : read->schools)
        students += s.students;
    QCOMPARE(students, std::int64_t{40810});
}

void tst_RegionFile::bureauAndTownships_areRead()
{
    const wire::Region region = sample();
    QCOMPARE(region.bureau.id, std::string("E001"));
    QCOMPARE(region.bureau.documentPrefix, std::string("澄教安改"));
    QCOMPARE(region.bureau.regionName, std::string("澄岚县"));
    QCOMPARE(region.bureau.countWord, std::string("处"));
    QCOMPARE(withId(region.townships, "T11").kind, std::string("township"));
    QCOMPARE(withId(region.townships, "T11").code, std::string("990111"));
}

void tst_RegionFile::school_carriesWhatAChecklistAsks()
{
    const wire::Region region = sample();
    const School &school = withId(region.schools, "S034");
    QCOMPARE(school.name, std::string("松鹤岭镇中心小学"));
    QCOMPARE(school.township, std::string("T06"));
    QCOMPARE(school.principalName, std::string("陶正辉"));
    QCOMPARE(school.safetyOfficerPhone, std::string("000-5550-1476"));
    QCOMPARE(school.boarders, std::int64_t{148});
    QVERIFY(fieldOf(school, "school.boarding") == FieldValue(true));
    QVERIFY(fieldOf(school, "school.type") == FieldValue(std::string("primary")));
    QVERIFY(fieldOf(school, "school.flood_risk") == FieldValue(std::string("high")));
    QVERIFY(fieldOf(school, "school.has_bus") == FieldValue(true));
    QVERIFY(fieldOf(school, "school.has_pool") == FieldValue(false));
    QVERIFY(fieldOf(school, "school.guards_required") == FieldValue(3.0));
    QVERIFY(school.fields.at("three_defences.anti_ram_barrier") == FieldValue(std::string("yes")));
    QVERIFY(school.fields.at("position_km.x") == FieldValue(11.25));
    QVERIFY(school.fields.count("principal.name") == 0);
    QVERIFY(withId(region.schools, "S035").fields.at("parent_school_id") ==
            FieldValue(std::string("S034")));
}

void tst_RegionFile::historyOfSchools_isKept()
{
    const wire::Region region = sample();
    const School &turned = withId(region.schools, "S008");
    QCOMPARE(turned.ownership, std::string("public"));
    QCOMPARE(turned.changes.size(), std::size_t{1});
    QCOMPARE(turned.changes[0].on, day(3, 1));
    QCOMPARE(turned.changes[0].field, std::string("ownership"));
    QVERIFY(turned.changes[0].before == FieldValue(std::string("private")));
    const School &merged = withId(region.schools, "S035");
    QCOMPARE(merged.status, std::string("merged"));
    QCOMPARE(merged.successor, std::string("S034"));
    QCOMPARE(merged.changes.size(), std::size_t{2});
    for (const SchoolChange &change : merged.changes)
        QCOMPARE(change.on, day(2, 20));
    const auto pupils = std::find_if(merged.changes.begin(), merged.changes.end(),
                                     [](const auto &c) { return c.field == "students"; });
    QVERIFY(pupils != merged.changes.end());
    QVERIFY(pupils->before == FieldValue(19.0));
    QVERIFY(pupils->after == FieldValue(0.0));
    QCOMPARE(region.changes.size(), std::size_t{5});
    QVERIFY(std::is_sorted(region.changes.begin(), region.changes.end(),
                           [](const auto &a, const auto &b) { return a.on < b.on; }));
}

void tst_RegionFile::assets_areFlattened()
{
    const wire::Region region = sample();
    const Asset &bus = withId(region.assets, "B001");
    QCOMPARE(bus.name, std::string("测A·D1003"));
    QCOMPARE(bus.school, std::string("S003"));
    QVERIFY(fieldOf(bus, "driver.age") == FieldValue(33.0));
    QVERIFY(fieldOf(bus, "bus.type") == FieldValue(std::string("kindergarten")));
    QVERIFY(fieldOf(bus, "bus.approved_seats") == FieldValue(29.0));
    QVERIFY(fieldOf(bus, "bus.plate_valid_until") == FieldValue(std::string("2025-11-27")));
    QVERIFY(bus.fields.at("route.km") == FieldValue(12.9));
    QVERIFY(withId(region.assets, "B042").fields.at("attendants") ==
            FieldValue(std::string("汤文华、酆庆敏")));
    const Asset &hall = withId(region.assets, "D204");
    QVERIFY(hall.inUse);
    QVERIFY(fieldOf(hall, "building.past_design_life") == FieldValue(true));
    QVERIFY(hall.fields.count("last_appraisal") == 0); // null: never appraised
    QVERIFY(fieldOf(withId(region.assets, "C001"), "canteen.mode") ==
            FieldValue(std::string("self")));
    const Asset &point = withId(region.assets, "F001");
    QCOMPARE(point.name, std::string("北门内低洼路段"));
    QVERIFY(point.fields.at("watcher.name") == FieldValue(std::string("华德峰")));
}

void tst_RegionFile::users_haveRolesAndScopes()
{
    const wire::Region region = sample();
    const User &officer = withId(region.users, "U005");
    QCOMPARE(officer.role, Role::SafetyOfficer);
    QVERIFY(officer.townships == (std::vector<std::string>{"T01", "T02"}));
    QCOMPARE(officer.tablet, std::string("PAD-01"));
    QVERIFY(officer.active);
    QCOMPARE(withId(region.users, "U078").school, std::string("S060"));
    QCOMPARE(withId(region.users, "U001").role, Role::BureauAdmin);
    QCOMPARE(withId(region.users, "U017").role, Role::Expert);
}

void tst_RegionFile::breakage_namesListPositionAndId_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, QByteArray before, QByteArray after, QByteArray message) {
        QTest::newRow(name) << before << after << "region.json: " + message;
    };
    row("another format", "campus-safety-region/1", "campus-safety-region/9", "format: expected");
    row("no bureau", R"("bureau":)", R"("bureaus":)", "bureau: is missing");
    row("bureau without a name", R"("name":"澄岚县教育局",)", "", "bureau.name: is missing");
    row("no schools", R"("schools":)", R"("schulen":)", "schools: is missing");
    row("township kind", R"("kind":"town")", R"("kind":"metropolis")",
        "townships[4] (T05): kind: unknown word");
    row("school twice", R"({"id":"S002",)", R"({"id":"S001",)",
        "schools[1] (S001): id is already used by schools[0] (S001)");
    row("code twice", R"("code":"99011002")", R"("code":"99011001")",
        "schools[1] (S002): code 99011001 is already used by S001");
    row("township unknown", R"("township_id":"T01","area")", R"("township_id":"T99","area")",
        "schools[0] (S001): township_id: there is no township T99");
    row("type unknown", R"("type":"kindergarten","type_zh":"幼儿园")",
        R"("type":"cloister","type_zh":"")", "schools[0] (S001): type: unknown word");
    row("ownership unknown", R"("ownership":"public")", R"("ownership":"mine")",
        "schools[0] (S001): ownership: unknown word");
    row("status unknown", R"("status":"active")", R"("status":"asleep")",
        "schools[0] (S001): status: unknown word");
    row("opened on no day", R"("opened":"2019-09-01")", R"("opened":"2019-09-31")",
        "schools[0] (S001): opened: expected a date");
    row("students a text", R"("students":412)", R"("students":"412")",
        "schools[0] (S001): students: expected a whole number");
    row("no name", R"("name":"澄岚县第一幼儿园",)", "", "schools[0] (S001): name: is missing");
    row("no id", R"({"id":"S001",)", "{", "schools[0]: id: is missing");
    row("no entry", R"({"id":"S001",)", R"(7,{"id":"S001",)", "schools[0]: expected an object");
    row("parent unknown", R"("parent_school_id":"S034")", R"("parent_school_id":"S999")",
        "schools[34] (S035): parent_school_id: ");
    row("history of nobody", R"({"school_id":"S008","date")", R"({"school_id":"S888","date")",
        "school_history[0] (S888): school_id: there is no school S888");
    row("history on no day", R"("date":"2025-03-01")", R"("date":"2025-3-1")",
        "school_history[0]: date: expected a date");
    row("history to nobody", R"("successor_id":"S034","note")", R"("successor_id":"S999","note")",
        "school_history[2] (S035): successor_id: ");
    row("history against today", R"("old":"private","new":"public")",
        R"("old":"public","new":"private")",
        "schools[7] (S008): ownership: is not what school_history ends with");
    row("bus of nobody", R"({"id":"B001","school_id":"S003")", R"({"id":"B001","school_id":"S903")",
        "buses[0] (B001): school_id: there is no school S903");
    row("bus without a plate", R"("plate":"测A·D1003",)", "", "buses[0] (B001): plate: is missing");
    row("driver's review on no day", R"("last_review":"2024-09-21")", R"("last_review":"soon")",
        "buses[0] (B001): driver.last_review: expected a date");
    row("plate of no day", R"("plate_valid_until":"2025-11-27")",
        R"("plate_valid_until":"2025-13-27")",
        "buses[0] (B001): plate_valid_until: expected a date");
    row("an id of another list", R"({"id":"C001",)", R"({"id":"B001",)",
        "canteens[0] (B001): id is already used by buses[0] (B001)");
    row("flood point nowhere", R"("township_id":"T02","kind":"low")",
        R"("township_id":"T77","kind":"low")", "flood_points[0] (F001): township_id: ");
    row("role unknown", R"("role":"bureau_admin")", R"("role":"queen")",
        "users[0] (U001): role: unknown word \"queen\"");
    row("nobody is the system", R"("role":"bureau_admin")", R"("role":"system")",
        "users[0] (U001): role: nobody signs in");
    row("officer nowhere", R"("township_ids":["T01","T02"])", R"("township_ids":["T01","T82"])",
        "users[4] (U005): township_ids: there is no township T82");
    row("principal nowhere", R"("school_id":"S001"},)", R"("school_id":"S901"},)",
        "users[20] (U021): school_id: there is no school S901");
    row("principal of no school", R"("scope":"school","school_id":"S001")", R"("scope":"school")",
        "users[20] (U021): school_id: is missing");
    row("user twice", R"({"id":"U002",)", R"({"id":"U001",)",
        "users[1] (U001): id is already used by users[0] (U001)");
    row("member twice", R"("scope":"county")", R"("scope":"county","scope":"x")",
        "JSON: member \"scope\" stands twice");
}

void tst_RegionFile::breakage_namesListPositionAndId()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, message);
    QByteArray broken = QByteArray::fromStdString(fileText("sample-region.json"));
    const auto at = broken.indexOf(before);
    QVERIFY(at >= 0);
    broken.replace(at, before.size(), after);
    const auto read = wire::readRegion(broken.toStdString(), "region.json");
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY2(read.error().detail.starts_with(message.toStdString()), read.error().detail.c_str());
}

void tst_RegionFile::foreignText_isRefused()
{
    for (const char *text : {"", "[]", "null", "{}", "PK\x03\x04", "{\"format\":1}"})
        QVERIFY(wire::readRegion(text, "x.json").error().detail.starts_with("x.json: "));
    const std::string whole = fileText("sample-region.json");
    for (std::size_t size = 0; size < whole.size(); size += 40'009)
        QVERIFY(!wire::readRegion(whole.substr(0, size), "x.json"));
    QCOMPARE(
        wire::readRegion(std::string(limits::kRegionFileBytesMax + 1, ' '), "x.json").error().code,
        ErrorCode::TooLarge);
}

QTEST_GUILESS_MAIN(tst_RegionFile)
#include "tst_RegionFile.moc"
