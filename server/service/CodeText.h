// A one-time code as people read it out: twelve letters and digits of Crockford's alphabet, which
// has no I, L, O or U. The first four find the code, the other eight are its secret. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/IdSource.h"

namespace campus::service {

struct CodeText {
    std::string selector, secret;

    std::string shown() const; // "7KQM-2XWD-9RTH"
    static CodeText draw(Random &random);
    // Spaces, dashes and case do not matter; O is 0, I and L are 1.
    static std::optional<CodeText> parse(std::string_view typed);
};

} // namespace campus::service
