#include <QElapsedTimer>
#include <QTest>
#include <thread>

#include "core/Limits.h"
#include "mobile/net/ScriptedServer.h"
#include "mobile/net/TestCertificate.h"
#include "net/HttpSyncApi.h"
#include "wire/MessageCodec.h"
#include "wire/Routes.h"

using namespace campus;
using namespace campus::support;
using namespace std::chrono_literals;

namespace {

constexpr const char *kJson = "application/json";
constexpr const char *kProblem = "application/problem+json";

wire::Head head(std::uint64_t size)
{
    return {size, sha256("head " + std::to_string(size))};
}

QByteArray headsAnswer()
{
    return QByteArray::fromStdString(wire::encode(wire::HeadsAnswer{head(7), 1'751'241'600'000}));
}

QByteArray problem(const char *code, int status, int retryAfter = 0)
{
    return QByteArray::fromStdString(
        wire::encode(wire::Problem{code, "because", "request-1", status, retryAfter}));
}

Scripted fine(const Asked &)
{
    return ours(200, kJson, headsAnswer());
}

// Short times, so that a test of a timeout takes no longer than it must.
net::HttpOptions hasty()
{
    net::HttpOptions options;
    options.connectTimeout = 200ms;
    options.transferTimeout = 200ms;
    return options;
}

Error errorOf(ScriptedServer &server, const net::HttpOptions &options = {})
{
    net::HttpSyncApi api(server.address(), options);
    const auto answer = api.heads({{head(3)}});
    return answer ? Error{ErrorCode::Internal, "it answered"} : answer.error();
}

} // namespace

class tst_HttpSyncApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessage_goesToItsPath();
    void question_carriesTokenAndType();
    void largeBodies_arePackedBothWays();
    void connection_isKeptAlive();
    void serverUnderAPath_isReached();
    void captivePortal_isNoAnswer_data();
    void captivePortal_isNoAnswer();
    void redirection_isNotFollowed();
    void refusal_isNamed_data();
    void refusal_isNamed();
    void refusalWithoutADocument_isNamedByStatus_data();
    void refusalWithoutADocument_isNamedByStatus();
    void retryAfter_isKeptUntilTheNextQuestion();
    void unreadableAnswer_isNoAnswer_data();
    void unreadableAnswer_isNoAnswer();
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
    void upload_isStartedWithItsHash();
    void upload_thatIsThereAlready_isComplete();
    void uploadAfterAConflict_goesOnAtTheServersOffset();
    void chunkThatArrivesDamaged_isNamed();
    void uploadOfNobody_isNoAnswer();
    void blob_isReadWithItsReferrer();
    void blobOverTheLimit_isCutOff();
};

void tst_HttpSyncApi::everyMessage_goesToItsPath()
{
    ScriptedServer server(
        [](const Asked &) { return ours(404, kProblem, problem("not_found", 404)); });
    QVERIFY(server.isListening());
    net::HttpSyncApi api(server.address());
    QCOMPARE(api.enrol({}).error().code, ErrorCode::NotFound);
    QCOMPARE(api.signIn({}).error().code, ErrorCode::NotFound);
    QCOMPARE(api.refresh({}).error().code, ErrorCode::NotFound);
    QCOMPARE(api.push({}).error().code, ErrorCode::NotFound);
    QCOMPARE(api.pull({}).error().code, ErrorCode::NotFound);
    QCOMPARE(api.heads({}).error().code, ErrorCode::NotFound);
    QCOMPARE(api.fetch({}).error().code, ErrorCode::NotFound);
    QCOMPARE(api.bootstrap({}).error().code, ErrorCode::NotFound);
    QCOMPARE(api.quarantine({}).error().code, ErrorCode::NotFound);
    QByteArrayList targets;
    for (const Asked &asked : server.asked()) {
        QCOMPARE(asked.method, QByteArray("POST"));
        targets.append(asked.target);
    }
    QCOMPARE(targets, (QByteArrayList{"/api/v1/enrol", "/api/v1/sign-in", "/api/v1/refresh",
                                      "/api/v1/push", "/api/v1/pull", "/api/v1/heads",
                                      "/api/v1/fetch", "/api/v1/bootstrap", "/api/v1/quarantine"}));
}

