#include "RandomHistory.h"

#include <algorithm>
#include <array>

#include "Chronicle.h"
#include "support/SeededRandom.h"

namespace campus::tests {

namespace {

using domain::HazardAct;
using domain::HazardState;
using domain::Level;
using K = domain::HazardActKind;

constexpr Millis kHour = 3'600'000;
constexpr int kSchools = 12;
constexpr std::array kCategories{"FIRE.EXIT", "FOOD.SAMPLE", "BUS.EQUIP",
                                 "BLDG.WALL", "BULLY.CASE",  "MGMT"};
constexpr std::array kCampaigns{"", "", "开学检查", "除险保安"};
constexpr std::array kTypes{"kindergarten", "primary", "junior", "nine_year"};
constexpr std::array kBoundaries{"2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"};

// One hazard as it lives in the generator.
struct Life {
    std::string id, school;
    HazardState state = HazardState::Draft;
    Day foundOn;
    Millis at = 0;      // of the last act
    Millis arrived = 0; // at the server
    bool asked = false, listed = false, hasDue = false;
    std::vector<figures::Fact> facts;
};

class Generator
{
public:
    Generator(std::uint64_t seed) : m_random(seed) {}
    std::vector<figures::Fact> history(int hazards);

private:
    template <typename List>
    const char *pick(const List &list)
    {
        return list[m_random.below(list.size())];
    }
    Millis between(Millis low, Millis high)
    {
        return low +
               static_cast<Millis>(m_random.below(static_cast<std::uint64_t>(high - low + 1)));
    }
    Day dayBetween(const char *low, const char *high)
    {
        return day(low) + static_cast<int>(
                              m_random.below(static_cast<std::uint64_t>(day(high) - day(low) + 1)));
    }
    Millis instantOn(Day day);
    Millis delay();
    void registers();
    void inspections(int count);
    void notices(int count);
    Life life(int number);
    void findIt(Life &life);
    bool step(Life &life);
    HazardAct nextAct(Life &life);
    HazardAct openAct(Life &life);
    void tell(Life &life, HazardAct act);
    domain::Occurred occurredAt(Millis decided, Millis received);
    void merge(std::vector<Life> &lives);
    void mergeInto(Life &duplicate, std::vector<Life> &lives, std::size_t main);
    void keep(const std::string &object, const std::string &school, domain::EventBody body,
              Millis at, Millis received);
    figures::Fact fact(const std::string &object, const std::string &school, domain::EventBody body,
                       Millis at, Millis received);

