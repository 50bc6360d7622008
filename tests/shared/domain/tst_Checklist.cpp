// What answers mean: each response type with its edges, situations like those of the sample region,
// and what stands between a draft and submission.
#include <cmath>
#include <limits>

#include "HazardFixture.h"
#include "StdText.h"

using namespace campus;
using namespace campus::domain;
using namespace campus::test;

namespace {

constexpr const char *kToday = "2025-06-30";

ChecklistItem item(const char *id, ResponseType type)
{
    ChecklistItem item;
    item.id = id;
    item.section = "A";
    item.category = "BUS.DOC";
    item.response.type = type;
    item.days = 7;
    return item;
}

School primarySchool()
{
    School record = school("S1", "T1");
    record.students = 412;
    record.fields["flood_risk"] = std::string("low");
    record.fields["has_pool"] = false;
    return record;
}

Asset bus()
{
    Asset bus;
    bus.id = "B1";
    bus.kind = AssetKind::Bus;
    bus.school = "S1";
    bus.fields["type"] = std::string("kindergarten");
    bus.fields["approved_seats"] = 24.0;
    bus.fields["plate_valid_until"] = std::string("2025-07-20");
    bus.fields["driver.age"] = 61.0;
    return bus;
}

struct Place {
    School record = primarySchool();
    Asset asset = bus();
    Surroundings around{&record, &asset, day(kToday)};
};

Answer dated(const char *iso)
{
    Answer answer;
    answer.date = day(iso);
    return answer;
}

Answer numbered(double number)
{
    Answer answer;
    answer.number = number;
    return answer;
}

Answer counted(std::int64_t count, std::int64_t total)
{
    Answer answer;
    answer.count = count;
    answer.total = total;
    return answer;
}

// "pass within_limits", "fail expired", "pass! expires_soon" with a warning.
QString judged(const ChecklistItem &item, const Answer &answer, const Place &place = {})
{
    const Surroundings around{&place.record, &place.asset, day(kToday)};
    const Judgement judgement = judge(item, answer, around);
    const char *words[] = {"open", "pass", "fail", "na"};
    return QString("%1%2 %3").arg(words[static_cast<int>(judgement.outcome)],
                                  judgement.warning ? "!" : "", judgement.why.c_str());
}

} // namespace

class tst_Checklist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passFail();
    void number_limitsAreInclusive();
    void number_limitBySituation();
    void number_againstTheRegister();
    void expiry_validOnTheDayItself();
    void age_fromTheInspectionDate();
    void count_bothRules();
    void choice_overridesLevelDaysAndAction();
    void notApplicable_anyType();
    void photos_byRuleAndOutcome();
    void prefill_fromTheRegister();
    void plantedCases_ofTheSample();
    void missing_inChecklistOrder();
    void observed_onlyWhatDiffers();
    void basis_asText();
};

void tst_Checklist::passFail()
{
    const ChecklistItem one = item("a", ResponseType::PassFailNa);
    Answer answer;
    QCOMPARE(judged(one, answer), QString("open no_answer"));
    answer.passed = true;
    QCOMPARE(judged(one, answer), QString("pass yes"));
    answer.passed = false;
    QCOMPARE(judged(one, answer), QString("fail no"));
    const Judgement judgement = judge(one, answer, Place{}.around);
    QCOMPARE(judgement.days, 7);
    QCOMPARE(nameOf(judgement.level), std::string_view("general"));
}

void tst_Checklist::number_limitsAreInclusive()
{
    ChecklistItem crack = item("bldg.struct.crack", ResponseType::Number);
    crack.response.bounds = {0.0, 0.3, {}};
    QCOMPARE(judged(crack, Answer{}), QString("open no_answer"));
    QCOMPARE(judged(crack, numbered(0)), QString("pass within_limits"));
    QCOMPARE(judged(crack, numbered(0.3)), QString("pass within_limits"));
    QCOMPARE(judged(crack, numbered(std::nextafter(0.3, 1))), QString("fail above_max"));
    QCOMPARE(judged(crack, numbered(-0.1)), QString("fail below_min"));
    QCOMPARE(judged(crack, numbered(std::numeric_limits<double>::quiet_NaN())), QString("open no_answer"));
    QCOMPARE(judged(crack, numbered(std::numeric_limits<double>::infinity())), QString("open no_answer"));
    ChecklistItem freezer = item("food.store.freezer", ResponseType::Number);
    freezer.response.bounds.max = -12;
    QCOMPARE(judged(freezer, numbered(-12)), QString("pass within_limits"));
    QCOMPARE(judged(freezer, numbered(-11.9)), QString("fail above_max"));
}

