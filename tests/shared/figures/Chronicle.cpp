#include "Chronicle.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/Assert.h"

namespace campus::tests {

using domain::HazardAct;
using K = domain::HazardActKind;

namespace {

HazardAct actOf(K kind)
{
    HazardAct act;
    act.kind = kind;
    return act;
}

domain::ObjectKind kindOf(const domain::EventBody &body)
{
    using domain::ObjectKind;
    if (std::holds_alternative<HazardAct>(body))
        return ObjectKind::Hazard;
    if (std::holds_alternative<domain::InspectionSubmitted>(body))
        return ObjectKind::Inspection;
    if (std::holds_alternative<domain::Township>(body))
        return ObjectKind::Township;
    if (std::holds_alternative<domain::School>(body) ||
        std::holds_alternative<domain::SchoolChange>(body))
        return ObjectKind::School;
    return ObjectKind::Notice;
}

} // namespace

Day day(const char *iso)
{
    const auto parsed = Day::parse(iso);
    CAMPUS_ASSERT(parsed.has_value());
    return *parsed;
}

Millis noon(const char *iso)
{
    return day(iso).begin() + 12 * 3'600'000;
}

std::string uuidOf(std::uint64_t number)
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "00000000-0000-7000-8000-%012llx",
                  static_cast<unsigned long long>(number & 0xFFFFFFFFFFFFu));
    return text.data();
}

figures::Fact factOf(std::string object, std::string school, domain::EventBody body,
                     const domain::Occurred &occurred, Millis receivedAt)
{
    figures::Fact fact;
    fact.receivedAt = receivedAt;
    fact.occurred = occurred;
    fact.event.kind = kindOf(body);
    fact.event.object = std::move(object);
    fact.event.school = std::move(school);
    fact.event.actor = "U001";
    fact.event.role = domain::Role::BureauAdmin;
    fact.event.wall = occurred.claimed;
    fact.event.body = std::move(body);
    return fact;
}

domain::School schoolNamed(const std::string &id)
{
    domain::School school;
    school.id = id;
    school.code = "9901" + id;
    school.name = id + "小学";
    school.type = "primary";
    school.ownership = "public";
    school.township = "T01";
    school.status = "active";
    return school;
}

std::string joined(const std::vector<std::string> &members)
{
    std::string text;
    for (const std::string &member : members)
        text += (text.empty() ? "" : " ") + member;
    return text;
}

Chronicle::Chronicle()
{
    add("T01", {}, domain::Township{"T01", "990101", "望澄街道", "subdistrict"}, "2024-01-01");
    school(schoolNamed("S01"), "2024-01-01");
}

void Chronicle::add(std::string object, std::string school, domain::EventBody body,
                    const When &when)
{
    add(std::move(object), std::move(school), std::move(body), when, {when.at, when.at, when.at});
}

void Chronicle::add(std::string object, std::string school, domain::EventBody body,
                    const When &when, const domain::Occurred &occurred)
{
    m_facts.push_back(factOf(std::move(object), std::move(school), std::move(body), occurred,
                             when.received.value_or(when.at)));
    m_facts.back().event.id = uuidOf(m_facts.size());
}

std::string Chronicle::schoolOf(const std::string &hazard) const
{
    for (const figures::Fact &fact : m_facts) {
        if (fact.event.object == hazard)
            return fact.event.school;
    }
    return m_school;
}

void Chronicle::act(const std::string &hazard, HazardAct act, const When &when)
{
    add(hazard, schoolOf(hazard), std::move(act), when);
}

void Chronicle::found(const std::string &hazard, const When &when, domain::Level proposed)
{
    HazardAct act = actOf(K::Register);
    act.place = "东门";
    act.description = "安全出口堆放杂物";
    act.category = m_category;
    act.basis = "《中华人民共和国消防法》第二十八条";
    act.foundOn = Day::of(when.at);
    act.level = proposed;
    this->act(hazard, act, when);
}

void Chronicle::fixedOnSpot(const std::string &hazard, const When &when)
{
    HazardAct act = actOf(K::FixOnSpot);
    act.place = "东门";
    act.description = "灭火器被遮挡";
    act.category = m_category;
    act.foundOn = Day::of(when.at);
    this->act(hazard, act, when);
}

void Chronicle::assigned(const std::string &hazard, const char *due, const When &when)
{
    HazardAct act = actOf(K::Assign);
    act.notice = "N-" + hazard;
    act.measure = "清理";
    act.responsible = "校长";
    act.due = day(due);
    this->act(hazard, act, when);
}

void Chronicle::confirmed(const std::string &hazard, const When &when)
{
    HazardAct act = actOf(K::Confirm);
    act.done = "已清理";
    act.doneOn = Day::of(when.at);
    this->act(hazard, act, when);
}

void Chronicle::passed(const std::string &hazard, const When &when)
{
    act(hazard, actOf(K::Pass), when);
}

void Chronicle::returned(const std::string &hazard, const When &when)
{
    act(hazard, actOf(K::Return), when);
}

void Chronicle::reopened(const std::string &hazard, const char *due, const When &when)
{
    HazardAct act = actOf(K::Reopen);
    act.due = day(due);
    this->act(hazard, act, when);
}

void Chronicle::extended(const std::string &hazard, const char *until, const When &when)
{
    HazardAct act = actOf(K::GrantExtension);
    act.until = day(until);
    this->act(hazard, act, when);
}

void Chronicle::levelConfirmed(const std::string &hazard, domain::Level level, const When &when)
{
    HazardAct act = actOf(K::ConfirmLevel);
    act.level = level;
    this->act(hazard, act, when);
}

void Chronicle::merged(const std::string &hazard, const std::string &into, const When &when)
{
    HazardAct act = actOf(K::Merge);
    act.into = into;
    this->act(hazard, act, when);
}

void Chronicle::voided(const std::string &hazard, const When &when)
{
    act(hazard, actOf(K::Void), when);
}

void Chronicle::inspected(const std::string &inspection, const std::string &school,
                          const std::string &team, const When &when, const std::string &campaign,
                          const std::string &type)
{
    domain::InspectionSubmitted submitted;
    submitted.checklist = "fire@1.0";
    submitted.team = team;
    submitted.campaign = campaign;
    submitted.type = type;
    submitted.inspectors = {"U010"};
    submitted.on = Day::of(when.at);
    add(inspection, school, submitted, when);
}

void Chronicle::noticed(const std::string &notice, const When &when)
{
    domain::NoticeIssued issued;
    issued.on = Day::of(when.at);
    add(notice, m_school, issued, when);
}

void Chronicle::noticeCancelled(const std::string &notice, const When &when)
{
    add(notice, m_school, domain::NoticeCancelled{"重复", Day::of(when.at)}, when);
}

void Chronicle::school(const domain::School &school, const When &when)
{
    add(school.id, school.id, school, when);
}

void Chronicle::changed(const domain::SchoolChange &change, const When &when)
{
    add(change.school, change.school, change, when);
}

std::vector<figures::Fact> Chronicle::facts() const
{
    std::vector<figures::Fact> facts = m_facts;
    std::stable_sort(
        facts.begin(), facts.end(),
        [](const figures::Fact &a, const figures::Fact &b) { return a.receivedAt < b.receivedAt; });
    for (std::size_t i = 0; i < facts.size(); ++i)
        facts[i].seq = i + 1;
    return facts;
}

figures::History Chronicle::history() const
{
    figures::History history;
    for (const figures::Fact &fact : facts())
        history.add(fact);
    return history;
}

} // namespace campus::tests
