#include "figures/SchoolRecord.h"

#include <variant>

namespace campus::figures {

namespace {

std::string registered(const domain::School &school, std::string_view field)
{
    if (field == "name")
        return school.name;
    if (field == "type")
        return school.type;
    if (field == "subtype")
        return school.subtype;
    if (field == "ownership")
        return school.ownership;
    if (field == "township_id")
        return school.township;
    if (field == "status")
        return school.status;
    const auto found = school.fields.find(std::string(field));
    const auto *text =
        found == school.fields.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text == nullptr ? std::string() : *text;
}

std::string textOf(const domain::FieldValue &value)
{
    const auto *text = std::get_if<std::string>(&value);
    return text == nullptr ? std::string() : *text;
}

} // namespace

std::string attributeOn(const domain::School &school, std::string_view field, Day day)
{
    const domain::SchoolChange *first = nullptr;
    const domain::SchoolChange *inForce = nullptr;
    for (const domain::SchoolChange &change : school.changes) {
        if (change.field != field)
            continue;
        if (first == nullptr)
            first = &change;
        if (change.on <= day)
            inForce = &change;
    }
    if (inForce != nullptr)
        return textOf(inForce->after);
    if (first != nullptr && std::holds_alternative<std::string>(first->before))
        return textOf(first->before);
    return registered(school, field);
}

bool isActiveOn(const domain::School &school, Day day)
{
    constexpr std::string_view kActive = "active";
    return attributeOn(school, "status", day) == kActive ||
           attributeOn(school, "status", day - 1) == kActive;
}

} // namespace campus::figures
