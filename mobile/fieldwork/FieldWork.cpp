#include "fieldwork/FieldWork.h"

#include <algorithm>

#include "fieldwork/InspectionDraft.h"
#include "fieldwork/NoticeDraft.h"
#include "wire/EventCodec.h"

namespace campus::fieldwork {

using domain::HazardAct;
using domain::HazardActKind;
using domain::ObjectKind;

FieldWork::FieldWork(store::TabletStore &store, const Clock &clock, IdSource &ids)
    : m_store(store), m_clock(clock), m_ids(ids)
{
}

FieldWork FieldWork::asSeen(std::uint64_t version) const
{
    FieldWork other = *this;
    other.m_seen = version;
    return other;
}

FieldWork FieldWork::fromForm(const std::string &key) const
{
    FieldWork other = *this;
    other.m_form = key;
    return other;
}

Result<void> FieldWork::addPhoto(const std::string &draft, const std::string &item,
                                 const domain::Photo &photo)
{
    const auto changed = m_store.changeAnswer(draft, item, [&](domain::Answer &answer) {
        answer.photos.push_back(photo);
        answer.prefilled = false;
    });
    return changed ? Result<void>() : Result<void>(changed.error());
}

// ---- events ---------------------------------------------------------------------------------------

Result<domain::Event> FieldWork::eventOn(ObjectKind kind, const std::string &object,
                                         const std::string &school, domain::EventBody body) const
{
    const auto person = m_store.actingUser();
    if (!person)
        return Error{ErrorCode::Unauthenticated, "nobody is signed in"};
    const auto session = m_store.session();
    domain::Event event;
    event.id = m_ids.next();
    event.kind = kind;
    event.object = object;
    event.school = school;
    event.actor = person->id;
    event.role = person->role;
    event.session = session ? session->id : std::string();
    event.seen = m_seen;
    event.wall = m_clock.wall();
    event.boot = m_clock.bootId();
    event.mono = m_clock.monotonic();
    event.body = std::move(body);
    return event;
}

Result<ActOutcome> FieldWork::saveAll(const store::Save &save, const std::string &object) const
{
    const auto saved = m_store.append(save);
    if (!saved)
        return saved.error();
    ActOutcome outcome;
    outcome.object = object;
    if (saved->saved) {
        outcome.events = saved->events;
        return outcome;
    }
    const domain::Decision &refused = saved->decisions.back();
    outcome.object = save.events[saved->decisions.size() - 1].object;
    outcome.refusal = refused.reason;
    outcome.by = refused.by;
    outcome.at = refused.at;
    return outcome;
}

// ---- one hazard -----------------------------------------------------------------------------------

Result<ActOutcome> FieldWork::registerHazard(const std::string &school, HazardAct act)
{
    const auto person = m_store.actingUser();
    if (act.kind != HazardActKind::FixOnSpot)
        act.kind = HazardActKind::Register;
    if (!act.foundOn)
        act.foundOn = m_store.today();
    if (person && person->role == domain::Role::SchoolSafety)
        act.source = domain::Source::SelfCheck;
    const std::string id = m_ids.next();
    auto event = eventOn(ObjectKind::Hazard, id, school, std::move(act));
    if (!event)
        return event.error();
    store::Save save;
    save.events.push_back(std::move(event).value());
    return saveAll(save, id);
}

Result<ActOutcome> FieldWork::act(const std::string &hazard, const HazardAct &act,
                                  const std::string &redoes)
{
    const auto known = m_store.hazard(hazard);
    if (!known)
        return Error{ErrorCode::NotFound, "no hazard " + hazard};
    auto event = eventOn(ObjectKind::Hazard, hazard, known->school, act);
    if (!event)
        return event.error();
    store::Save save;
    save.events.push_back(std::move(event).value());
    if (!redoes.empty())
        save.cardsRedone.push_back(redoes);
    if (!m_form.empty())
        save.formsDone.push_back({hazard, m_form});
    return saveAll(save, hazard);
}

Result<domain::Decision> FieldWork::tryAct(const std::string &hazard, const HazardAct &act) const
{
    const auto known = m_store.hazard(hazard);
    if (!known)
        return Error{ErrorCode::NotFound, "no hazard " + hazard};
    auto event = eventOn(ObjectKind::Hazard, hazard, known->school, act);
    if (!event)
        return event.error();
    const auto tried = m_store.rehearse({*event});
    if (!tried)
        return tried.error();
    return tried->decisions.back();
}

Result<ActOutcome> FieldWork::progress(const std::string &hazard, const ProgressForm &form)
{
    HazardAct act;
    act.kind = HazardActKind::Progress;
    act.text = form.text;
    act.interim = form.interim;
    act.after = form.photos;
    act.moneyCents = form.moneyCents;
    act.moneySource = form.moneySource;
    return this->act(hazard, act);
}

namespace {

HazardAct rectification(HazardActKind kind, const RectificationForm &form)
{
    HazardAct act;
    act.kind = kind;
    act.done = form.done;
    act.doneOn = form.doneOn;
    act.after = form.after;
    act.moneyCents = form.moneyCents;
    act.moneySource = form.moneySource;
    act.signatures = form.signatures;
    return act;
}

HazardAct review(HazardActKind kind, const ReviewForm &form)
{
    HazardAct act;
    act.kind = kind;
    (kind == HazardActKind::Return ? act.reason : act.text) = form.text;
    act.after = form.photos;
    act.onSite = form.onSite;
    act.reviewers = form.reviewers;
    act.report = form.report;
    act.signatures = form.signatures;
    return act;
}

} // namespace

Result<ActOutcome> FieldWork::prepare(const std::string &hazard, const RectificationForm &form)
{
    return act(hazard, rectification(HazardActKind::Prepare, form));
}

Result<ActOutcome> FieldWork::confirm(const std::string &hazard, const RectificationForm &form)
{
    return act(hazard, rectification(HazardActKind::Confirm, form));
}

Result<ActOutcome> FieldWork::askExtension(const std::string &hazard, const ExtensionForm &form)
{
    HazardAct act;
    act.kind = HazardActKind::AskExtension;
    act.delayReason = form.reason;
    act.reason = form.text;
    act.interim = form.interim;
    act.until = form.until;
    return this->act(hazard, act);
}

Result<ActOutcome> FieldWork::pass(const std::string &hazard, const ReviewForm &form)
{
    HazardAct act = review(HazardActKind::Pass, form);
    const auto known = m_store.hazard(hazard);
    if (known && domain::handledAsMajor(*known) && !known->listedOn) // §10.4 (3): closed without listing, with the reason
        act.reason = form.text;
    return this->act(hazard, act);
}

Result<ActOutcome> FieldWork::returnBack(const std::string &hazard, const ReviewForm &form)
{
    return act(hazard, review(HazardActKind::Return, form));
}

Result<ActOutcome> FieldWork::reopen(const std::string &hazard, const ReopenForm &form)
{
    HazardAct act;
    act.kind = HazardActKind::Reopen;
    act.reason = form.reason;
    act.before = form.photos;
    act.due = form.due;
    return this->act(hazard, act);
}

Result<ActOutcome> FieldWork::proposeLevel(const std::string &hazard, domain::Level level,
                                           const std::string &rule, const std::string &interim)
{
    HazardAct act;
    act.kind = HazardActKind::ProposeLevel;
    act.level = level;
    act.rule = rule;
    act.interim = interim;
    return this->act(hazard, act);
}

Result<ActOutcome> FieldWork::note(const std::string &hazard, const std::string &text,
                                   const std::vector<domain::Photo> &photos)
{
    HazardAct act;
    act.kind = HazardActKind::Note;
    act.text = text;
    act.after = photos;
    return this->act(hazard, act);
}

// ---- one notice -----------------------------------------------------------------------------------

Result<Digest> FieldWork::noticeContentHash(const std::string &id) const
{
    const auto notice = m_store.notice(id);
    if (!notice)
        return Error{ErrorCode::NotFound, "no notice " + id};
    const auto school = m_store.school(notice->school);
    return sha256(neutralTextOf(*notice, school ? school->name : std::string()));
}

Result<ActOutcome> FieldWork::signFor(const std::string &id, const domain::HandSignature &signature)
{
    const auto notice = m_store.notice(id);
    const auto hash = noticeContentHash(id);
    if (!notice || !hash)
        return Error{ErrorCode::NotFound, "no notice " + id};
    if (signature.contentHash != *hash)
        return Error{ErrorCode::InvalidInput, "the signature is bound to another content"};
    const Day today = m_store.today();
    store::Save save;
    auto receipt = eventOn(ObjectKind::Notice, id, notice->school,
                           domain::NoticeReceipted{signature, today});
    if (!receipt)
        return receipt.error();
    save.events.push_back(std::move(receipt).value());
    for (const domain::NoticeLine &line : notice->issued.lines) {
        const auto hazard = m_store.hazard(line.hazard);
        if (!hazard || hazard->state != domain::HazardState::Assigned || hazard->round().notice != id)
            continue;
        HazardAct received;
        received.kind = HazardActKind::Receive;
        received.notice = id;
        received.on = today;
        received.signatures = {signature};
        auto event = asSeen(0).eventOn(ObjectKind::Hazard, line.hazard, hazard->school, received);
        if (!event)
            return event.error();
        save.events.push_back(std::move(event).value());
    }
    return saveAll(save, id);
}

Result<ActOutcome> FieldWork::cancelNotice(const std::string &id, const std::string &reason)
{
    const auto notice = m_store.notice(id);
    if (!notice)
        return Error{ErrorCode::NotFound, "no notice " + id};
    auto event = eventOn(ObjectKind::Notice, id, notice->school,
                         domain::NoticeCancelled{reason, m_store.today()});
    if (!event)
        return event.error();
    store::Save save;
    save.events.push_back(std::move(event).value());
    for (const domain::NoticeLine &line : notice->issued.lines) {
        HazardAct withdrawn;
        withdrawn.kind = HazardActKind::Withdraw;
        withdrawn.notice = id;
        withdrawn.reason = reason;
        const auto tried = tryAct(line.hazard, withdrawn); // what the school confirmed stays done
        if (!tried || tried->kind != domain::Decision::Kind::Accepted)
            continue;
        auto order = asSeen(0).eventOn(ObjectKind::Hazard, line.hazard, notice->school, withdrawn);
        if (!order)
            return order.error();
        save.events.push_back(std::move(order).value());
    }
    return saveAll(save, id);
}

// ---- cards ----------------------------------------------------------------------------------------

Result<ActOutcome> FieldWork::attachAsNote(const std::string &refusedEvent)
{
    const auto line = m_store.eventLine(refusedEvent);
    if (!line)
        return line.error();
    const auto refused = wire::decodeEvent(*line);
    if (!refused)
        return refused.error();
    const auto *said = std::get_if<HazardAct>(&refused->body);
    if (said == nullptr)
        return Error{ErrorCode::InvalidInput, "only what was said of a hazard can become a note"};
    HazardAct note;
    note.kind = HazardActKind::Note;
    for (const std::string *text : {&said->description, &said->text, &said->reason, &said->done,
                                    &said->measure, &said->interim, &said->opinion, &said->plan}) {
        if (!text->empty())
            note.text += (note.text.empty() ? "" : "\n") + *text;
    }
    if (note.text.empty())
        note.text = domain::nameOf(said->kind);
    note.before = said->before;
    note.after = said->after;
    note.failActionProof = said->failActionProof;
    auto event = eventOn(ObjectKind::Hazard, refused->object, refused->school, note);
    if (!event)
        return event.error();
    store::Save save;
    save.events.push_back(std::move(event).value());
    save.cardsRedone.push_back(refusedEvent);
    save.answeredAs = store::CardAnswer::AttachedAsNote;
    return saveAll(save, refused->object);
}

Result<domain::HandSignature> FieldWork::signatureBy(const std::string &role, const Digest &image,
                                                     const Digest &contentHash) const
{
    const auto person = m_store.actingUser();
    if (!person)
        return Error{ErrorCode::Unauthenticated, "nobody is signed in"};
    return domain::HandSignature{person->id, person->name, role, image, contentHash, m_clock.wall()};
}

} // namespace campus::fieldwork
