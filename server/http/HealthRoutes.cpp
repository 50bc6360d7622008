#include "http/Routes.h"

namespace campus::http {

void addHealthRoutes(Router &router, service::Services &services)
{
    router.add(
        "GET", "/livez", [](const Request &) { return json("{\"status\":\"live\"}"); }, Lane::Open);
    router.add(
        "GET", "/readyz",
        [&services](const Request &request) -> Response {
            const auto health = services.health();
            if (!health)
                return problem(health.error(), request);
            if (!health->writable)
                return json("{\"status\":\"not_writable\"}", 503);
            return json("{\"status\":\"ready\"}");
        },
        Lane::Open);
}

} // namespace campus::http
