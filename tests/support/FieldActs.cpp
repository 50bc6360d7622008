#include "support/FieldActs.h"

#include "wire/EventCodec.h"

namespace campus::support {

using domain::HazardAct;
using domain::HazardActKind;

namespace {

constexpr const char *kPlace = "东门";

} // namespace

domain::Event FieldActs::event(const domain::User &by, const Subject &subject, HazardAct act)
{
    domain::Event event;
    event.id = m_ids.next();
    event.object = subject.hazard;
    event.school = subject.school;
    event.actor = by.id;
    event.role = by.role;
    event.seen = subject.seen;
    event.wall = m_clock.wall();
    event.boot = m_clock.bootId();
    event.mono = m_clock.monotonic();
    event.body = std::move(act);
    const wire::EventType type = wire::typeOf(event.body);
    event.type = type.type;
    event.kind = type.kind;
    return event;
}

HazardAct FieldActs::act(HazardActKind kind) const
{
    HazardAct act;
    act.kind = kind;
    return act;
}

domain::Photo FieldActs::photo() const
{
    domain::Photo photo;
    photo.original = m_photo;
    photo.takenAt = m_clock.wall();
    photo.place = kPlace;
    return photo;
}

domain::Event FieldActs::registered(const domain::User &by, const std::string &school,
                                    const std::string &what)
{
    HazardAct found = act(HazardActKind::Register);
    found.place = kPlace;
    found.description = what;
    found.category = "FIRE.EXIT";
    found.basis = "《中华人民共和国消防法》第二十八条";
    found.source = by.role == domain::Role::SchoolSafety ? domain::Source::SelfCheck
                                                         : domain::Source::Inspection;
    found.foundOn = today() - 1; // also when the server's clock lags a little
    found.before = {photo()};
    return event(by, {m_ids.next(), school, 0}, std::move(found));
}

domain::Event FieldActs::assigned(const domain::User &by, const Subject &subject, int days)
{
    HazardAct order = act(HazardActKind::Assign);
    order.notice = "N-" + subject.hazard;
    order.measure = "清除堆放物";
    order.responsible = "王五";
    order.on = today();
    order.days = days;
    order.due = today() + days;
    return event(by, subject, std::move(order));
}

domain::Event FieldActs::received(const domain::User &by, const Subject &subject)
{
    HazardAct receipt = act(HazardActKind::Receive);
    domain::HandSignature signature;
    signature.person = by.id;
    signature.name = by.name;
    signature.role = "school";
    signature.image = m_photo;
    signature.contentHash = sha256(subject.hazard);
    signature.signedAt = m_clock.wall();
    receipt.signatures = {signature};
    return event(by, subject, std::move(receipt));
}

domain::Event FieldActs::confirmed(const domain::User &by, const Subject &subject,
                                   const std::string &done)
{
    HazardAct confirmation = act(HazardActKind::Confirm);
    confirmation.done = done;
    confirmation.doneOn = today();
    confirmation.after = {photo()};
    return event(by, subject, std::move(confirmation));
}

domain::Event FieldActs::passed(const domain::User &by, const Subject &subject)
{
    HazardAct review = act(HazardActKind::Pass);
    review.after = {photo()};
    return event(by, subject, std::move(review));
}

domain::Event FieldActs::returned(const domain::User &by, const Subject &subject,
                                  const std::string &reason)
{
    HazardAct review = act(HazardActKind::Return);
    review.reason = reason;
    review.after = {photo()};
    return event(by, subject, std::move(review));
}

domain::Event FieldActs::noted(const domain::User &by, const Subject &subject,
                               const std::string &text)
{
    HazardAct note = act(HazardActKind::Note);
    note.text = text;
    return event(by, subject, std::move(note));
}

domain::Event FieldActs::merged(const domain::User &by, const Subject &subject,
                                const std::string &into)
{
    HazardAct merge = act(HazardActKind::Merge);
    merge.into = into;
    merge.reason = "重复登记";
    return event(by, subject, std::move(merge));
}

} // namespace campus::support
