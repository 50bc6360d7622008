#include "fieldwork/NoticeDraft.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "domain/WorkCalendar.h"

namespace campus::fieldwork {

using domain::HazardAct;
using domain::HazardActKind;
using domain::HazardState;
using domain::Level;
using domain::NoticeLine;
using domain::ObjectKind;
using domain::Refusal;

namespace {

constexpr int kDaysDefault = 15; // domain.md §10.3, 限期

// 临 PAD-01 20250630 02: unique on this tablet, and short enough to write by hand.
std::string paperNumber(const domain::User &person, const std::string &device, Day day,
                        std::uint32_t number)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%04d%02d%02d-%02u", day.year(), day.month(),
                  day.dayOfMonth(), number);
    const std::string tablet =
        person.tablet.empty() ? device.substr(device.size() - std::min<std::size_t>(device.size(), 4))
                              : person.tablet;
    return "临" + tablet + "-" + text.data();
}

Level levelOf(const domain::Hazard &hazard)
{
    return hazard.confirmedLevel.value_or(hazard.proposedLevel);
}

NoticeLine lineOf(const domain::Hazard &hazard, const domain::School &school, Day on)
{
    NoticeLine line;
    line.hazard = hazard.id;
    line.place = hazard.found.place;
    line.problem = hazard.found.description;
    line.basis = hazard.found.basis;
    line.measure = hazard.measure;
    line.interim = hazard.interim;
    line.responsible = hazard.responsible.empty() ? school.principalName : hazard.responsible;
    line.level = levelOf(hazard);
    line.days = hazard.found.days.value_or(kDaysDefault);
    line.due = domain::dueAfter(on, line.days);
    return line;
}

std::string phoneOf(const std::string &responsible, const domain::School &school)
{
    if (responsible == school.principalName)
        return school.principalPhone;
    return responsible == school.safetyOfficerName ? school.safetyOfficerPhone : std::string();
}

} // namespace

// ---- beginning and finding again ------------------------------------------------------------------

NoticeDraft::NoticeDraft(FieldWork work, domain::Notice notice, domain::School school)
    : m_work(std::move(work)), m_notice(std::move(notice)), m_school(std::move(school))
{
}

Result<std::unique_ptr<NoticeDraft>> FieldWork::startNotice(const NoticeStart &start)
{
    const auto person = m_store.actingUser();
    const auto school = m_store.school(start.school);
    if (!person)
        return Error{ErrorCode::Unauthenticated, "nobody is signed in"};
    if (!school)
        return Error{ErrorCode::NotFound, "no school " + start.school};
    const domain::Bureau bureau = m_store.bureau();
    domain::Notice notice;
    notice.id = m_ids.next();
    notice.school = school->id;
    notice.issuer = person->id;
    domain::NoticeIssued &issued = notice.issued;
    issued.on = m_store.today();
    const auto number = m_store.nextPaperNumber(issued.on);
    if (!number)
        return number.error();
    issued.temporaryNumber = paperNumber(*person, m_store.identity().device, issued.on, *number);
    issued.campaign = start.campaign;
    issued.inspectors = start.inspectors;
    if (std::find(issued.inspectors.begin(), issued.inspectors.end(), person->id)
        == issued.inspectors.end())
        issued.inspectors.insert(issued.inspectors.begin(), person->id);
    issued.basisText = bureau.noticeBasis;
    issued.requirements = bureau.noticeRequirements;
    issued.consequences = bureau.noticeConsequences;
    issued.contact = bureau.office;
    issued.phone = bureau.phone;
    std::unique_ptr<NoticeDraft> draft(new NoticeDraft(asSeen(0), std::move(notice), *school));
    const auto candidates = draft->candidates();
    if (!candidates)
        return candidates.error();
    for (const store::HazardRow &row : *candidates) {
        const bool named = std::find(start.hazards.begin(), start.hazards.end(), row.id)
            != start.hazards.end();
        const bool ordinary = row.level == Level::General && !row.restricted;
        if (!(start.hazards.empty() ? ordinary : named))
            continue;
        const auto hazard = m_store.hazard(row.id);
        if (!hazard)
            continue;
        domain::NoticeIssued &content = draft->m_notice.issued;
        if (content.lines.empty())
            content.restricted = domain::isRestricted(*hazard);
        else if (content.restricted != domain::isRestricted(*hazard))
            return Error{ErrorCode::InvalidInput, "restricted hazards need a notice of their own"};
        content.lines.push_back(lineOf(*hazard, *school, content.on));
    }
    const auto mixed = [&](const NoticeLine &line) {
        return line.level != draft->m_notice.issued.lines.front().level;
    };
    if (std::any_of(draft->m_notice.issued.lines.begin(), draft->m_notice.issued.lines.end(), mixed))
        return Error{ErrorCode::InvalidInput, "major and general hazards do not share a notice"};
    const Millis now = m_clock.wall();
    const store::Draft kept{draft->id(), person->id, store::DraftKind::Notice, now, now, draft->m_notice};
    if (auto begun = m_store.beginDraft(kept); !begun)
        return begun.error();
    return draft;
}

