// What every API handler does the same way: who asks, the body inflated and decoded, the answer
// encoded and compressed when the caller takes it. Free functions; any thread.
#pragma once

#include <string>

#include "core/Result.h"
#include "http/Request.h"
#include "http/Response.h"
#include "service/Accounts.h"
#include "wire/MessageCodec.h"

namespace campus::http {

std::string bearerToken(const Request &request); // empty when there is none
Result<service::Caller> callerOf(const Request &request, service::Accounts &accounts);
// The body, inflated when it says Content-Encoding: zstd. UnsupportedMedia for another encoding.
Result<std::string> plainBody(const Request &request);
// Compressed when it is worth it and the caller said Accept-Encoding: zstd.
Response answer(const Request &request, std::string octets);

template <typename Message>
Result<Message> decodedBody(const Request &request)
{
    auto octets = plainBody(request);
    if (!octets)
        return octets.error();
    return wire::decode<Message>(*octets);
}

// Result of a service call as an answer.
template <typename Answer>
Response answerOf(const Request &request, const Result<Answer> &result)
{
    return result ? answer(request, wire::encode(*result)) : problem(result.error(), request);
}

} // namespace campus::http
