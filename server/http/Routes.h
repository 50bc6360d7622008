// The route table of the server: which path is answered by which service call. Each function adds
// one family of routes; `services` outlives the router.
#pragma once

#include "http/Router.h"
#include "service/Services.h"

namespace campus::http {

void addSyncRoutes(Router &router, service::Services &services);   // enrol … quarantine
void addBlobRoutes(Router &router, service::Services &services);   // tus 1.0 and download
void addHealthRoutes(Router &router, service::Services &services); // /livez, /readyz

} // namespace campus::http
