// What a real server says to a wrong code, a wrong signature and a photo cut short, and that the
// tablet whose message it was loses nothing by it.
#include <QGuiApplication>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include "core/DrillClock.h"
#include "e2e/story/FieldActs.h"
#include "e2e/story/ServerProcess.h"
#include "e2e/story/StoryTablet.h"
#include "journal/Chain.h"
#include "wire/Routes.h"

using namespace campus;
using story::ServerProcess;
using story::StoryTablet;

namespace {

const std::string kOfficer = "U005";

wire::PushRequest everythingUnsent(StoryTablet &tablet)
{
    const auto batch =
        tablet.store().unsent(limits::kBatchEventsMax, limits::kBatchBytesMax).value();
    const sync::TabletIdentity identity = tablet.store().identity();
    wire::PushRequest request;
    request.app = "tst_BadInput";
    request.device = identity.device;
    request.install = identity.install;
    request.first = batch.first;
    request.previous = batch.previous;
    request.lines = batch.lines;
    Digest chain = batch.previous;
    for (const std::string &line : batch.lines)
        chain = journal::chainNext(chain, line);
    const std::uint64_t last = batch.first + batch.lines.size() - 1;
    request.signature = tablet.store().sign(
        journal::batchText(identity.device, identity.install, last, chain).view());
    return request;
}

// A PATCH by hand: it promises `chunk` and hangs up after `sent` octets of it, or waits for the answer.
QByteArray patch(const QUrl &server, const std::string &token, const wire::UploadState &at,
                 const QByteArray &chunk, qsizetype sent)
{
    QTcpSocket socket;
    socket.connectToHost(server.host(), static_cast<quint16>(server.port()));
    if (!socket.waitForConnected(10'000))
        return {};
    const Digest digest = sha256(asBytes(chunk.toStdString()));
    socket.write("PATCH /api/v1/blobs/" + QByteArray::fromStdString(at.upload) +
                 " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
                 QByteArray::fromStdString(token) + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: " +
                 QByteArray::number(static_cast<qulonglong>(at.offset)) +
                 "\r\nUpload-Checksum: sha256 " +
                 QByteArray::fromStdString(toBase64(digest.view())) +
                 "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: " +
                 QByteArray::number(chunk.size()) + "\r\n\r\n" + chunk.left(sent));
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(10'000))
            return {};
    }
    if (sent == chunk.size())
        return socket.waitForReadyRead(10'000) ? socket.readLine() : QByteArray();
    socket.disconnectFromHost();
    return "cut";
}

} // namespace

class TestBadInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void wrongCode_isNamedAndTheRightOneStillEnrols();
    void wrongSignature_storesNothingAndLosesNothing();
    void photoCutShort_isNeverCompleteAndArrivesLater();
    void everything_isThereOnceAndVerifies();

private:
    qint64 recordsOfServer(bool *sound) const;
    QTemporaryDir m_folder;
    std::unique_ptr<DrillClock> m_clock;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<StoryTablet> m_tablet;
    qint64 m_recorded = -1, m_waiting = -1; // on the server before, on the tablet
};

qint64 TestBadInput::recordsOfServer(bool *sound) const
{
    const auto printed = m_server->run("verify", {});
    *sound = bool(printed);
    if (!printed)
        return -1;
    static const QRegularExpression count("log ([0-9]+) records");
    return count.match(*printed).captured(1).toLongLong();
}

void TestBadInput::initTestCase()
{
    const QString clockFile = m_folder.filePath("clock");
    QFile file(clockFile);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("0") == 1);
    file.close();
    m_clock = std::make_unique<DrillClock>(clockFile.toStdString());
    m_server = std::make_unique<ServerProcess>(CAMPUS_SERVER_PROGRAM, m_folder.filePath("server"),
                                               clockFile);
    const auto made =
        m_server->initialise(QString::fromStdString(Day::of(m_clock->wall()).iso()));
    QVERIFY2(made, made ? "" : made.error().detail.c_str());
    QVERIFY(bool(m_server->start()));
    auto tablet = StoryTablet::open(m_folder.filePath("tablet"), kOfficer, *m_clock);
    QVERIFY(bool(tablet));
    m_tablet = std::move(tablet).value();
}

void TestBadInput::wrongCode_isNamedAndTheRightOneStillEnrols()
{
    wire::EnrolRequest request;
    request.code = "AAAA-BBBB-CCCC";
    request.label = "PAD-" + kOfficer;
    request.key = m_tablet->store().deviceKey();
    request.password = "a long enough password";
    request.app = "tst_BadInput";
    request.proof = m_tablet->store().sign(asBytes(wire::enrolProofText(request)));
    net::HttpSyncApi api{QUrl(m_server->address())};
    const auto refused = api.enrol(request);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::WrongCredentials);
    QVERIFY(!refused.error().detail.empty());
    QVERIFY(m_tablet->store().identity().device.empty());

