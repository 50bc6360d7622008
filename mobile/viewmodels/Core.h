// The vocabularies of the screens as QML enums: Core.HazardState.Closed. Values that have a
// counterpart in domain/Words.h are equal to it, so a role holds the plain number. Never created.
#pragma once

#include <QObject>

#include <QtQml/qqmlregistration.h>

#include "domain/HazardAct.h"
#include "domain/Words.h"
#include "store/StoreRows.h"

namespace campus::viewmodels {

class Core : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Core holds enums only")
    Q_CLASSINFO("RegisterEnumClassesUnscoped", "false") // Outcome.Pass and Act.Pass

public:
    enum class Stage { Starting, Enrol, SignIn, Ready, Failed };
    Q_ENUM(Stage)

    enum class Role {
        BureauAdmin = 1,
        SafetyOfficer = 2,
        TownOfficer = 3,
        Principal = 4,
        SchoolSafety = 5,
        Expert = 6,
        Leader = 7,
    };
    Q_ENUM(Role)

    enum class SyncState { LocalOnly = 0, Delivered = 1, Verified = 2, Rejected = 3 };
    Q_ENUM(SyncState)

    enum class HazardState {
        Draft = 0,
        Registered = 1,
        Assigned = 2,
        Rectifying = 3,
        Submitted = 4,
        Closed = 5,
        Merged = 6,
        Void = 7,
    };
    Q_ENUM(HazardState)

    enum class Level { General = 1, Major = 2 };
    Q_ENUM(Level)

    enum class Outcome { Open = 0, Pass = 1, Fail = 2, NotApplicable = 3 };
    Q_ENUM(Outcome)

    enum class Response {
        PassFailNa = 1,
        Number = 2,
        DateNotExpired = 3,
        DateWithin = 4,
        CountOfTotal = 5,
        Choice = 6,
    };
    Q_ENUM(Response)

    enum class AssetKind { School = 1, Bus = 2, Canteen = 3, Building = 4, FloodPoint = 5 };
    Q_ENUM(AssetKind)

    enum class ItemFix { None = 0, Drafted = 1, FixedOnSpot = 2, StillOpen = 3 };
    Q_ENUM(ItemFix)

    enum class Act {
        Receive = 4,
        Progress = 5,
        Prepare = 6,
        Confirm = 7,
        Pass = 8,
        Return = 9,
        AskExtension = 10,
        Reopen = 20,
        Note = 23,
    };
    Q_ENUM(Act)

    enum class HazardFilter {
        Open = 0,
        Overdue = 1,
        AwaitingReview = 2,
        ToSign = 3,
        ToRectify = 4,
        All = 5,
        ToReview = 6 // by this person: not their own
    };
    Q_ENUM(HazardFilter)

    Core() = delete;
};

// The number a role or property holds for a value of the domain.
template <typename E>
constexpr int numberOf(E value)
{
    return static_cast<int>(value);
}
constexpr int numberOf(store::Delivery delivery)
{
    return static_cast<int>(delivery) - static_cast<int>(store::Delivery::OnDevice);
}

static_assert(numberOf(domain::HazardState::Void) == numberOf(Core::HazardState::Void));
static_assert(numberOf(domain::Level::Major) == numberOf(Core::Level::Major));
static_assert(numberOf(domain::Outcome::NotApplicable) == numberOf(Core::Outcome::NotApplicable));
static_assert(numberOf(domain::ResponseType::Choice) == numberOf(Core::Response::Choice));
static_assert(numberOf(domain::AssetKind::FloodPoint) == numberOf(Core::AssetKind::FloodPoint));
static_assert(numberOf(domain::HazardActKind::Note) == numberOf(Core::Act::Note));
static_assert(numberOf(domain::HazardActKind::Reopen) == numberOf(Core::Act::Reopen));
static_assert(numberOf(domain::Role::Leader) == numberOf(Core::Role::Leader));
static_assert(numberOf(store::Delivery::OnDevice) == numberOf(Core::SyncState::LocalOnly));
static_assert(numberOf(store::Delivery::Refused) == numberOf(Core::SyncState::Rejected));

} // namespace campus::viewmodels
