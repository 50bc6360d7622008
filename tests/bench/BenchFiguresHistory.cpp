#include "BenchFiguresHistory.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace campus::bench {

namespace {

using K = domain::HazardActKind;

constexpr Millis kMinute = 60'000;
constexpr Millis kHour = 60 * kMinute;
const Day kFirstDay = *Day::from(2023, 1, 1);
constexpr int kDays = 3 * 365 + 1;
constexpr std::array kDeadlines{1, 3, 7, 7, 15, 15, 30, 60};
constexpr std::array kCampaigns{"", "", "", "开学检查", "除险保安", "汛前检查"};

// 36 digits, in the order of the numbers; `kind` tells hazards, inspections and notices apart.
std::string uuidOf(std::uint32_t number, unsigned kind)
{
    std::uint64_t mixed = number * 0x9E3779B97F4A7C15u + kind;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%08x-%04x-7%03x-8%03x-%012llx",
                  0x01860000u + number / 64, number % 64 << 8 | kind,
                  static_cast<unsigned>(mixed & 0xFFF), static_cast<unsigned>(mixed >> 12 & 0xFFF),
                  static_cast<unsigned long long>(mixed >> 16));
    return text.data();
}

} // namespace

struct FiguresHistory::Life {
    std::uint32_t hazard = 0;
    std::uint16_t school = 0;
    Millis at = 0, arrived = 0;
    bool major = false, isPlain = true;
    FlatHazard flat;
};

const std::vector<std::string> &FiguresHistory::categories()
{
    static const std::vector<std::string> list{"BUS",  "FOOD", "FLOOD", "BLDG", "FIRE", "SEC",
                                               "TRAF", "EQPT", "LAB",   "HYG",  "MGMT", "BULLY"};
    return list;
}

std::string FiguresHistory::schoolId(int school)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "S%04d", school + 1);
    return text.data();
}

std::string FiguresHistory::schoolType(int school)
{
    constexpr std::array kTypes{"primary", "primary", "primary",   "junior",  "kindergarten",
                                "senior",  "special", "nine_year", "primary", "vocational"};
    return kTypes[static_cast<std::size_t>(school) % kTypes.size()];
}

FiguresHistory::FiguresHistory(std::uint64_t seed, int hazards)
    : m_random(seed),
      m_hazards(static_cast<std::uint32_t>(hazards)),
      m_flat(m_hazards),
      m_mains(kSchools)
{
    registers();
}

void FiguresHistory::registers()
{
    const Millis begin = kFirstDay.begin() - 30 * kDayMillis;
    const auto keep = [&](std::string object, domain::ObjectKind kind, domain::EventBody body) {
        figures::Fact &fact = m_registers.emplace_back();
        fact.seq = ++m_seq;
        fact.receivedAt = begin;
        fact.occurred = {begin, begin, begin};
        fact.event.kind = kind;
        fact.event.object = std::move(object);
        fact.event.body = std::move(body);
    };
    const auto township = [](int number) { return "T" + std::to_string(10 + number); };
    for (int i = 0; i < kTownships; ++i)
        keep(township(i), domain::ObjectKind::Township,
             domain::Township{township(i), {}, township(i) + "镇", "town"});
    for (int i = 0; i < kSchools; ++i) {
        domain::School school;
        school.id = school.name = schoolId(i);
        school.type = schoolType(i);
        school.ownership = i % 7 == 0 ? "private" : "public";
        school.township = township(i % kTownships);
        school.status = "active";
        keep(school.id, domain::ObjectKind::School, school);
    }
}

Millis FiguresHistory::delay()
{
    if (m_random.chance(0.8))
        return static_cast<Millis>(m_random.below(10 * kMinute));
    return static_cast<Millis>(m_random.below(m_random.chance(0.8) ? kDayMillis : 6 * kDayMillis));
}

void FiguresHistory::tell(Life &life, K kind, int days, std::uint32_t other)
{
    life.arrived = std::max(life.arrived + 1, life.at + delay());
    m_coming.push({life.arrived, life.at, life.hazard, other, kind, What::Hazard,
                   static_cast<std::int16_t>(days), life.major, life.school, m_order++});
}

