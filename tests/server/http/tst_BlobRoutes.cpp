// The upload and download routes on the real service, without sockets.
#include <QTest>

#include "http/Routes.h"
#include "server/service/County.h"

using namespace campus;
using namespace campus::http;
using namespace campus::test;

class TestBlobRoutes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cutCreationWithAChecksum_keepsNothing();
    void cutCreationWithoutAChecksum_keepsWhatCame();
    void download_isAnAttachmentOfItsType();
    void routes_areForThoseSignedIn();

private:
    Request creation(const std::string &octets, bool cut, bool checked) const;
    std::unique_ptr<County> m_county;
    std::unique_ptr<Tablet> m_tablet;
    Router m_router;
};

void TestBlobRoutes::init()
{
    m_router = {};
    m_tablet.reset();
    m_county = std::make_unique<County>();
    m_tablet = std::make_unique<Tablet>(*m_county, kOfficer);
    addBlobRoutes(m_router, m_county->services());
    addSyncRoutes(m_router, m_county->services());
}

Request TestBlobRoutes::creation(const std::string &octets, bool cut, bool checked) const
{
    Request request;
    request.method = "POST";
    request.path = "/api/v1/blobs";
    request.headers["Authorization"] = "Bearer " + m_tablet->token();
    request.headers["Tus-Resumable"] = "1.0.0";
    request.headers["Upload-Length"] = "10";
    request.headers["Upload-Metadata"] =
        "sha256 " + toBase64(asBytes(sha256(std::string_view("0123456789")).hex())) + ",filetype " +
        toBase64(asBytes(std::string_view("image/jpeg")));
    request.headers["Content-Type"] = "application/offset+octet-stream";
    if (checked)
        request.headers["Upload-Checksum"] =
            "sha256 " + toBase64(sha256(std::string_view("0123456789")).view());
    request.body = octets;
    request.cutShort = cut;
    return request;
}

void TestBlobRoutes::cutCreationWithAChecksum_keepsNothing()
{
    const Response response = m_router.handle(creation("012X", true, true));
    QCOMPARE(response.status, 201);
    QCOMPARE(response.headers.at("Upload-Offset"), std::string("0"));
    const Response whole = m_router.handle(creation("0123456789", false, true));
    QCOMPARE(whole.status, 201);
    QCOMPARE(whole.headers.at("Upload-Offset"), std::string("10"));
}

void TestBlobRoutes::cutCreationWithoutAChecksum_keepsWhatCame()
{
    QCOMPARE(m_router.handle(creation("0123", true, false)).headers.at("Upload-Offset"),
             std::string("4"));
}

void TestBlobRoutes::download_isAnAttachmentOfItsType()
{
    QCOMPARE(m_router.handle(creation("0123456789", false, false)).status, 201);
    const Digest digest = sha256(std::string_view("0123456789"));
    m_county->acts().usePhoto(digest);
    const auto event = m_county->acts().registered(m_county->user(kOfficer), "S1", "一");
    m_tablet->deliver({event});
    Request request;
    request.method = "GET";
    request.path = "/api/v1/blobs/" + digest.hex();
    request.query["object"] = "hazard:" + event.object;
    request.headers["Authorization"] = "Bearer " + m_tablet->token();
    const Response response = m_router.handle(request);
    QCOMPARE(response.status, 200);
    QCOMPARE(response.headers.at("Content-Type"), std::string("image/jpeg"));
    QCOMPARE(response.headers.at("Content-Disposition"), std::string("attachment"));
}

void TestBlobRoutes::routes_areForThoseSignedIn()
{
    for (const auto &[method, pattern] : m_router.routes()) {
        Request request;
        request.method = method;
        request.path = pattern;
        const bool wayIn = pattern.ends_with("/enrol") || pattern.ends_with("/sign-in");
        const Lane expected = method == "OPTIONS" ? Lane::Open : wayIn ? Lane::WayIn : Lane::Signed;
        QVERIFY2(m_router.laneOf(request) == expected, (method + " " + pattern).c_str());
    }
}

QTEST_GUILESS_MAIN(TestBlobRoutes)
#include "tst_BlobRoutes.moc"
