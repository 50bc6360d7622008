// Order of official numbers as people read them: 9号 before 12号. Pure.
#pragma once

#include <string_view>

namespace campus::documents {

bool naturallyBefore(std::string_view a, std::string_view b);

} // namespace campus::documents
