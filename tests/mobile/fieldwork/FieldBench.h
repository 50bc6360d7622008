// The sample county with an officer's and a principal's tablet, and what people do on them.
#pragma once

#include <string>

#include "fieldwork/FieldWork.h"
#include "fieldwork/InspectionDraft.h"
#include "fieldwork/NoticeDraft.h"
#include "fieldwork/PhotoIntake.h"
#include "mobile/store/TabletBench.h"

namespace campus::support {

inline constexpr const char *kOfficer = "U005";   // of T01 and T02
inline constexpr const char *kColleague = "U006"; // of the same
inline constexpr const char *kPrincipal = "U023"; // of S003
inline constexpr const char *kSchool = "S003";
inline constexpr const char *kBus = "B001";
inline constexpr const char *kBusChecklist = "school-bus@1.0";

// A person with a tablet in hand.
struct Hand {
    Hand(TabletBench &bench, Tablet &itsTablet, std::uint64_t seed)
        : tablet(itsTablet), random(seed), ids(bench.clock, random), clock(bench.clock)
    {
    }
    fieldwork::FieldWork work() { return {tablet.store(), clock, ids}; }
    store::TabletStore &store() { return tablet.store(); }
    domain::Photo photo(const std::string &place)
    {
        fieldwork::PhotoIntake intake(tablet.store());
        fieldwork::PhotoFacts facts;
        facts.place = place;
        const auto seed = static_cast<std::uint32_t>(random.next());
        return intake.take(picture(seed), facts).value();
    }
    Digest penStroke(const std::string &name)
    {
        Bytes png{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        png.insert(png.end(), name.begin(), name.end());
        return fieldwork::PhotoIntake(tablet.store()).takeDrawing(png).value();
    }
    domain::HandSignature schoolSignature(const std::string &name)
    {
        return {{}, name, "school", penStroke(name), sha256(name), clock.wall()};
    }

    Tablet &tablet;
    SeededRandom random;
    IdSource ids;
    FakeClock &clock;
};

class FieldBench
{
public:
    FieldBench()
    {
        bench.giveSampleCounty();
        officerTablet = &bench.syncedTablet(*bench.server.user(kOfficer));
    }
    Hand officer() { return {bench, *officerTablet, 100 + ++m_hands}; }
    Hand other(const char *user)
    {
        return {bench, bench.syncedTablet(*bench.server.user(user)), 100 + ++m_hands};
    }

    // A complete finding at the school, as a form would give it.
    domain::HazardAct finding(Hand &hand, const std::string &what, const std::string &place = "东门")
    {
        domain::HazardAct act;
        act.place = place;
        act.description = what;
        act.category = "FIRE.EXIT";
        act.basis = "《中华人民共和国消防法》第二十八条";
        act.days = 7;
        act.before = {hand.photo(place)};
        return act;
    }
    // A hazard at the school in an issued, signed notice; its id. Both tablets are synchronised.
    std::string assignedHazard(Hand &officer, const std::string &what = "消防通道堵塞")
    {
        fieldwork::FieldWork work = officer.work();
        const std::string hazard =
            work.registerHazard(kSchool, finding(officer, what)).value().object;
        auto notice = work.startNotice({kSchool, {}, {hazard}, {}}).value();
        CAMPUS_ASSERT(notice->setLine(hazard, {"清除堆放物", "专人看守", "张立刚", 7}).has_value());
        CAMPUS_ASSERT(notice->sign("inspector", "倪家静", officer.penStroke("倪家静")).has_value());
        lastNotice = notice->id();
        const auto issued = notice->issue();
        CAMPUS_ASSERT(issued && issued->saved());
        CAMPUS_ASSERT(officer.tablet.synced());
        return hazard;
    }

    TabletBench bench;
    Tablet *officerTablet = nullptr;
    std::string lastNotice;

private:
    std::uint64_t m_hands = 0;
};

} // namespace campus::support
