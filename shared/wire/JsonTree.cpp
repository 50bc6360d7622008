#include "wire/JsonTree.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/Limits.h"

namespace campus::wire {

namespace {

constexpr std::size_t kMembersSearchedInLine = 16;

// Builds the tree from the parser's events; false stops the parser.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json>
{
public:
    explicit TreeBuilder(std::size_t valuesMax) : m_valuesLeft(valuesMax) {}

    bool null() override { return add({}); }
    bool boolean(bool value) override { return add({value}); }
    bool number_integer(number_integer_t value) override { return add({std::int64_t{value}}); }
    bool number_unsigned(number_unsigned_t value) override { return add({std::uint64_t{value}}); }
    bool number_float(number_float_t value, const string_t &) override { return add({value}); }
    bool string(string_t &value) override { return add({std::move(value)}); }
    bool binary(binary_t &) override { return fail("binary value"); }

    bool start_object(std::size_t) override { return open({JsonNode::Members{}}); }
    bool start_array(std::size_t) override { return open({JsonNode::Items{}}); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t &name) override
    {
        m_names.back() = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string &,
                     const nlohmann::detail::exception &) override
    {
        return fail("not well-formed at octet " + std::to_string(position));
    }

    Result<JsonNode> result(bool parsed)
    {
        if (!parsed)
            return Error{m_code, m_why.empty() ? "JSON: not well-formed" : "JSON: " + m_why};
        return std::move(m_root);
    }

private:
    bool fail(std::string why, ErrorCode code = ErrorCode::InvalidInput)
    {
        if (m_why.empty()) {
            m_why = std::move(why);
            m_code = code;
        }
        return false;
    }

    bool counted()
    {
        if (m_valuesLeft == 0)
            return fail("too many values", ErrorCode::TooLarge);
        --m_valuesLeft;
        return true;
    }

    // Open containers stand on the stack and move into their parent when they close, so that no
    // pointer into a growing vector is kept.
    bool add(JsonNode node)
    {
        if (!counted())
            return false;
        place(std::move(node));
        return true;
    }

    void place(JsonNode node)
    {
        if (m_open.empty())
            m_root = std::move(node);
        else if (auto *items = std::get_if<JsonNode::Items>(&m_open.back().value))
            items->push_back(std::move(node));
        else
            std::get<JsonNode::Members>(m_open.back().value)
                .push_back({std::move(m_names.back()), std::move(node)});
    }

    bool open(JsonNode container)
    {
        if (m_open.size() >= limits::kJsonDepthMax)
            return fail("nested too deep");
        if (!counted())
            return false;
        m_open.push_back(std::move(container));
        m_names.emplace_back();
        return true;
    }

    bool close()
    {
        JsonNode node = std::move(m_open.back());
        m_open.pop_back();
        m_names.pop_back();
        const JsonNode::Members *members = node.members();
        if (members && !unique(*members))
            return false;
        place(std::move(node));
        return true;
    }

    bool unique(const JsonNode::Members &members)
    {
        if (members.size() <= kMembersSearchedInLine) {
            for (std::size_t i = 1; i < members.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    if (members[i].name == members[j].name)
                        return fail("member \"" + members[i].name + "\" stands twice");
                }
            }
            return true;
        }
        std::vector<std::string_view> names;
        names.reserve(members.size());
        for (const auto &member : members)
            names.push_back(member.name);
        std::sort(names.begin(), names.end());
        const auto twice = std::adjacent_find(names.begin(), names.end());
        return twice == names.end() || fail("member \"" + std::string(*twice) + "\" stands twice");
    }

    JsonNode m_root;
    std::vector<JsonNode> m_open;
    std::vector<std::string> m_names; // of the member being read, one an open container
    std::size_t m_valuesLeft;
    std::string m_why;
    ErrorCode m_code = ErrorCode::InvalidInput;
};

} // namespace

const JsonNode *JsonNode::member(std::string_view name) const
{
    const Members *all = members();
    if (!all)
        return nullptr;
    const auto found =
        std::find_if(all->begin(), all->end(), [name](const Member &m) { return m.name == name; });
    return found == all->end() ? nullptr : &found->node;
}

Result<JsonNode> parseJson(std::string_view text, std::size_t valuesMax)
{
    TreeBuilder builder(valuesMax);
    const bool parsed = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    return builder.result(parsed);
}

} // namespace campus::wire
