// What a history keeps of its facts: only what a figure can ask for. Texts are numbers, acts are
// packed, every object has a row that says at once whether its acts must be read. Internal to this
// folder; not safe for use while add() runs.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "domain/Register.h"
#include "figures/Board.h"
#include "figures/History.h"
#include "figures/Interner.h"
#include "figures/KnownHazards.h"

namespace campus::figures {

// What hazards share that were found alike.
struct Origin {
    std::uint32_t category = 0; // the part before the dot
    std::uint32_t campaign = 0;
    std::uint32_t source = 0;     // domain::Source
    std::uint32_t restricted = 0; // 1: it is
    bool operator==(const Origin &) const = default;
};

// When the last fact of an inspection or notice became known and happened.
struct Trace {
    Millis received = INT64_MIN;
    DayNumber last = INT32_MIN;
    bool isOdd = false; // an interval over midnight
    void note(const Moment &moment);
};

struct InspectionRow {
    Trace trace;
    ActPool::Handle acts = 0; // its only one
    std::uint32_t school = 0, campaign = 0;
    std::uint32_t visit = 0, group = 0;
    DayNumber on = 0;
    bool self = false;
};

struct NoticeRow {
    Trace trace;
    ActPool::Handle acts = 0; // kIssued and kCancelled
    std::uint32_t school = 0, campaign = 0;
    DayNumber on = 0;
    bool issued = false, cancelled = false;
};
// A notice's acts in the words of a hazard's.
inline constexpr auto kIssued = domain::HazardActKind::Assign;
inline constexpr auto kCancelled = domain::HazardActKind::Void;

struct Visit {
    DayNumber on = 0;
    std::uint32_t school = 0, team = 0;
    bool operator==(const Visit &) const = default;
};

struct Group {
    DayNumber on = 0;
    std::uint32_t name = 0;   // a campaign, or a team where there is none
    std::uint32_t ofTeam = 0; // 1: a team
    bool operator==(const Group &) const = default;
};

// Different values as numbers, in the order of first mention.
template <typename Value>
class Catalogue
{
public:
    std::uint32_t of(const Value &value)
    {
        if (m_values.size() * 4 >= m_slots.size() * 3)
            grow();
        std::uint32_t &slot = slotOf(value);
        if (slot == 0) {
            m_values.push_back(value);
            slot = size();
        }
        return slot - 1;
    }
    const Value &operator[](std::uint32_t number) const { return m_values[number]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_values.size()); }

private:
    static_assert(std::has_unique_object_representations_v<Value>); // hashed by its octets
    std::uint32_t &slotOf(const Value &value)
    {
        const std::string_view octets(reinterpret_cast<const char *>(&value), sizeof value);
        std::size_t slot = std::hash<std::string_view>{}(octets) & (m_slots.size() - 1);
        while (m_slots[slot] != 0 && !(m_values[m_slots[slot] - 1] == value))
            slot = (slot + 1) & (m_slots.size() - 1);
        return m_slots[slot];
    }
    void grow()
    {
        m_slots.assign(m_slots.empty() ? 64 : m_slots.size() * 2, 0);
        for (std::uint32_t i = 0; i < m_values.size(); ++i)
            slotOf(m_values[i]) = i + 1;
    }

    std::vector<Value> m_values;
    std::vector<std::uint32_t> m_slots; // number + 1; 0 = free; a power of two of them
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
    Interner schools, categories, campaigns, teams;
    Catalogue<Origin> origins;
    Catalogue<Visit> visits;
    Catalogue<Group> groups;
    HazardTable hazards;
    MergeBook merges;
    ObjectIndex inspectionIds, noticeIds;
    std::vector<InspectionRow> inspections;
    std::vector<NoticeRow> notices;
    ActPool papers; // of inspections and notices
    RegisterLog registers;
    Board board;
    std::uint64_t newestSeq = 0;

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

private:
    void merge(const MergeFact &fact);
    Board::Mark markOf(std::uint32_t hazard) const;
    Board::Mark markOnBoard(std::uint32_t hazard) const;
    void moveMark(std::uint32_t hazard, const Board::Mark &before);
    void schoolChanged(const std::string &school);
    NoticeRow &notice(const std::string &id);
    void addTo(NoticeRow &notice, const Act &act);

    // What the board holds of hazards that their row does not tell of.
    std::map<std::uint32_t, Board::Mark> m_marks;
};

} // namespace campus::figures
