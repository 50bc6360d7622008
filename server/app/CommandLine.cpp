#include "app/CommandLine.h"

#include <algorithm>

namespace campus::app {

Result<Arguments> Arguments::parse(std::span<const std::string> words,
                                   std::span<const Option> options)
{
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string name = words[i];
        std::optional<std::string> attached;
        if (const std::size_t equals = name.find('='); equals != std::string::npos) {
            attached = name.substr(equals + 1);
            name.resize(equals);
        }
        const auto option = std::find_if(options.begin(), options.end(), [&](const Option &o) {
            return name == "--" + std::string(o.name);
        });
        if (option == options.end())
            return {ErrorCode::InvalidInput, "'" + words[i] + "' is no option here"};
        const bool flag = option->value.empty();
        if (flag && attached)
            return {ErrorCode::InvalidInput, name + " takes no value"};
        if (!flag && !attached && i + 1 >= words.size())
            return {ErrorCode::InvalidInput, name + " needs " + std::string(option->value)};
        arguments.m_values[std::string(option->name)] = flag       ? "1"
                                                        : attached ? *attached
                                                                   : words[++i];
    }
    return arguments;
}

std::string Arguments::value(std::string_view name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::string() : found->second;
}

std::string helpOf(std::span<const Option> options)
{
    constexpr std::size_t kColumn = 26;
    std::string text;
    for (const Option &option : options) {
        std::string left = "  --" + std::string(option.name);
        if (!option.value.empty())
            left += " " + std::string(option.value);
        left.resize(std::max(left.size() + 2, kColumn), ' ');
        text += left + std::string(option.help) + "\n";
    }
    return text;
}

} // namespace campus::app
