// The attributes of one school or asset in a region file that have no member of their own, as
// register fields: objects are flattened ("driver.age"), lists of texts joined by 、, points become
// .x and .y, null stays absent. Fields that are dates by their name must be real days.
// Private to wire. Any thread.
#pragma once

#include <set>
#include <string_view>

#include "core/Result.h"
#include "domain/Register.h"
#include "wire/JsonTree.h"

namespace campus::wire {

// `entry` is an object; `mapped` are the members that are read elsewhere. The error names the field.
Result<void> addRegisterFields(const JsonNode &entry, const std::set<std::string_view> &mapped,
                               domain::Fields &fields);

} // namespace campus::wire
