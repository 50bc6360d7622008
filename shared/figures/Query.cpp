#include "figures/Query.h"

#include <array>

namespace campus::figures {

std::string_view nameOf(Breakdown breakdown)
{
    constexpr std::array<std::string_view, 8> kNames{
        "none", "category", "school_type", "township", "ownership", "level", "campaign", "source"};
    return kNames.at(static_cast<std::size_t>(breakdown));
}

Query Query::of(Day from, Day to, Millis knownBy)
{
    Query query;
    query.from = from;
    query.to = to;
    query.cutoff = to.end();
    query.knownBy = knownBy;
    query.scope.county = true;
    query.scope.restricted = true;
    return query;
}

Result<void> validate(const Query &query)
{
    static const Day first = *Day::from(1900, 1, 1);
    static const Day last = *Day::from(2999, 12, 31);
    if (query.from < first || query.to > last)
        return Error{ErrorCode::InvalidInput, "period: outside 1900 to 2999"};
    if (query.from > query.to)
        return Error{ErrorCode::InvalidInput, "period: begins after its end"};
    if (query.cutoff < query.from.begin() || query.cutoff > last.end())
        return Error{ErrorCode::InvalidInput, "cutoff: before the period begins, or after 2999"};
    if (query.breakdown > Breakdown::Source)
        return Error{ErrorCode::InvalidInput, "breakdown: unknown"};
    if (query.across > Breakdown::Source)
        return Error{ErrorCode::InvalidInput, "across: unknown"};
    if (query.across != Breakdown::None && query.across == query.breakdown)
        return Error{ErrorCode::InvalidInput, "across: the same as breakdown"};
    if (query.across != Breakdown::None && query.breakdown == Breakdown::None)
        return Error{ErrorCode::InvalidInput, "across: without breakdown"};
    return {};
}

} // namespace campus::figures
