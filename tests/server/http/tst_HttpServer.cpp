// The transport over real sockets on loopback.
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

#include "core/Limits.h"
#include "http/HttpServer.h"

using namespace campus;
using namespace campus::http;

class TestHttpServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void otherAddressThanLoopback_isRefused();
    void takenPort_isNamed();
    void body_arrivesWhole();
    void bodyOverTheLimit_isRefusedAtOnce();
    void trace_doesNotEcho();
    void options_isOurs();
    void blockedHandler_doesNotHoldUpOthers();
    void cutBody_reachesTheHandlerAsCut();
    void malformedTarget_isABadRequest();
    void strangersLongBody_isRefusedUnread();
    void waysIn_doNotHoldUpWhoIsSignedIn();
    void bodiesBeyondMemory_areAnswered503();
    void fileThatIsGone_isNotKeptByCaches();
    void address_isReadAsOne();
    void cleanupTestCase();

private:
    QByteArray ask(const QByteArray &octets);
    Router m_router;
    std::unique_ptr<HttpServer> m_server;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_released = false, m_hashed = false;
    std::atomic<int> m_hashing{0};
    std::atomic<int> m_blocked{0};
    std::atomic<int> m_cut{-1};
};

void TestHttpServer::initTestCase()
{
    m_router.add(
        "POST", "/echo",
        [this](const Request &request) {
            if (request.cutShort)
                m_cut = static_cast<int>(request.body.size());
            return json(std::to_string(request.body.size()));
        },
        Lane::Open);
    m_router.add("POST", "/work",
                 [](const Request &request) { return json(std::to_string(request.body.size())); });
    const auto hash = [this](const Request &) {
        ++m_hashing;
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_hashed; });
        return json("in");
    };
    m_router.add("POST", "/in", hash, Lane::WayIn);
    m_router.add("GET", "/file", [](const Request &) {
        Response response;
        response.file = "/nowhere/blob";
        return response.with("ETag", "\"x\"").with("Cache-Control", "private, immutable");
    });
    m_router.add("GET", "/ping", [](const Request &) { return json("pong"); });
    m_router.add("GET", "/block", [this](const Request &) {
        ++m_blocked;
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_released; });
        return json("released");
    });
    auto server = listen(m_router, {});
    QVERIFY2(server.has_value(), server ? "" : server.error().detail.c_str());
    m_server = std::move(server).value();
    QVERIFY(m_server->port() >= 20000 && m_server->port() <= 32000);
}

QByteArray TestHttpServer::ask(const QByteArray &octets)
{
    QTcpSocket socket;
    socket.connectToHost("127.0.0.1", m_server->port());
    if (!socket.waitForConnected(5000))
        return {};
    socket.write(octets);
    QByteArray answer;
    while (socket.waitForReadyRead(3000)) {
        answer += socket.readAll();
        const qsizetype end = answer.indexOf("\r\n\r\n");
        const qsizetype length = answer.toLower().indexOf("content-length: ");
        if (end > 0 &&
            (length < 0 ||
             answer.size() >= end + 4 + answer.mid(length + 16).split('\r').first().toInt()))
            break;
    }
    return answer;
}

void TestHttpServer::otherAddressThanLoopback_isRefused()
{
    const auto server = listen(m_router, {"0.0.0.0", 0, 1, 1});
    QVERIFY(!server);
    QCOMPARE(server.error().code, ErrorCode::InvalidInput);
    QVERIFY(server.error().detail.find("loopback") != std::string::npos);
}

void TestHttpServer::takenPort_isNamed()
{
    QTcpServer somebodyElse;
    QVERIFY(somebodyElse.listen(QHostAddress::LocalHost));
    const auto server = listen(m_router, {"127.0.0.1", somebodyElse.serverPort(), 1, 1});
    QVERIFY(!server);
    QVERIFY(server.error().detail.find(std::to_string(somebodyElse.serverPort())) !=
            std::string::npos);
}

