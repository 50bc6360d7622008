// Qt Test prints standard strings when a comparison fails.
#pragma once

#include <QtTest>
#include <string>
#include <string_view>

namespace QTest {

template <>
inline char *toString(const std::string &text)
{
    return qstrdup(text.c_str());
}

template <>
inline char *toString(const std::string_view &text)
{
    return qstrdup(std::string(text).c_str());
}

} // namespace QTest
