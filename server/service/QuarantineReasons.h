// Why an event was put into quarantine other than by the life cycle (whose reasons are the names of
// domain::Refusal). Stored in the log as data: frozen.
#pragma once

#include <string_view>

namespace campus::service::quarantine {

inline constexpr std::string_view kUnknownType =
    "unknown_type"; // of a later version of the program
inline constexpr std::string_view kDeviceRevoked = "device_revoked";
inline constexpr std::string_view kPersonDisabled = "person_disabled";
inline constexpr std::string_view kUnknownPerson = "unknown_person";
inline constexpr std::string_view kNotSignedIn = "not_signed_in_here"; // never on that tablet
inline constexpr std::string_view kIdConflict = "id_conflict"; // other octets under a known id
inline constexpr std::string_view kObjectTooLarge = "object_too_large"; // the object takes no more
inline constexpr std::string_view kRaw = "raw";                         // no batch could carry it

} // namespace campus::service::quarantine
