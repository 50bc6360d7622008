// An HTTP request as our handlers see it, whatever transport received it. A plain value.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace campus::http {

// Header names compare without case (RFC 9110 §5.1).
struct CaselessLess {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const;
};
using Headers = std::map<std::string, std::string, CaselessLess>;

struct Request {
    std::string id;     // given by the transport; in the log and in problem documents
    std::string method; // upper case
    std::string path;   // percent-decoded, starts with '/'
    std::map<std::string, std::string, std::less<>> query;      // decoded; the last of a name wins
    std::map<std::string, std::string, std::less<>> parameters; // {name} parts of the route
    Headers headers;
    std::string body;      // at most limits::kRequestBodyMax octets
    bool cutShort = false; // the connection ended inside the body; nobody reads the answer

    std::string_view header(std::string_view name) const; // empty when absent
    std::optional<std::string> parameter(std::string_view name) const;
    std::string_view queryValue(std::string_view name) const; // empty when absent
};

// "/a%20b?x=1" into path and query. Nothing for a malformed escape, a NUL or invalid UTF-8.
struct Target {
    std::string path;
    std::map<std::string, std::string, std::less<>> query;
};
std::optional<Target> parseTarget(std::string_view requestTarget);

} // namespace campus::http
