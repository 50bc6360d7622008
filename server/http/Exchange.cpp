#include "http/Exchange.h"

#include "wire/Routes.h"

namespace campus::http {

namespace {

constexpr std::size_t kWorthCompressing = 1024; // below it a frame saves less than it costs
constexpr std::string_view kBearer = "Bearer ";

} // namespace

std::string bearerToken(const Request &request)
{
    const std::string_view value = request.header("Authorization");
    return value.substr(0, kBearer.size()) == kBearer ? std::string(value.substr(kBearer.size()))
                                                      : std::string{};
}

Result<service::Caller> callerOf(const Request &request, service::Accounts &accounts)
{
    return accounts.authenticate(bearerToken(request));
}

Result<std::string> plainBody(const Request &request)
{
    if (request.cutShort)
        return {ErrorCode::Cancelled, "the body was cut short"};
    const std::string_view encoding = request.header("Content-Encoding");
    if (encoding.empty() || encoding == "identity")
        return request.body;
    if (encoding == wire::routes::kZstd)
        return wire::inflate(request.body);
    return {ErrorCode::UnsupportedMedia, "Content-Encoding may be zstd or identity"};
}

Response answer(const Request &request, std::string octets)
{
    const bool compress =
        octets.size() >= kWorthCompressing &&
        request.header("Accept-Encoding").find(wire::routes::kZstd) != std::string_view::npos;
    if (!compress)
        return json(std::move(octets));
    return json(wire::compress(octets)).with("Content-Encoding", std::string(wire::routes::kZstd));
}

} // namespace campus::http
