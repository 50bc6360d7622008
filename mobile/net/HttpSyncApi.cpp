#include "net/HttpSyncApi.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>

#include "core/Limits.h"
#include "wire/MessageCodec.h"
#include "wire/Routes.h"

namespace campus::net {

namespace {

namespace routes = wire::routes;

constexpr std::size_t kWorthCompressing = 1024; // below it a frame saves less than it costs
constexpr qint64 kEmptyAnswerMax = 64 * 1024;   // a refusal of a tus request
constexpr int kRetryAfterMax = 24 * 3600;       // no server keeps a tablet silent for longer

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

std::string_view viewOf(const QByteArray &octets)
{
    return {octets.constData(), static_cast<std::size_t>(octets.size())};
}

Error notOurs(std::string detail)
{
    return {ErrorCode::NetworkFailed, std::move(detail)};
}

bool isMediaType(const QByteArray &header, std::string_view wanted)
{
    return header.split(';').first().trimmed().toLower() == bytesOf(wanted);
}

// The code of a status whose answer carries no problem document (HEAD, a lost body).
ErrorCode codeOfStatus(int status, bool upload)
{
    switch (status) {
    case 400: return ErrorCode::InvalidInput;
    case 401: return ErrorCode::Unauthenticated;
    case 403: return ErrorCode::Forbidden;
    case 404: return ErrorCode::NotFound;
    case 409: return upload ? ErrorCode::OffsetMismatch : ErrorCode::Conflict;
    case 410: return ErrorCode::Gone;
    case 412:
    case 426: return ErrorCode::UnsupportedVersion;
    case 413: return ErrorCode::TooLarge;
    case 415: return ErrorCode::UnsupportedMedia;
    case 429: return ErrorCode::RateLimited;
    case routes::kChecksumMismatchStatus: return ErrorCode::ChecksumMismatch;
    case 502:
    case 503:
    case 504: return ErrorCode::NetworkFailed;
    case 507: return ErrorCode::StorageFull;
    default: return status >= 500 ? ErrorCode::ServerFailed : ErrorCode::NetworkFailed;
    }
}

// The server's own troubles by names that on a tablet would speak of the tablet.
ErrorCode asSeenFromHere(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Internal:
    case ErrorCode::StorageFailed:
    case ErrorCode::StorageCorrupt: return ErrorCode::ServerFailed;
    case ErrorCode::Cancelled:
    case ErrorCode::CertificateRejected: return ErrorCode::NetworkFailed;
    default: return code;
    }
}

// Retry-After (RFC 9110 §10.2.3): seconds, or a date.
int secondsOf(const QByteArray &header)
{
    if (header.isEmpty())
        return 0;
    bool isNumber = false;
    qint64 seconds = header.trimmed().toLongLong(&isNumber);
    if (!isNumber) {
        QDateTime at = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()),
                                               QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        at.setTimeZone(QTimeZone::utc());
        seconds = at.isValid() ? QDateTime::currentDateTimeUtc().secsTo(at) : 0;
    }
    return static_cast<int>(std::clamp<qint64>(seconds, 0, kRetryAfterMax));
}

Result<wire::UploadState> stateIn(const HttpAnswer &answer, std::string upload)
{
    wire::UploadState state;
    state.upload = std::move(upload);
    state.complete = answer.header(bytesOf(routes::kUploadComplete)) == "1";
    const QByteArray offset = answer.header(bytesOf(routes::kUploadOffset));
    bool isNumber = false;
    state.offset = offset.toULongLong(&isNumber);
    if (!isNumber)
        return notOurs("an upload without an offset");
    return state;
}

// A 2xx that cannot be read is as good as none: the same octets are sent again.
template <typename Answer>
Result<Answer> decoded(std::string_view octets)
{
    auto answer = wire::decode<Answer>(octets);
    if (!answer)
        return notOurs(answer.error().detail);
    return answer;
}

} // namespace

HttpSyncApi::HttpSyncApi(const QUrl &server, HttpOptions options)
    : m_transport(server, std::move(options))
{
}

HttpSyncApi::~HttpSyncApi() = default;

void HttpSyncApi::useToken(const std::string &token)
{
    m_token = QByteArray::fromStdString(token);
}

HttpHeaders HttpSyncApi::headers() const
{
    HttpHeaders all;
    if (!m_token.isEmpty())
        all.append({"Authorization", "Bearer " + m_token});
    return all;
}

