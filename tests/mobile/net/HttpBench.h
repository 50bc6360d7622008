// What the tests of the link share: an answer of ours, and how a question ends. For tests only.
#pragma once

#include <QByteArray>
#include <chrono>
#include <string>

#include "mobile/net/ScriptedServer.h"
#include "net/HttpSyncApi.h"
#include "wire/MessageCodec.h"

namespace campus::support {

inline constexpr const char *kJson = "application/json";
inline constexpr const char *kProblem = "application/problem+json";

inline wire::Head head(std::uint64_t size)
{
    return {size, sha256("head " + std::to_string(size))};
}

inline QByteArray headsAnswer()
{
    return QByteArray::fromStdString(wire::encode(wire::HeadsAnswer{head(7), 1'751'241'600'000}));
}

inline QByteArray problem(const char *code, int status, int retryAfter = 0)
{
    return QByteArray::fromStdString(
        wire::encode(wire::Problem{code, "because", "request-1", status, retryAfter}));
}

inline Scripted fine(const Asked &)
{
    return ours(200, kJson, headsAnswer());
}

// Short times, so that a test of a timeout takes no longer than it must.
inline net::HttpOptions hasty()
{
    net::HttpOptions options;
    options.connectTimeout = std::chrono::milliseconds(200);
    options.transferTimeout = std::chrono::milliseconds(200);
    return options;
}

inline Error errorOf(ScriptedServer &server, const net::HttpOptions &options = {})
{
    net::HttpSyncApi api(server.address(), options);
    const auto answer = api.heads({{head(3)}});
    return answer ? Error{ErrorCode::Internal, "it answered"} : answer.error();
}

} // namespace campus::support
