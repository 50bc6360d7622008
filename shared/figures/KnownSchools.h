// The register of schools and townships as known by K. Internal to this folder.
#pragma once

#include <map>
#include <string>

#include "domain/Register.h"
#include "figures/Contents.h"
#include "figures/Query.h"

namespace campus::figures {

class KnownSchools
{
public:
    KnownSchools(const RegisterLog &log, Millis knownBy);

    const domain::School *find(const std::string &school) const;
    const std::map<std::string, domain::School> &all() const { return m_schools; }
    // Value of a school attribute a breakdown goes by; empty when the register does not know it.
    std::string rowValue(const std::string &school, Breakdown breakdown, Day day) const;
    // Whether a scope holds the school or the object; townships as of `day`.
    bool inScope(const domain::Scope &scope, const std::string &school, const std::string &object,
                 Day day) const;
    const domain::Township *township(const std::string &id) const;

private:
    std::map<std::string, domain::School> m_schools;
    std::map<std::string, domain::Township> m_townships;
};

} // namespace campus::figures