Result<HttpAnswer> HttpSyncApi::ask(const HttpQuestion &question, bool upload)
{
    m_retryAfterSeconds = 0;
    auto answer = m_transport.ask(question);
    if (answer && (answer->status < 200 || answer->status > 299))
        return refusalOf(*answer, upload);
    return answer;
}

Error HttpSyncApi::refusalOf(const HttpAnswer &answer, bool upload)
{
    m_retryAfterSeconds = secondsOf(answer.header("Retry-After"));
    const ErrorCode byStatus = codeOfStatus(answer.status, upload);
    std::string detail = "status " + std::to_string(answer.status);
    if (!isMediaType(answer.header("Content-Type"), routes::kProblem))
        return {byStatus, std::move(detail)};
    const auto problem = wire::decode<wire::Problem>(viewOf(answer.body));
    if (!problem)
        return {byStatus, std::move(detail)};
    if (m_retryAfterSeconds == 0)
        m_retryAfterSeconds = std::clamp(problem->retryAfterSeconds, 0, kRetryAfterMax);
    const ErrorCode named = errorCodeNamed(problem->code);
    const bool known = factsOf(named).name == problem->code;
    detail = problem->code + (problem->detail.empty() ? "" : ": " + problem->detail);
    return {known ? asSeenFromHere(named) : byStatus, std::move(detail)};
}

template <typename Answer, typename Request>
Result<Answer> HttpSyncApi::post(std::string_view path, const Request &request,
                                 std::string_view contentType)
{
    HttpQuestion question{
        "POST", bytesOf(path), headers(), {}, static_cast<qint64>(limits::kInflatedBytesMax)};
    question.headers.append({"Content-Type", bytesOf(contentType)});
    question.headers.append({"Accept", bytesOf(routes::kJson)});
    question.headers.append({"Accept-Encoding", bytesOf(routes::kZstd)});
    const std::string octets = wire::encode(request);
    if (octets.size() >= kWorthCompressing) {
        question.headers.append({"Content-Encoding", bytesOf(routes::kZstd)});
        question.body = bytesOf(wire::compress(octets));
    } else {
        question.body = bytesOf(octets);
    }
    const auto answer = ask(question, false);
    if (!answer)
        return answer.error();
    if (!isMediaType(answer->header("Content-Type"), routes::kJson))
        return notOurs("an answer of another type");
    const QByteArray encoding = answer->header("Content-Encoding");
    if (encoding.isEmpty() || encoding == "identity")
        return decoded<Answer>(viewOf(answer->body));
    if (encoding != bytesOf(routes::kZstd))
        return notOurs("an answer in another encoding");
    const auto plain = wire::inflate(viewOf(answer->body));
    return plain ? decoded<Answer>(*plain) : notOurs(plain.error().detail);
}

Result<wire::EnrolAnswer> HttpSyncApi::enrol(const wire::EnrolRequest &request)
{
    return post<wire::EnrolAnswer>(routes::kEnrol, request, routes::kJson);
}

Result<wire::SignInAnswer> HttpSyncApi::signIn(const wire::SignInRequest &request)
{
    return post<wire::SignInAnswer>(routes::kSignIn, request, routes::kJson);
}

Result<wire::SignInAnswer> HttpSyncApi::refresh(const wire::RefreshRequest &request)
{
    return post<wire::SignInAnswer>(routes::kRefresh, request, routes::kJson);
}

Result<wire::PushAnswer> HttpSyncApi::push(const wire::PushRequest &request)
{
    return post<wire::PushAnswer>(routes::kPush, request, routes::kNdjson);
}

Result<wire::PullAnswer> HttpSyncApi::pull(const wire::PullRequest &request)
{
    return post<wire::PullAnswer>(routes::kPull, request, routes::kJson);
}

Result<wire::HeadsAnswer> HttpSyncApi::heads(const wire::HeadsRequest &request)
{
    return post<wire::HeadsAnswer>(routes::kHeads, request, routes::kJson);
}

Result<wire::FetchAnswer> HttpSyncApi::fetch(const wire::FetchRequest &request)
{
    return post<wire::FetchAnswer>(routes::kFetch, request, routes::kJson);
}

Result<wire::BootstrapAnswer> HttpSyncApi::bootstrap(const wire::BootstrapRequest &request)
{
    return post<wire::BootstrapAnswer>(routes::kBootstrap, request, routes::kJson);
}

