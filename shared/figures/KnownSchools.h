// The register of schools and townships as known by K. Internal to this folder.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "domain/Register.h"
#include "figures/Contents.h"
#include "figures/Query.h"

namespace campus::figures {

// One school of the register with its dated changes, by day; nothing when K knows none.
std::optional<domain::School> knownSchool(const RegisterLog &log, const std::string &id,
                                          Millis knownBy);

class KnownSchools
{
public:
    KnownSchools(const RegisterLog &log, Millis knownBy);

    const domain::School *find(const std::string &school) const;
    // Whether a scope holds the school; townships as of `day`.
    bool inScope(const domain::Scope &scope, const std::string &school, Day day) const;
    const domain::Township *township(const std::string &id) const;

private:
    std::map<std::string, domain::School> m_schools;
    std::map<std::string, domain::Township> m_townships;
};

} // namespace campus::figures
