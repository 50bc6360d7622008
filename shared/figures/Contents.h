// What a history keeps of its facts: only the fields a figure can ask for, by object, in the
// order of seq. Internal to this folder; not safe for use while add() runs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/Day.h"
#include "domain/Register.h"
#include "figures/History.h"

namespace campus::figures {

// When a fact became known and when it happened. `happened` is the decided instant, moved into the
// day the person stated where the rules go by a stated day (found, issued, listed …).
struct Moment {
    std::uint64_t seq = 0;
    Millis receivedAt = 0;
    Millis happened = 0;
    Millis earliest = 0, latest = 0, decided = 0;
    Day day() const { return Day::of(happened); }
};

inline constexpr std::uint32_t kNoHazard = UINT32_MAX;

struct Act {
    Moment moment;
    domain::HazardActKind kind = domain::HazardActKind::Note;
    domain::Level level = domain::Level::General;
    std::optional<Day>
        date; // deadline set or asked for; of List, Delist, Transfer the document's day
    std::uint32_t into = kNoHazard; // Merge: index of the main hazard
};

struct HazardLog {
    std::string id;
    std::string school;
    std::string category; // the part before the dot
    std::string campaign;
    domain::Source source = domain::Source::Inspection;
    bool restricted = false;
    bool found = false; // its registration is here; until then it is in no figure
    Day foundOn;
    std::vector<Act> acts; // by seq
};

struct InspectionLog {
    Moment moment;
    std::string school, campaign, team;
    bool self = false;
    Day on;
};

struct NoticeLog {
    std::optional<Moment> issued, cancelled;
    std::string school, campaign;
    Day on;
};

template <typename T>
struct Known {
    std::uint64_t seq = 0;
    Millis receivedAt = 0;
    T value;
};

struct RegisterLog {
    std::map<std::string, std::vector<Known<domain::School>>> schools;
    std::map<std::string, std::vector<Known<domain::SchoolChange>>> changes; // by school
    std::map<std::string, std::vector<Known<domain::Township>>> townships;
};

struct HistoryContents {
    std::vector<HazardLog> hazards; // in order of first mention
    std::map<std::string, std::uint32_t> hazardIndex;
    std::map<std::string, InspectionLog> inspections;
    std::map<std::string, NoticeLog> notices;
    RegisterLog registers;
    std::uint64_t newestSeq = 0;

    std::uint32_t indexOf(const std::string &hazard);
    void add(const Fact &fact, const domain::HazardAct &act);
    void add(const Fact &fact, const domain::InspectionSubmitted &submitted);
    void add(const Fact &fact, const domain::NoticeIssued &issued);
    void add(const Fact &fact, const domain::NoticeCancelled &cancelled);
    void add(const Fact &fact, const domain::School &school);
    void add(const Fact &fact, const domain::SchoolChange &change);
    void add(const Fact &fact, const domain::Township &township);
    template <typename Other>
    void add(const Fact &, const Other &)
    {
    } // no figure asks for it
};

} // namespace campus::figures
