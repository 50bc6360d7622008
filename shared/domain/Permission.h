// Who sees and who does what (domain.md §11): the one place where scopes are decided, for
// docs, events, blobs and counts alike.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "domain/Hazard.h"
#include "domain/Register.h"
#include "domain/Words.h"

namespace campus::domain {

struct Scope {
    bool county = false;
    std::set<std::string> townships;
    std::set<std::string> schools;
    std::set<std::string> assigned;    // object ids, for experts
    bool restricted = false;           // BULLY, CARE and restricted items (§11.3)
    bool operator==(const Scope &) const = default;
};

Scope scopeOf(const User &user);

// Register facts that everybody who signs in may know: bureau, townships, checklists, own name.
bool isPublic(ObjectKind kind);

// `township` is the township of `school` today. Everybody sees users; what of them, the feed decides.
bool sees(const Scope &scope, ObjectKind kind, std::string_view object, std::string_view school,
          std::string_view township, bool restricted);

bool isRestrictedCategory(std::string_view category); // BULLY*, CARE*
bool isRestricted(const Hazard &hazard);              // by its item or its category (§11.3)

} // namespace campus::domain
