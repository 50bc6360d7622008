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

namespace {

Response problemWith(int status, const Error &error, const std::string &instance,
                     int retryAfterSeconds)
{
    const ErrorFacts &facts = factsOf(error.code);
    wire::Problem document;
    document.code = facts.name;
    document.status = status;
    document.instance = instance;
    document.retryAfterSeconds = retryAfterSeconds;
    // What went wrong inside is for the log, where the router writes it beside the request's id;
    // the caller learns only that it was not his doing.
    document.detail = facts.httpStatus >= 500 && error.code != ErrorCode::StorageFull
                          ? "the server could not do this; see its log under the request's id"
                          : error.detail;
    Response response = json(wire::encode(document), status);
    response.cause = error;
    response.with("Content-Type", "application/problem+json");
    if (retryAfterSeconds > 0)
        response.with("Retry-After", std::to_string(retryAfterSeconds));
    return response;
}

} // namespace

Response problem(const Error &error, const std::string &instance, int retryAfterSeconds)
{
    return problemWith(factsOf(error.code).httpStatus, error, instance, retryAfterSeconds);
}

Response busy(const std::string &instance)
{
    constexpr int kSeconds = 2;
    return problemWith(503, {ErrorCode::RateLimited, "too many requests at once"}, instance,
                       kSeconds);
}

Response problem(const Error &error, const Request &request)
{
    return problem(error, request.id);
}

} // namespace campus::http
