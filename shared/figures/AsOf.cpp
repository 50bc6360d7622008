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
    const bool goesByStatedDay = act.kind == K::List || act.kind == K::Delist || act.kind == K::Transfer;
    const std::optional<Day> stated = act.foundOn && (act.kind == K::Register || act.kind == K::FixOnSpot)
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
    std::sort(known.begin(), known.end(), [](const Fact *a, const Fact *b) { return a->seq < b->seq; });

    std::map<std::string, domain::Hazard> hazards;
    const auto mainOf = [&](std::string id) {
        for (auto at = hazards.find(id); at != hazards.end() && !at->second.mergedInto.empty();
             at = hazards.find(id))
            id = at->second.mergedInto;
        return id;
    };
    const auto evolved = [](const domain::Hazard *hazard, const Fact &fact) {
        const domain::Stamp stamp{fact.seq, fact.occurred, fact.officialNumber};
        domain::Doc doc = hazard == nullptr ? domain::Doc{} : domain::Doc{*hazard};
        return domain::evolve(std::move(doc), fact.event, stamp);
    };
    for (const Fact *fact : known) {
        const domain::HazardAct &act = *actOf(*fact);
        const std::string id = mainOf(fact->event.object);
        const auto place = hazards.find(id);
        domain::Doc doc = evolved(place == hazards.end() ? nullptr : &place->second, *fact);
        auto *hazard = std::get_if<domain::Hazard>(&doc);
        if (hazard == nullptr) // found after T
            continue;
        if (act.kind == K::Merge) {
            const auto main = hazards.find(mainOf(act.into));
            if (main != hazards.end() && main->first != id) {
                const domain::Stamp stamp{fact->seq, fact->occurred, fact->officialNumber};
                main->second = domain::absorb(main->second, place->second, fact->event, stamp);
                hazard->mergedInto = main->first;
            }
        }
        hazards.insert_or_assign(id, std::move(*hazard));
    }
    return hazards;
}

} // namespace campus::figures
