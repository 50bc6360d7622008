#include "HazardFixture.h"

#include "core/Assert.h"

namespace campus::test {

using namespace domain;
using K = HazardActKind;

Occurred at(const char *iso)
{
    const Millis noon = noonOf(day(iso));
    return {noon, noon, noon};
}

Photo photo(const std::string &place, int number)
{
    Photo photo;
    photo.original = sha256(place + std::to_string(number));
    photo.place = place;
    photo.bytes = 1000;
    return photo;
}

HandSignature drawn(const std::string &role)
{
    HandSignature signature;
    signature.role = role;
    signature.name = "张立刚";
    signature.image = sha256("drawn by " + role);
    return signature;
}

School school(const std::string &id, const std::string &township)
{
    School school;
    school.id = id;
    school.name = "第一小学";
    school.type = "primary";
    school.ownership = "public";
    school.township = township;
    school.status = "active";
    return school;
}

User person(Role role)
{
    User user;
    user.role = role;
    user.id = "u-" + std::string(nameOf(role));
    user.name = user.id;
    if (role == Role::SafetyOfficer || role == Role::TownOfficer)
        user.townships = {"T1"};
    if (role == Role::Principal || role == Role::SchoolSafety)
        user.school = "S1";
    if (role == Role::Expert)
        user.assigned = {"h1"};
    return user;
}

Bureau bureau()
{
    Bureau bureau;
    bureau.id = "E1";
    bureau.name = "教育局";
    return bureau;
}

HazardAct fullAct(HazardActKind kind)
{
    HazardAct act;
    act.kind = kind;
    switch (kind) {
    case K::FixOnSpot:
        act.after = {photo("北楼梯", 2)};
        act.signatures = {drawn("school")};
        [[fallthrough]];
    case K::Register:
        act.place = "北楼梯";
        act.description = "灭火器压力不足";
        act.category = "FIRE.EQUIP";
        act.basis = "《中华人民共和国消防法》第十六条";
        act.foundOn = day("2025-03-03");
        act.before = {photo("北楼梯", 1)};
        break;
    case K::Assign:
        act.notice = "n1";
        act.measure = "更换灭火器";
        act.responsible = "苏光勇";
        act.due = day("2025-03-20");
        act.interim = "设置警戒线";
        break;
    case K::Receive: act.signatures = {drawn("school")}; break;
    case K::Progress: act.text = "已采购"; break;
    case K::Prepare:
    case K::Confirm:
        act.done = "已更换";
        act.doneOn = day("2025-03-05");
        act.after = {photo("北楼梯", 3)};
        break;
    case K::Pass:
        act.after = {photo("北楼梯", 4)};
        act.text = "符合要求";
        break;
    case K::Return:
        act.reason = "仍有一具未更换";
        act.after = {photo("北楼梯", 5)};
        break;
    case K::AskExtension:
        act.delayReason = DelayReason::Tender;
        act.interim = "加强巡查";
        act.until = day("2025-05-01");
        break;
    case K::GrantExtension: act.until = day("2025-05-01"); break;
    case K::RefuseExtension: act.reason = "可按期完成"; break;
    case K::ProposeLevel:
    case K::ConfirmLevel:
        act.level = Level::Major;
        act.rule = "判定指南";
        act.interim = "停用该楼梯";
        break;
    case K::List:
        act.number = "澄安委督〔2025〕3号";
        act.unit = "教育局";
        act.on = day("2025-03-06");
        act.until = day("2025-09-06");
        act.plan = "目标、方法、经费、责任、时限、预案";
        break;
    case K::Delist:
        act.number = "澄安委督〔2025〕9号";
        act.on = day("2025-04-06");
        break;
    case K::Transfer:
        act.unit = "消防救援大队";
        act.number = "澄教函〔2025〕7号";
        act.on = day("2025-03-07");
        act.interim = "加强巡查";
        break;
    case K::Merge:
        act.into = "h0";
        act.reason = "同一处隐患";
        break;
    case K::Void: act.reason = "误录"; break;
    case K::Reopen:
        act.reason = "再次失压";
        act.before = {photo("北楼梯", 6)};
        act.due = day("2025-06-30");
        break;
    case K::Supervise:
        act.number = "澄教督〔2025〕2号";
        act.due = day("2025-04-30");
        break;
    case K::LiftSupervision: break;
    case K::Note: act.text = "请注意防护"; break;
    case K::Plan: act.plan = "治理方案"; break;
    case K::Withdraw:
        act.notice = "n1";
        act.reason = "通知书填错，作废";
        break;
    }
    return act;
}

Event eventOf(EventBody body, const User &actor, const std::string &object)
{
    Event event;
    event.object = object;
    event.school = "S1";
    event.actor = actor.id;
    event.role = actor.role;
    event.body = std::move(body);
    return event;
}

namespace {

// People of the bureau and the township whom a review may name beside its actor.
std::vector<User> colleagues()
{
    std::vector<User> people{person(Role::BureauAdmin), person(Role::SafetyOfficer),
                             person(Role::TownOfficer), person(Role::Principal)};
    for (const char *id : {"u-r1", "u-r2", "u-left"}) {
        people.push_back(person(Role::SafetyOfficer));
        people.back().id = id;
    }
    people.back().active = false;
    return people;
}

} // namespace

Decision Story::tell(EventBody body, const User &actor, const char *iso,
                     std::optional<std::uint64_t> seen)
{
    static const School kSchool = test::school("S1", "T1");
    static const Bureau kBureau = bureau();
    Event event = eventOf(std::move(body), actor, m_object);
    event.id = "e" + std::to_string(m_seq + 1);
    event.kind = objectKind.value_or(ObjectKind::Hazard);
    event.seen = seen.value_or(m_seq);
    Around now = around;
    now.actor = &actor;
    now.school = now.school != nullptr ? now.school : &kSchool;
    now.bureau = now.bureau != nullptr ? now.bureau : &kBureau;
    now.occurred = at(iso);
    static const std::vector<User> kReviewers = colleagues();
    if (now.reviewers.empty()) {
        for (const User &user : kReviewers)
            now.reviewers.push_back(&user);
    }
    std::vector<Hazard> named; // every hazard of a notice exists unless the test says otherwise
    if (const auto *notice = std::get_if<NoticeIssued>(&event.body); notice && now.lines.empty()) {
        for (const NoticeLine &line : notice->lines) {
            Hazard hazard;
            hazard.id = line.hazard;
            hazard.school = "S1";
            hazard.state = HazardState::Registered;
            hazard.proposedLevel = line.level;
            named.push_back(hazard);
        }
        for (const Hazard &hazard : named)
            now.lines.push_back(&hazard);
    }
    const Decision decision = decide(doc, event, now);
    if (decision.kind == Decision::Kind::Accepted)
        doc = evolve(std::move(doc), event, {++m_seq, now.occurred, "No." + std::to_string(m_seq)});
    return decision;
}

Story hazardIn(HazardState state, Level confirmed)
{
    Story story;
    const auto go = [&story](K kind, Role role, const char *iso) {
        const Decision decision = story.tell(kind, role, iso);
        CAMPUS_ASSERT(decision.kind == Decision::Kind::Accepted);
    };
    if (state == HazardState::Draft)
        return story;
    go(K::Register, Role::SafetyOfficer, "2025-03-03");
    if (confirmed == Level::Major)
        go(K::ConfirmLevel, Role::BureauAdmin, "2025-03-03");
    if (state == HazardState::Void)
        go(K::Void, Role::BureauAdmin, "2025-03-04");
    if (state == HazardState::Merged) {
        Hazard main = story.hazard();
        main.id = "h0";
        story.around.main = &main;
        go(K::Merge, Role::BureauAdmin, "2025-03-04");
        story.around.main = nullptr;
    }
    if (state == HazardState::Registered || state == HazardState::Void || state == HazardState::Merged)
        return story;
    go(K::Assign, Role::BureauAdmin, "2025-03-04");
    if (state == HazardState::Assigned)
        return story;
    go(K::Receive, Role::SchoolSafety, "2025-03-05");
    if (state == HazardState::Rectifying)
        return story;
    go(K::Confirm, Role::Principal, "2025-03-08");
    if (state == HazardState::Submitted)
        return story;
    HazardAct pass = fullAct(K::Pass);
    if (confirmed == Level::Major) {
        pass.reviewers = {"u-town_officer"};
        pass.report = "鉴定〔2025〕1号";
        pass.reason = "挂牌前已整改";
    }
    const Decision passed = story.tell(pass, person(Role::BureauAdmin), "2025-03-10");
    CAMPUS_ASSERT(passed.kind == Decision::Kind::Accepted);
    return story;
}

std::string wordOf(const Decision &decision)
{
    switch (decision.kind) {
    case Decision::Kind::Accepted: return "accepted";
    case Decision::Kind::AcceptedNoop: return "noop";
    case Decision::Kind::Refused: return std::string(nameOf(decision.reason));
    case Decision::Kind::Quarantined: return "quarantined " + std::string(nameOf(decision.reason));
    }
    return "?";
}

} // namespace campus::test