void tst_Checklist::number_limitBySituation()
{
    ChecklistItem gap = item("bldg.part.railing-gap", ResponseType::Number);
    gap.response.bounds = {0.0, 0.11, {}};
    gap.response.limitBy = {{{"school.type=kindergarten"}, {{}, 0.09, {}}}};
    Place place;
    QCOMPARE(judged(gap, numbered(0.11), place), QString("pass within_limits"));
    place.record.type = "kindergarten";
    QCOMPARE(judged(gap, numbered(0.11), place), QString("fail above_max"));
    QCOMPARE(judged(gap, numbered(0.09), place), QString("pass within_limits"));
    QCOMPARE(judged(gap, numbered(-1), place), QString("fail below_min")); // min stays

    ChecklistItem sandbags = item("flood.store.sandbags", ResponseType::Number);
    sandbags.response.bounds.min = 50;
    sandbags.response.limitBy = {{{"school.flood_risk=low"}, {20.0, {}, {}}},
                                 {{"school.type=kindergarten"}, {10.0, {}, {}}}};
    QCOMPARE(judged(sandbags, numbered(20), place), QString("pass within_limits"));
    QCOMPARE(judged(sandbags, numbered(19), place), QString("fail below_min")); // the first that holds
    place.record.fields["flood_risk"] = std::string("high");
    QCOMPARE(judged(sandbags, numbered(10), place), QString("pass within_limits"));
}

void tst_Checklist::number_againstTheRegister()
{
    ChecklistItem load = item("bus.run.load", ResponseType::Number);
    load.response.bounds.min = 0;
    load.response.compareOp = "<=";
    load.response.compareField = "bus.approved_seats";
    Place place;
    QCOMPARE(judged(load, numbered(24), place), QString("pass within_limits"));
    QCOMPARE(judged(load, numbered(25), place), QString("fail against_register"));
    QCOMPARE(judged(load, numbered(-1), place), QString("fail below_min"));
    const std::tuple<const char *, double, bool> ops[] = {
        {"<", 24, false}, {"<", 23, true}, {">=", 24, true}, {">=", 23, false}, {">", 24, false},
        {">", 25, true}, {"==", 24, true}, {"==", 23, false}, {"!=", 24, false}, {"!=", 23, true}};
    for (const auto &[op, number, passes] : ops) {
        load.response.compareOp = op;
        QCOMPARE(judged(load, numbered(number), place),
                 QString(passes ? "pass within_limits" : "fail against_register"));
    }
    place.asset.fields.clear(); // nothing to hold it against: passed, and shown
    QCOMPARE(judged(load, numbered(99), place), QString("pass! register_unknown"));
}

void tst_Checklist::expiry_validOnTheDayItself()
{
    ChecklistItem plate = item("bus.permit.plate-valid", ResponseType::DateNotExpired);
    plate.response.warnDays = 30;
    QCOMPARE(judged(plate, Answer{}), QString("open no_answer"));
    QCOMPARE(judged(plate, dated("2025-06-29")), QString("fail expired"));
    QCOMPARE(judged(plate, dated("2025-06-30")), QString("pass! expires_soon"));
    QCOMPARE(judged(plate, dated("2025-07-30")), QString("pass! expires_soon"));
    QCOMPARE(judged(plate, dated("2025-07-31")), QString("pass valid"));
    plate.response.warnDays = 0;
    QCOMPARE(judged(plate, dated("2025-06-30")), QString("pass valid"));
}

void tst_Checklist::age_fromTheInspectionDate()
{
    ChecklistItem drill = item("fire.mgmt.drill", ResponseType::DateWithin);
    drill.scope = AssetKind::School;
    drill.response.bounds.maxAgeDays = 184;
    drill.response.limitBy = {{{"school.type=kindergarten"}, {{}, {}, 92}}};
    Place place;
    QCOMPARE(judged(drill, dated("2024-12-28"), place), QString("pass recent")); // 184 days
    QCOMPARE(judged(drill, dated("2024-12-27"), place), QString("fail too_old"));
    QCOMPARE(judged(drill, dated("2025-06-30"), place), QString("pass recent"));
    QCOMPARE(judged(drill, dated("2025-07-01"), place), QString("open in_future"));
    place.record.type = "kindergarten";
    QCOMPARE(judged(drill, dated("2025-03-30"), place), QString("pass recent")); // 92 days
    QCOMPARE(judged(drill, dated("2025-03-29"), place), QString("fail too_old"));
}

