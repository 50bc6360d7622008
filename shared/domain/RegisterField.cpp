#include "domain/RegisterField.h"

#include <algorithm>
#include <array>
#include <utility>

namespace campus::domain {

namespace {

constexpr std::array kPrefixes{
    std::pair<std::string_view, AssetKind>{"school", AssetKind::School},
    std::pair<std::string_view, AssetKind>{"bus", AssetKind::Bus},
    std::pair<std::string_view, AssetKind>{"driver", AssetKind::Bus},
    std::pair<std::string_view, AssetKind>{"canteen", AssetKind::Canteen},
    std::pair<std::string_view, AssetKind>{"building", AssetKind::Building},
    std::pair<std::string_view, AssetKind>{"flood_point", AssetKind::FloodPoint},
};

// "plate_valid_until", or "route.riders" for a field of a part.
bool isFieldWord(std::string_view word)
{
    const bool framed = !word.empty() && word.front() != '.' && word.back() != '.'
        && word.find("..") == std::string_view::npos;
    return framed && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
}

// Attributes of a school that have a member of their own.
constexpr std::array kSchoolTexts{
    std::pair<std::string_view, std::string School::*>{"code", &School::code},
    std::pair<std::string_view, std::string School::*>{"name", &School::name},
    std::pair<std::string_view, std::string School::*>{"type", &School::type},
    std::pair<std::string_view, std::string School::*>{"subtype", &School::subtype},
    std::pair<std::string_view, std::string School::*>{"ownership", &School::ownership},
    std::pair<std::string_view, std::string School::*>{"township_id", &School::township},
    std::pair<std::string_view, std::string School::*>{"status", &School::status},
    std::pair<std::string_view, std::string School::*>{"successor", &School::successor},
    std::pair<std::string_view, std::string School::*>{"principal_name", &School::principalName},
    std::pair<std::string_view, std::string School::*>{"principal_phone", &School::principalPhone},
    std::pair<std::string_view, std::string School::*>{"safety_officer_name",
                                                       &School::safetyOfficerName},
    std::pair<std::string_view, std::string School::*>{"safety_officer_phone",
                                                       &School::safetyOfficerPhone},
};
constexpr std::array kSchoolNumbers{
    std::pair<std::string_view, std::int64_t School::*>{"students", &School::students},
    std::pair<std::string_view, std::int64_t School::*>{"boarders", &School::boarders},
};

template <typename Table>
auto memberNamed(const Table &table, std::string_view name) -> decltype(table.front().second)
{
    const auto row = std::find_if(table.begin(), table.end(),
                                  [name](const auto &entry) { return entry.first == name; });
    return row == table.end() ? nullptr : row->second;
}

FieldValue valueAt(const Fields &fields, const std::string &key)
{
    const auto found = fields.find(key);
    return found == fields.end() ? FieldValue{} : found->second;
}

} // namespace

std::optional<AssetKind> registerOf(std::string_view field)
{
    const auto dot = field.find('.');
    if (dot == std::string_view::npos || !isFieldWord(field.substr(dot + 1)))
        return std::nullopt;
    const auto row =
        std::find_if(kPrefixes.begin(), kPrefixes.end(),
                     [&](const auto &entry) { return entry.first == field.substr(0, dot); });
    return row == kPrefixes.end() ? std::nullopt : std::optional(row->second);
}

std::optional<std::string> assetKey(AssetKind kind, std::string_view field)
{
    if (kind == AssetKind::School || registerOf(field) != kind)
        return std::nullopt;
    return std::string(field.starts_with("driver.") ? field : field.substr(field.find('.') + 1));
}

bool isSchoolIdentity(std::string_view field)
{
    constexpr std::array<std::string_view, 8> kIdentity{
        "code", "name", "type", "subtype", "ownership", "township_id", "status", "successor"};
    return registerOf(field) == AssetKind::School
        && std::find(kIdentity.begin(), kIdentity.end(), field.substr(field.find('.') + 1))
               != kIdentity.end();
}

FieldValue fieldOf(const School &school, std::string_view field)
{
    if (registerOf(field) != AssetKind::School)
        return {};
    const std::string_view name = field.substr(field.find('.') + 1);
    if (const auto text = memberNamed(kSchoolTexts, name)) {
        const std::string &value = school.*text;
        return value.empty() ? FieldValue{} : FieldValue(value);
    }
    if (const auto number = memberNamed(kSchoolNumbers, name))
        return static_cast<double>(school.*number);
    const FieldValue value = valueAt(school.fields, std::string(name));
    if (name == "boarding" && std::holds_alternative<std::monostate>(value))
        return school.boarders > 0;
    return value;
}

FieldValue fieldOf(const Asset &asset, std::string_view field)
{
    const auto key = assetKey(asset.kind, field);
    if (!key)
        return {};
    if (*key == "name")
        return asset.name;
    if (*key == "in_use")
        return asset.inUse;
    return valueAt(asset.fields, *key);
}

void setField(School &school, std::string_view name, const FieldValue &value)
{
    const bool unknown = std::holds_alternative<std::monostate>(value);
    if (const auto text = memberNamed(kSchoolTexts, name)) {
        if (const auto *given = std::get_if<std::string>(&value))
            school.*text = *given;
        else if (unknown)
            (school.*text).clear();
    } else if (const auto number = memberNamed(kSchoolNumbers, name)) {
        constexpr double kPupilsMax = 1e9;
        const auto *given = std::get_if<double>(&value);
        if (given != nullptr && *given >= 0 && *given <= kPupilsMax) // also turns away NaN
            school.*number = static_cast<std::int64_t>(*given);
    } else if (unknown) {
        school.fields.erase(std::string(name));
    } else {
        school.fields[std::string(name)] = value;
    }
}

} // namespace campus::domain