void tst_HttpSyncApi::question_carriesTokenAndType()
{
    ScriptedServer server(fine);
    net::HttpSyncApi api(server.address());
    const auto answer = api.heads({{head(3)}});
    QVERIFY2(answer.has_value(), answer ? "" : answer.error().detail.c_str());
    QVERIFY(answer->common == head(7));
    api.useToken("secret");
    QVERIFY(api.heads({{head(3)}}).has_value());
    const Asked &first = server.asked().at(0);
    const Asked &second = server.asked().at(1);
    QVERIFY(!first.headers.contains("authorization"));
    QCOMPARE(second.headers.value("authorization"), QByteArray("Bearer secret"));
    QCOMPARE(first.headers.value("content-type"), QByteArray(kJson));
    QCOMPARE(first.headers.value("accept-encoding"), QByteArray("zstd"));
    QVERIFY(!first.headers.contains("content-encoding"));
    QVERIFY(wire::decode<wire::HeadsRequest>(first.body.toStdString())->offered ==
            std::vector<wire::Head>{head(3)});
}

void tst_HttpSyncApi::largeBodies_arePackedBothWays()
{
    wire::PullAnswer page;
    for (int i = 0; i < 200; ++i) {
        wire::FeedRow row;
        row.object = "hazard-" + std::to_string(i);
        row.doc = R"({"id":"hazard"})";
        page.rows.push_back(row);
    }
    ScriptedServer server([&](const Asked &asked) {
        if (asked.target == "/api/v1/pull")
            return ours(200, "application/json; charset=utf-8",
                        QByteArray::fromStdString(wire::compress(wire::encode(page))),
                        {{"Content-Encoding", "zstd"}});
        const auto body = wire::inflate(asked.body.toStdString());
        const bool arrived = asked.headers.value("content-encoding") == "zstd" && body &&
                             wire::decode<wire::PushRequest>(*body)->lines.size() == 100;
        return arrived
                   ? ours(200, kJson, QByteArray::fromStdString(wire::encode(wire::PushAnswer{})))
                   : ours(400, kProblem, problem("invalid_input", 400));
    });
    net::HttpSyncApi api(server.address());
    const auto pulled = api.pull({});
    QVERIFY2(pulled.has_value(), pulled ? "" : pulled.error().detail.c_str());
    QCOMPARE(pulled->rows.size(), std::size_t{200});
    wire::PushRequest push;
    push.device = "device-1";
    push.install = "install-1";
    push.lines.assign(100, R"({"id":"an event"})");
    const auto pushed = api.push(push);
    QVERIFY2(pushed.has_value(), pushed ? "" : pushed.error().detail.c_str());
    QCOMPARE(server.asked().last().headers.value("content-type"),
             QByteArray("application/x-ndjson"));
}

void tst_HttpSyncApi::connection_isKeptAlive()
{
    ScriptedServer server(fine);
    net::HttpSyncApi api(server.address());
    for (int i = 0; i < 5; ++i)
        QVERIFY(api.heads({{head(3)}}).has_value());
    QCOMPARE(server.asked().size(), 5);
    QCOMPARE(server.connections(), 1);
}

void tst_HttpSyncApi::serverUnderAPath_isReached()
{
    ScriptedServer server(fine);
    QUrl address = server.address();
    address.setPath(QStringLiteral("/safety/"));
    net::HttpSyncApi api(address);
    QVERIFY(api.heads({{head(3)}}).has_value());
    QCOMPARE(server.asked().first().target, QByteArray("/safety/api/v1/heads"));
}

