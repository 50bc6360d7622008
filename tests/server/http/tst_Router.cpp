#include <QTemporaryFile>
#include <QTest>

#include <unistd.h>

#include "http/Router.h"

using namespace campus;
using namespace campus::http;

class TestRouter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pattern_givesItsParts();
    void unknownPath_isNotFound();
    void wrongMethod_namesTheRightOnes();
    void options_namesTheMethods();
    void head_isAnsweredByGet();
    void trace_isRefused();
    void methodOverride_decidesForPostOnly();
    void escapingException_isAProblemWithoutItsText();
    void serverFault_isLoggedWithItsReasonAndNotTold();
    void busy_saysTheSameStatusTwice();
    void lane_isTheRoutesOwn();
    void everyAnswer_saysItIsOurs();
    void target_isDecodedOnceAndChecked_data();
    void target_isDecodedOnceAndChecked();

private:
    static Request request(std::string method, std::string path)
    {
        Request one;
        one.id = "r1";
        one.method = std::move(method);
        one.path = std::move(path);
        return one;
    }
};

void TestRouter::pattern_givesItsParts()
{
    Router router;
    router.add("GET", "/a/{one}/b/{two}", [](const Request &r) {
        return json(*r.parameter("one") + "+" + *r.parameter("two"));
    });
    QCOMPARE(router.handle(request("GET", "/a/x/b/y z")).body, std::string("x+y z"));
    QCOMPARE(router.handle(request("GET", "/a//b/y")).status, 404);
}

void TestRouter::unknownPath_isNotFound()
{
    const Router router;
    const Response response = router.handle(request("GET", "/nowhere"));
    QCOMPARE(response.status, 404);
    QVERIFY(response.body.find("not_found") != std::string::npos);
    QCOMPARE(response.headers.at("Content-Type"), std::string("application/problem+json"));
}

void TestRouter::wrongMethod_namesTheRightOnes()
{
    Router router;
    router.add("POST", "/x", [](const Request &) { return empty(); });
    router.add("GET", "/x", [](const Request &) { return empty(); });
    const Response response = router.handle(request("DELETE", "/x"));
    QCOMPARE(response.status, 405);
    QCOMPARE(response.headers.at("Allow"), std::string("GET, OPTIONS, POST"));
}

void TestRouter::options_namesTheMethods()
{
    Router router;
    router.add("POST", "/x", [](const Request &) { return empty(); });
    const Response response = router.handle(request("OPTIONS", "/x"));
    QCOMPARE(response.status, 204);
    QCOMPARE(response.headers.at("Allow"), std::string("OPTIONS, POST"));
}

void TestRouter::head_isAnsweredByGet()
{
    Router router;
    router.add("GET", "/x/{id}", [](const Request &r) { return json(*r.parameter("id")); });
    QCOMPARE(router.handle(request("HEAD", "/x/7")).status, 200);
}

void TestRouter::trace_isRefused()
{
    Router router;
    router.add("TRACE", "/x", [](const Request &) { return empty(200); });
    Request one = request("TRACE", "/x");
    one.headers["Authorization"] = "Bearer secret";
    const Response response = router.handle(one);
    QCOMPARE(response.status, 405);
    QVERIFY(response.body.find("secret") == std::string::npos);
}

void TestRouter::methodOverride_decidesForPostOnly()
{
    Router router;
    router.add("PATCH", "/x", [](const Request &) { return empty(299); });
    router.add("GET", "/x", [](const Request &) { return empty(200); });
    Request post = request("POST", "/x");
    post.headers["x-http-method-override"] = "PATCH";
    QCOMPARE(router.handle(post).status, 299);
    Request get = request("GET", "/x");
    get.headers["X-HTTP-Method-Override"] = "PATCH";
    QCOMPARE(router.handle(get).status, 200);
}

void TestRouter::escapingException_isAProblemWithoutItsText()
{
    Router router;
    router.add("GET", "/x",
               [](const Request &) -> Response { throw std::runtime_error("inner secret"); });
    const Response response = router.handle(request("GET", "/x"));
    QCOMPARE(response.status, 500);
    QVERIFY(response.body.find("inner secret") == std::string::npos);
}

void TestRouter::serverFault_isLoggedWithItsReasonAndNotTold()
{
    Router router;
    router.add("GET", "/x", [](const Request &r) {
        return problem({ErrorCode::StorageCorrupt, "the doc of hazard h7 cannot be read"}, r);
    });
    QTemporaryFile file;
    QVERIFY(file.open());
    const int before = ::dup(STDERR_FILENO);
    ::dup2(file.handle(), STDERR_FILENO);
    const Response response = router.handle(request("GET", "/x"));
    ::dup2(before, STDERR_FILENO);
    ::close(before);
    QCOMPARE(response.status, 500);
    QVERIFY(response.body.find("hazard h7") == std::string::npos);
    QVERIFY(file.seek(0));
    const QByteArray logged = file.readAll();
    QVERIFY2(logged.contains("storage_corrupt") && logged.contains("hazard h7") &&
                 logged.contains("\"request\":\"r1\""),
             logged.constData());
}

void TestRouter::busy_saysTheSameStatusTwice()
{
    const Response response = busy("r1");
    QCOMPARE(response.status, 503);
    QVERIFY2(response.body.find("503") != std::string::npos, response.body.c_str());
    QVERIFY(response.body.find("rate_limited") != std::string::npos);
    QVERIFY(response.headers.contains("Retry-After"));
}

void TestRouter::lane_isTheRoutesOwn()
{
    Router router;
    const Handler any = [](const Request &) { return empty(); };
    router.add("POST", "/in", any, Lane::WayIn);
    router.add("GET", "/health", any, Lane::Open);
    router.add("PATCH", "/x/{id}", any);
    QCOMPARE(router.laneOf(request("POST", "/in")), Lane::WayIn);
    QCOMPARE(router.laneOf(request("GET", "/health")), Lane::Open);
    QCOMPARE(router.laneOf(request("PATCH", "/x/1")), Lane::Signed);
    Request overridden = request("POST", "/x/1");
    overridden.headers["X-HTTP-Method-Override"] = "PATCH";
    QCOMPARE(router.laneOf(overridden), Lane::Signed);
    QCOMPARE(router.laneOf(request("GET", "/nowhere")), Lane::Open);
}

void TestRouter::everyAnswer_saysItIsOurs()
{
    const Router router;
    QCOMPARE(router.handle(request("GET", "/nowhere")).headers.at("campus-safety"),
             std::string("1"));
}

void TestRouter::target_isDecodedOnceAndChecked_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QString>("path");
    QTest::newRow("plain") << "/a/b?x=1" << true << "/a/b";
    QTest::newRow("escaped once") << "/a%2525" << true << "/a%25";
    QTest::newRow("Chinese") << "/%E6%A0%A1" << true << "/校";
    QTest::newRow("NUL") << "/a%00b" << false << "";
    QTest::newRow("no UTF-8") << "/%FF" << false << "";
    QTest::newRow("half an escape") << "/a%2" << false << "";
    QTest::newRow("no slash") << "a" << false << "";
    QTest::newRow("bad query") << "/a?x=%zz" << false << "";
}

void TestRouter::target_isDecodedOnceAndChecked()
{
    QFETCH(QString, target);
    QFETCH(bool, good);
    QFETCH(QString, path);
    const auto parsed = parseTarget(target.toStdString());
    QCOMPARE(parsed.has_value(), good);
    if (good)
        QCOMPARE(QString::fromStdString(parsed->path), path);
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_Router.moc"
