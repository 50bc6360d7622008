#include <QElapsedTimer>
#include <QTest>
#include <thread>

#include "core/Limits.h"
#include "mobile/net/HttpBench.h"
#include "mobile/net/TestCertificate.h"

using namespace campus;
using namespace campus::support;
using namespace std::chrono_literals;

class tst_HttpLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connection_isKeptAlive();
    void serverUnderAPath_isReached();
    void redirection_isNotFollowed();
    void answerThatBreaksOff_isNoAnswer();
    void nobodyListens_isNoAnswer();
    void silentServer_timesOut();
    void connectionThatNeverStands_timesOut();
    void drippingServer_timesOut();
    void endlessAnswer_isCutOff();
    void cancel_endsTheRequestUnderWay();
    void cancelled_untilResumed();
    void plainHttpToAnotherMachine_isRefused();
    void foreignCertificate_isRefused();
    void expiredAndFutureCertificates_areNamed();
    void trustedCertificate_isTaken();
};

void tst_HttpLink::connection_isKeptAlive()
{
    ScriptedServer server(fine);
    net::HttpSyncApi api(server.address());
    for (int i = 0; i < 5; ++i)
        QVERIFY(api.heads({{head(3)}}).has_value());
    QCOMPARE(server.asked().size(), 5);
    QCOMPARE(server.connections(), 1);
}

void tst_HttpLink::serverUnderAPath_isReached()
{
    ScriptedServer server(fine);
    QUrl address = server.address();
    address.setPath(QStringLiteral("/safety/"));
    net::HttpSyncApi api(address);
    QVERIFY(api.heads({{head(3)}}).has_value());
    QCOMPARE(server.asked().first().target, QByteArray("/safety/api/v1/heads"));
}

void tst_HttpLink::redirection_isNotFollowed()
{
    ScriptedServer other(fine);
    ScriptedServer server([&](const Asked &) {
        return ours(307, "", "", {{"Location", other.address().toEncoded() + "/api/v1/heads"}});
    });
    net::HttpSyncApi api(server.address());
    api.useToken("secret");
    QCOMPARE(api.heads({{head(3)}}).error().code, ErrorCode::NetworkFailed);
    QCOMPARE(server.asked().size(), 1);
    QCOMPARE(other.asked().size(), 0);
}

void tst_HttpLink::answerThatBreaksOff_isNoAnswer()
{
    const QByteArray whole = ours(200, kJson, headsAnswer()).octets;
    for (qsizetype size = 0; size < whole.size(); size += 9) {
        ScriptedServer server([&](const Asked &) {
            return Scripted{whole.left(size), false, true};
        });
        const Error error = errorOf(server, hasty());
        QVERIFY2(error.code == ErrorCode::NetworkFailed, error.detail.c_str());
    }
    QByteArray chunked = "HTTP/1.1 200 OK\r\nCampus-Safety: 1\r\nContent-Type: "
                         "application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    chunked += QByteArray::number(headsAnswer().size(), 16) + "\r\n" + headsAnswer().chopped(5);
    ScriptedServer server([&](const Asked &) { return Scripted{chunked, false, true}; });
    QCOMPARE(errorOf(server, hasty()).code, ErrorCode::NetworkFailed);
}

void tst_HttpLink::nobodyListens_isNoAnswer()
{
    QUrl address;
    {
        ScriptedServer gone(fine);
        address = gone.address();
    }
    net::HttpSyncApi api(address);
    QCOMPARE(api.heads({{head(3)}}).error().code, ErrorCode::NetworkFailed);
}

void tst_HttpLink::silentServer_timesOut()
{
    ScriptedServer server([](const Asked &) { return Scripted{{}, true}; });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(errorOf(server, hasty()).code, ErrorCode::NetworkFailed);
    QVERIFY(timer.elapsed() >= 150);
    QCOMPARE(server.asked().size(), 1);
}

