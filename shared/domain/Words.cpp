#include "domain/Words.h"

#include "domain/NameTable.h"

namespace campus::domain {

namespace {

constexpr std::array kRoles{
    Named<Role>{Role::BureauAdmin, "bureau_admin"},
    Named<Role>{Role::SafetyOfficer, "safety_officer"},
    Named<Role>{Role::TownOfficer, "town_officer"},
    Named<Role>{Role::Principal, "principal"},
    Named<Role>{Role::SchoolSafety, "school_safety"},
    Named<Role>{Role::Expert, "expert"},
    Named<Role>{Role::Leader, "leader"},
    Named<Role>{Role::System, "system"},
};

constexpr std::array kObjectKinds{
    Named<ObjectKind>{ObjectKind::Hazard, "hazard"},
    Named<ObjectKind>{ObjectKind::Inspection, "inspection"},
    Named<ObjectKind>{ObjectKind::Notice, "notice"},
    Named<ObjectKind>{ObjectKind::School, "school"},
    Named<ObjectKind>{ObjectKind::Asset, "asset"},
    Named<ObjectKind>{ObjectKind::Township, "township"},
    Named<ObjectKind>{ObjectKind::User, "user"},
    Named<ObjectKind>{ObjectKind::Checklist, "checklist"},
    Named<ObjectKind>{ObjectKind::Bureau, "bureau"},
};

constexpr std::array kHazardStates{
    Named<HazardState>{HazardState::Draft, "draft"},
    Named<HazardState>{HazardState::Registered, "registered"},
    Named<HazardState>{HazardState::Assigned, "assigned"},
    Named<HazardState>{HazardState::Rectifying, "rectifying"},
    Named<HazardState>{HazardState::Submitted, "submitted"},
    Named<HazardState>{HazardState::Closed, "closed"},
    Named<HazardState>{HazardState::Merged, "merged"},
    Named<HazardState>{HazardState::Void, "void"},
};

constexpr std::array kLevels{
    Named<Level>{Level::General, "general"},
    Named<Level>{Level::Major, "major"},
};

constexpr std::array kSources{
    Named<Source>{Source::Inspection, "inspection"},
    Named<Source>{Source::SelfCheck, "self_check"},
    Named<Source>{Source::Report, "report"},
    Named<Source>{Source::Transfer, "transfer"},
};

constexpr std::array kAssetKinds{
    Named<AssetKind>{AssetKind::School, "school"},
    Named<AssetKind>{AssetKind::Bus, "bus"},
    Named<AssetKind>{AssetKind::Canteen, "canteen"},
    Named<AssetKind>{AssetKind::Building, "building"},
    Named<AssetKind>{AssetKind::FloodPoint, "flood_point"},
};

constexpr std::array kFailActions{
    Named<FailAction>{FailAction::None, "none"},
    Named<FailAction>{FailAction::StopUse, "stop_use"},
    Named<FailAction>{FailAction::Cordon, "cordon"},
    Named<FailAction>{FailAction::RemovePerson, "remove_person"},
    Named<FailAction>{FailAction::SealAndDispose, "seal_and_dispose"},
    Named<FailAction>{FailAction::Remove, "remove"},
    Named<FailAction>{FailAction::Appraise, "appraise"},
    Named<FailAction>{FailAction::NotifyAuthority, "notify_authority"},
};

constexpr std::array kPhotoRules{
    Named<PhotoRule>{PhotoRule::Never, "never"},
    Named<PhotoRule>{PhotoRule::OnFail, "on_fail"},
    Named<PhotoRule>{PhotoRule::Always, "always"},
};

constexpr std::array kDelayReasons{
    Named<DelayReason>{DelayReason::None, "none"},
    Named<DelayReason>{DelayReason::NoFunds, "no_funds"},
    Named<DelayReason>{DelayReason::HolidayWorks, "holiday_works"},
    Named<DelayReason>{DelayReason::OtherDepartment, "other_department"},
    Named<DelayReason>{DelayReason::Appraisal, "appraisal"},
    Named<DelayReason>{DelayReason::Tender, "tender"},
    Named<DelayReason>{DelayReason::NotYetDue, "not_yet_due"},
    Named<DelayReason>{DelayReason::SchoolFailing, "school_failing"},
    Named<DelayReason>{DelayReason::Other, "other"},
};

const auto &tableOf(Role) { return kRoles; }
const auto &tableOf(ObjectKind) { return kObjectKinds; }
const auto &tableOf(HazardState) { return kHazardStates; }
const auto &tableOf(Level) { return kLevels; }
const auto &tableOf(Source) { return kSources; }
const auto &tableOf(AssetKind) { return kAssetKinds; }
const auto &tableOf(FailAction) { return kFailActions; }
const auto &tableOf(PhotoRule) { return kPhotoRules; }
const auto &tableOf(DelayReason) { return kDelayReasons; }

} // namespace

std::string_view nameOf(Role value) { return nameIn(kRoles, value); }
std::string_view nameOf(ObjectKind value) { return nameIn(kObjectKinds, value); }
std::string_view nameOf(HazardState value) { return nameIn(kHazardStates, value); }
std::string_view nameOf(Level value) { return nameIn(kLevels, value); }
std::string_view nameOf(Source value) { return nameIn(kSources, value); }
std::string_view nameOf(AssetKind value) { return nameIn(kAssetKinds, value); }
std::string_view nameOf(FailAction value) { return nameIn(kFailActions, value); }
std::string_view nameOf(PhotoRule value) { return nameIn(kPhotoRules, value); }
std::string_view nameOf(DelayReason value) { return nameIn(kDelayReasons, value); }

template <typename E>
std::optional<E> valueNamed(std::string_view name)
{
    return valueIn(tableOf(E{}), name);
}

template std::optional<Role> valueNamed(std::string_view);
template std::optional<ObjectKind> valueNamed(std::string_view);
template std::optional<HazardState> valueNamed(std::string_view);
template std::optional<Level> valueNamed(std::string_view);
template std::optional<Source> valueNamed(std::string_view);
template std::optional<AssetKind> valueNamed(std::string_view);
template std::optional<FailAction> valueNamed(std::string_view);
template std::optional<PhotoRule> valueNamed(std::string_view);
template std::optional<DelayReason> valueNamed(std::string_view);

} // namespace campus::domain