Result<std::unique_ptr<NoticeDraft>> FieldWork::resumeNotice(const std::string &id)
{
    auto kept = m_store.draft(id);
    if (!kept)
        return kept.error();
    const auto *notice = *kept ? std::get_if<domain::Notice>(&(*kept)->doc) : nullptr;
    if (notice == nullptr)
        return Error{ErrorCode::NotFound, "no draft of a notice " + id};
    const auto school = m_store.school(notice->school);
    if (!school)
        return Error{ErrorCode::NotFound, "the draft's school is not on this tablet"};
    std::unique_ptr<NoticeDraft> draft(new NoticeDraft(asSeen(0), *notice, *school));
    if (auto dated = draft->dateTo(m_store.today()); !dated)
        return dated.error();
    return draft;
}

Result<void> NoticeDraft::dateTo(Day day)
{
    domain::NoticeIssued &issued = m_notice.issued;
    if (issued.on == day)
        return {};
    issued.on = day;
    for (NoticeLine &line : issued.lines)
        line.due = domain::dueAfter(day, line.days);
    return keep(true);
}

Result<void> NoticeDraft::keep(bool contentChanged)
{
    if (contentChanged) { // a signature holds for the text that was read
        m_notice.issued.signatures.clear();
        m_notice.issued.servedOn.reset();
    }
    return m_work.store().keepDraft(m_notice.id, m_notice);
}

Result<void> NoticeDraft::discard()
{
    return m_work.store().dropDraft(m_notice.id);
}

// ---- content --------------------------------------------------------------------------------------

const NoticeLine *NoticeDraft::line(const std::string &hazard) const
{
    const auto &lines = m_notice.issued.lines;
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const NoticeLine &known) { return known.hazard == hazard; });
    return found == lines.end() ? nullptr : &*found;
}

Result<std::vector<store::HazardRow>> NoticeDraft::candidates() const
{
    store::HazardQuery query;
    query.school = m_school.id;
    query.states = {HazardState::Registered};
    query.order = store::HazardQuery::Order::Found;
    auto rows = m_work.store().hazards(query);
    if (rows) {
        std::erase_if(*rows, [&](const store::HazardRow &row) { return line(row.id) != nullptr; });
        std::reverse(rows->begin(), rows->end()); // oldest first
    }
    return rows;
}

Result<ActOutcome> NoticeDraft::addLine(const std::string &id)
{
    ActOutcome outcome;
    outcome.object = id;
    if (line(id) != nullptr)
        return outcome;
    const auto hazard = m_work.store().hazard(id);
    if (!hazard || hazard->school != m_school.id) {
        outcome.refusal = Refusal::UnknownHazard;
    } else if (hazard->state != HazardState::Registered) {
        outcome.refusal = Refusal::WrongState;
    } else if (const auto &lines = m_notice.issued.lines;
               !lines.empty() && lines.front().level != levelOf(*hazard)) {
        outcome.refusal = Refusal::MajorNotAllowed;
    } else if (!lines.empty() && m_notice.issued.restricted != domain::isRestricted(*hazard)) {
        outcome.refusal = Refusal::OwnNoticeNeeded;
    } else {
        m_notice.issued.restricted = domain::isRestricted(*hazard);
        m_notice.issued.lines.push_back(lineOf(*hazard, m_school, m_notice.issued.on));
        if (auto kept = keep(true); !kept)
            return kept.error();
    }
    return outcome;
}

Result<void> NoticeDraft::removeLine(const std::string &hazard)
{
    const auto removed = std::erase_if(m_notice.issued.lines, [&](const NoticeLine &known) {
        return known.hazard == hazard;
    });
    return removed == 0 ? Result<void>() : keep(true);
}

Result<void> NoticeDraft::setLine(const std::string &hazard, const LineForm &form)
{
    auto &lines = m_notice.issued.lines;
    const auto known = std::find_if(lines.begin(), lines.end(),
                                    [&](const NoticeLine &other) { return other.hazard == hazard; });
    if (known == lines.end())
        return {ErrorCode::NotFound, "no line for hazard " + hazard};
    const NoticeLine before = *known;
    known->measure = form.measure;
    known->interim = form.interim;
    known->responsible = form.responsible;
    known->days = std::max(form.days, 0);
    known->due = domain::dueAfter(m_notice.issued.on, known->days);
    return *known == before ? Result<void>() : keep(true);
}

