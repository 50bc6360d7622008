#include "CountingProxy.h"

#include <QTcpSocket>

namespace campus::bench {

CountingProxy::CountingProxy(quint16 serverPort) : m_listener(std::make_unique<QTcpServer>())
{
    m_listener->listen(QHostAddress::LocalHost);
    m_port = m_listener->serverPort();
    QTcpServer *listener = m_listener.get();
    QObject::connect(listener, &QTcpServer::newConnection, listener, [this, listener, serverPort] {
        QTcpSocket *client = listener->nextPendingConnection();
        auto *server = new QTcpSocket(client);
        server->connectToHost(QHostAddress::LocalHost, serverPort);
        QObject::connect(client, &QTcpSocket::readyRead, server, [this, client, server] {
            const QByteArray octets = client->readAll();
            m_up += static_cast<std::uint64_t>(octets.size());
            server->write(octets);
        });
        QObject::connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
            const QByteArray octets = server->readAll();
            m_down += static_cast<std::uint64_t>(octets.size());
            client->write(octets);
        });
        QObject::connect(server, &QTcpSocket::disconnected, client,
                         &QTcpSocket::disconnectFromHost);
        QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    });
    m_listener->moveToThread(&m_thread);
    m_thread.start();
}

CountingProxy::~CountingProxy()
{
    QMetaObject::invokeMethod(
        m_listener.get(), [this] { m_listener->close(); }, Qt::BlockingQueuedConnection);
    m_listener.release()->deleteLater(); // its sockets live in the thread
    m_thread.quit();
    m_thread.wait();
}

} // namespace campus::bench
