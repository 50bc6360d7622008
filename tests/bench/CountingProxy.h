// A TCP proxy on loopback that counts what passes in each direction: bytes on the wire as they are,
// not as a program believes them to be. Runs in a thread of its own.
#pragma once

#include <QTcpServer>
#include <QThread>
#include <atomic>
#include <cstdint>
#include <memory>

namespace campus::bench {

class CountingProxy
{
public:
    explicit CountingProxy(quint16 serverPort);
    ~CountingProxy();
    quint16 port() const { return m_port; }
    std::uint64_t up() const { return m_up; } // towards the server
    std::uint64_t down() const { return m_down; }

private:
    QThread m_thread;
    std::unique_ptr<QTcpServer> m_listener;
    quint16 m_port = 0;
    std::atomic<std::uint64_t> m_up{0}, m_down{0};
};

} // namespace campus::bench
