#include "figures/Contents.h"

#include <algorithm>

#include "domain/Permission.h"
#include "figures/KnownSchools.h"
#include "figures/SchoolRecord.h"

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

Act keptOf(const Fact &fact, const domain::HazardAct &act)
{
    Act kept;
    kept.kind = act.kind;
    kept.major = act.level == domain::Level::Major;
    const std::optional<Day> date = dateOf(act, Day::of(fact.occurred.decided()));
    kept.date = numberOf(date);
    std::optional<Day> stated;
    if (isFinding(act.kind))
        stated = act.foundOn;
    else if (act.kind == K::List || act.kind == K::Delist || act.kind == K::Transfer)
        stated = date;
    kept.moment = momentOf(fact, stated);
    return kept;
}

bool isToldByRow(const HazardRow &row)
{
    return (row.flags & (HazardRow::Merged | HazardRow::Odd)) == 0;
}

// Keeps `list` in order of seq; a seq that is there already is ignored.
template <typename T>
void insertKnown(std::vector<Known<T>> &list, const Fact &fact, const T &value)
{
    const auto place =
        std::lower_bound(list.begin(), list.end(), fact.seq,
                         [](const Known<T> &known, std::uint64_t seq) { return known.seq < seq; });
    if (place == list.end() || place->seq != fact.seq)
        list.insert(place, Known<T>{fact.seq, fact.receivedAt, value});
}

std::string_view partBeforeDot(std::string_view category)
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

void Trace::note(const Moment &moment)
{
    received = std::max(received, moment.receivedAt);
    const DayNumber first = Day::of(moment.earliest).number;
    const DayNumber latest = Day::of(moment.latest).number;
    last = std::max({last, latest, moment.day()});
    isOdd = isOdd || first != latest;
}

void HistoryContents::add(const Fact &fact, const domain::HazardAct &act)
{
    if (isWithoutFigure(act.kind))
        return;
    const std::uint32_t hazard = hazards.indexOf(fact.event.object);
    if (act.kind == K::Merge) {
        merge({fact.seq, fact.receivedAt, hazard, hazards.indexOf(act.into)});
        return;
    }
    HazardRow &row = hazards.row(hazard);
    const std::uint32_t main =
        row.is(HazardRow::Merged) ? merges.all().ownerOf(hazard, UINT64_MAX) : hazard;
    const Board::Mark before = markOnBoard(hazard);
    if (isFinding(act.kind) && !row.is(HazardRow::Found)) {
        const bool isRestricted = act.restricted || domain::isRestrictedCategory(act.category);
        row.school = schools.of(fact.event.school);
        row.origin =
            origins.of({categories.of(partBeforeDot(act.category)), campaigns.of(act.campaign),
                        static_cast<std::uint32_t>(act.source), isRestricted ? 1u : 0u});
    }
    hazards.add(hazard, keptOf(fact, act), fact.seq > newestSeq);
    moveMark(hazard, before);
    if (main != hazard) // it acts for its duplicates, and takes over from them
        moveMark(main, markOnBoard(main));
}

void HistoryContents::merge(const MergeFact &fact)
{
    std::map<std::uint32_t, Board::Mark> before;
    const auto touch = [&](std::uint32_t hazard) { before[hazard] = markOnBoard(hazard); };
    for (const std::uint32_t hazard : {fact.from, fact.into}) {
        touch(hazard);
        touch(merges.all().ownerOf(hazard, UINT64_MAX));
    }
    if (fact.seq <= newestSeq) { // told out of order: any of them may stand for another now
        for (const auto &[hazard, mark] : m_marks)
            touch(hazard);
    }
    hazards.row(fact.from).flags |= HazardRow::Merged;
    hazards.row(fact.into).flags |= HazardRow::Merged;
    merges.add(fact);
    for (const auto &[hazard, mark] : before) {
        if (merges.all().redirect(hazard) != nullptr)
            hazards.row(hazard).flags |= HazardRow::Duplicate;
        else
            hazards.row(hazard).flags &= static_cast<std::uint16_t>(~HazardRow::Duplicate);
    }
    for (const auto &[hazard, mark] : before)
        moveMark(hazard, mark);
}

Board::Mark HistoryContents::markOf(std::uint32_t hazard) const
{
    const HazardRow &row = hazards.row(hazard);
    Board::Mark mark;
    if (!row.is(HazardRow::Found))
        return mark;
    mark.category = origins[row.origin].category;
    mark.school = row.school;
    Standing standing;
    if (isToldByRow(row)) {
        mark.counts = !row.is(HazardRow::Void);
        mark.found = row.found;
        standing = row.standing();
    } else {
        const KnownHazards known(hazards, merges.all(), INT64_MAX);
        KnownHazards::Life life;
        known.read(hazard, life);
        mark.counts = life.finding.has_value() && !life.isCorrected;
        if (!mark.counts)
            return {};
        mark.found = life.finding->moment.day();
        standing = known.at(hazard, life, INT64_MAX);
    }
    if (standing.closed)
        mark.closed = standing.closedOn;
    else if (!standing.submitted)
        mark.due = standing.due();
    return mark;
}

