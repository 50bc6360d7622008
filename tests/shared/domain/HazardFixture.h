// A small county to try the life cycle on: one bureau, two schools, a person of every role, and acts
// that say all they must. Test only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/LifeCycle.h"

namespace campus::test {

inline Day day(const char *iso) { return *Day::parse(iso); }
inline Millis noonOf(Day d) { return d.begin() + 12 * 3'600'000; }
domain::Occurred at(const char *iso); // noon of that day, known exactly

domain::Photo photo(const std::string &place, int number = 1);
domain::HandSignature drawn(const std::string &role);

domain::School school(const std::string &id, const std::string &township);
domain::User person(domain::Role role); // "u-" + name of the role; of school S1, township T1
domain::Bureau bureau();

// An act with everything its kind needs; dates around March 2025.
domain::HazardAct fullAct(domain::HazardActKind kind);

// One person acts on a hazard (or on another object, when `kind` says so) of school S1.
domain::Event eventOf(domain::EventBody body, const domain::User &actor,
                      const std::string &object = "h1");

// The life of one object: decides, and evolves what was accepted.
class Story
{
public:
    explicit Story(std::string object = "h1") : m_object(std::move(object)) {}

    // `seen` is the current version unless given.
    domain::Decision tell(domain::EventBody body, const domain::User &actor, const char *iso,
                          std::optional<std::uint64_t> seen = std::nullopt);
    domain::Decision tell(domain::HazardActKind kind, domain::Role role, const char *iso,
                          std::optional<std::uint64_t> seen = std::nullopt)
    {
        return tell(fullAct(kind), person(role), iso, seen);
    }
    const domain::Hazard &hazard() const { return std::get<domain::Hazard>(doc); }
    std::uint64_t version() const { return m_seq; }

    domain::Doc doc;
    domain::Around around; // school, bureau, main and checklist may be replaced by the test
    std::optional<domain::ObjectKind> objectKind;

private:
    std::string m_object;
    std::uint64_t m_seq = 0;
};

// A hazard that came into the state by the shortest way.
Story hazardIn(domain::HazardState state, domain::Level confirmed = domain::Level::General);

// "accepted", "noop", "quarantined unknown_hazard", "wrong_state" …
std::string wordOf(const domain::Decision &decision);

} // namespace campus::test
