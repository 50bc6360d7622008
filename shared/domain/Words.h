// The closed vocabularies of the domain (domain.md §3, §10, §11). The text names are what
// goes on disk and on the wire; they are frozen: values may be added, never renamed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace campus::domain {

enum class Role : std::uint8_t { // domain.md §11
    BureauAdmin = 1,   // bureau_admin
    SafetyOfficer = 2, // safety_officer
    TownOfficer = 3,   // town_officer
    Principal = 4,     // principal
    SchoolSafety = 5,  // school_safety
    Expert = 6,        // expert
    Leader = 7,        // leader
    System = 8,        // system: the server itself, for registers it was given
};

enum class ObjectKind : std::uint8_t {
    Hazard = 1,     // hazard
    Inspection = 2, // inspection
    Notice = 3,     // notice
    School = 4,     // school
    Asset = 5,      // asset
    Township = 6,   // township
    User = 7,       // user
    Checklist = 8,  // checklist
    Bureau = 9,     // bureau: name, document prefix, settings
};

enum class HazardState : std::uint8_t { // domain.md §10.1; Draft lives on a tablet only
    Draft = 0,
    Registered = 1, // 已登记
    Assigned = 2,   // 已交办（待整改）
    Rectifying = 3, // 整改中
    Submitted = 4,  // 待复查
    Closed = 5,     // 已销号
    Merged = 6,     // 已合并
    Void = 7,       // 已作废
};

enum class Level : std::uint8_t { General = 1, Major = 2 }; // 一般 / 重大

enum class Source : std::uint8_t { // how a hazard came to be known
    Inspection = 1, // inspection 检查
    SelfCheck = 2,  // self_check 自查
    Report = 3,     // report 举报
    Transfer = 4,   // transfer 移送
};

enum class AssetKind : std::uint8_t { School = 1, Bus = 2, Canteen = 3, Building = 4, FloodPoint = 5 };

enum class FailAction : std::uint8_t { // data/checklists README, on_fail_action
    None = 0, StopUse = 1, Cordon = 2, RemovePerson = 3, SealAndDispose = 4, Remove = 5,
    Appraise = 6, NotifyAuthority = 7,
};

enum class PhotoRule : std::uint8_t { Never = 0, OnFail = 1, Always = 2 };

enum class DelayReason : std::uint8_t { // domain.md §12.5, 未整改原因
    None = 0, NoFunds = 1, HolidayWorks = 2, OtherDepartment = 3, Appraisal = 4, Tender = 5,
    NotYetDue = 6, SchoolFailing = 7, Other = 8,
};

// Stable text of a value, and back; nothing for an unknown word.
std::string_view nameOf(Role);
std::string_view nameOf(ObjectKind);
std::string_view nameOf(HazardState);
std::string_view nameOf(Level);
std::string_view nameOf(Source);
std::string_view nameOf(AssetKind);
std::string_view nameOf(FailAction);
std::string_view nameOf(PhotoRule);
std::string_view nameOf(DelayReason);
template <typename E>
std::optional<E> valueNamed(std::string_view name); // instantiated for every enum above

} // namespace campus::domain
