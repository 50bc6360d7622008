#include <array>
#include <charconv>
#include <ctime>

#include <openssl/evp.h>

#include "core/Limits.h"
#include "http/Exchange.h"
#include "http/Routes.h"
#include "wire/Routes.h"

namespace campus::http {

namespace {

using service::Services;
using service::UploadStatus;

constexpr std::string_view kExtensions =
    "creation,creation-with-upload,checksum,expiration,termination";
constexpr std::string_view kChecksums = "sha1,sha256";

std::string httpDate(Millis instant)
{
    const std::time_t seconds = static_cast<std::time_t>(instant / 1000);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::array<char, 64> text{};
    std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
    return text.data();
}

std::optional<std::uint64_t> wholeNumber(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

Response tus(Response response)
{
    response.with(std::string(wire::routes::kTusResumable), std::string(wire::routes::kTusVersion));
    return response;
}

Response tusProblem(ErrorCode code, std::string detail, const Request &request)
{
    return tus(problem({code, std::move(detail)}, request));
}

// tus 1.0: a version we do not speak is answered 412 and the request not processed.
std::optional<Response> versionRefusal(const Request &request)
{
    if (request.header(wire::routes::kTusResumable) == wire::routes::kTusVersion)
        return std::nullopt;
    Response response =
        tusProblem(ErrorCode::UnsupportedVersion, "this server speaks tus 1.0.0", request);
    response.status = 412;
    return response.with("Tus-Version", std::string(wire::routes::kTusVersion));
}

Response withState(Response response, const UploadStatus &status)
{
    response.with(std::string(wire::routes::kUploadOffset), std::to_string(status.state.offset));
    if (status.state.complete)
        response.with(std::string(wire::routes::kUploadComplete), "1");
    else if (status.expiresAt > 0)
        response.with("Upload-Expires", httpDate(status.expiresAt));
    return tus(std::move(response));
}

// "sha256 <base64>,filetype <base64>"; a value may be absent.
Result<std::map<std::string, std::string>> metadataOf(std::string_view header)
{
    std::map<std::string, std::string> values;
    while (!header.empty()) {
        const std::size_t end = std::min(header.find(','), header.size());
        std::string_view pair = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        while (!pair.empty() && pair.front() == ' ')
            pair.remove_prefix(1);
        const std::size_t space = std::min(pair.find(' '), pair.size());
        const std::string key(pair.substr(0, space));
        const auto value = fromBase64(pair.substr(std::min(space + 1, pair.size())));
        if (key.empty() || !value || !values.emplace(key, std::string(asText(*value))).second)
            return {ErrorCode::InvalidInput, "Upload-Metadata: keys are unique, values are Base64"};
    }
    return values;
}

// Empty when the chunk fits its Upload-Checksum or has none.
std::optional<Response> checksumRefusal(const Request &request)
{
    const std::string_view header = request.header("Upload-Checksum");
    if (header.empty())
        return std::nullopt;
    const std::size_t space = std::min(header.find(' '), header.size());
    const std::string_view algorithm = header.substr(0, space);
    const EVP_MD *md = algorithm == "sha1"     ? EVP_sha1()
                       : algorithm == "sha256" ? EVP_sha256()
                                               : nullptr;
    const auto expected = fromBase64(header.substr(std::min(space + 1, header.size())));
    if (md == nullptr || !expected)
        return tusProblem(ErrorCode::InvalidInput, "Upload-Checksum: sha1 or sha256 and Base64",
                          request);
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> actual{};
    unsigned int size = 0;
    EVP_Digest(request.body.data(), request.body.size(), actual.data(), &size, md, nullptr);
    if (asText(BytesView(actual).first(size)) == asText(*expected))
        return std::nullopt;
    return tusProblem(ErrorCode::ChecksumMismatch,
                      "the chunk does not have its checksum; nothing was kept", request);
}

Result<UploadStatus> appendBody(Services &services, const service::Caller &caller,
                                const Request &request, const std::string &upload,
                                std::uint64_t offset)
{
    return services.uploads().append(caller, upload, offset, asBytes(request.body));
}

Response create(Services &services, const service::Caller &caller, const Request &request)
{
    const auto length = wholeNumber(request.header(wire::routes::kUploadLength));
    if (!length)
        return tusProblem(ErrorCode::InvalidInput,
                          "Upload-Length: a whole number of octets is needed", request);
    if (*length > limits::kBlobBytesMax)
        return tusProblem(ErrorCode::TooLarge,
                          "Upload-Length is over " + std::to_string(limits::kBlobBytesMax),
                          request);
    const auto metadata = metadataOf(request.header(wire::routes::kUploadMetadata));
    if (!metadata)
        return tus(problem(metadata.error(), request));
    const auto named = metadata->find("sha256");
    const auto digest = named == metadata->end() ? std::nullopt : Digest::fromHex(named->second);
    if (!digest)
        return tusProblem(ErrorCode::InvalidInput,
                          "Upload-Metadata: sha256 with the hash of the whole blob is needed",
                          request);
    const auto type = metadata->find("filetype");
    auto status = services.uploads().start(
        caller,
        {*digest, *length, type == metadata->end() ? "application/octet-stream" : type->second});
    if (!status)
        return tus(problem(status.error(), request));
    const std::string upload = status->state.upload;
    // What arrived of a broken connection cannot be held against its checksum.
    const bool isUnchecked = request.cutShort && !request.header("Upload-Checksum").empty();
    if (!request.body.empty() && !isUnchecked && !status->state.complete &&
        status->state.offset == 0) { // creation-with-upload
        if (request.header("Content-Type") != wire::routes::kOffsetOctets)
            return tusProblem(ErrorCode::UnsupportedMedia,
                              "Content-Type: application/offset+octet-stream", request);
        if (auto refusal = checksumRefusal(request))
            return *refusal;
        status = appendBody(services, caller, request, upload, 0);
        if (!status)
            return tus(problem(status.error(), request));
    }
    Response created = withState(empty(201), *status);
    return created.with("Location", std::string(wire::routes::kBlobs) + "/" + upload);
}

Response patch(Services &services, const service::Caller &caller, const Request &request)
{
    if (request.header("Content-Type") != wire::routes::kOffsetOctets)
        return tusProblem(ErrorCode::UnsupportedMedia,
                          "Content-Type: application/offset+octet-stream", request);
    const auto offset = wholeNumber(request.header(wire::routes::kUploadOffset));
    if (!offset)
        return tusProblem(ErrorCode::InvalidInput, "Upload-Offset: a whole number is needed",
                          request);
    // What arrived of a broken connection is kept, but cannot be held against its checksum.
    if (request.cutShort && !request.header("Upload-Checksum").empty())
        return tusProblem(ErrorCode::Cancelled, "the chunk was cut short", request);
    if (auto refusal = checksumRefusal(request))
        return *refusal;
    const auto status =
        appendBody(services, caller, request, *request.parameter("upload"), *offset);
    return status ? withState(empty(204), *status) : tus(problem(status.error(), request));
}

Response head(Services &services, const service::Caller &caller, const Request &request)
{
    const auto status = services.uploads().status(caller, *request.parameter("upload"));
    if (!status)
        return tus(problem(status.error(), request));
    Response response = withState(empty(200), *status);
    response.with(std::string(wire::routes::kUploadLength), std::to_string(status->bytes));
    return response.with("Cache-Control", "no-store");
}

Response terminate(Services &services, const service::Caller &caller, const Request &request)
{
    const auto done = services.uploads().terminate(caller, *request.parameter("upload"));
    return tus(done ? empty(204) : problem(done.error(), request));
}

// GET /api/v1/blobs/{sha256}?object=hazard:<id>
Response download(Services &services, const service::Caller &caller, const Request &request)
{
    const auto digest = Digest::fromHex(*request.parameter("upload"));
    const std::string_view object = request.queryValue("object");
    const std::size_t colon = object.find(':');
    const auto kind = colon == std::string_view::npos
                          ? std::nullopt
                          : domain::valueNamed<domain::ObjectKind>(object.substr(0, colon));
    if (!digest || !kind)
        return problem({ErrorCode::InvalidInput, "a SHA-256 and ?object=<kind>:<id> are needed"},
                       request);
    const auto file =
        services.uploads().open(caller, *digest, {*kind, std::string(object.substr(colon + 1))});
    if (!file)
        return problem(file.error(), request);
    Response response;
    response.file = file->path;
    response.with("Content-Type", file->mediaType);
    response.with("Content-Disposition", "attachment"); // never shown as a page of this server
    response.with("ETag", "\"" + digest->hex() + "\"");
    return response.with("Cache-Control", "private, max-age=31536000, immutable");
}

using BlobHandler = Response (*)(Services &, const service::Caller &, const Request &);

Handler forCaller(Services &services, BlobHandler handler, bool speaksTus)
{
    return [&services, handler, speaksTus](const Request &request) -> Response {
        if (speaksTus) {
            if (auto refusal = versionRefusal(request))
                return *refusal;
        }
        // Evidence of disabled people is taken like their events.
        const auto caller = speaksTus
                                ? services.accounts().authenticateForPush(bearerToken(request))
                                : callerOf(request, services.accounts());
        if (!caller)
            return speaksTus ? tus(problem(caller.error(), request))
                             : problem(caller.error(), request);
        return handler(services, *caller, request);
    };
}

Response options(const Request &)
{
    Response response = tus(empty(204));
    response.with("Tus-Version", std::string(wire::routes::kTusVersion));
    response.with("Tus-Extension", std::string(kExtensions));
    response.with("Tus-Max-Size", std::to_string(limits::kBlobBytesMax));
    return response.with("Tus-Checksum-Algorithm", std::string(kChecksums));
}

} // namespace

void addBlobRoutes(Router &router, Services &services)
{
    const std::string all(wire::routes::kBlobs);
    const std::string one = all + "/{upload}";
    router.add("OPTIONS", all, options, Lane::Open);
    router.add("OPTIONS", one, options, Lane::Open);
    router.add("POST", all, forCaller(services, create, true));
    router.add("HEAD", one, forCaller(services, head, true));
    router.add("PATCH", one, forCaller(services, patch, true));
    router.add("DELETE", one, forCaller(services, terminate, true));
    router.add("GET", one, forCaller(services, download, false));
}

} // namespace campus::http