void tst_HttpSyncApi::captivePortal_isNoAnswer_data()
{
    QTest::addColumn<QByteArray>("octets");
    const auto row = [](const char *name, const Scripted &scripted) {
        QTest::newRow(name) << scripted.octets;
    };
    row("a page",
        answered(200, {{"Content-Type", "text/html"}}, "<html>Welcome, please pay</html>"));
    row("JSON of others", answered(200, {{"Content-Type", kJson}}, headsAnswer()));
    row("another mark",
        answered(200, {{"Content-Type", kJson}, {"Campus-Safety", "0"}}, headsAnswer()));
    row("ours, but a page", ours(200, "text/html", "<html></html>"));
    row("no type", ours(200, "", headsAnswer()));
    row("a proxy's 403", answered(403, {{"Content-Type", "text/html"}}, "blocked"));
    row("a proxy's 407", answered(407, {{"Proxy-Authenticate", "Basic"}}, ""));
    row("a proxy's 502", answered(502, {}, ""));
    row("a proxy's 503", answered(503, {}, ""));
    row("a problem of others",
        answered(403, {{"Content-Type", kProblem}}, problem("device_revoked", 403)));
    row("network login", answered(511, {}, ""));
    row("no HTTP at all", {"SSH-2.0-OpenSSH_9.2\r\n", false, true});
}

void tst_HttpSyncApi::captivePortal_isNoAnswer()
{
    QFETCH(QByteArray, octets);
    ScriptedServer server([&](const Asked &) { return Scripted{octets, false, true}; });
    QCOMPARE(errorOf(server, hasty()).code, ErrorCode::NetworkFailed);
}

void tst_HttpSyncApi::redirection_isNotFollowed()
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

void tst_HttpSyncApi::refusal_isNamed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("expected");
    const auto row = [](int status, const char *code, ErrorCode expected) {
        QTest::newRow(code) << status << QByteArray(code) << static_cast<int>(expected);
    };
    row(400, "invalid_input", ErrorCode::InvalidInput);
    row(400, "bad_signature", ErrorCode::BadSignature);
    row(401, "unauthenticated", ErrorCode::Unauthenticated);
    row(401, "wrong_credentials", ErrorCode::WrongCredentials);
    row(403, "device_revoked", ErrorCode::DeviceRevoked);
    row(403, "account_disabled", ErrorCode::AccountDisabled);
    row(409, "diverged", ErrorCode::Diverged);
    row(410, "cursor_expired", ErrorCode::CursorExpired);
    row(413, "too_large", ErrorCode::TooLarge);
    row(426, "unsupported_version", ErrorCode::UnsupportedVersion);
    row(429, "rate_limited", ErrorCode::RateLimited);
    row(503, "server_failed", ErrorCode::ServerFailed);
    row(507, "storage_full", ErrorCode::StorageFull);
    // Named from where the tablet stands: its own storage is well.
    row(500, "internal", ErrorCode::ServerFailed);
    row(500, "storage_corrupt", ErrorCode::ServerFailed);
    row(499, "cancelled", ErrorCode::NetworkFailed);
    // A name of a later version: the status says enough.
    row(403, "moon_in_wrong_house", ErrorCode::Forbidden);
}

void tst_HttpSyncApi::refusal_isNamed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(int, expected);
    ScriptedServer server(
        [&](const Asked &) { return ours(status, kProblem, problem(code.constData(), status)); });
    const Error error = errorOf(server);
    QCOMPARE(static_cast<int>(error.code), expected);
    QVERIFY2(error.detail.starts_with(code.toStdString()), error.detail.c_str());
}

void tst_HttpSyncApi::refusalWithoutADocument_isNamedByStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("expected");
    const auto row = [](int status, ErrorCode expected) {
        QTest::addRow("%d", status) << status << static_cast<int>(expected);
    };
    row(400, ErrorCode::InvalidInput);
    row(401, ErrorCode::Unauthenticated);
    row(403, ErrorCode::Forbidden);
    row(404, ErrorCode::NotFound);
    row(409, ErrorCode::Conflict);
    row(410, ErrorCode::Gone);
    row(413, ErrorCode::TooLarge);
    row(415, ErrorCode::UnsupportedMedia);
    row(426, ErrorCode::UnsupportedVersion);
    row(429, ErrorCode::RateLimited);
    row(500, ErrorCode::ServerFailed);
    row(502, ErrorCode::NetworkFailed);
    row(504, ErrorCode::NetworkFailed);
    row(507, ErrorCode::StorageFull);
}