Result<void> NoticeDraft::setTexts(const std::string &basis, const std::string &requirements,
                                   const std::string &consequences)
{
    m_notice.issued.basisText = basis;
    m_notice.issued.requirements = requirements;
    m_notice.issued.consequences = consequences;
    return keep(true);
}

Result<void> NoticeDraft::setContact(const std::string &name, const std::string &phone)
{
    m_notice.issued.contact = name;
    m_notice.issued.phone = phone;
    return keep(true);
}

Result<void> NoticeDraft::setInspectors(const std::vector<std::string> &users)
{
    m_notice.issued.inspectors = users;
    return keep(true);
}

// ---- signatures -----------------------------------------------------------------------------------

std::string NoticeDraft::neutralText() const
{
    return neutralTextOf(m_notice, m_school.name);
}

Digest NoticeDraft::contentHash() const
{
    return sha256(neutralText());
}

Result<void> NoticeDraft::sign(const std::string &role, const std::string &name, const Digest &image,
                               const std::string &person)
{
    if ((role != "inspector" && role != "school") || image == Digest{})
        return {ErrorCode::InvalidInput, "a drawn signature of an inspector or of the school"};
    domain::HandSignature signature{person, name, role, image, contentHash(), m_work.clock().wall()};
    if (role == "inspector") {
        const auto acting = m_work.store().actingUser();
        signature.person = acting ? acting->id : person;
    }
    auto &signatures = m_notice.issued.signatures;
    std::erase_if(signatures, [&](const domain::HandSignature &known) {
        return known.role == role && known.name == name;
    });
    signatures.push_back(std::move(signature));
    if (role == "school") // §10.5: signed on the spot = served on that day
        m_notice.issued.servedOn = m_notice.issued.on;
    return keep(false);
}

bool NoticeDraft::signedBy(const std::string &role) const
{
    const auto &signatures = m_notice.issued.signatures;
    return std::any_of(signatures.begin(), signatures.end(), [&](const domain::HandSignature &known) {
        return known.role == role && known.contentHash == contentHash();
    });
}

Result<void> NoticeDraft::clearSignatures()
{
    return keep(true);
}

// ---- the end --------------------------------------------------------------------------------------

Result<std::vector<domain::Event>> NoticeDraft::events() const
{
    const domain::NoticeIssued &issued = m_notice.issued;
    std::vector<domain::Event> events;
    auto notice = m_work.eventOn(ObjectKind::Notice, m_notice.id, m_school.id, issued);
    if (!notice)
        return notice.error();
    events.push_back(std::move(notice).value());
    for (const NoticeLine &line : issued.lines) {
        HazardAct order;
        order.kind = HazardActKind::Assign;
        order.notice = m_notice.id;
        order.measure = line.measure;
        order.interim = line.interim;
        order.responsible = line.responsible;
        order.phone = phoneOf(line.responsible, m_school);
        order.days = line.days;
        order.due = line.due;
        order.on = issued.on;
        order.signatures = issued.signatures;
        auto event = m_work.eventOn(ObjectKind::Hazard, line.hazard, m_school.id, std::move(order));
        if (!event)
            return event.error();
        events.push_back(std::move(event).value());
    }
    return events;
}

Result<std::vector<NoticeGap>> NoticeDraft::missing() const
{
    std::vector<NoticeGap> gaps;
    if (m_notice.issued.lines.empty())
        gaps.push_back({{}, Refusal::EmptyNotice});
    for (const NoticeLine &line : m_notice.issued.lines) {
        if (line.measure.empty())
            gaps.push_back({line.hazard, Refusal::MissingMeasure});
        if (line.responsible.empty())
            gaps.push_back({line.hazard, Refusal::MissingResponsible});
    }
    if (!gaps.empty())
        return gaps;
    const auto all = events();
    if (!all)
        return all.error();
    const auto tried = m_work.store().rehearse(*all);
    if (!tried)
        return tried.error();
    const std::size_t last = tried->decisions.size() - 1;
    const domain::Decision &decision = tried->decisions[last];
    if (decision.kind == domain::Decision::Kind::Refused
        || decision.kind == domain::Decision::Kind::Quarantined)
        gaps.push_back({last == 0 ? std::string() : (*all)[last].object, decision.reason});
    return gaps;
}

Result<ActOutcome> NoticeDraft::issue()
{
    const bool signedBefore = !m_notice.issued.signatures.empty();
    if (auto dated = dateTo(m_work.store().today()); !dated)
        return dated.error();
    if (signedBefore && m_notice.issued.signatures.empty())
        return Error{ErrorCode::Conflict, "the signatures were of another day's notice"};
    auto all = events();
    if (!all)
        return all.error();
    store::Save save;
    save.events = std::move(all).value();
    save.draftsDone = {m_notice.id};
    return m_work.saveAll(save, m_notice.id);
}

} // namespace campus::fieldwork
