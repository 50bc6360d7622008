// Routes a request to its handler by method and path. Built once at start, then read-only:
// any thread may call handle(). Answers 404, 405 with Allow, OPTIONS and HEAD itself, refuses
// TRACE, turns an escaping exception into a 500, and logs one line a request.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "http/Request.h"
#include "http/Response.h"

namespace campus::http {

using Handler = std::function<Response(const Request &)>;

// Who a route is for. The transport bounds by it what it reads of a body and what may run at once.
enum class Lane : std::uint8_t {
    Signed, // who holds a session
    WayIn,  // who has none yet; each costs a password hash
    Open    // everybody
};

class Router
{
public:
    // `pattern` is a path with {name} for one whole part: "/api/v1/blobs/{upload}".
    void add(std::string method, std::string_view pattern, Handler handler,
             Lane lane = Lane::Signed);
    Lane laneOf(const Request &request) const; // Open for what is no route
    Response handle(Request request) const;
    struct RouteName {
        std::string method, pattern;
    };
    std::vector<RouteName> routes() const;

private:
    struct Route {
        std::string method, pattern;
        std::vector<std::string> parts;
        Handler handler;
        Lane lane = Lane::Signed;
    };
    Response dispatch(Request &request, std::string &pattern) const;
    std::vector<Route> m_routes;
};

} // namespace campus::http
