// A listening HTTP server in front of a Router: the thin seam behind which the transport can be
// replaced. Today's is cpprestsdk's http_listener (cpprest/CpprestServer).
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/Result.h"
#include "http/Router.h"

namespace campus::http {

struct ServerOptions {
    std::string address = "127.0.0.1"; // loopback only in this version
    std::uint16_t port = 0;            // 0 = any free one below the ephemeral range
    unsigned workers = 4;
    std::size_t queueMax = 256;
    // Octets of all bodies in memory at once; what comes beyond is answered 503.
    std::size_t bodiesBytesMax = 128u * 1024 * 1024;
};

class HttpServer
{
public:
    virtual ~HttpServer() = default; // closes
    virtual std::uint16_t port() const = 0;
    // Running handlers finish before it returns. Today's transport cuts their connections at
    // once, so a caller may miss an answer and repeat the request; that changes nothing.
    virtual void close() = 0;
};

// Listens when it returns. InvalidInput for an address that is not loopback, StorageFailed when
// the port is taken. The router must outlive the server.
Result<std::unique_ptr<HttpServer>> listen(const Router &router, const ServerOptions &options);

bool isLoopback(const std::string &address); // 127.0.0.0/8, ::1 or "localhost"

} // namespace campus::http
