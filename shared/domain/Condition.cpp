// Conditions and register fields as a checklist sees them. Four forms: "field" (true),
// "field|field" (either true), "field=value|value" (one of), "field!=value|value" (none of).
#include <cmath>

#include "domain/Checklist.h"
#include "domain/RegisterField.h"

namespace campus::domain {

namespace {

enum class Form : std::uint8_t { Truth, Equal, Unequal };

struct Parsed {
    Form form = Form::Truth;
    std::vector<std::string_view> fields; // one, unless Truth
    std::vector<std::string_view> values;
};

std::vector<std::string_view> split(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto bar = text.find('|');
        parts.push_back(text.substr(0, bar));
        if (bar == std::string_view::npos)
            return parts;
        text.remove_prefix(bar + 1);
    }
}

Parsed parse(std::string_view text)
{
    Parsed parsed;
    const auto equal = text.find('=');
    if (equal == std::string_view::npos) {
        parsed.fields = split(text);
        return parsed;
    }
    const bool unequal = equal > 0 && text[equal - 1] == '!';
    parsed.form = unequal ? Form::Unequal : Form::Equal;
    parsed.fields = {text.substr(0, unequal ? equal - 1 : equal)};
    parsed.values = split(text.substr(equal + 1));
    return parsed;
}

// An unknown field is not true: an item that depends on it does not apply.
bool isTrue(const FieldValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto *number = std::get_if<double>(&value))
        return *number != 0 && !std::isnan(*number);
    const auto *text = std::get_if<std::string>(&value);
    return text != nullptr && !text->empty() && *text != "false" && *text != "no" && *text != "none";
}

std::optional<double> numberIn(std::string_view text)
{
    // Register numbers in conditions are short decimals; no locale may read them.
    double value = 0;
    double scale = 0;
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    if (text.empty() || text.size() > 15)
        return std::nullopt;
    for (const char c : text) {
        if (c == '.' && scale == 0) {
            scale = 1;
        } else if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            scale *= 10;
        } else {
            return std::nullopt;
        }
    }
    value = scale > 1 ? value / scale : value;
    return negative ? -value : value;
}

bool equals(const FieldValue &value, std::string_view word)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return word == (*flag ? "true" : "false");
    if (const auto *number = std::get_if<double>(&value))
        return numberIn(word) == *number;
    const auto *text = std::get_if<std::string>(&value);
    return text != nullptr && *text == word;
}

bool equalsOneOf(const FieldValue &value, const std::vector<std::string_view> &words)
{
    for (const std::string_view word : words) {
        if (equals(value, word))
            return true;
    }
    return false;
}

} // namespace

FieldValue Surroundings::field(std::string_view name) const
{
    if (registerOf(name) == AssetKind::School)
        return school != nullptr ? fieldOf(*school, name) : FieldValue{};
    return asset != nullptr ? fieldOf(*asset, name) : FieldValue{};
}

Result<void> checkCondition(const Condition &condition)
{
    const Parsed parsed = parse(condition.text);
    for (const std::string_view field : parsed.fields) {
        if (!registerOf(field)) {
            return {ErrorCode::InvalidInput, "condition '" + condition.text + "': '"
                        + std::string(field) + "' is not a register field"};
        }
    }
    for (const std::string_view value : parsed.values) {
        if (value.empty() || value.find('=') != std::string_view::npos)
            return {ErrorCode::InvalidInput,
                    "condition '" + condition.text + "': a value is empty or malformed"};
    }
    return {};
}

bool holds(const Condition &condition, const Surroundings &around)
{
    const Parsed parsed = parse(condition.text);
    switch (parsed.form) {
    case Form::Equal: return equalsOneOf(around.field(parsed.fields.front()), parsed.values);
    case Form::Unequal: return !equalsOneOf(around.field(parsed.fields.front()), parsed.values);
    case Form::Truth: break;
    }
    for (const std::string_view field : parsed.fields) {
        if (isTrue(around.field(field)))
            return true;
    }
    return false;
}

} // namespace campus::domain
