// Templates as such: conditions, where an item applies, and what a template must hold to be used.
#include <functional>

#include "HazardFixture.h"
#include "StdText.h"

using namespace campus;
using namespace campus::domain;
using namespace campus::test;

namespace {

Asset assetOf(AssetKind kind)
{
    Asset asset;
    asset.id = "X1";
    asset.kind = kind;
    asset.school = "S1";
    asset.name = "教学楼";
    return asset;
}

Checklist goodChecklist()
{
    Checklist checklist;
    checklist.kind = "fire";
    checklist.version = "1";
    checklist.status = "published";
    checklist.title.zh = "消防安全检查";
    checklist.sections = {{"A", {"管理", ""}}, {"B", {"设施", ""}}};
    checklist.bases["FIRE"] = {"中华人民共和国消防法", "2021年修正", true};
    ChecklistItem item;
    item.id = "fire.a";
    item.section = "A";
    item.category = "FIRE.MGMT";
    item.text.zh = "有制度";
    item.basis = {{"FIRE", "第十六条"}};
    checklist.items = {item};
    return checklist;
}

using Spoil = std::function<void(Checklist &, ChecklistItem &)>;

QString errorOf(const Spoil &spoil)
{
    Checklist checklist = goodChecklist();
    ChecklistItem item = checklist.items[0];
    spoil(checklist, item);
    if (!checklist.items.empty())
        checklist.items[0] = item;
    const auto result = validate(checklist);
    return result ? QString("valid") : QString::fromStdString(result.error().detail);
}

} // namespace

class tst_ChecklistRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void condition_forms_data();
    void condition_forms();
    void condition_unknownField();
    void condition_malformed();
    void fields_ofSchoolAndAsset();
    void item_appliesWhereItBelongs();
    void template_spoilt_data();
    void template_spoilt();
    void template_good();
};

void tst_ChecklistRules::condition_forms_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<bool>("expected");
    QTest::newRow("true field") << "school.has_bus" << true;
    QTest::newRow("false field") << "school.has_pool" << false;
    QTest::newRow("either field") << "building.has_lift|building.has_boiler" << true;
    QTest::newRow("neither field") << "school.has_pool|building.has_boiler" << false;
    QTest::newRow("one of the values") << "building.use=dormitory|nap" << true;
    QTest::newRow("none of the values") << "building.use=office|teaching" << false;
    QTest::newRow("not the value") << "building.use!=office" << true;
    QTest::newRow("not these values") << "building.use!=office|nap" << false;
    QTest::newRow("a flag as a word") << "building.seismic_ok=false" << true;
    QTest::newRow("a flag as the other word") << "building.seismic_ok=true" << false;
    QTest::newRow("a number") << "building.floors=4" << true;
    QTest::newRow("a decimal") << "building.height=12.5" << true;
    QTest::newRow("another number") << "building.floors=5" << false;
    QTest::newRow("a number is no word") << "building.floors=four" << false;
    QTest::newRow("a number as truth") << "building.floors" << true;
    QTest::newRow("zero as truth") << "building.lifts" << false;
    QTest::newRow("text as truth") << "building.use" << true;
    QTest::newRow("type of the school") << "school.type=primary" << true;
    QTest::newRow("boarding by boarders") << "school.boarding" << true;
    QTest::newRow("another asset's field") << "bus.has_lift" << false;
}

void tst_ChecklistRules::condition_forms()
{
    QFETCH(QString, condition);
    QFETCH(bool, expected);
    School record = school("S1", "T1");
    record.boarders = 120;
    record.fields["has_bus"] = true;
    record.fields["has_pool"] = false;
    Asset building = assetOf(AssetKind::Building);
    building.fields["has_lift"] = true;
    building.fields["use"] = std::string("nap");
    building.fields["seismic_ok"] = false;
    building.fields["floors"] = 4.0;
    building.fields["height"] = 12.5;
    building.fields["lifts"] = 0.0;
    const Condition form{condition.toStdString()};
    QVERIFY(checkCondition(form));
    QCOMPARE(holds(form, {&record, &building, day("2025-06-30")}), expected);
}

void tst_ChecklistRules::condition_unknownField()
{
    const Surroundings nothing{nullptr, nullptr, day("2025-06-30")};
    QVERIFY(!holds({"building.has_lift"}, nothing));
    QVERIFY(!holds({"school.has_pool|bus.x"}, nothing));
    QVERIFY(!holds({"bus.operator=school"}, nothing));
    QVERIFY(holds({"bus.operator!=school"}, nothing)); // not known to be the school
    const School record = school("S1", "T1");
    QVERIFY(!holds({"school.boarding"}, {&record, nullptr, {}})); // no boarders
    QVERIFY(!holds({"school.waterside"}, {&record, nullptr, {}}));
}