void TestHttpServer::body_arrivesWhole()
{
    const QByteArray body(300'000, 'x');
    const QByteArray answer = ask("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: " +
                                  QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
    QVERIFY(answer.endsWith("300000"));
    QVERIFY(answer.contains("Campus-Safety: 1"));
}

void TestHttpServer::bodyOverTheLimit_isRefusedAtOnce()
{
    // A quarter of the announced body is enough: the rest is never waited for.
    const QByteArray head =
        "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: " +
        QByteArray::number(static_cast<qulonglong>(limits::kRequestBodyMax) + 1) + "\r\n\r\n";
    const QByteArray answer = ask(head + QByteArray(limits::kRequestBodyMax / 4, 'x'));
    QVERIFY2(answer.startsWith("HTTP/1.1 413"), answer.constData());
    QVERIFY(answer.contains("too_large"));
}

void TestHttpServer::trace_doesNotEcho()
{
    const QByteArray answer =
        ask("TRACE /ping HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer hidden\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 405"), answer.constData());
    QVERIFY(!answer.contains("hidden"));
}

void TestHttpServer::options_isOurs()
{
    const QByteArray answer = ask("OPTIONS /ping HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 204"), answer.constData());
    QVERIFY(answer.contains("Allow: GET, OPTIONS"));
}

