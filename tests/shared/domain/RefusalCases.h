// One situation for each way in which the life cycle says no. Test only.
#pragma once

#include <utility>
#include <vector>

#include "domain/LifeCycle.h"

namespace campus::test {

struct RefusalCase {
    const char *situation;
    domain::Refusal expected;
    domain::Decision decision;
};

std::vector<RefusalCase> findingCases();
std::vector<RefusalCase> rectificationCases();
std::vector<RefusalCase> bureauCases();
std::vector<RefusalCase> paperCases();

} // namespace campus::test
