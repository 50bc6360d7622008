// Options of a subcommand: "--name value" and "--flag". A wrong one is answered with the right
// ones. Pure.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/Result.h"

namespace campus::app {

struct Option {
    std::string_view name;  // without the dashes
    std::string_view value; // what to write behind it; empty = a flag
    std::string_view help;
};

class Arguments
{
public:
    // InvalidInput names the argument that is wrong.
    static Result<Arguments> parse(std::span<const std::string> words,
                                   std::span<const Option> options);
    bool has(std::string_view name) const { return m_values.find(name) != m_values.end(); }
    std::string value(std::string_view name) const; // empty when absent

private:
    std::map<std::string, std::string, std::less<>> m_values;
};

std::string helpOf(std::span<const Option> options); // one line an option

} // namespace campus::app
