#include <QTest>

#include "core/Limits.h"
#include "mobile/net/HttpBench.h"

using namespace campus;
using namespace campus::support;

class tst_HttpSyncApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessage_goesToItsPath();
    void question_carriesTokenAndType();
    void largeBodies_arePackedBothWays();
    void captivePortal_isNoAnswer_data();
    void captivePortal_isNoAnswer();
    void refusal_isNamed_data();
    void refusal_isNamed();
    void refusalWithoutADocument_isNamedByStatus_data();
    void refusalWithoutADocument_isNamedByStatus();
    void retryAfter_isKeptUntilTheNextQuestion();
    void unreadableAnswer_isNoAnswer_data();
    void unreadableAnswer_isNoAnswer();
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

QTEST_GUILESS_MAIN(tst_HttpSyncApi)
#include "tst_HttpSyncApi.moc"