void tst_HttpLink::connectionThatNeverStands_timesOut()
{
    ScriptedServer deaf([](const Asked &) {
        return Scripted{{}, true};
    }); // takes the connection, knows no TLS
    QUrl address = deaf.address();
    address.setScheme(QStringLiteral("https"));
    net::HttpOptions options;
    options.connectTimeout = 200ms;
    net::HttpSyncApi api(address, options);
    QElapsedTimer timer;
    timer.start();
    const auto answer = api.heads({{head(3)}});
    QCOMPARE(answer.error().code, ErrorCode::NetworkFailed);
    QCOMPARE(answer.error().detail, std::string("no connection in time"));
    QVERIFY(timer.elapsed() < 30'000);
}

void tst_HttpLink::drippingServer_timesOut()
{
    ScriptedServer server([](const Asked &) {
        Scripted slow = ours(200, kJson, headsAnswer());
        slow.dripMillis = 20;
        return slow;
    });
    net::HttpOptions options;
    options.totalTimeout = 400ms;
    QCOMPARE(errorOf(server, options).detail, std::string("no whole answer in time"));
}

void tst_HttpLink::endlessAnswer_isCutOff()
{
    ScriptedServer server([](const Asked &) {
        return Scripted{"HTTP/1.1 200 OK\r\nCampus-Safety: 1\r\nContent-Type: "
                        "application/json\r\nContent-Length: 99999999999\r\n\r\n" +
                        QByteArray(static_cast<qsizetype>(limits::kInflatedBytesMax) + 1024, ' ')};
    });
    const Error error = errorOf(server);
    QCOMPARE(error.code, ErrorCode::NetworkFailed);
    QVERIFY2(error.detail.starts_with("the answer has more than"), error.detail.c_str());
}

void tst_HttpLink::cancel_endsTheRequestUnderWay()
{
    net::HttpSyncApi *asking = nullptr;
    std::thread other;
    ScriptedServer server([&](const Asked &) {
        other = std::thread([&] { asking->cancel(); });
        return Scripted{{}, true};
    });
    net::HttpSyncApi api(server.address()); // 60 s of patience
    asking = &api;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(api.heads({{head(3)}}).error().code, ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 30'000);
    other.join();
}

void tst_HttpLink::cancelled_untilResumed()
{
    ScriptedServer server(fine);
    net::HttpSyncApi api(server.address());
    api.cancel();
    QCOMPARE(api.heads({{head(3)}}).error().code, ErrorCode::Cancelled);
    QCOMPARE(api.heads({{head(3)}}).error().code, ErrorCode::Cancelled);
    QCOMPARE(server.asked().size(), 0);
    api.resume();
    QVERIFY(api.heads({{head(3)}}).has_value());
}

void tst_HttpLink::plainHttpToAnotherMachine_isRefused()
{
    for (const char *address : {"http://192.0.2.1:8080", "http://campus.example",
                                "http://127.0.0.1.example", "ftp://127.0.0.1"}) {
        net::HttpSyncApi api(QUrl(QString::fromLatin1(address)));
        api.useToken("secret");
        QCOMPARE(api.heads({{head(3)}}).error().code, ErrorCode::CertificateRejected);
    }
    for (const char *address : {"", "campus", "https://", "https://name:word@campus.example"}) {
        net::HttpSyncApi api(QUrl(QString::fromLatin1(address)));
        QCOMPARE(api.heads({{head(3)}}).error().code, ErrorCode::NetworkFailed);
    }
}

void tst_HttpLink::foreignCertificate_isRefused()
{
    ScriptedServer server(fine, testCertificate().ofServer());
    QVERIFY(server.isListening());
    QCOMPARE(errorOf(server).code, ErrorCode::CertificateRejected);
    QCOMPARE(server.asked().size(), 0);
}

void tst_HttpLink::expiredAndFutureCertificates_areNamed()
{
    for (const auto &[from, to, name] : {std::tuple{-7200L, -3600L, "certificate_expired"},
                                         std::tuple{3600L, 7200L, "certificate_not_yet_valid"}}) {
        const TestCertificate certificate = testCertificate(from, to);
        ScriptedServer server(fine, certificate.ofServer());
        net::HttpOptions options;
        options.tls = certificate.trusting();
        const Error error = errorOf(server, options);
        QCOMPARE(error.code, ErrorCode::CertificateRejected);
        QCOMPARE(error.detail, std::string(name));
        QCOMPARE(server.asked().size(), 0);
    }
}

void tst_HttpLink::trustedCertificate_isTaken()
{
    const TestCertificate certificate = testCertificate();
    ScriptedServer server(fine, certificate.ofServer());
    net::HttpOptions options;
    options.tls = certificate.trusting();
    net::HttpSyncApi api(server.address(), options);
    for (int i = 0; i < 2; ++i) {
        const auto answer = api.heads({{head(3)}});
        QVERIFY2(answer.has_value(), answer ? "" : answer.error().detail.c_str());
    }
    QCOMPARE(server.connections(), 1);
}

QTEST_GUILESS_MAIN(tst_HttpLink)
#include "tst_HttpLink.moc"
