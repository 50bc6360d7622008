// Reads a checklist template file (format campus-safety-checklist/1) and writes the same form.
// Every error names file, item and field: "canteen.json: item food.cook.core-temp: response.min:
// expected a number". Validates with domain::validate before it returns.
#pragma once

#include <string>
#include <string_view>

#include "core/Result.h"
#include "domain/Checklist.h"

namespace campus::wire {

Result<domain::Checklist> readChecklist(std::string_view json, std::string_view fileName);
std::string writeChecklist(const domain::Checklist &checklist); // deterministic

} // namespace campus::wire