void tst_ChecklistRules::condition_malformed()
{
    for (const char *text : {"", "has_pool", "school", "school.", ".x", "staff.age", "school.Has",
                             "school.has_pool|", "|school.has_pool", "school.type=", "school.type=a|",
                             "school.type==a", "=a", "!=a", "school.a=b=c", "school.x y", "school..x",
                             "!school.x", "school.type=a|=b"}) {
        const auto checked = checkCondition({text});
        QVERIFY2(!checked, text);
        QVERIFY(checked.error().detail.find("condition") != std::string::npos);
    }
}

void tst_ChecklistRules::fields_ofSchoolAndAsset()
{
    School record = school("S1", "T1");
    record.students = 412;
    Asset bus = assetOf(AssetKind::Bus);
    bus.fields["driver.age"] = 42.0;
    bus.fields["route.riders"] = 15.0;
    const Surroundings around{&record, &bus, day("2025-06-30")};
    QVERIFY(around.field("school.students") == FieldValue(412.0));
    QVERIFY(around.field("school.township_id") == FieldValue(std::string("T1")));
    QVERIFY(around.field("school.subtype") == FieldValue{});
    QVERIFY(around.field("driver.age") == FieldValue(42.0));
    QVERIFY(around.field("bus.route.riders") == FieldValue(15.0));
    QVERIFY(around.field("bus.name") == FieldValue(std::string("教学楼")));
    QVERIFY(around.field("bus.in_use") == FieldValue(true));
    QVERIFY(around.field("canteen.name") == FieldValue{});
    QVERIFY(around.field("nonsense") == FieldValue{});
    const Surroundings schoolOnly{&record, nullptr, day("2025-06-30")};
    QVERIFY(schoolOnly.field("driver.age") == FieldValue{});
}

void tst_ChecklistRules::item_appliesWhereItBelongs()
{
    const School record = school("S1", "T1");
    const Asset bus = assetOf(AssetKind::Bus);
    const Asset point = assetOf(AssetKind::FloodPoint);
    const auto where = [&](AssetKind scope, const Asset *asset) {
        ChecklistItem item;
        item.scope = scope;
        return applies(item, {&record, asset, day("2025-06-30")});
    };
    QVERIFY(where(AssetKind::School, nullptr));
    QVERIFY(where(AssetKind::School, &bus)); // the bus checklist asks the school too
    QVERIFY(where(AssetKind::Bus, &bus));
    QVERIFY(!where(AssetKind::Bus, nullptr));
    QVERIFY(!where(AssetKind::Canteen, &bus));
    QVERIFY(where(AssetKind::FloodPoint, &point)); // once a point …
    QVERIFY(!where(AssetKind::School, &point));    // … and only its own items
    QVERIFY(!where(AssetKind::FloodPoint, nullptr));
}

void tst_ChecklistRules::template_spoilt_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("index");
    const char *errors[] = {
        "kind or version is missing",
        "status: unknown 'ready'",
        "title: is missing",
        "items: there are none",
        "sections: code 'A' is empty or there twice",
        "item without id",
        "item fire.a: id: is there twice",
        "item fire.a: zh: is missing",
        "item fire.a: section: 'Z' is not a section",
        "item fire.a: category: is missing",
        "item fire.a: default_days: is out of range",
        "item fire.a: basis: 'GONE' is not in bases",
        "item fire.a: applies_when: condition 'pool': 'pool' is not a register field",
        "item fire.a: response: a number wants min, max or compare",
        "item fire.a: response: min is above max",
        "item fire.a: response: a limit is not a number",
        "item fire.a: response.compare: wants op and asset_field",
        "item fire.a: response.compare: unknown op '=<'",
        "item fire.a: response.compare: 'seats' is not a register field",
        "item fire.a: response.compare: only a number is compared",
        "item fire.a: response.max_age_days: is missing",
        "item fire.a: response.warn_days: is out of range",
        "item fire.a: response.pass_when: unknown rule ''",
        "item fire.a: response.options: a choice has at least two options",
        "item fire.a: response.options: value 'a' twice",
        "item fire.a: response.options: 'b' has no outcome",
        "item fire.a: response.options: only a choice has options",
        "item fire.a: response.asset_field: 'plate' is not a register field",
        "item fire.a: response.limit_by: condition 'x': 'x' is not a register field",
        "item fire.a: response.limit_by: max_age_days is out of range",
        "items: more than allowed",
    };
    int index = 0;
    for (const char *error : errors)
        QTest::newRow(error) << QString(error) << index++;
}