    support::SeededRandom m_random;
    std::vector<figures::Fact> m_facts;
};

Millis Generator::instantOn(Day day)
{
    switch (m_random.below(8)) {
    case 0: return day.begin();
    case 1: return day.end();
    default: return between(day.begin(), day.end());
    }
}

Millis Generator::delay()
{
    if (m_random.chance(0.7))
        return between(0, kHour);
    return m_random.chance(0.7) ? between(0, 5 * kDayMillis) : between(0, 40 * kDayMillis);
}

// The decided instant is `decided`; a third of the claims lie outside their interval.
domain::Occurred Generator::occurredAt(Millis decided, Millis received)
{
    if (m_random.chance(0.8))
        return {decided, decided, decided};
    const Millis before = decided - between(0, 3 * kDayMillis);
    const Millis after = between(decided, std::max(decided, received));
    switch (m_random.below(3)) {
    case 0: return {decided, after, decided - between(1, 400 * kDayMillis)};
    case 1: return {before, decided, decided + between(1, 400 * kDayMillis)};
    default: return {before, after, decided};
    }
}

figures::Fact Generator::fact(const std::string &object, const std::string &school,
                              domain::EventBody body, Millis at, Millis received)
{
    return factOf(object, school, std::move(body), occurredAt(at, received), received);
}

void Generator::keep(const std::string &object, const std::string &school, domain::EventBody body,
                     Millis at, Millis received)
{
    m_facts.push_back(fact(object, school, std::move(body), at, received));
}

void Generator::registers()
{
    const Millis begin = noon("2024-01-01");
    for (const char *id : {"T01", "T02", "T03"})
        keep(id, {}, domain::Township{id, std::string("9901") + id, std::string(id) + "镇", "town"},
             begin, begin);
    for (int i = 1; i <= kSchools; ++i) {
        domain::School school = schoolNamed("S" + std::to_string(100 + i));
        school.type = pick(kTypes);
        school.township = "T0" + std::to_string(1 + i % 3);
        school.ownership = m_random.chance(0.3) ? "private" : "public";
        keep(school.id, school.id, school, begin, begin);
        if (!m_random.chance(0.5))
            continue;
        domain::SchoolChange change;
        change.school = school.id;
        change.on =
            m_random.chance(0.5) ? day(pick(kBoundaries)) : dayBetween("2024-08-01", "2025-08-31");
        switch (m_random.below(3)) {
        case 0:
            change = {school.id, change.on, "ownership", school.ownership, std::string("public"),
                      {},        {}};
            break;
        case 1:
            change = {school.id, change.on, "township_id", school.township, std::string("T01"),
                      {},        {}};
            break;
        default:
            change = {school.id, change.on, "status", school.status, std::string("closed"), {}, {}};
            break;
        }
        const Millis at = instantOn(change.on);
        keep(school.id, school.id, change, at, at + delay());
    }
}

void Generator::inspections(int count)
{
    for (int i = 0; i < count; ++i) {
        domain::InspectionSubmitted submitted;
        submitted.checklist = "fire@1.0";
        submitted.on =
            m_random.chance(0.3) ? day(pick(kBoundaries)) : dayBetween("2024-10-01", "2025-08-31");
        submitted.campaign = pick(kCampaigns);
        submitted.type = m_random.chance(0.2) ? "self" : "supervision";
        submitted.team = m_random.chance(0.8) ? (m_random.chance(0.5) ? "甲组" : "乙组") : "";
        submitted.inspectors = {"U012", "U011"};
        const Millis at = instantOn(submitted.on);
        keep("I" + std::to_string(i), "S" + std::to_string(101 + m_random.below(kSchools)),
             submitted, at, at + delay());
    }
}

void Generator::notices(int count)
{
    for (int i = 0; i < count; ++i) {
        domain::NoticeIssued issued;
        issued.on =
            m_random.chance(0.3) ? day(pick(kBoundaries)) : dayBetween("2024-10-01", "2025-08-31");
        issued.campaign = pick(kCampaigns);
        const std::string id = "N" + std::to_string(i);
        const std::string school = "S" + std::to_string(101 + m_random.below(kSchools));
        const Millis at = instantOn(issued.on);
        const Millis received = at + delay();
        keep(id, school, issued, at, received);
        if (!m_random.chance(0.2))
            continue;
        const Day cancelledOn = issued.on + static_cast<int>(m_random.below(40));
        const Millis cancelledAt = std::max(at, instantOn(cancelledOn));
        keep(id, school, domain::NoticeCancelled{"重复", cancelledOn}, cancelledAt,
             std::max(received, cancelledAt + delay()));
    }
}

void Generator::tell(Life &life, HazardAct act)
{
    life.arrived = std::max(life.arrived, life.at + delay());
    life.facts.push_back(fact(life.id, life.school, std::move(act), life.at, life.arrived));
}

void Generator::findIt(Life &life)
{
    HazardAct act;
    act.kind = m_random.chance(0.2) ? K::FixOnSpot : K::Register;
    life.foundOn =
        m_random.chance(0.3) ? day(pick(kBoundaries)) : dayBetween("2024-07-01", "2025-08-31");
    act.foundOn = life.foundOn;
    act.place = "东门";
    act.description = "隐患";
    act.category = pick(kCategories);
    act.campaign = pick(kCampaigns);
    act.source = m_random.chance(0.25) ? domain::Source::SelfCheck : domain::Source::Inspection;
    act.level = act.kind == K::Register && m_random.chance(0.2) ? Level::Major : Level::General;
    act.restricted = m_random.chance(0.03);
    life.at = instantOn(life.foundOn);
    if (m_random.chance(0.1)) // written down on a later day
        life.at += between(0, 3 * kDayMillis);
    life.hasDue = act.kind == K::FixOnSpot;
    life.state = act.kind == K::FixOnSpot ? HazardState::Closed : HazardState::Registered;
    tell(life, act);
}

// What may come next from any open state.
HazardAct Generator::openAct(Life &life)
{
    HazardAct act;
    switch (m_random.below(5)) {
    case 0: act.kind = K::ProposeLevel; break;
    case 1: act.kind = K::ConfirmLevel; break;
    case 2:
        act.kind = life.listed ? K::Delist : K::List;
        act.on = Day::of(life.at) - static_cast<int>(m_random.below(3));
        life.listed = !life.listed;
        break;
    case 3:
        act.kind = K::Transfer;
        act.on = Day::of(life.at) - static_cast<int>(m_random.below(3));
        break;
    default: act.kind = K::Note; break;
    }
    act.level = m_random.chance(0.5) ? Level::Major : Level::General;
    return act;
}

HazardAct Generator::nextAct(Life &life)
{
    constexpr std::array kDays{0, 1, 3, 7, 15, 30, 60, 90};
    HazardAct act;
    const Day today = Day::of(life.at);
    const auto deadline = [&] {
        const int days = kDays.at(m_random.below(kDays.size()));
        if (m_random.chance(0.5))
            act.due = today + days;
        else
            act.days = days;
        life.hasDue = true;
    };
    const std::uint64_t choice = m_random.below(10);
    switch (life.state) {
    case HazardState::Registered:
        act.kind = K::Assign;
        deadline();
        life.state = HazardState::Assigned;
        return act;
    case HazardState::Assigned:
    case HazardState::Rectifying:
        if (choice < 2 && life.state == HazardState::Assigned) {
            act.kind = K::Receive;
            life.state = HazardState::Rectifying;
        } else if (choice < 4 && !life.asked) {
            act.kind = K::AskExtension;
            act.until = today + kDays.at(4 + m_random.below(4));
            life.asked = true;
        } else if (life.asked && choice < 9) {
            act.kind = m_random.chance(0.7) ? K::GrantExtension : K::RefuseExtension;
            if (m_random.chance(0.5))
                act.until = today + kDays.at(4 + m_random.below(4));
            life.asked = false;
        } else {
            act.kind = K::Confirm;
            life.state = HazardState::Submitted;
        }
        return act;
    case HazardState::Submitted:
        act.kind = choice < 7 ? K::Pass : K::Return;
        life.asked = false;
        life.state = choice < 7 ? HazardState::Closed : HazardState::Rectifying;
        return act;
    default:
        act.kind = K::Reopen;
        deadline();
        life.state = HazardState::Rectifying;
        return act;
    }
}

bool Generator::step(Life &life)
{
    if (m_random.chance(0.5))
        life.at += between(0, kDayMillis);
    else if (m_random.chance(0.1))
        life.at = std::max(life.at, instantOn(day(pick(kBoundaries))));
    else
        life.at += between(0, 40 * kDayMillis);
    if (life.at > noon("2025-11-01"))
        return false;
    if (life.state == HazardState::Closed && !m_random.chance(0.3))
        return false;
    if (m_random.chance(0.04)) {
        HazardAct act;
        act.kind = K::Void;
        tell(life, act);
        return false;
    }
    const bool beside = life.state != HazardState::Closed && m_random.chance(0.25);
    HazardAct act = beside ? openAct(life) : nextAct(life);
    tell(life, std::move(act));
    return true;
}

Life Generator::life(int number)
{
    Life life;
    life.id = "H" + std::to_string(1000 + number);
    life.school = "S" + std::to_string(101 + m_random.below(kSchools));
    findIt(life);
    for (int steps = static_cast<int>(m_random.below(14)); steps > 0 && step(life); --steps) {
    }
    return life;
}

void Generator::mergeInto(Life &duplicate, std::vector<Life> &lives, std::size_t main)
{
    Life &other = lives[main];
    const Millis known =
        std::max(duplicate.facts.front().receivedAt, other.facts.front().receivedAt);
    const Millis at =
        std::max({duplicate.foundOn.end(), other.foundOn.end()}) + between(0, 30 * kDayMillis);
    const Millis received = std::max(known + 1, at + delay());
    const auto endsBefore = [&](const Life &life) {
        return std::any_of(life.facts.begin(), life.facts.end(), [&](const figures::Fact &f) {
            const K kind = std::get<HazardAct>(f.event.body).kind;
            return (kind == K::Void || kind == K::Merge) && f.receivedAt < received;
        });
    };
    if (endsBefore(duplicate) || endsBefore(other))
        return;
    std::erase_if(duplicate.facts,
                  [&](const figures::Fact &f) { return f.receivedAt >= received; });
    HazardAct act;
    act.kind = K::Merge;
    act.into = other.id;
    duplicate.facts.push_back(fact(duplicate.id, duplicate.school, act, at, received));
    // Some who work on the main hazard still open the duplicate's page.
    for (figures::Fact &f : other.facts) {
        const bool isMerge = std::get<HazardAct>(f.event.body).kind == K::Merge;
        if (f.receivedAt > received && !isMerge && m_random.chance(0.3))
            f.event.object = duplicate.id;
    }
}

void Generator::merge(std::vector<Life> &lives)
{
    for (std::size_t i = 1; i < lives.size(); ++i) {
        if (!m_random.chance(0.12))
            continue;
        for (std::size_t j = 0; j < i; ++j) { // the main one stands earlier: no circles
            if (lives[j].school == lives[i].school && lives[j].foundOn <= lives[i].foundOn &&
                m_random.chance(0.4)) {
                mergeInto(lives[i], lives, j);
                break;
            }
        }
    }
}

std::vector<figures::Fact> Generator::history(int hazards)
{
    registers();
    inspections(hazards / 2);
    notices(hazards / 3);
    std::vector<Life> lives;
    for (int i = 0; i < hazards; ++i)
        lives.push_back(life(i));
    merge(lives);
    for (Life &life : lives)
        m_facts.insert(m_facts.end(), life.facts.begin(), life.facts.end());
    std::stable_sort(m_facts.begin(), m_facts.end(),
                     [](const auto &a, const auto &b) { return a.receivedAt < b.receivedAt; });
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        m_facts[i].seq = i + 1;
        m_facts[i].event.id = uuidOf(i + 1);
    }
    return m_facts;
}

} // namespace

std::vector<figures::Fact> randomHistory(std::uint64_t seed, int hazards)
{
    return Generator(seed).history(hazards);
}

} // namespace campus::tests
