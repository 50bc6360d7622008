// Events as people in the field make them, complete enough to be accepted: for tests that need acts,
// not screens. Ids come from the given source; every act says when by the given clock.
// One thread at a time.
#pragma once

#include <string>

#include "core/Clock.h"
#include "core/IdSource.h"
#include "domain/Event.h"

namespace campus::support {

// What an act is about, and the doc version its maker was looking at.
struct Subject {
    std::string hazard, school;
    std::uint64_t seen = 0;
};

class FieldActs
{
public:
    FieldActs(const Clock &clock, IdSource &ids) : m_clock(clock), m_ids(ids) {}

    // Photos and signatures of the acts below name this blob; it has to be on disk for a real store.
    void usePhoto(const Digest &photo) { m_photo = photo; }

    domain::Event registered(const domain::User &by, const std::string &school,
                             const std::string &what);
    domain::Event assigned(const domain::User &by, const Subject &subject, int days = 7);
    domain::Event received(const domain::User &by, const Subject &subject);
    domain::Event confirmed(const domain::User &by, const Subject &subject,
                            const std::string &done);
    domain::Event passed(const domain::User &by, const Subject &subject);
    domain::Event returned(const domain::User &by, const Subject &subject,
                           const std::string &reason);
    domain::Event noted(const domain::User &by, const Subject &subject, const std::string &text);
    domain::Event merged(const domain::User &by, const Subject &subject, const std::string &into);

private:
    domain::Event event(const domain::User &by, const Subject &subject, domain::HazardAct act);
    domain::HazardAct act(domain::HazardActKind kind) const;
    domain::Photo photo() const;
    Day today() const { return Day::of(m_clock.wall()); }

    const Clock &m_clock;
    IdSource &m_ids;
    Digest m_photo = sha256("a photo");
};

} // namespace campus::support