void tst_Checklist::count_bothRules()
{
    ChecklistItem certificates = item("food.staff.health-cert", ResponseType::CountOfTotal);
    certificates.response.passWhen = "count==total";
    Answer half;
    half.count = 4;
    QCOMPARE(judged(certificates, half), QString("open no_answer"));
    QCOMPARE(judged(certificates, counted(5, 5)), QString("pass complete"));
    QCOMPARE(judged(certificates, counted(4, 5)), QString("fail incomplete"));
    QCOMPARE(judged(certificates, counted(6, 5)), QString("fail incomplete"));
    QCOMPARE(judged(certificates, counted(0, 0)), QString("pass complete"));
    QCOMPARE(judged(certificates, counted(-1, 5)), QString("open negative"));
    ChecklistItem guards = item("sec.people.guards", ResponseType::CountOfTotal);
    guards.response.passWhen = "count>=total";
    QCOMPARE(judged(guards, counted(3, 2)), QString("pass complete"));
    QCOMPARE(judged(guards, counted(2, 2)), QString("pass complete"));
    QCOMPARE(judged(guards, counted(1, 2)), QString("fail incomplete"));
}

void tst_Checklist::choice_overridesLevelDaysAndAction()
{
    ChecklistItem gnss = item("bus.equip.gnss", ResponseType::Choice);
    gnss.response.options = {
        {"online", {"在线", ""}, Outcome::Pass, {}, {}, {}, {}},
        {"offline", {"离线", ""}, Outcome::Fail, {}, {}, 3, {}},
        {"none", {"未安装", ""}, Outcome::Fail, {}, Level::Major, 0, FailAction::StopUse},
        {"exempt", {"免装", ""}, Outcome::NotApplicable, {}, {}, {}, {}},
    };
    Answer answer;
    answer.choice = "satellite";
    QCOMPARE(judged(gnss, answer), QString("open no_answer"));
    answer.choice = "online";
    QCOMPARE(judged(gnss, answer), QString("pass chosen"));
    answer.choice = "exempt";
    QCOMPARE(judged(gnss, answer), QString("na chosen"));
    answer.choice = "offline";
    const Judgement offline = judge(gnss, answer, Place{}.around);
    QCOMPARE(offline.days, 3);
    QVERIFY(offline.level == Level::General && offline.action == FailAction::None);
    answer.choice = "none";
    const Judgement none = judge(gnss, answer, Place{}.around);
    QCOMPARE(none.days, 0);
    QVERIFY(none.level == Level::Major && none.action == FailAction::StopUse);
}

void tst_Checklist::notApplicable_anyType()
{
    Answer answer;
    answer.notApplicable = true;
    for (int type = 1; type <= 6; ++type)
        QCOMPARE(judged(item("a", static_cast<ResponseType>(type)), answer),
                 QString("na not_applicable"));
    ChecklistItem pool = item("drown.pool.cpr", ResponseType::PassFailNa);
    pool.appliesWhen = Condition{"school.has_pool"};
    answer = {};
    answer.passed = false;
    QCOMPARE(judged(pool, answer), QString("na does_not_apply"));
}

void tst_Checklist::photos_byRuleAndOutcome()
{
    const auto needs = [](PhotoRule rule, std::optional<bool> passed, bool restricted = false) {
        ChecklistItem one = item("a", ResponseType::PassFailNa);
        one.photo = rule;
        one.restricted = restricted;
        Answer answer;
        answer.passed = passed;
        return judge(one, answer, Place{}.around).needsPhoto;
    };
    QVERIFY(!needs(PhotoRule::Never, false));
    QVERIFY(needs(PhotoRule::OnFail, false));
    QVERIFY(!needs(PhotoRule::OnFail, true));
    QVERIFY(needs(PhotoRule::Always, true));
    QVERIFY(needs(PhotoRule::Always, false));
    QVERIFY(!needs(PhotoRule::Always, std::nullopt));
    QVERIFY(!needs(PhotoRule::Always, false, true));
}