void tst_ChecklistRules::template_spoilt()
{
    QFETCH(QString, error);
    QFETCH(int, index);
    using C = Checklist;
    using I = ChecklistItem;
    const ChoiceOption a{"a", {"甲", ""}, Outcome::Pass, {}, {}, {}, {}};
    const ChoiceOption open{"b", {"乙", ""}, Outcome::Open, {}, {}, {}, {}};
    const auto number = [](I &i) { i.response.type = ResponseType::Number; };
    const std::vector<Spoil> spoils = {
        [](C &c, I &) { c.version.clear(); },
        [](C &c, I &) { c.status = "ready"; },
        [](C &c, I &) { c.title.zh.clear(); },
        [](C &c, I &) { c.items.clear(); },
        [](C &c, I &) { c.sections[1].code = "A"; },
        [](C &, I &i) { i.id.clear(); },
        [](C &c, I &i) { c.items.push_back(i); },
        [](C &, I &i) { i.text.zh.clear(); },
        [](C &, I &i) { i.section = "Z"; },
        [](C &, I &i) { i.category.clear(); },
        [](C &, I &i) { i.days = -1; },
        [](C &, I &i) { i.basis = {{"GONE", ""}}; },
        [](C &, I &i) { i.appliesWhen = Condition{"pool"}; },
        [&](C &, I &i) { number(i); },
        [&](C &, I &i) { number(i); i.response.bounds = {2.0, 1.0, {}}; },
        [&](C &, I &i) { number(i); i.response.bounds.min = std::numeric_limits<double>::quiet_NaN(); },
        [&](C &, I &i) { number(i); i.response.compareOp = "<="; },
        [&](C &, I &i) { number(i); i.response.compareOp = "=<"; i.response.compareField = "bus.seats"; },
        [&](C &, I &i) { number(i); i.response.compareOp = "<="; i.response.compareField = "seats"; },
        [](C &, I &i) { i.response.compareOp = "<="; i.response.compareField = "bus.seats"; },
        [](C &, I &i) { i.response.type = ResponseType::DateWithin; },
        [](C &, I &i) { i.response.type = ResponseType::DateNotExpired; i.response.warnDays = -1; },
        [](C &, I &i) { i.response.type = ResponseType::CountOfTotal; },
        [&](C &, I &i) { i.response.type = ResponseType::Choice; i.response.options = {a}; },
        [&](C &, I &i) { i.response.type = ResponseType::Choice; i.response.options = {a, a}; },
        [&](C &, I &i) { i.response.type = ResponseType::Choice; i.response.options = {a, open}; },
        [&](C &, I &i) { i.response.options = {a}; },
        [](C &, I &i) { i.response.assetField = "plate"; },
        [](C &, I &i) { i.response.limitBy = {{Condition{"x"}, {}}}; },
        [](C &, I &i) { i.response.limitBy = {{Condition{"school.x"}, {{}, {}, -1}}}; },
        [](C &c, I &i) { c.items.assign(1001, i); },
    };
    QCOMPARE(errorOf(spoils.at(static_cast<std::size_t>(index))), error);
}

void tst_ChecklistRules::template_good()
{
    QCOMPARE(errorOf([](Checklist &, ChecklistItem &) {}), QString("valid"));
    QCOMPARE(errorOf([](Checklist &checklist, ChecklistItem &item) {
                 checklist.status = "draft";
                 item.appliesWhen = Condition{"building.use=dormitory|nap"};
                 item.response.type = ResponseType::Number;
                 item.response.compareOp = "<=";
                 item.response.compareField = "bus.approved_seats";
                 item.response.limitBy = {{Condition{"bus.type=kindergarten"}, {{}, 45.0, {}}}};
             }),
             QString("valid"));
    const Checklist checklist = goodChecklist();
    QVERIFY(checklist.find("fire.a") == &checklist.items[0]);
    QVERIFY(checklist.find("fire.b") == nullptr);
}

QTEST_GUILESS_MAIN(tst_ChecklistRules)
#include "tst_ChecklistRules.moc"