void TestHttpServer::blockedHandler_doesNotHoldUpOthers()
{
    // Three of four workers wait; the listener's own threads must stay free for the fourth.
    std::vector<std::unique_ptr<QTcpSocket>> waiting;
    for (int i = 0; i < 3; ++i) {
        waiting.push_back(std::make_unique<QTcpSocket>());
        waiting.back()->connectToHost("127.0.0.1", m_server->port());
        QVERIFY(waiting.back()->waitForConnected(5000));
        waiting.back()->write("GET /block HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(waiting.back()->waitForBytesWritten(5000));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_blocked.load(), 3, 10'000);
    QVERIFY(ask("GET /ping HTTP/1.1\r\nHost: localhost\r\n\r\n").endsWith("pong"));
    {
        const std::lock_guard lock(m_mutex);
        m_released = true;
    }
    m_wake.notify_all();
    for (const auto &socket : waiting) {
        QVERIFY(socket->waitForReadyRead(5000));
        QVERIFY(socket->readAll().contains("200"));
    }
}

void TestHttpServer::cutBody_reachesTheHandlerAsCut()
{
    QTcpSocket socket;
    socket.connectToHost("127.0.0.1", m_server->port());
    QVERIFY(socket.waitForConnected(5000));
    socket.write("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n" +
                 QByteArray(600, 'x'));
    QVERIFY(socket.waitForBytesWritten(5000));
    socket.disconnectFromHost();
    QTRY_VERIFY_WITH_TIMEOUT(m_cut.load() >= 0, 10'000);
    QVERIFY(m_cut.load() <= 600);
}

void TestHttpServer::malformedTarget_isABadRequest()
{
    const QByteArray answer = ask("GET /a%00b HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 400"), answer.constData());
}

namespace {

QByteArray post(const QByteArray &path, qsizetype octets, const QByteArray &more = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more +
           "Content-Length: " + QByteArray::number(octets) + "\r\n\r\n";
}

} // namespace

void TestHttpServer::strangersLongBody_isRefusedUnread()
{
    const QByteArray body(300'000, 'x');
    const QByteArray part = body.left(200'000); // two reads are enough to know; the rest is never waited for
    const QByteArray unknown = ask(post("/work", body.size()) + part);
    // The server hangs up with octets unread: the reset can overtake the answer, but never a 200.
    QVERIFY2(unknown.isEmpty() || unknown.startsWith("HTTP/1.1 401"), unknown.constData());
    const QByteArray stranger = ask(post("/in", body.size()) + part);
    QVERIFY2(stranger.isEmpty() || stranger.startsWith("HTTP/1.1 413"), stranger.constData());
    const QByteArray small(1'000, 'x');
    QVERIFY(ask(post("/work", small.size()) + small).startsWith("HTTP/1.1 200"));
    const QByteArray known = ask(post("/work", body.size(), "Authorization: Bearer t\r\n") + body);
    QVERIFY2(known.startsWith("HTTP/1.1 200"), known.constData());
}

void TestHttpServer::waysIn_doNotHoldUpWhoIsSignedIn()
{
    std::vector<std::unique_ptr<QTcpSocket>> strangers;
    for (int i = 0; i < 30; ++i) {
        strangers.push_back(std::make_unique<QTcpSocket>());
        strangers.back()->connectToHost("127.0.0.1", m_server->port());
        QVERIFY(strangers.back()->waitForConnected(5000));
        strangers.back()->write(post("/in", 0));
        QVERIFY(strangers.back()->waitForBytesWritten(5000));
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_hashing.load() >= 1, 10'000);
    QVERIFY(ask("GET /ping HTTP/1.1\r\nHost: localhost\r\n\r\n").endsWith("pong"));
    QCOMPARE(m_hashing.load(), 1); // one at a time, however many wait
    {
        const std::lock_guard lock(m_mutex);
        m_hashed = true;
    }
    m_wake.notify_all();
    int in = 0, later = 0;
    for (const auto &socket : strangers) {
        QVERIFY(socket->bytesAvailable() > 0 || socket->waitForReadyRead(5000));
        const QByteArray answer = socket->readAll();
        in += answer.startsWith("HTTP/1.1 200") ? 1 : 0;
        later += answer.startsWith("HTTP/1.1 503") && answer.contains("Retry-After") ? 1 : 0;
    }
    QCOMPARE(in + later, 30);
    QVERIFY(in >= 1 && later >= 1);
}

void TestHttpServer::bodiesBeyondMemory_areAnswered503()
{
    ServerOptions options;
    options.bodiesBytesMax = 1'000'000;
    const auto server = listen(m_router, options).value();
    std::vector<std::unique_ptr<QTcpSocket>> halves; // each sends all but the end of its body
    int refused = 0;
    for (int i = 0; i < 8; ++i) {
        halves.push_back(std::make_unique<QTcpSocket>());
        QTcpSocket &socket = *halves.back();
        socket.connectToHost("127.0.0.1", server->port());
        QVERIFY(socket.waitForConnected(5000));
        socket.write(post("/echo", 400'001) + QByteArray(400'000, 'x'));
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(5000)) {
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(
        (refused = static_cast<int>(
             std::count_if(halves.begin(), halves.end(),
                           [](const auto &half) { return half->bytesAvailable() > 0; }))) >= 4,
        10'000);
    for (const auto &half : halves) {
        if (half->bytesAvailable() > 0)
            QVERIFY(half->readAll().startsWith("HTTP/1.1 503"));
        half->abort();
    }
    // What they held is given back.
    const auto answered = [&] {
        QTcpSocket socket;
        socket.connectToHost("127.0.0.1", server->port());
        if (!socket.waitForConnected(5000))
            return false;
        socket.write(post("/echo", 400'000) + QByteArray(400'000, 'x'));
        return socket.waitForReadyRead(5000) && socket.readAll().startsWith("HTTP/1.1 200");
    };
    QTRY_VERIFY_WITH_TIMEOUT(answered(), 10'000);
    server->close();
}

void TestHttpServer::fileThatIsGone_isNotKeptByCaches()
{
    const QByteArray answer = ask("GET /file HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 500"), answer.constData());
    QVERIFY(!answer.contains("ETag") && !answer.contains("immutable"));
    QVERIFY(answer.contains("no-store"));
}

void TestHttpServer::address_isReadAsOne()
{
    for (const char *address : {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
        QVERIFY2(isLoopback(address), address);
    for (const char *address : {"127.example.org", "127.0.0.1.example.org", "127.", "0.0.0.0", ""})
        QVERIFY2(!isLoopback(address), address);
}

void TestHttpServer::cleanupTestCase()
{
    m_server->close();
    QTcpSocket socket;
    socket.connectToHost("127.0.0.1", m_server->port());
    QVERIFY(!socket.waitForConnected(2000));
    m_server.reset();
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_HttpServer.moc"
