// A log written by hand: people say what happened on which day and when it reached the server;
// facts come out in the server's order. For tests of figures and documents. One thread at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/Day.h"
#include "figures/Fact.h"
#include "figures/History.h"

namespace campus::tests {

Day day(const char *iso); // "2025-03-03"; a wrong form ends the test
Millis noon(const char *iso);

class Chronicle
{
public:
    // When something happened and when the server learned of it; without `received`, at once.
    struct When {
        Millis at = 0;
        std::optional<Millis> received;
        When(const char *iso) : at(noon(iso)) {} // NOLINT: reads like a date
        When(Millis instant) : at(instant) {}    // NOLINT
        When(const char *iso, const char *receivedOn) : at(noon(iso)), received(noon(receivedOn)) {}
        When(Millis instant, Millis receivedAt) : at(instant), received(receivedAt) {}
    };

    Chronicle(); // township T01, school S01 and bureau people, known since 2024-01-01

    void add(std::string object, std::string school, domain::EventBody body, const When &when);
    void add(std::string object, std::string school, domain::EventBody body, const When &when,
             const domain::Occurred &occurred);
    void act(const std::string &hazard, domain::HazardAct act, const When &when);

    // The usual acts; found in FIRE at S01 unless said otherwise before.
    void found(const std::string &hazard, const When &when,
               domain::Level proposed = domain::Level::General);
    void fixedOnSpot(const std::string &hazard, const When &when);
    void assigned(const std::string &hazard, const char *due, const When &when);
    void confirmed(const std::string &hazard, const When &when);
    void passed(const std::string &hazard, const When &when);
    void returned(const std::string &hazard, const When &when);
    void reopened(const std::string &hazard, const char *due, const When &when);
    void extended(const std::string &hazard, const char *until, const When &when);
    void levelConfirmed(const std::string &hazard, domain::Level level, const When &when);
    void merged(const std::string &hazard, const std::string &into, const When &when);
    void voided(const std::string &hazard, const When &when);
    void inspected(const std::string &inspection, const std::string &school,
                   const std::string &team, const When &when, const std::string &campaign = {},
                   const std::string &type = "supervision");
    void noticed(const std::string &notice, const When &when);
    void noticeCancelled(const std::string &notice, const When &when);
    void school(const domain::School &school, const When &when);
    void changed(const domain::SchoolChange &change, const When &when);

    void at(std::string school) { m_school = std::move(school); } // of the next findings
    void inCategory(std::string category) { m_category = std::move(category); }

    std::vector<figures::Fact> facts() const; // by seq
    figures::History history() const;

private:
    std::string schoolOf(const std::string &hazard) const;

    std::vector<figures::Fact> m_facts; // in the order of telling
    std::string m_school = "S01";
    std::string m_category = "FIRE.EXIT";
};

std::string uuidOf(std::uint64_t number);
// A fact of the bureau's admin without a seq.
figures::Fact factOf(std::string object, std::string school, domain::EventBody body,
                     const domain::Occurred &occurred, Millis receivedAt);
domain::School schoolNamed(const std::string &id);
// "H1 H2 H3"
std::string joined(const std::vector<std::string> &members);

} // namespace campus::tests
