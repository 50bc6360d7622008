// An HTTP answer as our handlers give it. A plain value; the transport writes it out.
#pragma once

#include <optional>
#include <string>

#include "core/Result.h"
#include "http/Request.h"

namespace campus::http {

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    // Sent instead of `body` when set: a file, streamed by the transport, never in memory whole.
    std::optional<std::string> file;
    bool closeAfter = false;    // the rest of the request was not read
    std::optional<Error> cause; // of a problem; for the log, never sent

    Response &with(std::string name, std::string value)
    {
        headers.insert_or_assign(std::move(name), std::move(value));
        return *this;
    }
};

Response json(std::string body, int status = 200);
Response empty(int status = 204);
// RFC 9457 problem document for an error; `instance` is the request's id.
Response problem(const Error &error, const Request &request);
Response problem(const Error &error, const std::string &instance, int retryAfterSeconds = 0);
Response busy(const std::string &instance); // 503, rate_limited: come back in a moment

} // namespace campus::http
