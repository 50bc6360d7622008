#include "figures/HazardTable.h"

#include <algorithm>

namespace campus::figures {

namespace {

using K = domain::HazardActKind;
using Row = HazardRow;

void set(Row &row, Row::Flag flag, bool on)
{
    row.flags = static_cast<std::uint16_t>(on ? row.flags | flag : row.flags & ~flag);
}

std::uint16_t shortDay(Row &row, DayNumber day)
{
    if (day == kNoDay)
        return kNoShortDay;
    if (day < 0 || day >= kNoShortDay) {
        set(row, Row::Odd, true);
        return kNoShortDay;
    }
    return static_cast<std::uint16_t>(day);
}

void find(Row &row, const Act &act, bool isFirst)
{
    if (row.is(Row::Found) || !isFirst)
        set(row, Row::Odd, true);
    set(row, Row::Found, true);
    set(row, Row::ProposedMajor, act.major);
    row.found = shortDay(row, act.moment.day());
    if (act.kind == K::FixOnSpot) {
        set(row, Row::Closed, true);
        set(row, Row::OnSpot, true);
        row.closed = row.original = row.due = row.submitted = row.found;
    }
}

void reopen(Row &row, const Act &act)
{
    set(row, Row::Closed, false);
    set(row, Row::OnSpot, false);
    set(row, Row::Submitted, false);
    set(row, Row::Extended, false);
    row.original = row.due = shortDay(row, act.date);
    row.submitted = kNoShortDay;
    if (row.reopenings == UINT8_MAX)
        set(row, Row::Odd, true);
    else
        ++row.reopenings;
}

void close(Row &row, const Act &act)
{
    if (row.is(Row::Closed)) // a second review: what it accepted is not in the row
        set(row, Row::Odd, true);
    set(row, Row::Closed, true);
    set(row, Row::OnSpot, false);
    set(row, Row::Submitted, false);
    row.closed = shortDay(row, act.moment.day());
}

void judgeLevel(Row &row, const Act &act)
{
    if (act.kind == K::ConfirmLevel) {
        set(row, Row::LevelDecided, true);
        set(row, Row::DecidedMajor, act.major);
        return;
    }
    set(row, Row::ProposedMajor, act.major);
    if (act.major && !row.is(Row::DecidedMajor))
        set(row, Row::LevelDecided, false);
}

// What only an open hazard can do. `asked` is the extension asked for before.
void work(Row &row, const Act &act, DayNumber asked)
{
    switch (act.kind) {
    case K::Assign:
        row.original = shortDay(row, act.date);
        if (!row.is(Row::Extended))
            row.due = row.original;
        return;
    case K::Withdraw:
        row.original = row.due = kNoShortDay;
        set(row, Row::Extended, false);
        return;
    case K::Confirm:
        set(row, Row::Submitted, true);
        row.submitted = shortDay(row, act.moment.day());
        return;
    case K::Return:
        set(row, Row::Submitted, false);
        row.submitted = kNoShortDay;
        return;
    case K::GrantExtension: {
        const DayNumber until = act.date != kNoDay ? act.date : asked;
        set(row, Row::Extended, until != kNoDay);
        row.due = until == kNoDay ? row.original : shortDay(row, until);
        return;
    }
    default: return;
    }
}

// When the act lies outside what the row can promise, only the acts tell.
void stretch(Row &row, const Act &act)
{
    constexpr Millis kSecond = 1000;
    const Moment &moment = act.moment;
    const Millis seconds = (moment.receivedAt + kSecond - 1) / kSecond;
    const DayNumber first = std::min(Day::of(moment.earliest).number, moment.day());
    const DayNumber last = std::max(Day::of(moment.latest).number, moment.day());
    const bool spans = Day::of(moment.earliest) != Day::of(moment.latest);
    const bool mayMissDeadline = spans && act.kind == K::Confirm;
    if (seconds < 0 || seconds >= UINT32_MAX || !row.is(Row::Found) || first < row.found ||
        last >= kNoShortDay || mayMissDeadline) {
        set(row, Row::Odd, true);
        return;
    }
    if (spans)
        set(row, Row::Spans, true);
    row.received = std::max(row.received, static_cast<std::uint32_t>(seconds));
    row.last = std::max(row.last, static_cast<std::uint16_t>(last));
}

// The same as apply() on a Standing, in the room of a row.
void follow(Row &row, const Act &act, bool isFirst, DayNumber asked)
{
    switch (act.kind) {
    case K::Register:
    case K::FixOnSpot: find(row, act, isFirst); break;
    case K::Reopen: reopen(row, act); break;
    case K::Pass: close(row, act); break;
    case K::ProposeLevel:
    case K::ConfirmLevel: judgeLevel(row, act); break;
    case K::List:
    case K::Delist:
    case K::Transfer: set(row, Row::Paper, true); break;
    case K::Void: set(row, Row::Void, true); break;
    default:
        if (!row.is(Row::Closed))
            work(row, act, asked);
        break;
    }
    if (act.kind == K::GrantExtension)
        set(row, Row::Granted, true);
    stretch(row, act);
}

} // namespace

std::uint32_t HazardTable::indexOf(std::string_view id)
{
    const std::uint32_t hazard = m_ids.indexOf(id);
    if ((hazard >> kPageBits) == m_pages.size())
        m_pages.push_back(std::make_unique<Page>());
    return hazard;
}

void HazardTable::add(std::uint32_t hazard, const Act &act, bool isNewest)
{
    Row &place = row(hazard);
    if (!isNewest) {
        insert(place, act);
        return;
    }
    DayNumber asked = kNoDay;
    if (act.kind == K::GrantExtension && act.date == kNoDay) {
        Standing standing;
        m_pool.visit(place.acts, [&](const Act &before) { apply(standing, before); });
        asked = standing.askedUntil;
    }
    follow(place, act, place.acts == 0, asked);
    place.acts = m_pool.append(place.acts, act);
}

// The life told anew with the act at its place.
void HazardTable::insert(Row &row, const Act &act)
{
    std::vector<Act> acts;
    m_pool.visit(row.acts, [&](const Act &known) { acts.push_back(known); });
    const auto place =
        std::lower_bound(acts.begin(), acts.end(), act.moment.seq,
                         [](const Act &a, std::uint64_t seq) { return a.moment.seq < seq; });
    if (place != acts.end() && place->moment.seq == act.moment.seq)
        return;
    acts.insert(place, act);
    Row told;
    told.origin = row.origin;
    told.school = row.school;
    told.flags = row.flags & (Row::Merged | Row::Duplicate);
    Standing standing;
    for (std::size_t i = 0; i < acts.size(); ++i) {
        follow(told, acts[i], i == 0, standing.askedUntil);
        apply(standing, acts[i]);
    }
    told.acts = m_pool.rewrite(row.acts, acts);
    row = told;
}

} // namespace campus::figures