Board::Mark HistoryContents::markOnBoard(std::uint32_t hazard) const
{
    if (isToldByRow(hazards.row(hazard)))
        return markOf(hazard);
    const auto kept = m_marks.find(hazard);
    return kept == m_marks.end() ? Board::Mark{} : kept->second;
}

void HistoryContents::moveMark(std::uint32_t hazard, const Board::Mark &before)
{
    const Board::Mark mark = markOf(hazard);
    if (!isToldByRow(hazards.row(hazard)))
        m_marks.insert_or_assign(hazard, mark);
    if (mark == before)
        return;
    board.take(before);
    board.put(mark);
}

// Its type on a day may be another now, and hazards are counted by it.
void HistoryContents::schoolChanged(const std::string &id)
{
    Board::Types types;
    if (const auto school = knownSchool(registers, id, INT64_MAX)) {
        const auto add = [&](Day since) {
            const std::uint32_t type = board.typeNumber(attributeOn(*school, "type", since));
            if (types.empty() || types.back().second != type)
                types.emplace_back(since.number, type);
        };
        add(Day{INT32_MIN / 2});
        for (const domain::SchoolChange &change : school->changes) {
            if (change.field == "type")
                add(change.on);
        }
    }
    const std::uint32_t number = schools.of(id);
    if (types == board.typesOf(number))
        return;
    std::vector<Board::Mark> marks;
    if (board.hasMarks(number)) {
        for (std::uint32_t hazard = 0; hazard < hazards.size(); ++hazard) {
            if (hazards.row(hazard).school == number)
                marks.push_back(markOf(hazard));
        }
    }
    for (const Board::Mark &mark : marks)
        board.take(mark);
    board.setTypes(number, std::move(types));
    for (const Board::Mark &mark : marks)
        board.put(mark);
}

void HistoryContents::add(const Fact &fact, const domain::InspectionSubmitted &submitted)
{
    const std::uint32_t place = inspectionIds.indexOf(fact.event.object);
    if (place < inspections.size())
        return; // an inspection is submitted once
    InspectionRow &row = inspections.emplace_back();
    Act act;
    act.moment = momentOf(fact, submitted.on);
    row.trace.note(act.moment);
    row.acts = papers.append(0, act);
    row.school = schools.of(fact.event.school);
    row.campaign = campaigns.of(submitted.campaign);
    row.on = submitted.on.number;
    row.self = submitted.type == "self";
    const std::uint32_t team = teams.of(teamOf(submitted, fact.event.actor));
    const bool ofTeam = submitted.campaign.empty();
    row.visit = visits.of({row.on, row.school, team});
    row.group = groups.of({row.on, ofTeam ? team : row.campaign, ofTeam ? 1u : 0u});
}

NoticeRow &HistoryContents::notice(const std::string &id)
{
    const std::uint32_t place = noticeIds.indexOf(id);
    if (place == notices.size())
        notices.emplace_back();
    return notices[place];
}

void HistoryContents::addTo(NoticeRow &notice, const Act &act)
{
    std::vector<Act> acts;
    papers.visit(notice.acts, [&](const Act &known) {
        if (known.kind != act.kind) // a second one takes the place of the first
            acts.push_back(known);
    });
    acts.push_back(act);
    std::sort(acts.begin(), acts.end(),
              [](const Act &a, const Act &b) { return a.moment.seq < b.moment.seq; });
    notice.acts = papers.rewrite(notice.acts, acts);
    notice.trace.note(act.moment);
}

void HistoryContents::add(const Fact &fact, const domain::NoticeIssued &issued)
{
    NoticeRow &row = notice(fact.event.object);
    row.issued = true;
    row.school = schools.of(fact.event.school);
    row.campaign = campaigns.of(issued.campaign);
    row.on = issued.on.number;
    Act act;
    act.kind = kIssued;
    act.moment = momentOf(fact, issued.on);
    addTo(row, act);
}

void HistoryContents::add(const Fact &fact, const domain::NoticeCancelled &cancelled)
{
    NoticeRow &row = notice(fact.event.object);
    row.cancelled = true;
    Act act;
    act.kind = kCancelled;
    act.moment = momentOf(fact, cancelled.on);
    addTo(row, act);
}

void HistoryContents::add(const Fact &fact, const domain::School &school)
{
    insertKnown(registers.schools[fact.event.object], fact, school);
    schoolChanged(fact.event.object);
}

void HistoryContents::add(const Fact &fact, const domain::SchoolChange &change)
{
    insertKnown(registers.changes[fact.event.object], fact, change);
    schoolChanged(fact.event.object);
}

void HistoryContents::add(const Fact &fact, const domain::Township &township)
{
    insertKnown(registers.townships[fact.event.object], fact, township);
}

} // namespace campus::figures
