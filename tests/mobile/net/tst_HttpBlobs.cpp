#include <QTest>

#include "core/Limits.h"
#include "mobile/net/HttpBench.h"

using namespace campus;
using namespace campus::support;

class tst_HttpBlobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void upload_isStartedWithItsHash();
    void upload_thatIsThereAlready_isComplete();
    void uploadAfterAConflict_goesOnAtTheServersOffset();
    void chunkThatArrivesDamaged_isNamed();
    void uploadOfNobody_isNoAnswer();
    void blob_isReadWithItsReferrer();
    void blobOverTheLimit_isCutOff();
};

void tst_HttpBlobs::upload_isStartedWithItsHash()
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

void tst_HttpBlobs::upload_thatIsThereAlready_isComplete()
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

void tst_HttpBlobs::uploadAfterAConflict_goesOnAtTheServersOffset()
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

void tst_HttpBlobs::chunkThatArrivesDamaged_isNamed()
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

void tst_HttpBlobs::uploadOfNobody_isNoAnswer()
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

void tst_HttpBlobs::blob_isReadWithItsReferrer()
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

void tst_HttpBlobs::blobOverTheLimit_isCutOff()
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

QTEST_GUILESS_MAIN(tst_HttpBlobs)
#include "tst_HttpBlobs.moc"