void tst_Checklist::prefill_fromTheRegister()
{
    const Place place;
    const Surroundings around{&place.record, &place.asset, day(kToday)};
    ChecklistItem plate = item("plate", ResponseType::DateNotExpired);
    QVERIFY(!prefill(plate, around)); // no field
    plate.response.assetField = "bus.plate_valid_until";
    const auto date = prefill(plate, around);
    QVERIFY(date && date->prefilled && date->date == day("2025-07-20"));
    QCOMPARE(date->item, std::string("plate"));
    ChecklistItem age = item("age", ResponseType::Number);
    age.response.assetField = "driver.age";
    QVERIFY(prefill(age, around)->number == 61.0);
    age.response.assetField = "driver.last_medical";
    QVERIFY(!prefill(age, around));
    ChecklistItem pool = item("pool", ResponseType::PassFailNa);
    pool.response.assetField = "school.has_pool";
    QVERIFY(prefill(pool, around)->passed == false);
    ChecklistItem type = item("type", ResponseType::Choice);
    type.response.assetField = "bus.type";
    type.response.options = {{"primary", {}, Outcome::Pass, {}, {}, {}, {}}};
    QVERIFY(!prefill(type, around)); // the register says something no option says
    type.response.options.push_back({"kindergarten", {}, Outcome::Pass, {}, {}, {}, {}});
    QCOMPARE(prefill(type, around)->choice, std::string("kindergarten"));
    plate.response.assetField = "bus.type"; // not a date
    QVERIFY(!prefill(plate, around));
    plate.response.assetField = "canteen.licence_valid_until"; // not this asset
    QVERIFY(!prefill(plate, around));
    plate.appliesWhen = Condition{"school.has_pool"};
    plate.response.assetField = "bus.plate_valid_until";
    QVERIFY(!prefill(plate, around));
}

// Built by hand after the planted cases of the sample region.
void tst_Checklist::plantedCases_ofTheSample()
{
    Place place;
    ChecklistItem date = item("bus.permit.inspection", ResponseType::DateNotExpired);
    date.scope = AssetKind::Bus;
    date.level = Level::Major;
    date.days = 0;
    date.failAction = FailAction::StopUse;
    date.response.warnDays = 30;
    date.response.assetField = "bus.inspection_valid_until";
    const auto fromRegister = [&](const char *until) {
        place.asset.fields["inspection_valid_until"] = std::string(until);
        const Surroundings around{&place.record, &place.asset, day(kToday)};
        return judge(date, *prefill(date, around), around);
    };
    const Judgement expired = fromRegister("2025-06-21"); // B007
    QVERIFY(expired.outcome == Outcome::Fail && expired.action == FailAction::StopUse
            && expired.level == Level::Major);
    const Judgement soon = fromRegister("2025-07-20"); // B010
    QVERIFY(soon.outcome == Outcome::Pass && soon.warning);
    const Judgement lastDay = fromRegister("2025-06-30"); // B039
    QVERIFY(lastDay.outcome == Outcome::Pass && lastDay.action == FailAction::None);

    ChecklistItem age = item("bus.driver.age", ResponseType::Number);
    age.scope = AssetKind::Bus;
    age.response.bounds = {25.0, 60.0, {}};
    QCOMPARE(judged(age, numbered(60), place), QString("pass within_limits"));
    QCOMPARE(judged(age, numbered(61), place), QString("fail above_max")); // B015
    ChecklistItem duct = item("food.gas.hood-clean", ResponseType::DateWithin);
    duct.response.bounds.maxAgeDays = 92;
    QCOMPARE(judged(duct, dated("2025-03-29"), place), QString("fail too_old")); // C042
}

