// A parsed JSON text as plain values, members in the order they were written. Strict: duplicate
// members, numbers out of range, invalid UTF-8, deep nesting and too many values are refused.
// Private to wire; JsonTree.cpp is the only file that knows the parser. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/Result.h"

namespace campus::wire {

struct JsonNode {
    struct Member;
    using Items = std::vector<JsonNode>;
    using Members = std::vector<Member>;
    // Whole numbers that fit are integers; everything else with a number's form is a double.
    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, Items,
                 Members>
        value;

    bool isNull() const { return std::holds_alternative<std::monostate>(value); }
    const Items *items() const { return std::get_if<Items>(&value); }
    const Members *members() const { return std::get_if<Members>(&value); }
    const JsonNode *member(std::string_view name) const; // null when absent or not an object
};

struct JsonNode::Member {
    std::string name;
    JsonNode node;
};

// InvalidInput says at which octet; TooLarge when there are more than `valuesMax` values.
Result<JsonNode> parseJson(std::string_view text, std::size_t valuesMax);

} // namespace campus::wire