void tst_HttpSyncApi::refusalWithoutADocument_isNamedByStatus()
{
    QFETCH(int, status);
    QFETCH(int, expected);
    ScriptedServer server([&](const Asked &) { return ours(status, "text/plain", "no"); });
    QCOMPARE(static_cast<int>(errorOf(server).code), expected);
}

void tst_HttpSyncApi::retryAfter_isKeptUntilTheNextQuestion()
{
    ScriptedServer server([](const Asked &) {
        return ours(429, kProblem, problem("rate_limited", 429, 5), {{"Retry-After", "17"}});
    });
    net::HttpSyncApi api(server.address());
    QCOMPARE(api.retryAfterSeconds(), 0);
    QVERIFY(!api.heads({{head(3)}}));
    QCOMPARE(api.retryAfterSeconds(), 17);
    server.setScript(
        [](const Asked &) { return ours(429, kProblem, problem("rate_limited", 429, 5)); });
    QVERIFY(!api.heads({{head(3)}}));
    QCOMPARE(api.retryAfterSeconds(), 5);
    server.setScript([](const Asked &) {
        return ours(503, "", "", {{"Retry-After", "Tue, 01 Jan 2999 00:00:00 GMT"}});
    });
    QVERIFY(!api.heads({{head(3)}}));
    QCOMPARE(api.retryAfterSeconds(), 24 * 3600);
    server.setScript([](const Asked &) { return ours(503, "", "", {{"Retry-After", "soon"}}); });
    QVERIFY(!api.heads({{head(3)}}));
    QCOMPARE(api.retryAfterSeconds(), 0);
    server.setScript(fine);
    QVERIFY(api.heads({{head(3)}}).has_value());
    QCOMPARE(api.retryAfterSeconds(), 0);
}

void tst_HttpSyncApi::unreadableAnswer_isNoAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("encoding");
    const QByteArray packed =
        QByteArray::fromStdString(wire::compress(headsAnswer().toStdString()));
    QTest::newRow("half a document") << headsAnswer().left(20) << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("a field is wrong")
        << QByteArray(R"({"common":{"size":"x"},"server_time":1})") << QByteArray();
    QTest::newRow("half a frame") << packed.left(packed.size() - 4) << QByteArray("zstd");
    QTest::newRow("no frame") << headsAnswer() << QByteArray("zstd");
    QTest::newRow("an encoding not asked for") << headsAnswer() << QByteArray("br");
    QTest::newRow("a bomb") << QByteArray::fromStdString(
                                   wire::compress(std::string(limits::kInflatedBytesMax + 1, ' ')))
                            << QByteArray("zstd");
}

void tst_HttpSyncApi::unreadableAnswer_isNoAnswer()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, encoding);
    ScriptedServer server([&](const Asked &) {
        return ours(200, kJson, body,
                    encoding.isEmpty()
                        ? QList<QPair<QByteArray, QByteArray>>{}
                        : QList<QPair<QByteArray, QByteArray>>{{"Content-Encoding", encoding}});
    });
    QCOMPARE(errorOf(server).code, ErrorCode::NetworkFailed);
}

void tst_HttpSyncApi::answerThatBreaksOff_isNoAnswer()
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

void tst_HttpSyncApi::nobodyListens_isNoAnswer()
{
    QUrl address;
    {
        ScriptedServer gone(fine);
        address = gone.address();
    }
    net::HttpSyncApi api(address);
    QCOMPARE(api.heads({{head(3)}}).error().code, ErrorCode::NetworkFailed);
}

void tst_HttpSyncApi::silentServer_timesOut()
{
    ScriptedServer server([](const Asked &) { return Scripted{{}, true}; });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(errorOf(server, hasty()).code, ErrorCode::NetworkFailed);
    QVERIFY(timer.elapsed() >= 150);
    QCOMPARE(server.asked().size(), 1);
}

void tst_HttpSyncApi::connectionThatNeverStands_timesOut()
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

void tst_HttpSyncApi::drippingServer_timesOut()
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

