// The four machines behind decide and evolve: hazard, inspection, notice, register. Each is
// pure; its decision assumes that LifeCycle.cpp has checked the person's scope.
#pragma once

#include <algorithm>

#include "domain/LifeCycle.h"

namespace campus::domain {

// Whether the object lies in the person's scope. A merged school's objects are worked on by its
// successor (domain.md §12.6).
bool mayActOn(const User &user, ObjectKind kind, const std::string &object,
              const std::string &school, bool restricted, const School *record);

// Hazard. `hazard` is null while it does not exist (domain.md §10.1: a draft lives on a tablet).
Decision decideHazard(const Hazard *hazard, const Event &event, const HazardAct &act,
                      const Around &around);
Hazard evolveHazard(Hazard hazard, const Event &event, const HazardAct &act, const Stamp &stamp);

// What the act leaves unsaid, or None (HazardForm.cpp). `hazard` is null for a finding.
Refusal formRefusal(const Hazard *hazard, const Event &event, const HazardAct &act,
                    const Around &around);
// Nobody is asked for a photo of a restricted matter or of an item whose rule is `never`.
bool photosWaived(const Hazard *hazard, const HazardAct &act, const Around &around);
bool isListed(const Hazard &hazard);     // 挂牌 and not yet 摘牌
// §11.1: whether the person submitted or prepared what stands for review now.
bool workedOnIt(const Hazard &hazard, const std::string &person);
Day oneYearAfter(Day day); // §10.3: a major hazard is never due later

Decision decideInspection(const Inspection *inspection, const Event &event, const Around &around);
Inspection evolveInspection(Inspection inspection, const Event &event, const Stamp &stamp);

Decision decideNotice(const Notice *notice, const Event &event, const Around &around);
Notice evolveNotice(Notice notice, const Event &event, const Stamp &stamp);

Decision decideRegister(const Doc &state, const Event &event);
Doc evolveRegister(Doc state, const Event &event, const Stamp &stamp);

// Instants and day counts come from outside; outside these bounds the calendar has no days.
inline constexpr Millis kFirstInstant = -2'200'000'000'000; // in 1900
inline constexpr Millis kLastInstant = 32'500'000'000'000;  // in 2999
inline constexpr int kDaysMax = 3660;                       // ten years to rectify
inline Millis boundedInstant(Millis instant)
{
    return std::clamp(instant, kFirstInstant, kLastInstant);
}
inline Day boundedDay(Millis instant) { return Day::of(boundedInstant(instant)); }
// The decided day of an act (domain.md §12.10(13)).
inline Day dayOf(const Occurred &occurred) { return boundedDay(occurred.decided()); }
// The due date an act names, by date or by days from its own date; nothing when it names none.
inline std::optional<Day> dueNamed(const HazardAct &act, Day day)
{
    if (act.due)
        return act.due;
    if (!act.days)
        return std::nullopt;
    return act.on.value_or(day) + std::clamp(*act.days, 0, kDaysMax);
}

// The deadline a special supervision sets.
inline std::optional<Day> supervisedUntil(const HazardAct &act, Day day)
{
    return act.until ? act.until : dueNamed(act, day);
}

// A signature somebody drew; a line with a name alone is none.
inline bool isDrawn(const HandSignature &signature) { return signature.image != Digest{}; }

} // namespace campus::domain
