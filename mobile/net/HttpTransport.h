// One HTTP exchange after the other over one kept-alive connection, blocking the calling thread in
// a local event loop. It answers "did our server answer, and with what octets": no answer, a
// certificate that does not fit, and answers that are not ours (captive portal, proxy) are errors.
// It follows no redirection, keeps no cookie, and never sends the token over plain HTTP to another
// machine. It does not know our messages.
// Made, used and destroyed on one thread; cancel() may come from any.
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>
#include <atomic>
#include <chrono>
#include <memory>

#include "core/Result.h"

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace campus::net {

struct HttpOptions {
    std::chrono::milliseconds connectTimeout{10'000};    // until the request could be sent
    std::chrono::milliseconds transferTimeout{60'000};   // without a single octet moving
    std::chrono::milliseconds totalTimeout{15 * 60'000}; // of one exchange, however slowly it drips
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    bool plainHttpElsewhere = false; // http:// to other machines than this one
};

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

struct HttpQuestion {
    QByteArray method;
    QByteArray path; // with its query, already encoded; appended to the server's address
    HttpHeaders headers;
    QByteArray body;
    qint64 answerBytesMax = 0;
};

struct HttpAnswer {
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    QByteArray header(QByteArrayView name) const; // empty when absent; names in any case
};

class HttpTransport : public QObject
{
    Q_OBJECT
public:
    explicit HttpTransport(QUrl server, HttpOptions options = {});
    ~HttpTransport() override;

    // Any status of ours is an answer. Errors: NetworkFailed (also for an answer that breaks off or
    // is longer than asked for), CertificateRejected (the detail names what is wrong with the
    // certificate), Cancelled.
    Result<HttpAnswer> ask(const HttpQuestion &question);

    // Ends the exchange under way and every later one with Cancelled, until resume().
    void cancel();
    void resume();

private:
    struct Exchange;
    Result<void> checkAddress() const;
    QNetworkRequest requestFor(const HttpQuestion &question) const;
    void watch(Exchange &exchange);
    Result<HttpAnswer> conclude(const Exchange &exchange);

    QUrl m_server;
    HttpOptions m_options;
    std::unique_ptr<QNetworkAccessManager> m_network;
    Exchange *m_current = nullptr;
    std::atomic<bool> m_cancelled = false;
};

} // namespace campus::net
