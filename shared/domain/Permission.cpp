#include "domain/Permission.h"

namespace campus::domain {

Scope scopeOf(const User &user)
{
    Scope scope;
    if (!user.active)
        return scope;
    switch (user.role) {
    case Role::BureauAdmin:
    case Role::System:
        scope.county = true;
        scope.restricted = true;
        break;
    case Role::Leader: scope.county = true; break; // numbers of restricted matters, no records (§11.3)
    case Role::SafetyOfficer:
    case Role::TownOfficer: scope.townships = {user.townships.begin(), user.townships.end()}; break;
    case Role::Principal:
    case Role::SchoolSafety:
        if (!user.school.empty())
            scope.schools = {user.school};
        scope.restricted = true;
        break;
    case Role::Expert: scope.assigned = {user.assigned.begin(), user.assigned.end()}; break;
    }
    return scope;
}

bool isPublic(ObjectKind kind)
{
    return kind == ObjectKind::Bureau || kind == ObjectKind::Township
        || kind == ObjectKind::Checklist;
}

bool sees(const Scope &scope, ObjectKind kind, std::string_view object, std::string_view school,
          std::string_view township, bool restricted)
{
    if (isPublic(kind) || kind == ObjectKind::User)
        return true;
    if (restricted && !scope.restricted)
        return false;
    if (scope.county)
        return true;
    const auto has = [](const std::set<std::string> &ids, std::string_view id) {
        return !id.empty() && ids.contains(std::string(id));
    };
    return has(scope.townships, township) || has(scope.schools, school)
        || has(scope.assigned, object);
}

bool isRestricted(const Hazard &hazard)
{
    return hazard.found.restricted || isRestrictedCategory(hazard.category);
}

bool isRestrictedCategory(std::string_view category)
{
    const std::string_view code = category.substr(0, category.find('.'));
    return code == "BULLY" || code == "CARE";
}

} // namespace campus::domain
