// A SELECT put together from the filters a person has set. Texts are this program's own, values are
// bound. Lives as long as one read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "store/Sql.h"
#include "store/StoreRows.h"

namespace campus::store {

class Question
{
public:
    explicit Question(std::string_view text) : m_text(text) {}

    Question &add(std::string_view text)
    {
        m_text += text;
        return *this;
    }
    // One '?' in `text` for each value, in order.
    template <typename... Values>
    Question &add(std::string_view text, const Values &...values)
    {
        m_text += text;
        (keep(values), ...);
        return *this;
    }
    template <typename... Values>
    Question &addIf(bool wanted, std::string_view text, const Values &...values)
    {
        return wanted ? add(text, values...) : *this;
    }
    Question &page(const Page &page) { return add(" LIMIT ? OFFSET ?", page.limit, page.offset); }

    template <typename OnRow>
    void each(Sql &sql, OnRow &&onRow)
    {
        auto statement = sql.prepare(m_text);
        if (!statement)
            return sql.fail(statement.error());
        int index = 0;
        for (const auto &value : m_values)
            std::visit([&](const auto &held) { Sql::bind(*statement, ++index, held); }, value);
        for (;;) {
            const auto row = statement->step();
            if (!row)
                return sql.fail(row.error());
            if (!*row)
                return;
            onRow(*statement);
        }
    }

private:
    template <typename Value>
    void keep(const Value &value)
    {
        if constexpr (std::is_same_v<Value, Day>)
            m_values.emplace_back(static_cast<std::int64_t>(value.number));
        else if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>)
            m_values.emplace_back(static_cast<std::int64_t>(value));
        else
            m_values.emplace_back(std::string(value));
    }
    std::string m_text;
    std::vector<std::variant<std::int64_t, std::string>> m_values;
};

// "%text%" with LIKE's own signs escaped by a backslash.
std::string likeAnywhere(std::string_view text);

} // namespace campus::store