// Confirmed and reviewed; one in eight is sent back once.
void FiguresHistory::round(Life &life, Millis deadlineFrom)
{
    const std::int32_t due = life.flat.due;
    const auto days = static_cast<double>(due - Day::of(deadlineFrom).number);
    life.at += static_cast<Millis>(days * (0.2 + 1.1 * m_random.unit()) * kDayMillis) + kHour;
    if (m_random.chance(0.5))
        tell(life, K::Progress);
    life.at += kHour;
    tell(life, K::Confirm);
    life.flat.waits = true;
    if (m_random.chance(0.02)) // the reviewer never came
        return;
    life.at += static_cast<Millis>(m_random.below(7 * kDayMillis));
    if (m_random.chance(0.12)) {
        life.isPlain = false;
        tell(life, K::Return);
        life.at += static_cast<Millis>(m_random.below(9 * kDayMillis));
        tell(life, K::Confirm);
        life.at += static_cast<Millis>(m_random.below(5 * kDayMillis));
    }
    tell(life, K::Pass);
    life.flat.waits = false;
    life.flat.closed = Day::of(life.at).number;
}

void FiguresHistory::beside(Life &life)
{
    if (life.major) {
        life.at += kHour;
        tell(life, K::ConfirmLevel);
        if (m_random.chance(0.3)) {
            life.at += kDayMillis;
            tell(life, K::List);
        }
    }
    if (m_random.chance(0.005)) {
        life.at += kHour;
        tell(life, K::Transfer);
    }
}

void FiguresHistory::rectify(Life &life)
{
    tell(life, K::Register);
    life.at += static_cast<Millis>(m_random.below(2 * kDayMillis));
    const int days = kDeadlines[m_random.below(kDeadlines.size())];
    const Millis assigned = life.at;
    tell(life, K::Assign, days);
    life.flat.due = Day::of(assigned).number + days;
    beside(life);
    life.at += static_cast<Millis>(m_random.below(kDayMillis));
    tell(life, K::Receive);
    if (days >= 7 && m_random.chance(0.12)) {
        life.isPlain = false;
        life.at += kDayMillis;
        tell(life, K::AskExtension, 30);
        life.at += kDayMillis;
        tell(life, K::GrantExtension, 30);
        life.flat.due = Day::of(life.at).number + 30;
    }
    if (m_random.chance(0.11)) // never rectified
        return;
    round(life, assigned);
    if (life.flat.closed == INT32_MAX || !m_random.chance(0.04))
        return;
    life.isPlain = false;
    life.at += static_cast<Millis>(m_random.below(80 * kDayMillis)) + kHour;
    tell(life, K::Reopen, 15);
    life.flat.closed = INT32_MAX;
    life.flat.due = Day::of(life.at).number + 15;
    round(life, life.at);
}

// A duplicate: registered and assigned, then merged into the school's last plain hazard while that
// is open and assigned. True when there is one.
bool FiguresHistory::merge(Life &life)
{
    const Main &main = m_mains[life.school];
    if (main.hazard == UINT32_MAX || life.at < main.assignedBy ||
        main.closedAt < life.at + 9 * kDayMillis)
        return false;
    tell(life, K::Register);
    life.at += kHour;
    tell(life, K::Assign, 3);
    FlatHazard &kept = m_flat[main.hazard];
    kept.due = std::min(kept.due, Day::of(life.at).number + 3);
    life.at += kHour;
    tell(life, K::Merge, -1, main.hazard);
    life.flat.corrected = true;
    return true;
}

// Several hazards come from one visit, which an inspection and mostly a notice stand for.
void FiguresHistory::visit(int school, Millis at)
{
    const std::uint32_t number = m_visits++;
    const auto place = static_cast<std::uint16_t>(school);
    m_coming.push(
        {at + delay(), at, number, 0, K::Note, What::Inspection, -1, false, place, m_order++});
    if (m_random.chance(0.7))
        m_coming.push(
            {at + delay(), at, number, 0, K::Note, What::Notice, -1, false, place, m_order++});
}