void tst_Checklist::missing_inChecklistOrder()
{
    Checklist checklist;
    ChecklistItem stop = item("stop", ResponseType::PassFailNa);
    stop.failAction = FailAction::StopUse;
    ChecklistItem always = item("always", ResponseType::PassFailNa);
    always.photo = PhotoRule::Always;
    ChecklistItem pool = item("pool", ResponseType::PassFailNa);
    pool.appliesWhen = Condition{"school.has_pool"};
    ChecklistItem point = item("point", ResponseType::PassFailNa);
    point.scope = AssetKind::FloodPoint;
    checklist.items = {stop, always, item("plain", ResponseType::PassFailNa), pool, point};
    Place place;
    const auto words = [&](const std::vector<Answer> &answers, const std::vector<std::string> &settled = {},
                           const std::vector<std::string> &proven = {}) {
        const char *names[] = {"answer", "reason", "photo", "hazard", "proof"};
        QString all;
        for (const Missing &missing : missingFor(checklist, answers, place.around, settled, proven))
            all += QString::fromStdString(missing.item) + ":" + names[static_cast<int>(missing.what)] + " ";
        return all.trimmed();
    };
    const auto answer = [](const char *id, bool passed) {
        Answer given;
        given.item = id;
        given.passed = passed;
        return given;
    };
    QCOMPARE(words({}), QString("stop:answer always:answer plain:answer"));
    QCOMPARE(words({answer("stop", false), answer("always", true), answer("plain", true)}),
             QString("stop:photo stop:hazard stop:proof always:photo"));
    Answer failed = answer("stop", false);
    failed.photos = {photo("车门")};
    Answer seen = answer("always", true);
    seen.photos = {photo("车厢")};
    Answer none;
    none.item = "plain";
    none.notApplicable = true;
    QCOMPARE(words({failed, seen, none}, {"stop"}, {"stop"}), QString("plain:reason"));
    none.reason = "本车无此设备";
    QCOMPARE(words({failed, seen, none}, {"stop"}, {"stop"}), QString());
    QCOMPARE(words({failed, seen, none}, {"stop"}), QString("stop:proof"));
    // The last answer to an item counts.
    QCOMPARE(words({answer("stop", false), answer("stop", true), seen, none}), QString());
    place.record.fields["has_pool"] = true;
    Answer poolNone;
    poolNone.item = "pool";
    poolNone.notApplicable = true; // the condition explains it
    QCOMPARE(words({answer("stop", true), seen, none}), QString("pool:answer"));
    QCOMPARE(words({answer("stop", true), seen, none, poolNone}), QString());
}

void tst_Checklist::observed_onlyWhatDiffers()
{
    Checklist checklist;
    ChecklistItem plate = item("plate", ResponseType::DateNotExpired);
    plate.response.assetField = "bus.plate_valid_until";
    ChecklistItem age = item("age", ResponseType::Number);
    age.response.assetField = "driver.age";
    ChecklistItem drill = item("drill", ResponseType::DateWithin);
    drill.response.assetField = "school.last_bus_drill";
    drill.response.bounds.maxAgeDays = 184;
    ChecklistItem pool = item("pool", ResponseType::PassFailNa);
    pool.response.assetField = "school.has_pool";
    checklist.items = {plate, age, drill, pool};
    const Place place;
    const Surroundings around{&place.record, &place.asset, day(kToday)};
    std::vector<Answer> answers;
    for (const ChecklistItem &one : checklist.items) {
        if (const auto known = prefill(one, around))
            answers.push_back(*known);
    }
    QCOMPARE(answers.size(), std::size_t{3});
    QVERIFY(observedFields(checklist, answers, around).empty());
    answers[0].date = day("2026-07-20");
    answers[1].notApplicable = true;
    Answer trained = dated("2025-05-20");
    trained.item = "drill";
    answers.push_back(trained);
    const Fields observed = observedFields(checklist, answers, around);
    QCOMPARE(observed.size(), std::size_t{2});
    QVERIFY(observed.at("bus.plate_valid_until") == FieldValue(std::string("2026-07-20")));
    QVERIFY(observed.at("school.last_bus_drill") == FieldValue(std::string("2025-05-20")));
    QCOMPARE(fieldsOf(observed, true).size(), std::size_t{1});
    QVERIFY(fieldsOf(observed, true).contains("school.last_bus_drill"));
    QVERIFY(fieldsOf(observed, false).contains("bus.plate_valid_until"));
    answers.back().date = day("2025-07-20"); // has not happened yet
    QCOMPARE(observedFields(checklist, answers, around).size(), std::size_t{1});
}

void tst_Checklist::basis_asText()
{
    Checklist checklist;
    checklist.bases["BUS"] = {"校车安全管理条例", "国务院令第617号(2012)", true};
    checklist.bases["GB24407"] = {"专用校车安全技术条件", "GB 24407-2012", false};
    ChecklistItem one = item("a", ResponseType::PassFailNa);
    QCOMPARE(checklist.basisText(one), std::string());
    one.basis = {{"BUS", "第十六条"}, {"BUS", "第十八条"}, {"GB24407", ""}, {"GONE", "第一条"}};
    QCOMPARE(checklist.basisText(one),
             std::string("《校车安全管理条例》第十六条；《校车安全管理条例》第十八条；《专用校车安全技术条件》"));
    checklist.kind = "school-bus";
    checklist.version = "1.0";
    QCOMPARE(checklist.id(), std::string("school-bus@1.0"));
}

QTEST_GUILESS_MAIN(tst_Checklist)
#include "tst_Checklist.moc"
