#include "domain/Checklist.h"

#include <algorithm>

#include "domain/NameTable.h"

namespace campus::domain {

namespace {

constexpr std::array kResponseTypes{
    Named<ResponseType>{ResponseType::PassFailNa, "pass_fail_na"},
    Named<ResponseType>{ResponseType::Number, "number"},
    Named<ResponseType>{ResponseType::DateNotExpired, "date_not_expired"},
    Named<ResponseType>{ResponseType::DateWithin, "date_within"},
    Named<ResponseType>{ResponseType::CountOfTotal, "count_of_total"},
    Named<ResponseType>{ResponseType::Choice, "choice"},
};

} // namespace

std::string_view nameOf(ResponseType type)
{
    return nameIn(kResponseTypes, type);
}

std::optional<ResponseType> responseTypeNamed(std::string_view name)
{
    return valueIn(kResponseTypes, name);
}

const ChecklistItem *Checklist::find(std::string_view item) const
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [item](const ChecklistItem &known) { return known.id == item; });
    return found == items.end() ? nullptr : &*found;
}

std::string Checklist::basisText(const ChecklistItem &item) const
{
    std::string text;
    for (const LegalBasis &basis : item.basis) {
        const auto law = bases.find(basis.law);
        if (law == bases.end())
            continue;
        if (!text.empty())
            text += "；";
        text += "《" + law->second.title + "》" + basis.article;
    }
    return text;
}

} // namespace campus::domain
