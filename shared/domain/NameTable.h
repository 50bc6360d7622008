// A closed vocabulary as a table of value and text. Names are stored and sent: once there,
// a row is never changed. Constant after start; any thread.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "core/Assert.h"

namespace campus::domain {

template <typename E>
struct Named {
    E value;
    std::string_view name;
};

template <typename E, std::size_t N>
std::string_view nameIn(const std::array<Named<E>, N> &table, E value)
{
    const auto row = std::find_if(table.begin(), table.end(),
                                  [value](const Named<E> &named) { return named.value == value; });
    CAMPUS_ASSERT(row != table.end());
    return row->name;
}

template <typename E, std::size_t N>
std::optional<E> valueIn(const std::array<Named<E>, N> &table, std::string_view name)
{
    const auto row = std::find_if(table.begin(), table.end(),
                                  [name](const Named<E> &named) { return named.name == name; });
    return row == table.end() ? std::nullopt : std::optional<E>(row->value);
}

} // namespace campus::domain
