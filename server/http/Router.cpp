#include "http/Router.h"

#include <exception>
#include <set>

#include "core/Clock.h"
#include "core/Log.h"

namespace campus::http {

namespace {

std::vector<std::string> partsOf(std::string_view path)
{
    std::vector<std::string> parts;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        parts.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

bool isPlaceholder(const std::string &part)
{
    return part.size() > 2 && part.front() == '{' && part.back() == '}';
}

bool matches(const std::vector<std::string> &pattern, const std::vector<std::string> &path,
             Request &request)
{
    if (pattern.size() != path.size())
        return false;
    request.parameters.clear();
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (isPlaceholder(pattern[i]) && !path[i].empty())
            request.parameters[pattern[i].substr(1, pattern[i].size() - 2)] = path[i];
        else if (pattern[i] != path[i])
            return false;
    }
    return true;
}

// tus 1.0: clients behind a proxy that knows only GET and POST say their method in a header.
void applyMethodOverride(Request &request)
{
    const std::string_view wanted = request.header("X-HTTP-Method-Override");
    if (request.method == "POST" && (wanted == "PATCH" || wanted == "DELETE" || wanted == "HEAD"))
        request.method = wanted;
}

} // namespace

void Router::add(std::string method, std::string_view pattern, Handler handler, Lane lane)
{
    m_routes.push_back(
        {std::move(method), std::string(pattern), partsOf(pattern), std::move(handler), lane});
}

Lane Router::laneOf(const Request &request) const
{
    Request asked;
    asked.method = request.method;
    asked.headers = request.headers;
    applyMethodOverride(asked);
    const std::vector<std::string> path = partsOf(request.path);
    for (const Route &route : m_routes) {
        if (route.method == asked.method && matches(route.parts, path, asked))
            return route.lane;
    }
    return Lane::Open;
}

std::vector<Router::RouteName> Router::routes() const
{
    std::vector<RouteName> names;
    for (const Route &route : m_routes)
        names.push_back({route.method, route.pattern});
    return names;
}

Response Router::dispatch(Request &request, std::string &pattern) const
{
    const std::vector<std::string> path = partsOf(request.path);
    std::set<std::string> allowed;
    const Route *reading = nullptr; // a GET that answers HEAD without a body
    for (const Route &route : m_routes) {
        if (!matches(route.parts, path, request))
            continue;
        pattern = route.pattern;
        if (route.method == request.method)
            return route.handler(request);
        allowed.insert(route.method);
        if (route.method == "GET" && request.method == "HEAD")
            reading = &route;
    }
    if (reading != nullptr) {
        matches(reading->parts, path, request);
        return reading->handler(request);
    }
    if (allowed.empty())
        return problem({ErrorCode::NotFound, "no such path"}, request);
    allowed.insert("OPTIONS");
    std::string list;
    for (const std::string &method : allowed)
        list += (list.empty() ? "" : ", ") + method;
    if (request.method == "OPTIONS")
        return empty(204).with("Allow", list);
    Response refused = problem({ErrorCode::InvalidInput, "this path knows " + list}, request);
    refused.status = 405;
    return refused.with("Allow", list);
}

Response Router::handle(Request request) const
{
    const SystemClock clock;
    const Millis begun = clock.monotonic();
    std::string pattern = "-";
    Response response;
    applyMethodOverride(request);
    if (request.method == "TRACE" || request.method == "CONNECT") {
        response = problem({ErrorCode::InvalidInput, "this method is not offered"}, request);
        response.status = 405;
    } else {
        try {
            response = dispatch(request, pattern);
        } catch (const std::exception &failure) {
            log(LogLevel::Error, "handler_threw",
                {{"request", request.id}, {"what", failure.what()}});
            response = problem({ErrorCode::Internal, "unexpected"}, request);
        }
    }
    response.with("Campus-Safety", "1");
    response.with("X-Content-Type-Options", "nosniff");
    if (response.headers.find("Cache-Control") == response.headers.end())
        response.with("Cache-Control", "no-store");
    if (response.status >= 500 && response.cause) {
        log(LogLevel::Error, "request_failed",
            {{"request", request.id},
             {"route", pattern},
             {"code", factsOf(response.cause->code).name},
             {"detail", response.cause->detail}});
    }
    log(response.status >= 500 ? LogLevel::Warning : LogLevel::Info, "request",
        {{"request", request.id},
         {"method", request.method},
         {"route", pattern},
         {"status", response.status},
         {"in", static_cast<std::uint64_t>(request.body.size())},
         {"out", static_cast<std::uint64_t>(response.body.size())},
         {"ms", clock.monotonic() - begun}});
    return response;
}

} // namespace campus::http
