#include "net/HttpTransport.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QThread>
#include <QTimer>

#include "core/Assert.h"
#include "wire/Routes.h"

namespace campus::net {

namespace {

// Words for a log and for ErrorText: a certificate "from the future" mostly means a wrong clock.
std::string certificateFault(const QList<QSslError> &errors)
{
    for (const QSslError &error : errors) {
        if (error.error() == QSslError::CertificateNotYetValid)
            return "certificate_not_yet_valid";
        if (error.error() == QSslError::CertificateExpired)
            return "certificate_expired";
    }
    return errors.isEmpty() ? "certificate" : errors.first().errorString().toStdString();
}

// Qt reports HTTP statuses as errors too; those came with an answer. 400 is one of protocol.
bool isStatusError(QNetworkReply::NetworkError error)
{
    using E = QNetworkReply::NetworkError;
    return error == E::NoError || error == E::ProtocolInvalidOperationError ||
           (error >= E::ContentAccessDenied && error <= E::UnknownContentError) ||
           (error >= E::InternalServerError && error <= E::UnknownServerError);
}

std::string tooLong(qint64 max)
{
    return "the answer has more than " + std::to_string(max) + " octets";
}

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

struct HttpTransport::Exchange {
    std::unique_ptr<QNetworkReply> reply;
    QEventLoop loop;
    QByteArray body;
    qint64 bodyMax = 0;
    std::optional<Error> failure; // what ended it before the reply did
    QList<QSslError> tlsErrors;

    void end(ErrorCode code, std::string detail)
    {
        if (!failure)
            failure = Error{code, std::move(detail)};
        reply->abort();
    }
};

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HttpTransport::HttpTransport(QUrl server, HttpOptions options)
    : m_server(std::move(server)),
      m_options(std::move(options)),
      m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setAutoDeleteReplies(false);
}

HttpTransport::~HttpTransport() = default;

Result<void> HttpTransport::checkAddress() const
{
    if (!m_server.isValid() || m_server.host().isEmpty() || !m_server.userInfo().isEmpty())
        return {ErrorCode::NetworkFailed, "the server's address is not a web address"};
    if (m_server.scheme() == QLatin1String("https"))
        return {};
    const bool here =
        QHostAddress(m_server.host()).isLoopback() || m_server.host() == QLatin1String("localhost");
    if (m_server.scheme() == QLatin1String("http") && (here || m_options.plainHttpElsewhere))
        return {};
    return {ErrorCode::CertificateRejected, "the server's address does not begin with https"};
}

QNetworkRequest HttpTransport::requestFor(const HttpQuestion &question) const
{
    QByteArray address =
        m_server.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    QNetworkRequest request(QUrl::fromEncoded(address + question.path, QUrl::StrictMode));
    for (const auto &[name, value] : question.headers)
        request.setRawHeader(name, value);
    request.setRawHeader("User-Agent", "campus-safety");
    request.setTransferTimeout(static_cast<int>(m_options.transferTimeout.count()));
    request.setSslConfiguration(m_options.tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

void HttpTransport::watch(Exchange &exchange)
{
    QNetworkReply *reply = exchange.reply.get();
    auto *connecting = new QTimer(reply);
    connecting->setSingleShot(true);
    const auto connected = [connecting] { connecting->stop(); };
    connect(connecting, &QTimer::timeout, reply,
            [&exchange] { exchange.end(ErrorCode::NetworkFailed, "no connection in time"); });
    connect(reply, &QNetworkReply::requestSent, connecting, connected);
    connect(reply, &QNetworkReply::metaDataChanged, connecting, connected);
    connect(reply, &QNetworkReply::uploadProgress, connecting, [connecting](qint64 sent, qint64) {
        if (sent > 0)
            connecting->stop();
    });
    connecting->start(m_options.connectTimeout);

    auto *whole = new QTimer(reply);
    whole->setSingleShot(true);
    connect(whole, &QTimer::timeout, reply,
            [&exchange] { exchange.end(ErrorCode::NetworkFailed, "no whole answer in time"); });
    whole->start(m_options.totalTimeout);

    connect(reply, &QNetworkReply::sslErrors, reply,
            [&exchange](const QList<QSslError> &errors) { exchange.tlsErrors = errors; });
    connect(reply, &QNetworkReply::readyRead, reply, [&exchange, reply] {
        exchange.body += reply->readAll();
        if (exchange.body.size() > exchange.bodyMax)
            exchange.end(ErrorCode::NetworkFailed, tooLong(exchange.bodyMax));
    });
    connect(reply, &QNetworkReply::finished, &exchange.loop, &QEventLoop::quit);
}

Result<HttpAnswer> HttpTransport::ask(const HttpQuestion &question)
{
    CAMPUS_ASSERT(thread() == QThread::currentThread());
    CAMPUS_ASSERT(!m_current); // slots that run inside the local loop must not ask
    if (const auto address = checkAddress(); !address)
        return address.error();
    if (m_cancelled)
        return Error{ErrorCode::Cancelled, "cancelled before it began"};
    Exchange exchange;
    exchange.bodyMax = question.answerBytesMax;
    const QNetworkRequest request = requestFor(question);
    exchange.reply.reset(question.method == "HEAD" ? m_network->head(request)
                                                   : m_network->sendCustomRequest(
                                                         request, question.method, question.body));
    watch(exchange);
    m_current = &exchange;
    if (!exchange.reply->isFinished())
        exchange.loop.exec();
    m_current = nullptr;
    return conclude(exchange);
}

Result<HttpAnswer> HttpTransport::conclude(const Exchange &exchange)
{
    if (exchange.failure)
        return *exchange.failure;
    QNetworkReply &reply = *exchange.reply;
    if (!exchange.tlsErrors.isEmpty())
        return Error{ErrorCode::CertificateRejected, certificateFault(exchange.tlsErrors)};
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!isStatusError(reply.error()) || answer.status == 0) // also an answer that broke off
        return Error{ErrorCode::NetworkFailed, reply.errorString().toStdString()};
    answer.headers = reply.rawHeaderPairs();
    if (answer.header(bytesOf(wire::routes::kOurs)) != bytesOf(wire::routes::kOursValue))
        return Error{ErrorCode::NetworkFailed,
                     "somebody else answered, with status " + std::to_string(answer.status)};
    answer.body = exchange.body + reply.readAll();
    if (answer.body.size() > exchange.bodyMax)
        return Error{ErrorCode::NetworkFailed, tooLong(exchange.bodyMax)};
    return answer;
}

void HttpTransport::cancel()
{
    m_cancelled = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_current && m_cancelled)
                m_current->end(ErrorCode::Cancelled, "cancelled on the way");
        },
        Qt::QueuedConnection);
}

void HttpTransport::resume()
{
    m_cancelled = false;
}

} // namespace campus::net
