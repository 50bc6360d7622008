#include "figures/AsOf.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "domain/LifeCycle.h"

namespace campus::figures {

namespace {

using K = domain::HazardActKind;

const domain::HazardAct *actOf(const Fact &fact)
{
    return std::get_if<domain::HazardAct>(&fact.event.body);
}

// §12.10(3): corrections known at K count for every T. A finding happens on the day it states.
bool hasHappened(const Fact &fact, const domain::HazardAct &act, Millis cutoff)
{
    if (act.kind == K::Merge || act.kind == K::Void)
        return true;
    const Millis decided = fact.occurred.decided();
    const bool goesByStatedDay =
        act.kind == K::List || act.kind == K::Delist || act.kind == K::Transfer;
    const std::optional<Day> stated =
        act.foundOn && (act.kind == K::Register || act.kind == K::FixOnSpot)
            ? act.foundOn
            : (goesByStatedDay ? act.on : std::nullopt);
    return (stated ? std::clamp(decided, stated->begin(), stated->end()) : decided) <= cutoff;
}

} // namespace

std::map<std::string, domain::Hazard> hazardsAsOf(std::span<const Fact> facts, Millis cutoff,
                                                  Millis knownBy)
{
    std::vector<const Fact *> known;
    for (const Fact &fact : facts) {
        const domain::HazardAct *act = actOf(fact);
        if (act != nullptr && fact.receivedAt <= knownBy && hasHappened(fact, *act, cutoff))
            known.push_back(&fact);
    }
    std::sort(known.begin(), known.end(),
              [](const Fact *a, const Fact *b) { return a->seq < b->seq; });

    std::map<std::string, domain::Hazard> hazards;
    std::map<std::string, std::string> redirect; // merged, also when found only after T
    const auto mainOf = [&](std::string id) {
        for (auto at = redirect.find(id); at != redirect.end(); at = redirect.find(id))
            id = at->second;
        return id;
    };
    const auto standing = [&](const std::string &id) {
        const auto place = hazards.find(id);
        return place == hazards.end() ? nullptr : &place->second;
    };
    for (const Fact *fact : known) {
        const domain::HazardAct &act = *actOf(*fact);
        const domain::Stamp stamp{fact->seq, fact->occurred, fact->officialNumber};
        const std::string id = mainOf(fact->event.object);
        const domain::Hazard *before = standing(id);
        domain::Doc doc = domain::evolve(before == nullptr ? domain::Doc{} : domain::Doc{*before},
                                         fact->event, stamp);
        auto *after = std::get_if<domain::Hazard>(&doc);
        if (act.kind == K::Merge) {
            const std::string into = mainOf(act.into);
            if (into == id)
                continue;
            redirect[id] = into;
            if (const domain::Hazard *main = standing(into); main != nullptr && before != nullptr)
                hazards[into] = domain::absorb(*main, *before, fact->event, stamp);
            if (after != nullptr)
                after->mergedInto = into;
        }
        if (after != nullptr) // nothing: found after T
            hazards.insert_or_assign(id, std::move(*after));
    }
    return hazards;
}

} // namespace campus::figures
