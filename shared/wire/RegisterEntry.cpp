#include "wire/RegisterEntry.h"

#include "core/Limits.h"
#include "wire/JsonReader.h"

namespace campus::wire {

namespace {

Error wrong(const std::string &name, std::string_view what)
{
    return {ErrorCode::InvalidInput, name + ": " + std::string(what)};
}

bool isDate(std::string_view name)
{
    const auto dot = name.rfind('.');
    const std::string_view word = dot == std::string_view::npos ? name : name.substr(dot + 1);
    return word.starts_with("last_") || word.ends_with("_until") || word == "opened" ||
           word == "registered" || word == "status_date";
}

Result<void> addValue(const std::string &name, const JsonNode &node, domain::Fields &fields)
{
    JsonReading reading;
    domain::FieldValue value;
    readValue(reading, node, value);
    if (reading.failed())
        return wrong(name, reading.error().detail);
    if (isDate(name)) {
        const auto *text = std::get_if<std::string>(&value);
        if (!text || !Day::parse(*text))
            return wrong(name, "expected a date as YYYY-MM-DD");
    }
    fields[name] = std::move(value);
    return {};
}

Result<void> addList(const std::string &name, const JsonNode::Items &items, domain::Fields &fields)
{
    const bool point =
        items.size() == 2 && !std::holds_alternative<std::string>(items.front().value);
    if (point) {
        const auto x = addValue(name + ".x", items.front(), fields);
        return x ? addValue(name + ".y", items.back(), fields) : x;
    }
    std::string joined;
    for (const JsonNode &item : items) {
        const auto *text = std::get_if<std::string>(&item.value);
        if (!text)
            return wrong(name, "expected a list of texts or a point");
        joined += (joined.empty() ? "" : "、") + *text;
    }
    fields[name] = std::move(joined);
    return {};
}

Result<void> addMembers(const JsonNode::Members &members, const std::set<std::string_view> &mapped,
                        const std::string &prefix, domain::Fields &fields)
{
    for (const auto &[member, value] : members) {
        if (value.isNull() || mapped.count(member) > 0)
            continue;
        const std::string name = prefix + member;
        if (name.size() > limits::kIdCharsMax)
            return wrong(name.substr(0, 40), "the name of the field is too long");
        Result<void> added;
        if (const auto *inner = value.members())
            added = addMembers(*inner, {}, name + ".", fields);
        else if (const auto *items = value.items())
            added = addList(name, *items, fields);
        else
            added = addValue(name, value, fields);
        if (!added)
            return added;
    }
    return {};
}

} // namespace

Result<void> addRegisterFields(const JsonNode &entry, const std::set<std::string_view> &mapped,
                               domain::Fields &fields)
{
    const JsonNode::Members *members = entry.members();
    return members ? addMembers(*members, mapped, {}, fields)
                   : wrong("entry", "expected an object");
}

} // namespace campus::wire
