#include "http/Request.h"

#include <algorithm>

#include "core/Bytes.h"

namespace campus::http {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::optional<std::string> decoded(std::string_view text, bool plusIsSpace)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            const auto octet = fromHex(text.substr(i + 1, 2));
            if (!octet || octet->size() != 1 || octet->front() == 0)
                return std::nullopt;
            out += static_cast<char>(octet->front());
            i += 2;
        } else {
            out += plusIsSpace && text[i] == '+' ? ' ' : text[i];
        }
    }
    return isUtf8(out) ? std::optional(out) : std::nullopt;
}

} // namespace

bool CaselessLess::operator()(std::string_view a, std::string_view b) const
{
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [](char x, char y) { return lower(x) < lower(y); });
}

std::string_view Request::header(std::string_view name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

std::optional<std::string> Request::parameter(std::string_view name) const
{
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::nullopt : std::optional(found->second);
}

std::string_view Request::queryValue(std::string_view name) const
{
    const auto found = query.find(name);
    return found == query.end() ? std::string_view{} : std::string_view(found->second);
}

std::optional<Target> parseTarget(std::string_view requestTarget)
{
    Target target;
    const std::size_t mark = requestTarget.find('?');
    const auto path = decoded(requestTarget.substr(0, mark), false);
    if (!path || path->empty() || path->front() != '/' || path->find('\0') != std::string::npos)
        return std::nullopt;
    target.path = *path;
    if (mark == std::string_view::npos)
        return target;
    std::string_view rest = requestTarget.substr(mark + 1);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        const std::string_view pair = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const auto name = decoded(pair.substr(0, equals), true);
        const auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value)
            return std::nullopt;
        if (!name->empty())
            target.query[*name] = *value;
    }
    return target;
}

} // namespace campus::http