void FiguresHistory::plan(std::uint32_t hazard)
{
    Life life;
    life.hazard = hazard;
    life.school = static_cast<std::uint16_t>(m_random.below(kSchools));
    const Millis begin = kFirstDay.begin();
    const auto step = static_cast<double>(kDays) * kDayMillis / m_hazards;
    life.at = begin + static_cast<Millis>(step * hazard);
    life.flat.school = life.school;
    life.flat.category = static_cast<std::uint8_t>(m_random.below(categories().size()));
    life.flat.found = Day::of(life.at).number;
    if (m_random.chance(0.3))
        visit(life.school, life.at);
    const Millis found = life.at;
    if (m_random.chance(0.25)) {
        tell(life, K::FixOnSpot);
        life.flat.closed = life.flat.due = life.flat.found;
        life.isPlain = false;
    } else if (!(m_random.chance(0.06) && merge(life))) {
        life.major = m_random.chance(0.03);
        rectify(life);
        if (m_random.chance(0.01)) {
            life.at += kHour;
            tell(life, K::Void);
            life.flat.corrected = true;
        } else if (life.isPlain) {
            m_mains[life.school] = {hazard, found + 9 * kDayMillis,
                                    life.flat.closed == INT32_MAX ? INT64_MAX : life.at};
        }
    }
    m_flat[hazard] = life.flat;
}

void FiguresHistory::write(const Coming &coming, figures::Fact &fact)
{
    fact.seq = ++m_seq;
    fact.receivedAt = coming.received;
    // Most devices know the server's time to a minute; some know only that it is past.
    const Millis wide = m_random.chance(0.02) ? kDayMillis / 2 : kMinute;
    const auto after = static_cast<Millis>(m_random.below(static_cast<std::uint64_t>(wide)));
    fact.occurred.latest = std::min(coming.received, coming.at + after);
    fact.occurred.earliest = coming.at - (wide - after);
    fact.occurred.claimed = coming.at;
    fact.event.school = schoolId(coming.school);
    fact.event.actor = "U001";
    const Day on = Day::of(coming.at);
    const char *campaign = kCampaigns[coming.object % kCampaigns.size()];
    if (coming.what == What::Inspection) {
        domain::InspectionSubmitted submitted;
        submitted.on = on;
        submitted.campaign = campaign;
        submitted.team = coming.object % 3 == 0 ? "甲组" : "乙组";
        submitted.type = coming.object % 5 == 0 ? "self" : "supervision";
        fact.event.kind = domain::ObjectKind::Inspection;
        fact.event.object = uuidOf(coming.object, 1);
        fact.event.body = std::move(submitted);
        return;
    }
    if (coming.what == What::Notice) {
        domain::NoticeIssued issued;
        issued.on = on;
        issued.campaign = campaign;
        fact.event.kind = domain::ObjectKind::Notice;
        fact.event.object = uuidOf(coming.object, 2);
        fact.event.body = std::move(issued);
        return;
    }
    domain::HazardAct act;
    act.kind = coming.kind;
    act.level = coming.major ? domain::Level::Major : domain::Level::General;
    if (coming.kind == K::Register || coming.kind == K::FixOnSpot) {
        act.category = categories()[m_flat[coming.object].category];
        act.campaign = campaign;
        act.source =
            coming.object % 4 == 0 ? domain::Source::SelfCheck : domain::Source::Inspection;
        act.foundOn = on;
    } else if (coming.kind == K::Assign || coming.kind == K::Reopen) {
        act.due = on + coming.days;
    } else if (coming.days >= 0) {
        act.until = on + coming.days;
    } else if (coming.kind == K::List || coming.kind == K::Transfer) {
        act.on = on;
    } else if (coming.kind == K::Merge) {
        act.into = uuidOf(coming.other, 0);
    }
    fact.event.kind = domain::ObjectKind::Hazard;
    fact.event.object = uuidOf(coming.object, 0);
    fact.event.body = std::move(act);
}

const std::vector<figures::Fact> &FiguresHistory::next(std::size_t most)
{
    if (!m_registers.empty()) {
        m_given = std::move(m_registers);
        m_registers.clear();
        return m_given;
    }
    const Millis begin = kFirstDay.begin();
    const auto step = static_cast<double>(kDays) * kDayMillis / m_hazards;
    m_given.resize(most);
    std::size_t given = 0;
    while (given < most) {
        const Millis nextFound = begin + static_cast<Millis>(step * m_planned);
        if (m_planned < m_hazards && (m_coming.empty() || m_coming.top().received >= nextFound)) {
            plan(m_planned++);
            continue;
        }
        if (m_coming.empty())
            break;
        write(m_coming.top(), m_given[given++]);
        m_coming.pop();
    }
    m_given.resize(given);
    return m_given;
}

} // namespace campus::bench