Result<wire::Verdict> HttpSyncApi::quarantine(const wire::QuarantineRequest &request)
{
    return post<wire::Verdict>(routes::kQuarantine, request, routes::kJson);
}

// ---- blobs ---------------------------------------------------------------------------------------

Result<HttpAnswer> HttpSyncApi::askTus(HttpQuestion question, int expectedStatus)
{
    question.headers.append(headers());
    question.headers.append({bytesOf(routes::kTusResumable), bytesOf(routes::kTusVersion)});
    question.answerBytesMax = kEmptyAnswerMax;
    auto answer = ask(question, true);
    if (answer && answer->status != expectedStatus)
        return notOurs("an upload answered with status " + std::to_string(answer->status));
    return answer;
}

Result<wire::UploadState> HttpSyncApi::startUpload(const wire::UploadStart &start)
{
    HttpQuestion question{"POST", bytesOf(routes::kBlobs), {}, {}, 0};
    question.headers.append(
        {bytesOf(routes::kUploadLength), QByteArray::number(static_cast<qulonglong>(start.bytes))});
    question.headers.append({bytesOf(routes::kUploadMetadata),
                             "sha256 " + QByteArray::fromStdString(start.sha256.hex()).toBase64() +
                                 ",filetype " +
                                 QByteArray::fromStdString(start.mediaType).toBase64()});
    const auto answer = askTus(std::move(question), 201);
    if (!answer)
        return answer.error();
    const QByteArray location = answer->header("Location");
    const QByteArray upload = location.mid(location.lastIndexOf('/') + 1);
    if (upload.isEmpty() || upload.size() > static_cast<qsizetype>(limits::kIdCharsMax))
        return notOurs("an upload without a place");
    return stateIn(*answer, QByteArray::fromPercentEncoding(upload).toStdString());
}

Result<wire::UploadState> HttpSyncApi::uploadState(const std::string &upload)
{
    const QByteArray path =
        bytesOf(routes::kBlobs) + '/' + QByteArray::fromStdString(upload).toPercentEncoding();
    const auto answer = askTus({"HEAD", path, {}, {}, 0}, 200);
    return answer ? stateIn(*answer, upload) : answer.error();
}

Result<wire::UploadState> HttpSyncApi::patchUpload(const std::string &upload, std::uint64_t offset,
                                                   BytesView chunk)
{
    HttpQuestion question{"PATCH",
                          bytesOf(routes::kBlobs) + '/' +
                              QByteArray::fromStdString(upload).toPercentEncoding(),
                          {},
                          {},
                          0};
    const Digest digest = sha256(chunk);
    question.headers.append({"Content-Type", bytesOf(routes::kOffsetOctets)});
    question.headers.append(
        {bytesOf(routes::kUploadOffset), QByteArray::number(static_cast<qulonglong>(offset))});
    question.headers.append({bytesOf(routes::kUploadChecksum),
                             "sha256 " + QByteArray::fromStdString(toBase64(digest.view()))});
    question.body = QByteArray(reinterpret_cast<const char *>(chunk.data()),
                               static_cast<qsizetype>(chunk.size()));
    const auto answer = askTus(std::move(question), 204);
    return answer ? stateIn(*answer, upload) : answer.error();
}

Result<Bytes> HttpSyncApi::blob(const Digest &sha256, const wire::ObjectRef &referrer)
{
    const QByteArray object = bytesOf(nameOf(referrer.kind)) + ':' +
                              QByteArray::fromStdString(referrer.id).toPercentEncoding();
    HttpQuestion question{"GET",
                          bytesOf(routes::kBlobs) + '/' + QByteArray::fromStdString(sha256.hex()) +
                              '?' + bytesOf(routes::kReferrer) + '=' + object,
                          headers(),
                          {},
                          static_cast<qint64>(limits::kBlobBytesMax)};
    question.headers.append({QByteArrayLiteral("Accept-Encoding"), QByteArrayLiteral("identity")});
    const auto answer = ask(question, false);
    if (!answer)
        return answer.error();
    if (answer->status != 200)
        return notOurs("a blob answered with status " + std::to_string(answer->status));
    const auto *octets = reinterpret_cast<const std::uint8_t *>(answer->body.constData());
    return Bytes(octets, octets + answer->body.size());
}

} // namespace campus::net
