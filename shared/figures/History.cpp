#include "figures/History.h"

#include <algorithm>
#include <variant>

#include "core/Assert.h"
#include "figures/Computation.h"
#include "figures/Contents.h"

namespace campus::figures {

namespace {

using K = domain::HazardActKind;

// The decided instant, moved into the stated day where there is one.
Moment momentOf(const Fact &fact, const std::optional<Day> &stated)
{
    Moment moment{fact.seq,
                  fact.receivedAt,
                  fact.occurred.decided(),
                  fact.occurred.earliest,
                  fact.occurred.latest,
                  fact.occurred.decided()};
    if (stated)
        moment.happened = std::clamp(moment.decided, stated->begin(), stated->end());
    return moment;
}

bool isFinding(K kind)
{
    return kind == K::Register || kind == K::FixOnSpot;
}

// Acts that no figure asks for.
bool isWithoutFigure(K kind)
{
    return kind == K::Progress || kind == K::Prepare || kind == K::Note || kind == K::Plan ||
           kind == K::Supervise || kind == K::LiftSupervision;
}

std::optional<Day> dateOf(const domain::HazardAct &act, Day decided)
{
    switch (act.kind) {
    case K::Assign:
    case K::Reopen:
        if (act.due)
            return act.due;
        return act.days ? std::optional<Day>(act.on.value_or(decided) + *act.days) : std::nullopt;
    case K::AskExtension:
    case K::GrantExtension: return act.until;
    case K::List:
    case K::Delist:
    case K::Transfer: return act.on.value_or(decided);
    default: return std::nullopt;
    }
}

// Keeps `list` in order of seq; a seq that is there already is ignored.
template <typename T, typename SeqOf>
void insertBySeq(std::vector<T> &list, T item, SeqOf seqOf)
{
    const auto place =
        std::lower_bound(list.begin(), list.end(), seqOf(item),
                         [&](const T &a, std::uint64_t seq) { return seqOf(a) < seq; });
    if (place == list.end() || seqOf(*place) != seqOf(item))
        list.insert(place, std::move(item));
}

template <typename T>
void insertKnown(std::vector<Known<T>> &list, const Fact &fact, const T &value)
{
    insertBySeq(list, Known<T>{fact.seq, fact.receivedAt, value},
                [](const Known<T> &known) { return known.seq; });
}

std::string partBeforeDot(const std::string &category)
{
    return category.substr(0, category.find('.'));
}

// One team at one school on one day is one visit; without a named team the people are the team.
std::string teamOf(const domain::InspectionSubmitted &submitted, const std::string &actor)
{
    if (!submitted.team.empty())
        return submitted.team;
    std::vector<std::string> people = submitted.inspectors;
    if (people.empty())
        return actor;
    std::sort(people.begin(), people.end());
    std::string team;
    for (const std::string &person : people)
        team += (team.empty() ? "" : "+") + person;
    return team;
}

} // namespace

std::uint32_t HistoryContents::indexOf(const std::string &hazard)
{
    const auto [place, isNew] =
        hazardIndex.try_emplace(hazard, static_cast<std::uint32_t>(hazards.size()));
    if (isNew) {
        hazards.emplace_back();
        hazards.back().id = hazard;
    }
    return place->second;
}

void HistoryContents::add(const Fact &fact, const domain::HazardAct &act)
{
    if (isWithoutFigure(act.kind))
        return;
    const std::uint32_t index = indexOf(fact.event.object);
    const Day decided = Day::of(fact.occurred.decided());
    Act kept;
    kept.kind = act.kind;
    kept.level = act.level;
    kept.date = dateOf(act, decided);
    std::optional<Day> stated;
    if (isFinding(act.kind))
        stated = act.foundOn;
    else if (act.kind == K::List || act.kind == K::Delist || act.kind == K::Transfer)
        stated = kept.date;
    kept.moment = momentOf(fact, stated);
    if (act.kind == K::Merge)
        kept.into = indexOf(act.into);
    HazardLog &hazard = hazards[index]; // after indexOf: it may move the list
    if (isFinding(act.kind) && !hazard.found) {
        hazard.found = true;
        hazard.school = fact.event.school;
        hazard.category = partBeforeDot(act.category);
        hazard.campaign = act.campaign;
        hazard.source = act.source;
        hazard.restricted = act.restricted || domain::isRestrictedCategory(act.category);
        hazard.foundOn = act.foundOn.value_or(decided);
    }
    insertBySeq(hazard.acts, kept, [](const Act &a) { return a.moment.seq; });
}

void HistoryContents::add(const Fact &fact, const domain::InspectionSubmitted &submitted)
{
    InspectionLog inspection{momentOf(fact, submitted.on), fact.event.school,
                             submitted.campaign,           teamOf(submitted, fact.event.actor),
                             submitted.type == "self",     submitted.on};
    inspections.try_emplace(fact.event.object, std::move(inspection));
}

void HistoryContents::add(const Fact &fact, const domain::NoticeIssued &issued)
{
    NoticeLog &notice = notices[fact.event.object];
    notice.issued = momentOf(fact, issued.on);
    notice.school = fact.event.school;
    notice.campaign = issued.campaign;
    notice.on = issued.on;
}

void HistoryContents::add(const Fact &fact, const domain::NoticeCancelled &cancelled)
{
    notices[fact.event.object].cancelled = momentOf(fact, cancelled.on);
}

void HistoryContents::add(const Fact &fact, const domain::School &school)
{
    insertKnown(registers.schools[fact.event.object], fact, school);
}

void HistoryContents::add(const Fact &fact, const domain::SchoolChange &change)
{
    insertKnown(registers.changes[fact.event.object], fact, change);
}

void HistoryContents::add(const Fact &fact, const domain::Township &township)
{
    insertKnown(registers.townships[fact.event.object], fact, township);
}

History::History() : m_contents(std::make_unique<HistoryContents>()) {}
History::~History() = default;
History::History(History &&) noexcept = default;
History &History::operator=(History &&) noexcept = default;

void History::add(const Fact &fact)
{
    m_contents->newestSeq = std::max(m_contents->newestSeq, fact.seq);
    std::visit([&](const auto &body) { m_contents->add(fact, body); }, fact.event.body);
}

Report History::compute(const Query &query) const
{
    CAMPUS_ASSERT(validate(query).has_value());
    return Computation(*m_contents, query).report();
}

std::uint64_t History::newestSeq() const
{
    return m_contents->newestSeq;
}

} // namespace campus::figures
