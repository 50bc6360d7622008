// The life cycle of a hazard as one table: a row an act (domain.md §10.2). Decision, evolution
// and the buttons of a screen all read the same rows. Constant; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "domain/HazardAct.h"
#include "domain/LifeCycle.h"
#include "domain/Words.h"

namespace campus::domain {

// A set of values of one closed enum, whose numbers are below 64.
template <typename E>
class SetOf
{
public:
    constexpr SetOf() = default;
    constexpr SetOf(std::initializer_list<E> members)
    {
        for (const E member : members)
            m_bits |= bit(member);
    }
    constexpr bool has(E member) const { return (m_bits & bit(member)) != 0; }
    constexpr SetOf operator|(SetOf other) const
    {
        SetOf both;
        both.m_bits = m_bits | other.m_bits;
        return both;
    }

private:
    static constexpr std::uint64_t bit(E member) { return 1ull << static_cast<unsigned>(member); }
    std::uint64_t m_bits = 0;
};

using States = SetOf<HazardState>;
using Roles = SetOf<Role>;
using Acts = SetOf<HazardActKind>;

// What an act must state. `given` may look at what is known of the hazard already.
enum class Need : std::uint8_t {
    Place, Description, Category, Basis, FoundOn, BeforePhoto, ActionProof, AfterPhoto,
    SchoolSignature, Measure, Due, Responsible, Notice, Words, Done, DoneOn, ReviewPhoto, Reason,
    DelayReason, Interim, Until, Rule, Number, Plan, Date, Recipient, Main, NewPhoto,
};
using Needs = SetOf<Need>;

struct ActRow {
    HazardActKind act;
    std::string_view name;          // frozen: the event type is "hazard." + name
    States from;                    // where it starts; for a fact: where it changes fields
    std::optional<HazardState> to;  // nothing: the state stays
    Roles roles;
    bool fact;                      // accepted in every state, never superseded (sync.md §4)
    Acts opposed;                   // made by somebody else after `seen`, these supersede it
    Needs needs;
};

inline constexpr std::size_t kActCount = 25;
std::span<const ActRow> actRows();       // in the order of HazardActKind
const ActRow &rowOf(HazardActKind act);

// Merging and voiding end a hazard: they oppose every transition (sync.md §4).
inline constexpr Acts kEndingActs{HazardActKind::Merge, HazardActKind::Void};

inline constexpr States kOpenStates{HazardState::Registered, HazardState::Assigned,
                                    HazardState::Rectifying, HazardState::Submitted};

} // namespace campus::domain