    const auto enrolled = m_tablet->enrol(*m_server);
    QVERIFY2(enrolled, enrolled ? "" : enrolled.error().detail.c_str());
    QVERIFY(bool(m_tablet->synchronise(*m_server)));
}

void TestBadInput::wrongSignature_storesNothingAndLosesNothing()
{
    bool sound = false;
    const qint64 before = recordsOfServer(&sound);
    QVERIFY(sound && before >= 0);

    const auto schools = m_tablet->store().schools({}).value();
    QVERIFY(!schools.empty());
    const auto inspected =
        story::inspect(*m_tablet, {schools.front().id, "campus-perimeter-traffic", {}});
    QVERIFY2(inspected, inspected ? "" : inspected.error().detail.c_str());
    m_recorded = before;
    wire::PushRequest request = everythingUnsent(*m_tablet);
    QVERIFY(!request.lines.empty());
    m_waiting = static_cast<qint64>(m_tablet->store().unsentCount());
    QCOMPARE(static_cast<qint64>(request.lines.size()), m_waiting);

    net::HttpSyncApi api{QUrl(m_server->address())};
    api.useToken(m_tablet->store().session()->token);
    request.signature[7] ^= 1;
    const auto refused = api.push(request);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadSignature);
    QCOMPARE(recordsOfServer(&sound), before);
    QVERIFY(sound);
    QCOMPARE(static_cast<qint64>(m_tablet->store().unsentCount()), m_waiting);
}

void TestBadInput::photoCutShort_isNeverCompleteAndArrivesLater()
{
    const std::string token = m_tablet->store().session()->token;
    net::HttpSyncApi api{QUrl(m_server->address())};
    sync::SyncEngine engine(api, m_tablet->store(), *m_clock, "tst_BadInput");
    const auto text = engine.run(false); // photos follow what names them
    QVERIFY2(text, text ? "" : text.error().detail.c_str());
    QCOMPARE(m_tablet->store().unsentCount(), std::uint64_t{0});
    const auto pending = m_tablet->store().nextUpload();
    QVERIFY(bool(pending) && pending->has_value());
    QFile file(QString::fromStdString((*pending)->path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray octets = file.readAll();
    QVERIFY(octets.size() > 1'000);

    api.useToken(token);
    const auto started =
        api.startUpload({(*pending)->sha256, (*pending)->bytes, (*pending)->mediaType});
    QVERIFY2(started, started ? "" : started.error().detail.c_str());
    const QUrl server(m_server->address());
    const qsizetype half = octets.size() / 2;
    const QByteArray answer = patch(server, token, *started, octets.left(half), half);
    QVERIFY2(answer.startsWith("HTTP/1.1 204"), answer.constData());
    const auto halfway = api.uploadState(started->upload);
    QVERIFY(halfway && halfway->offset == static_cast<std::uint64_t>(half));
    const QByteArray rest = octets.mid(half);
    QCOMPARE(patch(server, token, *halfway, rest, rest.size() / 2), QByteArray("cut"));
    const auto cut = api.uploadState(started->upload);
    QVERIFY(cut && !cut->complete);
    QVERIFY(cut->offset >= halfway->offset &&
            cut->offset < static_cast<std::uint64_t>(octets.size()));

    const auto done = m_tablet->synchronise(*m_server);
    QVERIFY2(done, done ? "" : done.error().detail.c_str());
    QCOMPARE(m_tablet->store().syncOverview().unsentPhotos, std::uint64_t{0});
    QVERIFY(!m_tablet->store().nextUpload()->has_value());
}

void TestBadInput::everything_isThereOnceAndVerifies()
{
    bool sound = false;
    QVERIFY(m_waiting > 0);
    QCOMPARE(recordsOfServer(&sound), m_recorded + m_waiting);
    QVERIFY(sound);
}

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv); // photos are drawn
    TestBadInput test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_BadInput.moc"
