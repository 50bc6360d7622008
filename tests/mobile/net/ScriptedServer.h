// A web server of a test on 127.0.0.1: hands each request to a script and sends the octets the
// script gives, whatever they are, or nothing. Real sockets, TLS when it has a certificate.
// Lives on the thread of the test; a blocking client's local event loop serves it.
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <functional>
#include <memory>
#include <optional>

namespace campus::support {

struct Asked {
    QByteArray method, target, body;
    QMap<QByteArray, QByteArray> headers; // names in lower case
};

struct Scripted {
    QByteArray octets;
    bool silent = false;     // never answers, keeps the connection
    bool closeAfter = false; // hangs up after the octets
    int dripMillis = 0;      // one octet each
};

inline Scripted answered(int status, const QList<QPair<QByteArray, QByteArray>> &headers,
                         const QByteArray &body)
{
    QByteArray octets = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    bool hasLength = false;
    for (const auto &[name, value] : headers) {
        octets += name + ": " + value + "\r\n";
        hasLength = hasLength || name == "Content-Length";
    }
    if (!hasLength && status != 204)
        octets += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return {octets + "\r\n" + body};
}

// An answer of our server.
inline Scripted ours(int status, const QByteArray &contentType, const QByteArray &body,
                     QList<QPair<QByteArray, QByteArray>> headers = {})
{
    headers.prepend({"Campus-Safety", "1"});
    if (!contentType.isEmpty())
        headers.append({"Content-Type", contentType});
    return answered(status, headers, body);
}

class ScriptedServer : public QObject
{
public:
    using Script = std::function<Scripted(const Asked &)>;

    explicit ScriptedServer(Script script, const std::optional<QSslConfiguration> &tls = {})
        : m_script(std::move(script)),
          m_isTls(tls.has_value())
    {
        if (tls) {
            auto server = std::make_unique<QSslServer>();
            server->setSslConfiguration(*tls);
            m_server = std::move(server);
        } else {
            m_server = std::make_unique<QTcpServer>();
        }
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this,
                &ScriptedServer::accept);
        m_listening = m_server->listen(QHostAddress::LocalHost);
    }

    bool isListening() const { return m_listening; }
    QUrl address() const
    {
        return QUrl(QStringLiteral("%1://127.0.0.1:%2")
                        .arg(m_isTls ? QStringLiteral("https") : QStringLiteral("http"))
                        .arg(m_server->serverPort()));
    }
    void setScript(Script script) { m_script = std::move(script); }
    const QList<Asked> &asked() const { return m_asked; }
    int connections() const { return m_connections; }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            ++m_connections;
            socket->setParent(this);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            read(socket);
        }
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &heard = m_heard[socket];
        heard += socket->readAll();
        for (;;) {
            const qsizetype end = heard.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            Asked asked;
            const QList<QByteArray> lines = heard.left(end).split('\n');
            const QList<QByteArray> first = lines.first().trimmed().split(' ');
            asked.method = first.value(0);
            asked.target = first.value(1);
            for (const QByteArray &line : lines.mid(1)) {
                const qsizetype colon = line.indexOf(':');
                asked.headers.insert(line.left(colon).trimmed().toLower(),
                                     line.mid(colon + 1).trimmed());
            }
            const qsizetype length = asked.headers.value("content-length").toLongLong();
            if (heard.size() < end + 4 + length)
                return;
            asked.body = heard.mid(end + 4, length);
            heard.remove(0, end + 4 + length);
            m_asked.append(asked);
            answer(socket, m_script(asked));
        }
    }

    void answer(QTcpSocket *socket, const Scripted &scripted)
    {
        if (scripted.silent)
            return;
        if (scripted.dripMillis > 0) {
            auto *drip = new QTimer(socket);
            connect(drip, &QTimer::timeout, socket,
                    [socket, octets = scripted.octets, at = qsizetype{0}]() mutable {
                        if (at < octets.size())
                            socket->write(octets.mid(at++, 1));
                    });
            drip->start(scripted.dripMillis);
            return;
        }
        socket->write(scripted.octets);
        if (scripted.closeAfter)
            socket->disconnectFromHost();
    }

    Script m_script;
    bool m_isTls;
    bool m_listening = false;
    std::unique_ptr<QTcpServer> m_server;
    QMap<QTcpSocket *, QByteArray> m_heard;
    QList<Asked> m_asked;
    int m_connections = 0;
};

} // namespace campus::support
