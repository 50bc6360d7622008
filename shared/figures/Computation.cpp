#include "figures/Computation.h"

#include <algorithm>
#include <tuple>

#include "figures/SchoolRecord.h"

namespace campus::figures {

namespace {

using F = FigureId;
using K = domain::HazardActKind;

std::vector<std::uint32_t> numbersOf(const ObjectIndex &ids, const std::set<std::string> &names)
{
    std::vector<std::uint32_t> numbers;
    for (const std::string &name : names) {
        if (const auto number = ids.find(name))
            numbers.push_back(*number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

bool isFinding(const Act &act)
{
    return act.kind == K::Register || act.kind == K::FixOnSpot;
}

std::uint32_t secondsOf(Millis instant)
{
    return static_cast<std::uint32_t>(
        std::clamp<Millis>(instant < 0 ? 0 : instant / 1000, 0, UINT32_MAX));
}

// Whether the day begins within the row's life.
bool isCut(const HazardRow &row, DayNumber day)
{
    return row.found < day && day <= row.last;
}

} // namespace

Computation::Computation(const HistoryContents &contents, const Query &query, FigureSet listed)
    : m_contents(contents),
      m_query(query),
      m_listed(listed),
      m_period{query.from.number, query.to.number, Day::of(query.cutoff).number},
      m_startsAfter(query.from.begin() - 1),
      m_lastWhole(Day::of(query.cutoff + 1).number - 1),
      m_knownBySeconds(secondsOf(query.knownBy)),
      m_schools(contents.registers, query.knownBy),
      m_campaign(contents.campaigns.find(query.campaign)),
      m_unproven(numbersOf(contents.hazards.ids(), query.evidenceMissing)),
      m_mergesThen(contents.merges.knownBy(query.knownBy)),
      m_hazards(contents.hazards, m_mergesThen ? *m_mergesThen : contents.merges.all(),
                query.knownBy),
      m_rows(query.breakdown, contents, m_schools),
      m_columns(query.across, contents, m_schools),
      m_kept(static_cast<std::size_t>(MemberKind::Notice) + 1),
      m_inspected(contents.schools.size())
{
    m_identity.from = query.from;
    m_identity.to = {m_period.today};
    for (std::uint32_t number = 0; number < contents.schools.size(); ++number) {
        const std::string &school = contents.schools.text(number);
        m_schoolStates.push_back(
            {m_schools.find(school) != nullptr, m_schools.inScope(query.scope, school, query.to)});
    }
}

void Computation::run()
{
    countInspections();
    countCoverage();
    countNotices();
    countHazards();
    closeIdentity();
}

bool Computation::isOfCampaign(std::uint32_t campaign) const
{
    return m_query.campaign.empty() || m_campaign == campaign;
}

bool Computation::isInScope(std::uint32_t school, const ObjectIndex &ids,
                            std::uint32_t object) const
{
    if (m_schoolStates[school].isInScope)
        return true;
    return !m_query.scope.assigned.empty() && m_query.scope.assigned.contains(ids.text(object));
}

// By T and K, and its interval lies within its day: no act need be read.
bool Computation::isSettled(const Trace &trace) const
{
    return !trace.isOdd && trace.received <= m_query.knownBy && trace.last <= m_lastWhole;
}

void Computation::count(MemberKind kind, std::uint32_t member, Line line, FigureSet figures,
                        bool isVisible, std::uint32_t reopenings)
{
    m_tally.add(line, figures, isVisible);
    if (reopenings > 1)
        m_tally.add(line, bit(F::Reopenings), isVisible, reopenings - 1);
    if (isVisible && (figures & m_listed) != 0)
        m_kept[static_cast<std::size_t>(kind)].push_back(
            {member, figures & m_listed, line, reopenings});
}

void Computation::countInspections()
{
    // 1 visited, 2 not only by the school itself
    std::vector<std::uint8_t> visits(m_contents.visits.size());
    std::vector<bool> groups(m_contents.groups.size());
    for (std::uint32_t place = 0; place < m_contents.inspections.size(); ++place) {
        const InspectionRow &row = m_contents.inspections[place];
        const bool settled = isSettled(row.trace);
        if ((settled && !m_period.holds(row.on)) || !isOfCampaign(row.campaign) ||
            !isInScope(row.school, m_contents.inspectionIds, place))
            continue;
        bool counts = settled;
        if (!settled) {
            m_contents.papers.visit(row.acts, [&](const Act &act) {
                if (act.moment.receivedAt > m_query.knownBy)
                    return;
                for (const auto boundary : boundariesIn(act.moment, kNoDay))
                    listAmbiguous(act.moment, boundary, domain::ObjectKind::Inspection,
                                  m_contents.inspectionIds.text(place), "inspection.submitted");
                counts = act.moment.happened <= m_query.cutoff && m_period.holds(row.on);
            });
        }
        if (!counts)
            continue;
        const std::uint8_t how = row.self ? 1 : 3;
        m_inspected[row.school] |= how;
        visits[row.visit] |= how;
        groups[row.group] = true;
    }
    for (std::uint32_t number = 0; number < visits.size(); ++number) {
        if (visits[number] == 0)
            continue;
        const Visit &visit = m_contents.visits[number];
        count(MemberKind::Visit, number,
              {m_rows.ofSchool(visit.school, visit.on), m_columns.ofSchool(visit.school, visit.on)},
              bit(F::Visits) | (visits[number] > 1 ? bit(F::SupervisionVisits) : 0));
    }
    for (std::uint32_t number = 0; number < groups.size(); ++number) {
        if (groups[number])
            count(MemberKind::Group, number, {}, bit(F::Groups));
    }
}

void Computation::countCoverage()
{
    for (std::uint32_t number = 0; number < m_inspected.size(); ++number) {
        const bool isInspected = m_inspected[number] != 0;
        FigureSet figures = isInspected ? bit(F::InspectedSchools) : 0;
        if (m_inspected[number] > 1)
            figures |= bit(F::SupervisedSchools);
        if (const domain::School *school = m_schools.find(m_contents.schools.text(number))) {
            const bool isActive = isActiveOn(*school, m_query.to);
            if (isInspected && !isActive)
                figures |= bit(F::InspectedGone);
            if (isActive && m_schoolStates[number].isInScope)
                figures |=
                    baseBit(F::InspectionCoverage) | (isInspected ? bit(F::InspectionCoverage) : 0);
        }
        if (figures != 0)
            count(MemberKind::School, number,
                  {m_rows.ofSchool(number, m_period.to), m_columns.ofSchool(number, m_period.to)},
                  figures);
    }
}

void Computation::countNotices()
{
    for (std::uint32_t place = 0; place < m_contents.notices.size(); ++place) {
        const NoticeRow &row = m_contents.notices[place];
        const bool settled = isSettled(row.trace);
        if (!row.issued || (settled && !m_period.holds(row.on)) || !isOfCampaign(row.campaign) ||
            !isInScope(row.school, m_contents.noticeIds, place))
            continue;
        bool isIssued = settled;
        bool isCancelled = settled && row.cancelled; // by T, §12.10(8)
        if (!settled) {
            bool isKnown = false;
            m_contents.papers.visit(row.acts, [&](const Act &act) {
                if (act.moment.receivedAt > m_query.knownBy)
                    return;
                const bool hasHappened = act.moment.happened <= m_query.cutoff;
                const bool issues = act.kind == kIssued;
                isKnown = isKnown || issues;
                (issues ? isIssued : isCancelled) = hasHappened;
                if (!isKnown)
                    return;
                for (const auto boundary : boundariesIn(act.moment, kNoDay))
                    listAmbiguous(act.moment, boundary, domain::ObjectKind::Notice,
                                  m_contents.noticeIds.text(place),
                                  issues ? "notice.issued" : "notice.cancelled");
            });
        }
        if (isIssued && !isCancelled && m_period.holds(row.on))
            count(MemberKind::Notice, place,
                  {m_rows.ofSchool(row.school, row.on), m_columns.ofSchool(row.school, row.on)},
                  bit(F::Notices));
    }
}

// Whether the row says all: every fact known by K, every act done by T, and no act that must be
// looked at to see if it lies in the period.
bool Computation::isSettled(const HazardRow &row) const
{
    constexpr std::uint16_t kNeverByRow = HazardRow::Merged | HazardRow::Odd;
    if ((row.flags & kNeverByRow) != 0 || row.received > m_knownBySeconds || row.last > m_lastWhole)
        return false;
    if (row.is(HazardRow::Spans) && (isCut(row, m_period.from) || isCut(row, m_period.to + 1)))
        return false;
    if (row.last < m_period.from ||
        ((row.flags & (HazardRow::Granted | HazardRow::Paper)) == 0 && row.reopenings == 0))
        return true;
    return !row.is(HazardRow::Paper) && row.found >= m_period.from && row.last <= m_period.to;
}

// Found only after T, or merged into another and found in another period: in no figure, and with no
// act on a boundary.
bool Computation::isElsewhere(const HazardRow &row) const
{
    if (row.is(HazardRow::Odd))
        return false;
    if (row.is(HazardRow::Merged))
        return row.is(HazardRow::Duplicate) && !m_mergesThen && !m_period.holds(row.found);
    return row.found > m_period.today && !row.is(HazardRow::Spans) &&
           m_schoolStates[row.school].isKnown;
}

void Computation::countHazards()
{
    for (std::uint32_t hazard = 0; hazard < m_contents.hazards.size(); ++hazard) {
        const HazardRow &row = m_contents.hazards.row(hazard);
        if (!row.is(HazardRow::Found) || isElsewhere(row) ||
            !isOfCampaign(m_contents.origins[row.origin].campaign) ||
            !isInScope(row.school, m_contents.hazards.ids(), hazard))
            continue;
        if (isSettled(row))
            countByRow(hazard, row);
        else
            countByActs(hazard, row);
    }
}

void Computation::countByRow(std::uint32_t hazard, const HazardRow &row)
{
    if (row.is(HazardRow::Void)) {
        countCorrected(hazard, row, row.found, row.standing());
        return;
    }
    if (!m_schoolStates[row.school].isKnown)
        note(m_unknownSchool, hazard, isVisible(row));
    const bool isPast = row.last < m_period.from;
    if (isPast && row.is(HazardRow::Closed) && !m_period.holds(dayOf(row.due)) &&
        !m_period.holds(dayOf(row.original)))
        return; // counts nowhere any more
    HazardCase standing;
    standing.found = row.found;
    standing.wasFound = row.found < m_period.from;
    standing.wasClosed = row.is(HazardRow::Closed) && row.closed < m_period.from;
    standing.end = row.standing();
    if (!isPast) { // of a life with such acts all lies in the period: see isSettled
        standing.reopenings = row.reopenings;
        standing.isReopenedByToday = row.reopenings > 0;
        standing.isExtended = row.is(HazardRow::Granted);
    }
    countEnd(hazard, row, standing);
}

void Computation::countByActs(std::uint32_t hazard, const HazardRow &row)
{
    m_hazards.read(hazard, m_life);
    if (!m_life.finding)
        return;
    const DayNumber found = m_life.finding->moment.day();
    HazardCase standing;
    standing.found = found;
    standing.end = m_hazards.at(hazard, m_life, m_query.cutoff);
    if (m_life.isCorrected) {
        countCorrected(hazard, row, found, standing.end);
        return;
    }
    if (!m_schoolStates[row.school].isKnown)
        note(m_unknownSchool, hazard, isVisible(row));
    listAmbiguous(hazard, m_life.acts, standing.end.due(), isVisible(row));
    if (!standing.end.exists)
        return;
    const Standing start = m_hazards.at(hazard, m_life, m_startsAfter);
    standing.wasFound = start.exists;
    standing.wasClosed = start.closed;
    for (const Act &act : m_life.acts) {
        if (act.moment.happened > m_query.cutoff)
            continue;
        const DayNumber day = act.moment.day();
        if (act.kind == K::Reopen) {
            standing.reopenings += m_period.holds(day) ? 1 : 0;
            standing.isReopenedByToday = standing.isReopenedByToday || m_period.holdsByToday(day);
        } else if (act.kind == K::GrantExtension) {
            standing.isExtended = standing.isExtended || m_period.holds(day);
        }
    }
    countEnd(hazard, row, standing);
}

void Computation::countEnd(std::uint32_t hazard, const HazardRow &row, HazardCase &judged)
{
    judged.isSelfFound = m_contents.origins[row.origin].source ==
                         static_cast<std::uint32_t>(domain::Source::SelfCheck);
    judged.isUnproven =
        !m_unproven.empty() && std::binary_search(m_unproven.begin(), m_unproven.end(), hazard);
    const Outcome outcome = outcomeOf(judged, m_period);
    const bool visible = isVisible(row);
    balance(hazard, outcome, visible);
    if (outcome.figures == 0)
        return;
    if ((outcome.figures & bit(F::Found)) != 0 && isRegisteredAfterCutoff(hazard))
        note(m_receivedLate, hazard, visible);
    const bool isMajor = judged.end.isMajor();
    count(MemberKind::Hazard, hazard,
          {m_rows.ofHazard(row, judged.found, isMajor),
           m_columns.ofHazard(row, judged.found, isMajor)},
          outcome.figures, visible, static_cast<std::uint32_t>(std::max(judged.reopenings, 1)));
}

// §12.10(3): void and merge count for every T; what they took away stays visible here.
void Computation::countCorrected(std::uint32_t hazard, const HazardRow &row, DayNumber found,
                                 const Standing &end)
{
    if (!end.exists || !m_period.holds(found))
        return;
    const bool isMajor = end.isMajor();
    count(MemberKind::Hazard, hazard,
          {m_rows.ofHazard(row, found, isMajor), m_columns.ofHazard(row, found, isMajor)},
          bit(F::Corrected) | (end.open() ? bit(F::CorrectedOpen) : 0), isVisible(row));
}

// The identity on [A, day of T], hazard by hazard: an offender is named.
void Computation::balance(std::uint32_t hazard, const Outcome &outcome, bool isVisible)
{
    m_identity.n7 += outcome.n7;
    m_identity.n3 += outcome.n3;
    m_identity.x += outcome.x;
    m_identity.n8 += outcome.n8;
    m_identity.n9 += outcome.n9;
    if (!outcome.isBalanced())
        note(m_unbalanced, hazard, isVisible);
}

bool Computation::isRegisteredAfterCutoff(std::uint32_t hazard) const
{
    const HazardRow &row = m_contents.hazards.row(hazard);
    if (!row.is(HazardRow::Odd) && row.received < secondsOf(m_query.cutoff))
        return false;
    bool isLate = false;
    m_contents.hazards.visitActs(hazard, [&](const Act &act) {
        isLate = isLate || (isFinding(act) && act.moment.receivedAt > m_query.cutoff);
    });
    return isLate;
}

void Computation::note(Noted &noted, std::uint32_t hazard, bool isVisible)
{
    if (isVisible)
        noted.hazards.push_back(hazard);
    else
        ++noted.hidden;
}

// The boundaries that the moment's interval spans (§12.10(13)).
std::vector<Ambiguous::Boundary> Computation::boundariesIn(const Moment &moment,
                                                           DayNumber due) const
{
    using B = Ambiguous::Boundary;
    std::vector<B> spanned;
    if (moment.earliest == moment.latest)
        return spanned;
    const auto look = [&](B boundary, Millis lastBefore) {
        if (moment.earliest <= lastBefore && moment.latest > lastBefore)
            spanned.push_back(boundary);
    };
    look(B::From, m_startsAfter);
    look(B::To, m_query.to.end());
    if (m_query.cutoff != m_query.to.end())
        look(B::Cutoff, m_query.cutoff);
    if (due != kNoDay)
        look(B::Due, Day{due}.end());
    return spanned;
}

void Computation::listAmbiguous(const Moment &moment, Ambiguous::Boundary boundary,
                                domain::ObjectKind kind, std::string object, std::string act)
{
    m_ambiguous.push_back({boundary, kind, std::move(object), std::move(act), moment.seq,
                           moment.earliest, moment.latest, moment.decided});
}

// A hazard the scope may not open is a number only (§11.3).
void Computation::listAmbiguous(std::uint32_t hazard, const std::vector<Act> &acts, DayNumber due,
                                bool isVisible)
{
    bool isUncertain = false;
    for (const Act &act : acts) {
        const bool meetsDeadline = act.kind == K::Confirm && act.moment.happened <= m_query.cutoff;
        for (const auto boundary : boundariesIn(act.moment, meetsDeadline ? due : kNoDay)) {
            isUncertain = true;
            if (isVisible)
                listAmbiguous(act.moment, boundary, domain::ObjectKind::Hazard,
                              nameOf(MemberKind::Hazard, hazard),
                              "hazard." + std::string(domain::nameOf(act.kind)));
        }
    }
    if (isUncertain)
        note(m_uncertain, hazard, isVisible);
}

} // namespace campus::figures
