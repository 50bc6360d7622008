// Texts as small numbers, given in the order of first mention. Never forgets one. Internal to this
// folder; of() needs it alone, the rest may run beside itself.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace campus::figures {

class Interner
{
public:
    std::uint32_t of(std::string_view text)
    {
        if (const auto known = m_numbers.find(text); known != m_numbers.end())
            return known->second;
        const auto number = static_cast<std::uint32_t>(m_texts.size());
        m_numbers.emplace(m_texts.emplace_back(text), number);
        return number;
    }
    std::optional<std::uint32_t> find(std::string_view text) const
    {
        const auto known = m_numbers.find(text);
        return known == m_numbers.end() ? std::nullopt : std::optional(known->second);
    }
    const std::string &text(std::uint32_t number) const { return m_texts[number]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_texts.size()); }

private:
    std::deque<std::string> m_texts; // stays in place: the map looks into it
    std::unordered_map<std::string_view, std::uint32_t> m_numbers;
};

} // namespace campus::figures
