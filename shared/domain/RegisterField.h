// The names of register fields: "bus.plate_valid_until", "driver.age", "school.boarding". The part
// before the dot says which register holds the field; this is the only place that knows how.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/Register.h"

namespace campus::domain {

// "building" of "building.use"; nothing when the name is not prefix.word in lower case, or the
// prefix is of no register.
std::optional<AssetKind> registerOf(std::string_view field);

// The key under which Asset::fields of that kind keeps the field; nothing when it is not its own.
std::optional<std::string> assetKey(AssetKind kind, std::string_view field);

FieldValue fieldOf(const School &school, std::string_view field); // "school.has_pool"
FieldValue fieldOf(const Asset &asset, std::string_view field);

// What a school is and who it belongs to ("school.township_id", "school.status" …): only the bureau's
// dated changes alter it, for scopes and figures go by it; an observation never does.
bool isSchoolIdentity(std::string_view field);

// Sets one attribute by the name a SchoolChange or an observation uses, without the prefix. A value
// of the wrong form for an attribute with a member of its own changes nothing.
void setField(School &school, std::string_view name, const FieldValue &value);

} // namespace campus::domain
