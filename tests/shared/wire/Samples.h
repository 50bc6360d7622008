// One value of everything that travels, with every member set to something that is not its
// default, so that a member forgotten in a codec shows as a difference. For tests only.
#pragma once

#include <QByteArray>
#include <QFile>
#include <string>
#include <utility>
#include <vector>

#include "domain/LifeCycle.h"

namespace campus::samples {

using namespace campus::domain;

inline Digest digest(std::string_view text)
{
    return sha256(text);
}
inline Day day(int month, int dayOfMonth)
{
    return *Day::from(2025, month, dayOfMonth);
}

inline Photo photo(const std::string &name)
{
    Photo p;
    p.original = digest(name + "/original");
    p.preview = digest(name + "/preview");
    p.bytes = 3'145'728;
    p.mediaType = "image/heic";
    p.takenAt = 1'751'241'600'123;
    p.from = "gallery";
    p.place = "东侧楼梯间二层";
    p.latitude = 28.6500001;
    p.longitude = -119.25;
    p.accuracyMetres = 0.1;
    return p;
}

inline HandSignature signature(const std::string &name)
{
    return {"U005",           name, "school", digest(name + "/image"), digest(name + "/content"),
            1'751'241'600'999};
}

inline HazardAct act(HazardActKind kind)
{
    HazardAct a;
    a.kind = kind;
    a.inspection = "inspection-1";
    a.asset = "B001";
    a.checklist = "school-bus@1.0";
    a.item = "bus.permit.licence";
    a.place = "车内第三排 \"右侧\"";
    a.description = "安全带\n缺失\t两条 \\ 🚌";
    a.category = "BUS.EQUIP";
    a.basis = "《校车安全管理条例》第十六条";
    a.campaign = "暑期行动";
    a.source = Source::Report;
    a.level = Level::Major;
    a.foundOn = day(6, 30);
    a.restricted = true;
    a.affectedCount = 4'000'000'000;
    a.failAction = FailAction::SealAndDispose;
    a.failActionProof = {photo("proof")};
    a.before = {photo("before-1"), photo("before-2")};
    a.after = {photo("after")};
    a.signatures = {signature("张立刚")};
    a.notice = "notice-1";
    a.measure = "更换";
    a.interim = "停用";
    a.responsible = "姜学燕";
    a.phone = "000-5550-1007";
    a.days = 0;
    a.due = day(7, 15);
    a.done = "已更换";
    a.doneOn = day(7, 10);
    a.moneyCents = -1;
    a.moneySource = "公用经费";
    a.text = "注";
    a.reason = "因";
    a.delayReason = DelayReason::Tender;
    a.until = day(8, 1);
    a.consent = "澄教〔2025〕7号";
    a.rule = "判定指南第三条";
    a.opinion = "同意";
    a.number = "督2025-3";
    a.unit = "县安委会";
    a.on = day(7, 1);
    a.into = "hazard-0";
    a.earlierHazard = "hazard-00";
    a.onSite = false;
    a.reviewers = {"U006", "U007"};
    a.report = "鉴2025-9";
    a.plan = "六部分";
    a.settled = {day(7, 1), day(7, 2), day(7, 3), day(7, 4), day(7, 5)};
    return a;
}

inline std::vector<Answer> answers()
{
    Answer passed;
    passed.item = "a.pass";
    passed.passed = false;
    passed.note = "看过";
    passed.photos = {photo("answer")};
    Answer number;
    number.item = "a.number";
    number.number = 0.1 + 0.2;
    number.prefilled = true;
    Answer date;
    date.item = "a.date";
    date.date = day(2, 28);
    Answer count;
    count.item = "a.count";
    count.count = 0;
    count.total = 41;
    Answer choice;
    choice.item = "a.choice";
    choice.choice = "C-used";
    Answer none;
    none.item = "a.none";
    none.notApplicable = true;
    none.reason = "无此项";
    return {passed, number, date, count, choice, none};
}

inline InspectionSubmitted submitted()
{
    return {"school-bus@1.0", "B001",     "开学检查", "spot", "team-1", {"U005", "U006"},
            "许成玲",         day(6, 30), 40,         2,      2,        {"hazard-1"}};
}

inline NoticeIssued issued()
{
    NoticeIssued n;
    n.temporaryNumber = "PAD-01-3";
    n.on = day(6, 30);
    n.campaign = "暑期行动";
    n.inspectors = {"U005"};
    n.basisText = "依据";
    n.requirements = "要求";
    n.consequences = "后果";
    n.contact = "倪家静";
    n.phone = "000-5550-2043";
    n.lines = {{"hazard-1", "车内", "缺安全带", "第十六条", "更换", "停用", "姜学燕", Level::Major,
                15, day(7, 15)}};
    n.signatures = {signature("督查员"), signature("校长")};
    n.servedOn = day(6, 30);
    return n;
}

inline Bureau bureau()
{
    Bureau b;
    b.id = "E001";
    b.name = "澄岚县教育局";
    b.office = "校园安全科";
    b.phone = "000-5550-2043";
    b.hotline = "000-5550-0001";
    b.documentPrefix = "澄教安改";
    b.regionCode = "990100";
    b.regionName = "澄岚县";
    b.noticeBasis = "依据";
    b.noticeRequirements = "要求";
    b.noticeConsequences = "后果";
    b.countWord = "条";
    b.reopenWithinDays = 60;
    b.reviewWorkingDays = 3;
    b.reviewMajorDays = 7;
    b.remotePhotoReview = true;
    b.holidays = {day(10, 1), day(10, 2)};
    b.workdays = {day(9, 28)};
    return b;
}

inline SchoolChange schoolChange()
{
    return {"S008", day(3, 1),   "ownership", std::string("private"), std::string("public"),
            "S034", "民办转公办"};
}

inline School school()
{
    School s;
    s.id = "S008";
    s.code = "99011008";
    s.name = "东棠童谣幼儿园";
    s.type = "kindergarten";
    s.subtype = "teaching_point";
    s.ownership = "public";
    s.township = "T03";
    s.status = "active";
    s.successor = "S034";
    s.principalName = "金光峰";
    s.principalPhone = "000-5550-1105";
    s.safetyOfficerName = "曹秀霞";
    s.safetyOfficerPhone = "000-5550-1112";
    s.students = 157;
    s.boarders = 3;
    s.fields = {{"has_pool", false},
                {"guards_required", 2.0},
                {"flood_risk", std::string("low")},
                {"unknown", std::monostate{}},
                {"ratio", 1.0 / 3}};
    s.changes = {schoolChange()};
    s.version = 18'446'744'073'709'551'615u;
    return s;
}

inline Asset asset()
{
    return {"B001",
            AssetKind::Canteen,
            "S003",
            "测A·D1003",
            {{"driver.age", 33.0}, {"permit_valid", true}},
            false,
            9};
}

inline User user()
{
    User u;
    u.id = "U005";
    u.name = "倪家静";
    u.role = Role::SafetyOfficer;
    u.townships = {"T01", "T02"};
    u.school = "S001";
    u.tablet = "PAD-01";
    u.active = false;
    u.version = 12;
    u.assigned = {"hazard-1"};
    return u;
}

inline Checklist checklist()
{
    Checklist c;
    c.kind = "school-bus";
    c.version = "1.0";
    c.status = "published";
    c.title = {"校车", "Bus"};
    c.asset = AssetKind::Bus;
    c.category = "BUS";
    c.note = "注";
    c.frequency = {"每学期", "each term"};
    c.bases = {{"BUS", {"校车安全管理条例", "2012", true}}, {"A", {"甲", "", false}}};
    c.sections = {{"A", {"证件", "Papers"}}};
    ChecklistItem number;
    number.id = "bus.number";
    number.no = "A1";
    number.section = "A";
    number.category = "BUS.DOC";
    number.text = {"人数", "Number"};
    number.basis = {{"BUS", "第十六条"}};
    number.response.type = ResponseType::Number;
    number.response.unit = "人";
    number.response.bounds = {0.5, 30.25, 366};
    // The order counts and is not that of the alphabet.
    number.response.limitBy = {{{"bus.type=primary"}, {std::nullopt, 45.0, std::nullopt}},
                               {{"bus.type=kindergarten"}, {1.0, std::nullopt, 92}}};
    number.response.compareOp = "<=";
    number.response.compareField = "bus.approved_seats";
    number.response.warnDays = 30;
    number.response.passWhen = "count==total";
    number.response.assetField = "bus.riders";
    number.response.rule = "规则";
    number.photo = PhotoRule::Always;
    number.level = Level::Major;
    number.days = 3;
    number.scope = AssetKind::Bus;
    number.failAction = FailAction::StopUse;
    number.appliesWhen = Condition{"bus.operator!=school"};
    number.indicators = {"sec100.guard"};
    number.restricted = true;
    number.uncertain = true;
    number.uncertainNote = "须核定";
    ChecklistItem choice;
    choice.id = "bus.choice";
    choice.section = "A";
    choice.category = "BUS.DOC";
    choice.text = {"等级", ""};
    choice.response.type = ResponseType::Choice;
    choice.response.options = {
        {"B", {"B级", "Grade B"}, Outcome::Pass, "注", std::nullopt, std::nullopt, std::nullopt},
        {"D", {"D级", ""}, Outcome::Fail, "", Level::Major, 0, FailAction::Cordon},
        {"N", {"无", ""}, Outcome::NotApplicable, "", std::nullopt, std::nullopt, std::nullopt}};
    c.items = {number, choice};
    return c;
}

// One body of every type; every act of a hazard.
inline std::vector<EventBody> bodies()
{
    std::vector<EventBody> all;
    for (int kind = static_cast<int>(HazardActKind::Register);
         kind <= static_cast<int>(HazardActKind::Plan); ++kind)
        all.push_back(act(static_cast<HazardActKind>(kind)));
    all.push_back(InspectionAnswers{"school-bus@1.0", "B001", answers()});
    all.push_back(submitted());
    all.push_back(issued());
    all.push_back(NoticeReceipted{signature("校长"), day(7, 1)});
    all.push_back(NoticeCancelled{"重复", day(7, 2)});
    all.push_back(bureau());
    all.push_back(Township{"T01", "990101", "望澄街道", "subdistrict"});
    all.push_back(school());
    all.push_back(schoolChange());
    all.push_back(asset());
    all.push_back(AssetObserved{
        "inspection-1", {{"bus.plate_valid_until", std::string("2026-01-01")}}, day(6, 30)});
    all.push_back(user());
    all.push_back(checklist());
    return all;
}

inline Event eventOf(EventBody body)
{
    Event e;
    e.id = "01890a5d-ac96-774b-bcce-b302099a8057";
    e.object = "object-1";
    e.school = "S003";
    e.actor = "U005";
    e.role = Role::SafetyOfficer;
    e.session = "session-1";
    e.seen = 12;
    e.head = 345;
    e.wall = -62'135'596'800'000; // a clock before 1970 is a fact too
    e.boot = "boot-1";
    e.mono = 86'400'000;
    e.body = std::move(body);
    return e;
}

inline Hazard hazard()
{
    Hazard h;
    h.id = "hazard-1";
    h.school = "S003";
    h.number = "澄2025-12";
    h.state = HazardState::Submitted;
    h.found = act(HazardActKind::Register);
    h.finder = "U005";
    h.foundOn = day(6, 30);
    h.category = "BUS.EQUIP";
    h.proposedLevel = Level::Major;
    h.confirmedLevel = Level::Major;
    h.fixedOnSpot = true;
    h.rounds = {{day(6, 30), "notice-1", day(6, 30), day(7, 15), day(8, 1), day(7, 10), day(7, 10),
                 day(7, 12), 1},
                {day(7, 20), "", std::nullopt, std::nullopt, std::nullopt, std::nullopt,
                 std::nullopt, std::nullopt, 0}};
    h.measure = "更换";
    h.interim = "停用";
    h.responsible = "姜学燕";
    h.phone = "000-5550-1007";
    h.preparedBy = "U077";
    h.submittedBy = "U023";
    h.done = "已更换";
    h.doneOn = day(7, 10);
    h.after = {photo("after")};
    h.moneyCents = 1'234'567;
    h.moneySource = "公用经费";
    h.reviewedBy = "U006";
    h.reviewedOn = day(7, 12);
    h.reviewText = "合格";
    h.returns = 1;
    h.reopenings = 2;
    h.extensionAskedUntil = day(8, 1);
    h.delayReason = DelayReason::NoFunds;
    h.delayText = "待拨款";
    h.listingNumber = "挂1";
    h.listingUnit = "县政府";
    h.listedOn = day(7, 1);
    h.delistedOn = day(7, 13);
    h.supervisionNumber = "督1";
    h.supervisedOn = day(7, 2);
    h.supervisionLiftedOn = day(7, 14);
    h.transferredTo = "住建局";
    h.transferLetter = "函1";
    h.transferredOn = day(7, 3);
    h.mergedInto = "hazard-0";
    h.earlierHazard = "hazard-00";
    h.plan = "方案";
    h.settled = {day(7, 1), std::nullopt, day(7, 3), std::nullopt, day(7, 5)};
    h.timeline = {{"event-1",
                   HazardActKind::Register,
                   "U005",
                   Role::SafetyOfficer,
                   1'751'241'600'000,
                   "发现",
                   {photo("t")},
                   17}};
    h.version = 99;
    return h;
}

// One doc of every kind.
inline std::vector<std::pair<ObjectKind, Doc>> docs()
{
    Notice notice{"notice-1", "S003",    "澄教安改〔2025〕12号",
                  issued(),   "U005",    signature("校长"),
                  day(7, 1),  day(7, 2), "重复",
                  7};
    Inspection inspection{"inspection-1", "S003", submitted(), answers(), true, "U005", 8};
    return {{ObjectKind::Hazard, hazard()},
            {ObjectKind::Inspection, inspection},
            {ObjectKind::Notice, notice},
            {ObjectKind::School, school()},
            {ObjectKind::Asset, asset()},
            {ObjectKind::Township, Township{"T01", "990101", "望澄街道", "subdistrict"}},
            {ObjectKind::User, user()},
            {ObjectKind::Checklist, checklist()},
            {ObjectKind::Bureau, bureau()}};
}

// A file of server/data.
inline std::string fileText(const std::string &name)
{
    QFile file(QString::fromUtf8(CAMPUS_SAMPLES) + QLatin1Char('/') + QString::fromStdString(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace campus::samples
