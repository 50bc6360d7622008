// The JSON of an object's current state, as it travels in a feed row and lies in a database.
// encode is deterministic: equal docs give equal octets (the tests hold replicas to it).
#pragma once

#include <string>
#include <string_view>

#include "core/Result.h"
#include "domain/LifeCycle.h"

namespace campus::wire {

std::string encodeDoc(const domain::Doc &doc); // monostate gives "null"
Result<domain::Doc> decodeDoc(domain::ObjectKind kind, std::string_view json);

domain::ObjectKind kindOf(const domain::Doc &doc); // not for monostate
std::string objectOf(const domain::Doc &doc);      // checklist: "school-bus@1.0"
std::string schoolOf(const domain::Doc &doc);      // empty for county-wide registers
std::uint64_t versionOf(const domain::Doc &doc);
bool isRestricted(const domain::Doc &doc); // domain.md §11.3

// A draft's answer as the tablet keeps it between taps.
std::string encodeAnswer(const domain::Answer &answer);
Result<domain::Answer> decodeAnswer(std::string_view json);
std::string encodeAct(const domain::HazardAct &act); // a drafted hazard
Result<domain::HazardAct> decodeAct(std::string_view json);

} // namespace campus::wire
