#include "http/Response.h"

#include "wire/MessageCodec.h"

namespace campus::http {

Response json(std::string body, int status)
{
    Response response;
    response.status = status;
    response.body = std::move(body);
    response.with("Content-Type", "application/json");
    return response;
}

Response empty(int status)
{
    Response response;
    response.status = status;
    return response;
}

Response problem(const Error &error, const std::string &instance, int retryAfterSeconds)
{
    const ErrorFacts &facts = factsOf(error.code);
    wire::Problem document;
    document.code = facts.name;
    document.status = facts.httpStatus;
    document.instance = instance;
    document.retryAfterSeconds = retryAfterSeconds;
    // What went wrong inside is for the log; the caller learns only that it was not his doing.
    document.detail = facts.httpStatus >= 500 && error.code != ErrorCode::StorageFull
                          ? "the server could not do this; see its log under the request's id"
                          : error.detail;
    Response response = json(wire::encode(document), facts.httpStatus);
    response.with("Content-Type", "application/problem+json");
    if (retryAfterSeconds > 0)
        response.with("Retry-After", std::to_string(retryAfterSeconds));
    return response;
}

Response problem(const Error &error, const Request &request)
{
    return problem(error, request.id);
}

} // namespace campus::http
