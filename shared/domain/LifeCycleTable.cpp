#include "domain/LifeCycleTable.h"

#include "core/Assert.h"

namespace campus::domain {

namespace {

using A = HazardActKind;
using S = HazardState;
using N = Need;

constexpr Roles kOfficers{Role::SafetyOfficer, Role::TownOfficer};
constexpr Roles kBureau{Role::BureauAdmin};
constexpr Roles kPrincipal{Role::Principal};
constexpr Roles kSchool{Role::Principal, Role::SchoolSafety};
constexpr Roles kReviewers = kOfficers | kBureau;

constexpr States kNotThere{S::Draft};
constexpr States kAtSchool{S::Assigned, S::Rectifying}; // the school has the hazard in hand
constexpr States kWithDue = kAtSchool | States{S::Submitted};
constexpr States kMergeable = kOpenStates | States{S::Closed};
constexpr States kVoidable = kMergeable;
constexpr States kListable = kOpenStates;
constexpr States kDelistable = kOpenStates | States{S::Closed}; // closing does not end a listing
constexpr States kAny = kMergeable | States{S::Merged, S::Void};

// Whatever changes a registered hazard and is no fact; a merge is superseded by any of it.
constexpr Acts kTransitions{A::Assign, A::Receive, A::Confirm, A::Pass, A::Return, A::AskExtension,
                            A::GrantExtension, A::RefuseExtension, A::ProposeLevel,
                            A::ConfirmLevel, A::List, A::Delist, A::Transfer, A::Merge, A::Void,
                            A::Reopen, A::Supervise, A::LiftSupervision, A::Withdraw};

constexpr Needs kFinding{N::Place, N::Description, N::Category, N::Basis, N::FoundOn,
                         N::BeforePhoto};

// domain.md §10.2, one row an act; the rules that need the hazard's history are in HazardDecision.cpp.
constexpr std::array<ActRow, kActCount> kRows{{
    {A::Register, "registered", kNotThere, S::Registered,
     kOfficers | kBureau | Roles{Role::SchoolSafety}, false, {},
     kFinding | Needs{N::ActionProof, N::Interim}},
    {A::FixOnSpot, "fixed_on_spot", kNotThere, S::Closed, kOfficers, false, {},
     kFinding | Needs{N::AfterPhoto, N::SchoolSignature}},
    {A::Assign, "assigned", {S::Registered}, S::Assigned, kReviewers, false, {A::Assign},
     {N::Notice, N::Measure, N::Responsible, N::Due, N::Interim}},
    {A::Receive, "received", {S::Assigned}, S::Rectifying, kSchool, false,
     {A::Pass, A::Reopen, A::Withdraw}, {N::SchoolSignature}},
    {A::Progress, "progressed", kOpenStates, {}, kSchool, true, {}, {N::Words}},
    {A::Prepare, "prepared", kAtSchool, {}, kSchool, true, {}, {N::Words}},
    {A::Confirm, "confirmed", kAtSchool, S::Submitted, kPrincipal, false,
     {A::Return, A::Pass, A::Reopen, A::Withdraw}, {N::Done, N::DoneOn, N::AfterPhoto}},
    {A::Pass, "passed", {S::Submitted}, S::Closed, kReviewers, false,
     {A::Return, A::Pass, A::Reopen}, {N::ReviewPhoto}},
    {A::Return, "returned", {S::Submitted}, S::Rectifying, kReviewers, false,
     {A::Confirm, A::Pass, A::Return, A::Reopen}, {N::Reason, N::ReviewPhoto}},
    {A::AskExtension, "extension_asked", kAtSchool, {}, kPrincipal, false,
     {A::Pass, A::Reopen, A::Withdraw},
     {N::DelayReason, N::Interim, N::Until}},
    {A::GrantExtension, "extension_granted", kWithDue, {}, kBureau, false,
     {A::GrantExtension, A::RefuseExtension, A::Pass, A::Reopen, A::Withdraw}, {N::Until}},
    {A::RefuseExtension, "extension_refused", kWithDue, {}, kBureau, false,
     {A::GrantExtension, A::RefuseExtension, A::Pass, A::Reopen}, {N::Reason}},
    {A::ProposeLevel, "level_proposed", kOpenStates, {}, kOfficers | kBureau, false,
     {A::ConfirmLevel, A::Pass}, {N::Rule, N::Interim}},
    {A::ConfirmLevel, "level_confirmed", kOpenStates, {}, kBureau, false,
     {A::ConfirmLevel, A::Pass}, {N::Rule, N::Interim}},
    {A::List, "listed", kListable, {}, kBureau, false, {A::List, A::Delist, A::Pass},
     {N::Number, N::Recipient, N::Date, N::Until, N::Plan}},
    {A::Delist, "delisted", kDelistable, {}, kBureau, false, {A::List, A::Delist},
     {N::Number, N::Date}},
    {A::Transfer, "transferred", kOpenStates, {}, kBureau, false, {A::Transfer, A::Pass},
     {N::Recipient, N::Number, N::Date, N::Interim}},
    {A::Merge, "merged", kMergeable, S::Merged, kReviewers, false, kTransitions,
     {N::Main, N::Reason}},
    {A::Void, "voided", kVoidable, S::Void, kBureau, false, {}, {N::Reason}},
    {A::Reopen, "reopened", {S::Closed}, S::Rectifying, kReviewers, false, {A::Pass, A::Reopen},
     {N::Reason, N::NewPhoto, N::Due}},
    {A::Supervise, "supervised", kOpenStates, {}, kBureau, false,
     {A::Supervise, A::LiftSupervision, A::Pass}, {N::Number, N::Due}},
    {A::LiftSupervision, "supervision_lifted", kDelistable, {}, kBureau, false,
     {A::Supervise, A::LiftSupervision}, {}},
    {A::Note, "noted", kAny, {},
     kOfficers | kBureau | kSchool | Roles{Role::Expert}, true, {}, {N::Words}},
    {A::Plan, "planned", kOpenStates, {}, kSchool | kBureau, true, {}, {N::Plan}},
    {A::Withdraw, "assignment_withdrawn", kAtSchool, S::Registered, kReviewers, false,
     {A::Confirm, A::Withdraw, A::Reopen}, {N::Notice, N::Reason}},
}};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (static_cast<std::size_t>(kRows[i].act) != i + 1)
            return false;
    }
    return true;
}
static_assert(inOrder());

} // namespace

std::span<const ActRow> actRows()
{
    return kRows;
}

const ActRow &rowOf(HazardActKind act)
{
    const auto index = static_cast<std::size_t>(act) - 1;
    CAMPUS_ASSERT(index < kRows.size());
    return kRows[index];
}

std::string_view nameOf(HazardActKind act)
{
    return rowOf(act).name;
}

std::optional<HazardActKind> hazardActNamed(std::string_view name)
{
    for (const ActRow &row : kRows) {
        if (row.name == name)
            return row.act;
    }
    return std::nullopt;
}

bool isFact(HazardActKind act)
{
    return rowOf(act).fact;
}

bool staysWithMerged(HazardActKind act)
{
    using K = HazardActKind;
    return act == K::Register || act == K::FixOnSpot || act == K::Merge || act == K::Void;
}

} // namespace campus::domain
