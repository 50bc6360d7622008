#include "sim/County.h"

#include <array>

namespace campus::sim {

namespace {

domain::User person(const std::string &id, domain::Role role, std::vector<std::string> townships,
                    const std::string &school)
{
    domain::User user;
    user.id = id;
    user.name = id;
    user.role = role;
    user.townships = std::move(townships);
    user.school = school;
    return user;
}

} // namespace

domain::User movedOfficer(bool wide)
{
    return person("U-officer-3", domain::Role::SafetyOfficer,
                  wide ? std::vector<std::string>{"T1", "T2"} : std::vector<std::string>{"T2"}, {});
}

wire::Region county()
{
    wire::Region region;
    region.bureau.id = "B1";
    region.bureau.name = "某县教育局";
    region.bureau.documentPrefix = "某教安改";
    for (const std::string id : {"T1", "T2"}) {
        domain::Township township;
        township.id = township.code = township.name = id;
        township.kind = "town";
        region.townships.push_back(township);
    }
    for (int i = 1; i <= 8; ++i) {
        domain::School school;
        school.id = school.code = "S" + std::to_string(i);
        school.name = school.id;
        school.type = "primary";
        school.ownership = "public";
        school.township = i <= 4 ? "T1" : "T2";
        school.status = "active";
        region.schools.push_back(school);
    }
    region.users = {
        person("U-admin", domain::Role::BureauAdmin, {}, {}),
        person("U-officer-1", domain::Role::SafetyOfficer, {"T1"}, {}),
        person("U-officer-2", domain::Role::SafetyOfficer, {"T1"}, {}),
        movedOfficer(false),
        person("U-principal-1", domain::Role::Principal, {}, "S1"),
        person("U-safety-1", domain::Role::SchoolSafety, {}, "S1"),
        person("U-principal-2", domain::Role::Principal, {}, "S2"),
    };
    return region;
}

const std::vector<std::string> &peopleOn(int tablet)
{
    static const std::array<std::vector<std::string>, kTablets> kPeople{{
        {"U-officer-2", "U-officer-1"},
        {"U-principal-2", "U-safety-1", "U-principal-1"},
        {"U-admin", "U-officer-3"},
    }};
    return kPeople[static_cast<std::size_t>(tablet)];
}

} // namespace campus::sim
