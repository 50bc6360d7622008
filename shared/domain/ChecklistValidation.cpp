// A template as a whole, before anybody fills it. The first error names item and field.
#include <array>
#include <cmath>
#include <set>

#include "core/Limits.h"
#include "domain/Checklist.h"
#include "domain/RegisterField.h"

namespace campus::domain {

namespace {

constexpr int kDaysMax = 3660;
constexpr std::array<std::string_view, 6> kCompareOps{"<=", "<", ">=", ">", "==", "!="};
constexpr std::array<std::string_view, 2> kPassWhen{"count==total", "count>=total"};
constexpr std::array<std::string_view, 3> kStatuses{"draft", "published", "withdrawn"};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N> &words, std::string_view word)
{
    for (const std::string_view known : words) {
        if (known == word)
            return true;
    }
    return false;
}

Result<void> wrong(const ChecklistItem &item, std::string_view field, std::string_view what)
{
    return {ErrorCode::InvalidInput,
            "item " + item.id + ": " + std::string(field) + ": " + std::string(what)};
}

Result<void> checkBounds(const ChecklistItem &item, const Bounds &bounds, std::string_view field)
{
    const auto finite = [](const std::optional<double> &limit) {
        return !limit || std::isfinite(*limit);
    };
    if (!finite(bounds.min) || !finite(bounds.max))
        return wrong(item, field, "a limit is not a number");
    if (bounds.min && bounds.max && *bounds.min > *bounds.max)
        return wrong(item, field, "min is above max");
    if (bounds.maxAgeDays && (*bounds.maxAgeDays < 0 || *bounds.maxAgeDays > kDaysMax))
        return wrong(item, field, "max_age_days is out of range");
    return {};
}

Result<void> checkOptions(const ChecklistItem &item)
{
    const auto &options = item.response.options;
    if (item.response.type != ResponseType::Choice) {
        return options.empty() ? Result<void>()
                               : wrong(item, "response.options", "only a choice has options");
    }
    if (options.size() < 2)
        return wrong(item, "response.options", "a choice has at least two options");
    std::set<std::string_view> values;
    for (const ChoiceOption &option : options) {
        if (option.value.empty() || option.text.zh.empty())
            return wrong(item, "response.options", "an option has no value or text");
        if (!values.insert(option.value).second)
            return wrong(item, "response.options", "value '" + option.value + "' twice");
        if (option.outcome == Outcome::Open)
            return wrong(item, "response.options", "'" + option.value + "' has no outcome");
        if (option.days && (*option.days < 0 || *option.days > kDaysMax))
            return wrong(item, "response.options", "'" + option.value + "': days out of range");
    }
    return {};
}

Result<void> checkNumber(const ChecklistItem &item)
{
    const Response &response = item.response;
    if (response.compareOp.empty() != response.compareField.empty())
        return wrong(item, "response.compare", "wants op and asset_field");
    if (response.type != ResponseType::Number)
        return response.compareOp.empty()
            ? Result<void>()
            : wrong(item, "response.compare", "only a number is compared");
    if (!response.compareOp.empty()) {
        if (!isOneOf(kCompareOps, response.compareOp))
            return wrong(item, "response.compare", "unknown op '" + response.compareOp + "'");
        if (!registerOf(response.compareField))
            return wrong(item, "response.compare",
                         "'" + response.compareField + "' is not a register field");
    } else if (!response.bounds.min && !response.bounds.max) {
        return wrong(item, "response", "a number wants min, max or compare");
    }
    return {};
}

Result<void> checkResponse(const ChecklistItem &item)
{
    const Response &response = item.response;
    if (auto bounds = checkBounds(item, response.bounds, "response"); !bounds)
        return bounds;
    for (const auto &[condition, bounds] : response.limitBy) {
        if (auto formed = checkCondition(condition); !formed)
            return wrong(item, "response.limit_by", formed.error().detail);
        if (auto within = checkBounds(item, bounds, "response.limit_by"); !within)
            return within;
    }
    if (auto number = checkNumber(item); !number)
        return number;
    if (auto options = checkOptions(item); !options)
        return options;
    if (response.type == ResponseType::DateWithin && !response.bounds.maxAgeDays)
        return wrong(item, "response.max_age_days", "is missing");
    if (response.warnDays < 0 || response.warnDays > kDaysMax)
        return wrong(item, "response.warn_days", "is out of range");
    if (response.type == ResponseType::CountOfTotal && !isOneOf(kPassWhen, response.passWhen))
        return wrong(item, "response.pass_when", "unknown rule '" + response.passWhen + "'");
    if (!response.assetField.empty() && !registerOf(response.assetField))
        return wrong(item, "response.asset_field",
                     "'" + response.assetField + "' is not a register field");
    return {};
}

Result<void> checkItem(const Checklist &checklist, const ChecklistItem &item,
                       const std::set<std::string_view> &sections)
{
    if (item.text.zh.empty())
        return wrong(item, "zh", "is missing");
    if (!sections.contains(item.section))
        return wrong(item, "section", "'" + item.section + "' is not a section");
    if (item.category.empty())
        return wrong(item, "category", "is missing");
    if (item.days < 0 || item.days > kDaysMax)
        return wrong(item, "default_days", "is out of range");
    for (const LegalBasis &basis : item.basis) {
        if (!checklist.bases.contains(basis.law))
            return wrong(item, "basis", "'" + basis.law + "' is not in bases");
    }
    if (item.appliesWhen) {
        if (auto formed = checkCondition(*item.appliesWhen); !formed)
            return wrong(item, "applies_when", formed.error().detail);
    }
    return checkResponse(item);
}

} // namespace

Result<void> validate(const Checklist &checklist)
{
    const auto bad = [](std::string_view what) {
        return Result<void>(ErrorCode::InvalidInput, std::string(what));
    };
    if (checklist.kind.empty() || checklist.version.empty())
        return bad("kind or version is missing");
    if (!isOneOf(kStatuses, checklist.status))
        return bad("status: unknown '" + checklist.status + "'");
    if (checklist.title.zh.empty())
        return bad("title: is missing");
    if (checklist.items.empty())
        return bad("items: there are none");
    if (checklist.items.size() > limits::kChecklistItemsMax)
        return {ErrorCode::TooLarge, "items: more than allowed"};
    std::set<std::string_view> sections;
    for (const ChecklistSection &section : checklist.sections) {
        if (section.code.empty() || !sections.insert(section.code).second)
            return bad("sections: code '" + section.code + "' is empty or there twice");
    }
    std::set<std::string_view> ids;
    for (const ChecklistItem &item : checklist.items) {
        if (item.id.empty())
            return bad("item without id");
        if (!ids.insert(item.id).second)
            return wrong(item, "id", "is there twice");
        if (auto checked = checkItem(checklist, item, sections); !checked)
            return checked;
    }
    return {};
}

} // namespace campus::domain
