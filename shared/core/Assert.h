// Programmer errors. The check stays in release builds: going on with a broken
// invariant could write a wrong record, and a wrong record is for ever.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace campus {

[[noreturn]] inline void assertionFailed(const char *condition, const char *file, int line)
{
    std::fprintf(stderr, "%s:%d: broken invariant: %s\n", file, line, condition);
    std::abort();
}

} // namespace campus

#define CAMPUS_ASSERT(condition)                                                                   \
    ((condition) ? static_cast<void>(0)                                                            \
                 : ::campus::assertionFailed(#condition, __FILE__, __LINE__))