void tst_HttpSyncApi::endlessAnswer_isCutOff()
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

void tst_HttpSyncApi::cancel_endsTheRequestUnderWay()
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

void tst_HttpSyncApi::cancelled_untilResumed()
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

void tst_HttpSyncApi::plainHttpToAnotherMachine_isRefused()
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

void tst_HttpSyncApi::foreignCertificate_isRefused()
{
    ScriptedServer server(fine, testCertificate().ofServer());
    QVERIFY(server.isListening());
    QCOMPARE(errorOf(server).code, ErrorCode::CertificateRejected);
    QCOMPARE(server.asked().size(), 0);
}

void tst_HttpSyncApi::expiredAndFutureCertificates_areNamed()
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

void tst_HttpSyncApi::trustedCertificate_isTaken()
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

void tst_HttpSyncApi::upload_isStartedWithItsHash()
{
    const Digest digest = sha256("photo");
    ScriptedServer server([](const Asked &) {
        return ours(201, "", "",
                    {{"Tus-Resumable", "1.0.0"},
                     {"Location", "/api/v1/blobs/upload%201"},
                     {"Upload-Offset", "0"}});
    });
    net::HttpSyncApi api(server.address());
    api.useToken("secret");
    const auto state = api.startUpload({digest, 5, "image/jpeg"});
    QVERIFY2(state.has_value(), state ? "" : state.error().detail.c_str());
    QCOMPARE(state->upload, std::string("upload 1"));
    QCOMPARE(state->offset, std::uint64_t{0});
    QVERIFY(!state->complete);
    const Asked &asked = server.asked().first();
    QCOMPARE(asked.method, QByteArray("POST"));
    QCOMPARE(asked.target, QByteArray("/api/v1/blobs"));
    QCOMPARE(asked.headers.value("tus-resumable"), QByteArray("1.0.0"));
    QCOMPARE(asked.headers.value("upload-length"), QByteArray("5"));
    QCOMPARE(asked.headers.value("authorization"), QByteArray("Bearer secret"));
    QCOMPARE(asked.headers.value("upload-metadata"),
             "sha256 " + QByteArray::fromStdString(digest.hex()).toBase64() + ",filetype " +
                 QByteArray("image/jpeg").toBase64());
}

void tst_HttpSyncApi::upload_thatIsThereAlready_isComplete()
{
    ScriptedServer server([](const Asked &) {
        return ours(201, "", "",
                    {{"Location", "/api/v1/blobs/u1"},
                     {"Upload-Offset", "5"},
                     {"Campus-Upload-Complete", "1"}});
    });
    net::HttpSyncApi api(server.address());
    const auto state = api.startUpload({sha256("photo"), 5, "image/jpeg"});
    QVERIFY(state->complete);
    QCOMPARE(state->offset, std::uint64_t{5});
}

void tst_HttpSyncApi::uploadAfterAConflict_goesOnAtTheServersOffset()
{
    QByteArray held = "pho"; // an answer was lost: the server has more than the tablet knows
    ScriptedServer server([&](const Asked &asked) {
        const QByteArray offset = QByteArray::number(held.size());
        if (asked.method == "HEAD")
            return ours(200, "", "", {{"Upload-Offset", offset}, {"Content-Length", "0"}});
        if (asked.headers.value("upload-offset") != offset)
            return ours(409, kProblem, problem("offset_mismatch", 409));
        held += asked.body;
        QList<QPair<QByteArray, QByteArray>> headers{
            {"Upload-Offset", QByteArray::number(held.size())}};
        if (held == "photo")
            headers.append(qMakePair(QByteArray("Campus-Upload-Complete"), QByteArray("1")));
        return ours(204, "", "", headers);
    });
    net::HttpSyncApi api(server.address());
    QCOMPARE(api.patchUpload("u1", 0, asBytes("photo")).error().code, ErrorCode::OffsetMismatch);
    const auto state = api.uploadState("u1");
    QVERIFY2(state.has_value(), state ? "" : state.error().detail.c_str());
    QCOMPARE(state->offset, std::uint64_t{3});
    const auto done = api.patchUpload("u1", 3, asBytes("to"));
    QVERIFY2(done.has_value(), done ? "" : done.error().detail.c_str());
    QVERIFY(done->complete);
    QCOMPARE(done->upload, std::string("u1"));
    const Asked &patch = server.asked().last();
    QCOMPARE(patch.target, QByteArray("/api/v1/blobs/u1"));
    QCOMPARE(patch.headers.value("content-type"), QByteArray("application/offset+octet-stream"));
    QCOMPARE(patch.headers.value("upload-checksum"),
             "sha256 " + QByteArray::fromStdString(toBase64(sha256("to").view())));
    QVERIFY(!patch.headers.contains("content-encoding")); // octets as they are
}

