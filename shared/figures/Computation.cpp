#include "figures/Computation.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "figures/RowOrder.h"
#include "figures/SchoolRecord.h"

namespace campus::figures {

namespace {

using F = FigureId;
using K = domain::HazardActKind;

bool goesBySchool(Breakdown breakdown)
{
    return breakdown == Breakdown::SchoolType || breakdown == Breakdown::Township ||
           breakdown == Breakdown::Ownership;
}

// §12.10(11): what is counted by school, visit or notice adds up by school attributes only.
bool hasRows(const Definition &definition, Breakdown breakdown)
{
    if (breakdown == Breakdown::None || definition.of == MemberKind::Group)
        return false;
    return definition.of == MemberKind::Hazard || goesBySchool(breakdown);
}

bool isOnTime(const std::optional<Day> &submitted, Day due)
{
    return submitted && *submitted <= due;
}

} // namespace

struct Computation::Case {
    std::uint32_t index = 0;
    const HazardLog &log;
    Standing start; // at the last moment before A
    Standing end;   // at T
    Counted counted;
};

Computation::Computation(const HistoryContents &contents, const Query &query)
    : m_contents(contents),
      m_query(query),
      m_cutoffDay(Day::of(query.cutoff)),
      m_schools(contents.registers, query.knownBy),
      m_hazards(contents.hazards, query.knownBy),
      m_tallies(definitions().size())
{
    m_identity.from = query.from;
    m_identity.to = m_cutoffDay;
}

Report Computation::report()
{
    countInspections();
    countCoverage();
    countNotices();
    countHazards();
    Report report;
    report.query = m_query;
    report.rowHeads = rowHeads();
    for (const Definition &definition : definitions()) {
        report.figures.push_back(
            tally(definition.key)
                .figure(definition, report.rowHeads, hasRows(definition, m_query.breakdown)));
    }
    std::sort(m_identity.offenders.begin(), m_identity.offenders.end());
    report.identity = m_identity;
    std::sort(m_ambiguous.begin(), m_ambiguous.end(), [](const Ambiguous &a, const Ambiguous &b) {
        return std::tie(a.seq, a.boundary, a.object) < std::tie(b.seq, b.boundary, b.object);
    });
    report.ambiguous = m_ambiguous;
    addRemarks(report);
    return report;
}

void Computation::countInspections()
{
    struct Visit {
        std::string school;
        Day on;
        bool supervised = false;
    };
    std::map<std::string, Visit> visits;
    std::map<std::string, bool> groups;
    for (const auto &[id, inspection] : m_contents.inspections) {
        if (!isKnown(inspection.moment) || !isOfCampaign(inspection.campaign) ||
            !m_schools.inScope(m_query.scope, inspection.school, id, m_query.to))
            continue;
        listAmbiguous(inspection.moment, domain::ObjectKind::Inspection, id,
                      "inspection.submitted");
        if (!hasHappened(inspection.moment) || !inPeriod(inspection.on))
            continue;
        m_inspected.insert(inspection.school);
        if (!inspection.self)
            m_supervised.insert(inspection.school);
        const std::string day = inspection.on.iso() + " ";
        Visit &visit = visits[day + inspection.school + " " + inspection.team];
        visit.school = inspection.school;
        visit.on = inspection.on;
        visit.supervised = visit.supervised || !inspection.self;
        // A team and a campaign of one name stay two groups.
        const bool ofTeam = inspection.campaign.empty();
        groups[day + (ofTeam ? inspection.team + "（检查组）" : inspection.campaign)] = true;
    }
    for (const auto &[id, visit] : visits) {
        const Counted record{id, m_schools.rowValue(visit.school, m_query.breakdown, visit.on),
                             true};
        tally(F::Visits).add(record);
        if (visit.supervised)
            tally(F::SupervisionVisits).add(record);
    }
    for (const auto &[id, known] : groups)
        tally(F::Groups).add({id, {}, known});
}

void Computation::countCoverage()
{
    const auto record = [&](const std::string &school) {
        return Counted{school, m_schools.rowValue(school, m_query.breakdown, m_query.to), true};
    };
    for (const std::string &school : m_inspected) {
        tally(F::InspectedSchools).add(record(school));
        const domain::School *known = m_schools.find(school);
        if (known != nullptr && !isActiveOn(*known, m_query.to))
            tally(F::InspectedGone).add(record(school));
    }
    for (const std::string &school : m_supervised)
        tally(F::SupervisedSchools).add(record(school));
    for (const auto &[id, school] : m_schools.all()) {
        if (!isActiveOn(school, m_query.to) ||
            !m_schools.inScope(m_query.scope, id, {}, m_query.to))
            continue;
        tally(F::InspectionCoverage).addBase(record(id));
        if (m_inspected.contains(id))
            tally(F::InspectionCoverage).add(record(id));
    }
}

void Computation::countNotices()
{
    for (const auto &[id, notice] : m_contents.notices) {
        if (!notice.issued || !isKnown(*notice.issued) || !isOfCampaign(notice.campaign) ||
            !m_schools.inScope(m_query.scope, notice.school, id, m_query.to))
            continue;
        listAmbiguous(*notice.issued, domain::ObjectKind::Notice, id, "notice.issued");
        const bool cancelIsKnown = notice.cancelled && isKnown(*notice.cancelled);
        if (cancelIsKnown)
            listAmbiguous(*notice.cancelled, domain::ObjectKind::Notice, id, "notice.cancelled");
        const bool cancelled = cancelIsKnown && hasHappened(*notice.cancelled); // §12.10(8)
        if (hasHappened(*notice.issued) && inPeriod(notice.on) && !cancelled) {
            tally(F::Notices)
                .add({id, m_schools.rowValue(notice.school, m_query.breakdown, notice.on), true});
        }
    }
}

bool Computation::counts(const HazardLog &hazard) const
{
    return isOfCampaign(hazard.campaign) &&
           m_schools.inScope(m_query.scope, hazard.school, hazard.id, m_query.to);
}

std::string Computation::rowOf(const HazardLog &hazard, const Standing &atCutoff) const
{
    switch (m_query.breakdown) {
    case Breakdown::None: return {};
    case Breakdown::Category: return hazard.category;
    case Breakdown::Level:
        return std::string(
            nameOf(atCutoff.isMajor() ? domain::Level::Major : domain::Level::General));
    case Breakdown::Campaign: return hazard.campaign;
    case Breakdown::Source: return std::string(nameOf(hazard.source));
    default: return m_schools.rowValue(hazard.school, m_query.breakdown, hazard.foundOn);
    }
}

Counted Computation::counted(const HazardLog &hazard, const Standing &atCutoff) const
{
    return {hazard.id, rowOf(hazard, atCutoff), m_query.scope.restricted || !hazard.restricted};
}

void Computation::countHazards()
{
    for (std::uint32_t index = 0; index < m_contents.hazards.size(); ++index) {
        const HazardLog &log = m_contents.hazards[index];
        if (!m_hazards.isRegistered(index) || !counts(log))
            continue;
        if (m_hazards.isCorrected(index)) {
            countCorrected(index);
            continue;
        }
        Case hazard{index,
                    log,
                    m_hazards.at(index, m_query.from.begin() - 1),
                    m_hazards.at(index, m_query.cutoff),
                    {}};
        hazard.counted = counted(log, hazard.end);
        if (m_schools.find(log.school) == nullptr)
            note(m_unknownSchool, hazard.counted);
        listAmbiguous(hazard);
        if (!hazard.end.exists)
            continue;
        if (inPeriod(log.foundOn)) {
            countFound(hazard);
            if (isReceivedAfterCutoff(log))
                note(m_receivedLate, hazard.counted);
        }
        countFlow(hazard);
        countDeadlines(hazard);
        countActs(hazard);
        checkIdentity(hazard);
    }
}

void Computation::countFound(const Case &hazard)
{
    const Standing &end = hazard.end;
    tally(F::Found).add(hazard.counted);
    tally(F::RectifiedRate).addBase(hazard.counted);
    if (hazard.log.source == domain::Source::SelfCheck)
        tally(F::SelfFound).add(hazard.counted);
    if (end.isMajor()) {
        tally(F::MajorFound).add(hazard.counted);
        tally(F::MajorRate).addBase(hazard.counted);
        tally(end.closed ? F::MajorRectified : F::MajorOpen).add(hazard.counted);
        if (end.closed)
            tally(F::MajorRate).add(hazard.counted);
    }
    if (!end.closed) {
        tally(F::Unrectified).add(hazard.counted);
        countBox(hazard);
        return;
    }
    tally(F::Rectified).add(hazard.counted);
    tally(F::RectifiedRate).add(hazard.counted);
    if (end.onSpot)
        tally(F::FixedOnSpot).add(hazard.counted);
    if (m_query.evidenceMissing.contains(hazard.log.id))
        tally(F::Unproven).add(hazard.counted);
}

// §12.3 N6: the first box that fits.
void Computation::countBox(const Case &hazard)
{
    const Standing &end = hazard.end;
    F box = F::UnrectifiedRunning;
    if (end.awaitsLevel())
        box = F::UnrectifiedPending;
    else if (end.submitted)
        box = F::UnrectifiedReview;
    else if (end.isOverdue(m_cutoffDay))
        box = F::UnrectifiedOverdue;
    else if (end.extendedUntil)
        box = F::UnrectifiedExtended;
    tally(box).add(hazard.counted);
    if (!end.due())
        tally(F::Unassigned).add(hazard.counted);
}

void Computation::countFlow(const Case &hazard)
{
    const Standing &end = hazard.end;
    const bool isOlder = hazard.log.foundOn < m_query.from;
    if (hazard.start.open())
        tally(F::CarriedIn).add(hazard.counted);
    if (end.closed && inPeriod(end.closedOn))
        tally(F::ClosedInPeriod).add(hazard.counted);
    if (end.open())
        tally(F::OpenAtEnd).add(hazard.counted);
    if (end.open() && isOlder)
        tally(F::OlderOpen).add(hazard.counted);
    if (end.isOverdue(m_cutoffDay)) {
        tally(F::Overdue).add(hazard.counted);
        if (end.awaitsLevel())
            tally(F::OverduePending).add(hazard.counted);
    }
}

// §12.10(4)(6): N11 by the deadline in force, N12r by the round's original one.
void Computation::countDeadlines(const Case &hazard)
{
    const Standing &end = hazard.end;
    const auto judge = [&](const std::optional<Day> &due, F rate, bool listWaiting) {
        if (!due || !inPeriod(*due))
            return;
        if (end.open() && end.submitted && isOnTime(end.submittedOn, *due)) {
            if (listWaiting)
                tally(F::OnTimeWaiting).add(hazard.counted);
            return;
        }
        tally(rate).addBase(hazard.counted);
        if (isOnTime(end.acceptedOn, *due))
            tally(rate).add(hazard.counted);
    };
    judge(end.due(), F::OnTimeRate, true);
    judge(end.originalDue, F::OriginalRate, false);
}

void Computation::countActs(const Case &hazard)
{
    bool extended = false;
    bool reopened = false;
    for (const Act *act : m_hazards.actsOf(hazard.index)) {
        if (!hasHappened(act->moment) || !inPeriod(act->moment.day()))
            continue;
        if (act->kind == K::Reopen) {
            tally(F::Reopenings).add(hazard.counted);
            reopened = true;
        }
        extended = extended || act->kind == K::GrantExtension;
    }
    if (extended)
        tally(F::Extended).add(hazard.counted);
    if (reopened && hazard.start.exists && hazard.start.closed)
        tally(F::ReopenedOlder).add(hazard.counted);
    const Standing &end = hazard.end;
    if (end.transferredOn && inPeriod(*end.transferredOn)) {
        tally(F::Transferred).add(hazard.counted);
        if (end.open())
            tally(F::TransferredOpen).add(hazard.counted);
    }
    if (end.listedOn && inPeriod(*end.listedOn)) {
        tally(F::Listed).add(hazard.counted);
        if (!end.delisted)
            tally(F::StillListed).add(hazard.counted);
    }
}

// §12.10(3): void and merge count for every T; what they took away stays visible here.
void Computation::countCorrected(std::uint32_t index)
{
    const HazardLog &log = m_contents.hazards[index];
    const Standing end = m_hazards.at(index, m_query.cutoff);
    if (!end.exists || !inPeriod(log.foundOn))
        return;
    tally(F::Corrected).add(counted(log, end));
    if (end.open())
        tally(F::CorrectedOpen).add(counted(log, end));
}

void Computation::checkIdentity(const Case &hazard)
{
    const Standing &start = hazard.start;
    const Standing &end = hazard.end;
    const auto within = [&](Day day) { return day >= m_identity.from && day <= m_identity.to; };
    bool reopened = false;
    for (const Act *act : m_hazards.actsOf(hazard.index))
        reopened = reopened || (act->kind == K::Reopen && hasHappened(act->moment) &&
                                within(act->moment.day()));
    const int n7 = start.open() ? 1 : 0;
    const int n3 = within(hazard.log.foundOn) ? 1 : 0;
    const int x = start.exists && start.closed && reopened ? 1 : 0;
    const int n8 = end.closed && within(end.closedOn) ? 1 : 0;
    const int n9 = end.open() ? 1 : 0;
    m_identity.n7 += n7;
    m_identity.n3 += n3;
    m_identity.x += x;
    m_identity.n8 += n8;
    m_identity.n9 += n9;
    if (n7 + n3 + x - n8 == n9)
        return;
    if (hazard.counted.visible)
        m_identity.offenders.push_back(hazard.log.id);
    else
        ++m_identity.hiddenOffenders;
}

bool Computation::listAmbiguous(const Moment &moment, domain::ObjectKind kind,
                                const std::string &object, const std::string &act,
                                const std::optional<Day> &due)
{
    using B = Ambiguous::Boundary;
    bool listed = false;
    const auto listAt = [&](B boundary, Millis lastBefore) {
        if (moment.earliest > lastBefore || moment.latest <= lastBefore)
            return;
        listed = true;
        m_ambiguous.push_back({boundary, kind, object, act, moment.seq, moment.earliest,
                               moment.latest, moment.decided});
    };
    listAt(B::From, m_query.from.begin() - 1);
    listAt(B::To, m_query.to.end());
    if (m_query.cutoff != m_query.to.end())
        listAt(B::Cutoff, m_query.cutoff);
    if (due)
        listAt(B::Due, due->end());
    return listed;
}

void Computation::listAmbiguous(const Case &hazard)
{
    const std::size_t before = m_ambiguous.size();
    bool listed = false;
    for (const Act *act : m_hazards.actsOf(hazard.index)) {
        const bool meetsDeadline = act->kind == K::Confirm && hasHappened(act->moment);
        const auto due = meetsDeadline ? hazard.end.due() : std::nullopt;
        listed = listAmbiguous(act->moment, domain::ObjectKind::Hazard, hazard.log.id,
                               "hazard." + std::string(nameOf(act->kind)), due) ||
                 listed;
    }
    if (listed)
        note(m_uncertain, hazard.counted);
    if (!hazard.counted.visible) // §11.3: a number only
        m_ambiguous.resize(before);
}

void Computation::note(Remark &remark, const Counted &hazard)
{
    if (hazard.visible)
        remark.members.push_back(hazard.id);
    else
        ++remark.hidden;
}

bool Computation::isReceivedAfterCutoff(const HazardLog &hazard) const
{
    return std::any_of(hazard.acts.begin(), hazard.acts.end(), [&](const Act &act) {
        return (act.kind == K::Register || act.kind == K::FixOnSpot) &&
               act.moment.receivedAt > m_query.cutoff;
    });
}

std::vector<RowHead> Computation::rowHeads() const
{
    if (m_query.breakdown == Breakdown::None)
        return {};
    std::set<std::string> values;
    for (const Definition &definition : definitions()) {
        if (hasRows(definition, m_query.breakdown))
            m_tallies[static_cast<std::size_t>(definition.key)].addRowsTo(values);
    }
    std::vector<RowHead> heads;
    for (const std::string &value : values) {
        const domain::Township *township =
            m_query.breakdown == Breakdown::Township ? m_schools.township(value) : nullptr;
        heads.push_back({value, township == nullptr ? value : township->name});
    }
    sortRows(heads, m_query.breakdown);
    return heads;
}

void Computation::addRemarks(Report &report)
{
    const Measure &unproven = report.figure("N4e").total;
    Remark evidence{Remark::Kind::EvidenceMissing, unproven.members, unproven.hidden};
    Remark broken{Remark::Kind::IdentityBroken, m_identity.offenders, m_identity.hiddenOffenders};
    for (Remark *remark : {&evidence, &m_unknownSchool, &m_uncertain, &broken, &m_receivedLate}) {
        std::sort(remark->members.begin(), remark->members.end());
        if (remark->count() > 0)
            report.remarks.push_back(*remark);
    }
}

} // namespace campus::figures
