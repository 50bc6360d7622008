// Dated attributes of a school (domain.md §12.6, §12.10(9)). Pure.
#pragma once

#include <string>
#include <string_view>

#include "core/Day.h"
#include "domain/Register.h"

namespace campus::figures {

// name | type | subtype | ownership | township_id | status as in force on the day; before the first
// dated change the first value holds.
std::string attributeOn(const domain::School &school, std::string_view field, Day day);
bool isActiveOn(const domain::School &school, Day day); // still active on its last day

} // namespace campus::figures