void tst_HttpSyncApi::chunkThatArrivesDamaged_isNamed()
{
    for (const bool withDocument : {true, false}) {
        ScriptedServer server([&](const Asked &) {
            return withDocument ? ours(460, kProblem, problem("checksum_mismatch", 460))
                                : ours(460, "", "");
        });
        net::HttpSyncApi api(server.address());
        QCOMPARE(api.patchUpload("u1", 0, asBytes("photo")).error().code,
                 ErrorCode::ChecksumMismatch);
    }
}

void tst_HttpSyncApi::uploadOfNobody_isNoAnswer()
{
    ScriptedServer server([](const Asked &asked) {
        return asked.method == "PATCH"  ? ours(204, "", "")
               : asked.method == "HEAD" ? ours(204, "", "", {{"Upload-Offset", "1"}})
                                        : ours(201, "", "", {{"Upload-Offset", "0"}});
    });
    net::HttpSyncApi api(server.address());
    QCOMPARE(api.patchUpload("u1", 0, asBytes("x")).error().detail,
             std::string("an upload without an offset"));
    QCOMPARE(api.startUpload({}).error().detail, std::string("an upload without a place"));
    QCOMPARE(api.uploadState("u1").error().code, ErrorCode::NetworkFailed);
    server.setScript([](const Asked &) { return ours(404, "", ""); });
    QCOMPARE(api.uploadState("u1").error().code, ErrorCode::NotFound);
}

void tst_HttpSyncApi::blob_isReadWithItsReferrer()
{
    QByteArray octets;
    for (int i = 0; i < 70'000; ++i)
        octets.append(static_cast<char>(i));
    ScriptedServer server([&](const Asked &) { return ours(200, "image/jpeg", octets); });
    net::HttpSyncApi api(server.address());
    const auto blob = api.blob(sha256("x"), {domain::ObjectKind::Hazard, "a b/c"});
    QVERIFY2(blob.has_value(), blob ? "" : blob.error().detail.c_str());
    QVERIFY(asText(*blob) == octets.toStdString());
    QCOMPARE(server.asked().first().method, QByteArray("GET"));
    QCOMPARE(server.asked().first().target, "/api/v1/blobs/" +
                                                QByteArray::fromStdString(sha256("x").hex()) +
                                                "?object=hazard:a%20b%2Fc");
    server.setScript([](const Asked &) {
        return answered(200, {{"Content-Type", "image/jpeg"}}, "an advertisement");
    });
    QCOMPARE(api.blob(sha256("x"), {}).error().code, ErrorCode::NetworkFailed);
}

void tst_HttpSyncApi::blobOverTheLimit_isCutOff()
{
    ScriptedServer server([](const Asked &) {
        return Scripted{"HTTP/1.1 200 OK\r\nCampus-Safety: 1\r\nContent-Type: "
                        "image/jpeg\r\nContent-Length: 99999999999\r\n\r\n" +
                        QByteArray(static_cast<qsizetype>(limits::kBlobBytesMax) + 1, 'x')};
    });
    net::HttpSyncApi api(server.address());
    const auto blob = api.blob(sha256("x"), {});
    QVERIFY2(!blob && blob.error().detail.starts_with("the answer has more than"),
             blob ? "" : blob.error().detail.c_str());
}

QTEST_GUILESS_MAIN(tst_HttpSyncApi)
#include "tst_HttpSyncApi.moc"
