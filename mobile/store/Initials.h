// Pinyin initials of a Chinese name, so that "dyzx" finds 第一中学. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace campus::store {

// One lower-case letter for each of the 3755 common characters (GB 2312 level 1, which is ordered by
// pinyin); ASCII letters and digits stay; anything else is left out.
std::string initialsOf(std::string_view name);

} // namespace campus::store
