// Blobs in and out (sync.md §6): resuming, wrong hashes, foreign devices, scope, start-up.
#include <QDir>
#include <QFile>
#include <QTest>
#include <csignal>

#include <sys/resource.h>

#include "core/Limits.h"
#include "core/Log.h"
#include "server/service/County.h"
#include "storage/Files.h"

using namespace campus;
using namespace campus::test;

class tst_Uploads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chunks_becomeABlobUnderItsHash();
    void interruptedUpload_goesOnWhereItWasAfterARestart();
    void sameDeviceAndHash_isTheSameUpload();
    void wrongOffset_isRefusedWithTheRightOne();
    void wrongHash_discardsTheUpload();
    void foreignDevice_seesNoUpload();
    void blobThatIsHere_isComplete();
    void tooLarge_isRefused();
    void moreThanAnnounced_isRefused();
    void terminated_isGone();
    void expired_isDropped();
    void blob_isReadOnlyByAReferenceInScope();
    void restrictedBlob_isNotReadByTheOfficer();
    void missingFile_isFoundAtStartAndWantedAgain();
    void wholeFileWithoutARow_isAdoptedAtStart();
    void alteredFileWithoutARow_isPutAside();
    void octetsWithoutTheirEnd_areFinishedLater();
    void fullDisk_keepsWhatWasAnswered();
    void mediaTypeABrowserRuns_isRefused_data();
    void mediaTypeABrowserRuns_isRefused();
    void folderThatIsGone_isTheServersTrouble();
    void fileWithoutAnUpload_isDropped();
    void evidence_isMissingAsOfThenForEver();
};

namespace {

Bytes blobOf(std::size_t size, std::uint64_t seed = 7)
{
    Bytes octets(size);
    support::SeededRandom(seed).fill(octets);
    return octets;
}

wire::UploadStart startOf(const Bytes &octets)
{
    return {sha256(octets), octets.size(), "image/jpeg"};
}

BytesView part(const Bytes &octets, std::size_t from, std::size_t to)
{
    return BytesView(octets).subspan(from, to - from);
}

QByteArray fileAt(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray qt(const Bytes &octets)
{
    return {reinterpret_cast<const char *>(octets.data()), static_cast<qsizetype>(octets.size())};
}

// A hazard that names the blob.
domain::Event hazardWith(County &county, const Digest &blob,
                         const std::string &category = "FIRE.EXIT", const char *by = kOfficer)
{
    county.acts().usePhoto(blob);
    auto event = county.acts().registered(county.user(by), "S1", "一");
    auto act = std::get<domain::HazardAct>(event.body);
    act.category = category;
    event.body = act;
    return event;
}

} // namespace

void tst_Uploads::chunks_becomeABlobUnderItsHash()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(300'000);
    auto status = county.uploads().start(tablet.caller(), startOf(octets)).value();
    QVERIFY(!status.state.complete);
    QCOMPARE(status.state.offset, std::uint64_t(0));
    const std::string upload = status.state.upload;
    for (std::size_t at = 0; at < octets.size(); at += 100'000) {
        status = county.uploads()
                     .append(tablet.caller(), upload, at, part(octets, at, at + 100'000))
                     .value();
        QCOMPARE(status.state.offset, std::uint64_t(at + 100'000));
    }
    QVERIFY(status.state.complete);
    QCOMPARE(fileAt(county.services().blobs().pathOf(sha256(octets))), qt(octets));
}

void tst_Uploads::interruptedUpload_goesOnWhereItWasAfterARestart()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(50'000);
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    QVERIFY(county.uploads().append(tablet.caller(), upload, 0, part(octets, 0, 20'000)));
    county.restart();
    QCOMPARE(county.uploads().status(tablet.caller(), upload).value().state.offset,
             std::uint64_t(20'000));
    QVERIFY(county.uploads()
                .append(tablet.caller(), upload, 20'000, part(octets, 20'000, 50'000))
                .value()
                .state.complete);
}

void tst_Uploads::sameDeviceAndHash_isTheSameUpload()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    const auto first = county.uploads().start(tablet.caller(), startOf(octets)).value();
    QVERIFY(county.uploads().append(tablet.caller(), first.state.upload, 0, part(octets, 0, 400)));
    const auto again = county.uploads().start(tablet.caller(), startOf(octets)).value();
    QCOMPARE(again.state.upload, first.state.upload);
    QCOMPARE(again.state.offset, std::uint64_t(400));
}

void tst_Uploads::wrongOffset_isRefusedWithTheRightOne()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    QVERIFY(county.uploads().append(tablet.caller(), upload, 0, part(octets, 0, 400)));
    QCOMPARE(county.uploads().append(tablet.caller(), upload, 0, part(octets, 0, 400)).error().code,
             ErrorCode::OffsetMismatch);
    QCOMPARE(
        county.uploads().append(tablet.caller(), upload, 500, part(octets, 500, 600)).error().code,
        ErrorCode::OffsetMismatch);
    QCOMPARE(county.uploads().status(tablet.caller(), upload).value().state.offset,
             std::uint64_t(400));
}

void tst_Uploads::wrongHash_discardsTheUpload()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    auto start = startOf(octets);
    start.sha256 = sha256("something else");
    const auto upload = county.uploads().start(tablet.caller(), start).value().state.upload;
    QCOMPARE(county.uploads().append(tablet.caller(), upload, 0, octets).error().code,
             ErrorCode::ChecksumMismatch);
    QCOMPARE(county.uploads().status(tablet.caller(), upload).error().code, ErrorCode::NotFound);
    QVERIFY(!storage::exists(county.services().blobs().pathOf(start.sha256)));
    QVERIFY(county.uploads().start(tablet.caller(), start).value().state.upload != upload);
}

void tst_Uploads::foreignDevice_seesNoUpload()
{
    County county;
    Tablet tablet(county, kOfficer);
    Tablet other(county, kOfficer, "PAD-02");
    const Bytes octets = blobOf(1000);
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    QCOMPARE(county.uploads().status(other.caller(), upload).error().code, ErrorCode::NotFound);
    QCOMPARE(county.uploads().append(other.caller(), upload, 0, octets).error().code,
             ErrorCode::NotFound);
    QCOMPARE(county.uploads().terminate(other.caller(), upload).error().code, ErrorCode::NotFound);
    QVERIFY(county.uploads().start(other.caller(), startOf(octets)).value().state.upload != upload);
}

void tst_Uploads::blobThatIsHere_isComplete()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    QVERIFY(county.uploads().append(tablet.caller(), upload, 0, octets));
    const auto again =
        county.uploads().start(tablet.caller(), startOf(octets)).value(); // the answer was lost
    QVERIFY(again.state.complete);
    QVERIFY(county.uploads().status(tablet.caller(), again.state.upload).value().state.complete);
}

void tst_Uploads::tooLarge_isRefused()
{
    County county;
    Tablet tablet(county, kOfficer);
    wire::UploadStart start{sha256("big"), limits::kBlobBytesMax + 1, "image/jpeg"};
    QCOMPARE(county.uploads().start(tablet.caller(), start).error().code, ErrorCode::TooLarge);
    start.bytes = 0;
    QCOMPARE(county.uploads().start(tablet.caller(), start).error().code, ErrorCode::InvalidInput);
}

void tst_Uploads::moreThanAnnounced_isRefused()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    QCOMPARE(county.uploads().append(tablet.caller(), upload, 0, blobOf(1001)).error().code,
             ErrorCode::TooLarge);
    QCOMPARE(county.uploads().status(tablet.caller(), upload).value().state.offset,
             std::uint64_t(0));
}

void tst_Uploads::terminated_isGone()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    QVERIFY(county.uploads().append(tablet.caller(), upload, 0, part(octets, 0, 10)));
    QVERIFY(county.uploads().terminate(tablet.caller(), upload));
    QCOMPARE(county.uploads().status(tablet.caller(), upload).error().code, ErrorCode::NotFound);
}

void tst_Uploads::expired_isDropped()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    const auto status = county.uploads().start(tablet.caller(), startOf(octets)).value();
    QVERIFY(county.uploads().append(tablet.caller(), status.state.upload, 0, part(octets, 0, 10)));
    QCOMPARE(county.uploads().dropExpired().value(), std::uint64_t(0));
    county.clock().setWall(status.expiresAt);
    QCOMPARE(county.uploads().dropExpired().value(), std::uint64_t(1));
    QCOMPARE(county.uploads().status(tablet.caller(), status.state.upload).error().code,
             ErrorCode::NotFound);
}

void tst_Uploads::blob_isReadOnlyByAReferenceInScope()
{
    County county;
    Tablet tablet(county, kOfficer);
    Tablet other(county, kOtherOfficer, "PAD-02");
    const Bytes octets = blobOf(1000);
    const Digest digest = sha256(octets);
    const auto event = hazardWith(county, digest);
    QCOMPARE(tablet.deliverOne(event).reason, std::string());
    const wire::ObjectRef hazard{domain::ObjectKind::Hazard, event.object};
    QCOMPARE(county.uploads().open(tablet.caller(), digest, hazard).error().code,
             ErrorCode::NotFound); // not here yet
    QCOMPARE(county.services().health().value().blobsMissing, std::uint64_t(1));
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    QVERIFY(county.uploads().append(tablet.caller(), upload, 0, octets));
    QCOMPARE(county.services().health().value().blobsMissing, std::uint64_t(0));
    const auto file = county.uploads().open(tablet.caller(), digest, hazard).value();
    QCOMPARE(fileAt(file.path), qt(octets));
    QCOMPARE(file.mediaType, std::string("image/jpeg"));
    QCOMPARE(county.uploads().open(other.caller(), digest, hazard).error().code,
             ErrorCode::NotFound);
    // The hash alone, or an object in scope that does not name it, opens nothing.
    QCOMPARE(county.uploads()
                 .open(other.caller(), digest, {domain::ObjectKind::School, "S3"})
                 .error()
                 .code,
             ErrorCode::NotFound);
}

void tst_Uploads::restrictedBlob_isNotReadByTheOfficer()
{
    County county;
    Tablet bureau(county, kAdmin);
    Tablet officer(county, kOfficer, "PAD-02");
    const Bytes octets = blobOf(1000);
    const Digest digest = sha256(octets);
    const auto event = hazardWith(county, digest, "CARE.X", kAdmin);
    QCOMPARE(bureau.deliverOne(event).reason, std::string());
    const auto upload =
        county.uploads().start(bureau.caller(), startOf(octets)).value().state.upload;
    QVERIFY(county.uploads().append(bureau.caller(), upload, 0, octets));
    const wire::ObjectRef hazard{domain::ObjectKind::Hazard, event.object};
    QVERIFY(county.uploads().open(bureau.caller(), digest, hazard));
    QCOMPARE(county.uploads().open(officer.caller(), digest, hazard).error().code,
             ErrorCode::NotFound);
}

void tst_Uploads::missingFile_isFoundAtStartAndWantedAgain()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    QVERIFY(county.uploads().append(tablet.caller(), upload, 0, octets));
    QVERIFY(
        QFile::remove(QString::fromStdString(county.services().blobs().pathOf(sha256(octets)))));
    setLogLevel(LogLevel::Error);
    county.restart();
    const auto again = county.uploads().start(tablet.caller(), startOf(octets)).value();
    QVERIFY(!again.state.complete);
    QVERIFY(county.uploads()
                .append(tablet.caller(), again.state.upload, 0, octets)
                .value()
                .state.complete);
}

void tst_Uploads::wholeFileWithoutARow_isAdoptedAtStart()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    const std::string path = county.services().blobs().pathOf(sha256(octets));
    QVERIFY(QDir().mkpath(QString::fromStdString(path.substr(0, path.rfind('/')))));
    QVERIFY(storage::writeFileWhole(path, asText(octets)));
    QCOMPARE(county.uploads().checkOnStart().value().adopted, std::uint64_t(1));
    QVERIFY(county.uploads().start(tablet.caller(), startOf(octets)).value().state.complete);
}

void tst_Uploads::alteredFileWithoutARow_isPutAside()
{
    County county;
    const std::string path = county.services().blobs().pathOf(sha256("what it should be"));
    QVERIFY(QDir().mkpath(QString::fromStdString(path.substr(0, path.rfind('/')))));
    QVERIFY(storage::writeFileWhole(path, "what it is"));
    QCOMPARE(county.uploads().checkOnStart().value().putAside, std::uint64_t(1));
    QVERIFY(!storage::exists(path));
}

void tst_Uploads::octetsWithoutTheirEnd_areFinishedLater()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    // Killed between the last octet and the end.
    QVERIFY(county.services().blobs().append(upload, 0, octets, true));
    county.restart();
    QVERIFY(county.uploads().status(tablet.caller(), upload).value().state.complete);
    QCOMPARE(fileAt(county.services().blobs().pathOf(sha256(octets))), qt(octets));
}

void tst_Uploads::fullDisk_keepsWhatWasAnswered()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(8'000'000);
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    QVERIFY(county.uploads().append(tablet.caller(), upload, 0, part(octets, 0, 2'000'000)));
    // A limit on file sizes is the disk that ends.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit full = before;
    full.rlim_cur = 3'000'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
    const auto refused = county.uploads().append(tablet.caller(), upload, 2'000'000,
                                                 part(octets, 2'000'000, 6'000'000));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QCOMPARE(refused.error().code, ErrorCode::StorageFull);
    QCOMPARE(county.uploads().status(tablet.caller(), upload).value().state.offset,
             std::uint64_t(2'000'000));
    QVERIFY(county.uploads().append(tablet.caller(), upload, 2'000'000,
                                    part(octets, 2'000'000, 6'000'000)));
    QVERIFY(county.uploads()
                .append(tablet.caller(), upload, 6'000'000, part(octets, 6'000'000, 8'000'000))
                .value()
                .state.complete);
}

void tst_Uploads::mediaTypeABrowserRuns_isRefused_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("taken");
    QTest::newRow("picture") << QByteArray("image/webp") << true;
    QTest::newRow("sound") << QByteArray("audio/mp4") << true;
    QTest::newRow("header of its own") << QByteArray("image/png\r\nSet-Cookie: a=b") << false;
    QTest::newRow("header after sound") << QByteArray("audio/mp4\r\nSet-Cookie: a=b") << false;
    QTest::newRow("page") << QByteArray("text/html") << false;
    QTest::newRow("picture with script") << QByteArray("image/svg+xml") << false;
    QTest::newRow("nothing") << QByteArray("") << false;
    QTest::newRow("half") << QByteArray("audio/") << false;
}

void tst_Uploads::mediaTypeABrowserRuns_isRefused()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, taken);
    County county;
    Tablet tablet(county, kOfficer);
    auto start = startOf(blobOf(10));
    start.mediaType = type.toStdString();
    const auto started = county.uploads().start(tablet.caller(), start);
    QCOMPARE(started.has_value(), taken);
    if (!taken)
        QCOMPARE(started.error().code, ErrorCode::UnsupportedMedia);
}

void tst_Uploads::folderThatIsGone_isTheServersTrouble()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    const QString folder = QString::fromStdString(county.path() + "/uploads");
    QVERIFY(QDir(folder).removeRecursively());
    QCOMPARE(county.uploads().append(tablet.caller(), upload, 0, octets).error().code,
             ErrorCode::StorageFailed);
    QCOMPARE(county.uploads().dropExpired().error().code, ErrorCode::StorageFailed);
    QFile inTheWay(folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QCOMPARE(county.uploads().terminate(tablet.caller(), upload).error().code,
             ErrorCode::StorageFailed);
    inTheWay.close();
    QVERIFY(inTheWay.remove() && QDir().mkdir(folder));
    QVERIFY(county.uploads().append(tablet.caller(), upload, 0, octets)); // it was never gone
}

void tst_Uploads::fileWithoutAnUpload_isDropped()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    QVERIFY(county.uploads().append(tablet.caller(), upload, 0, part(octets, 0, 400)));
    const QString folder = QString::fromStdString(county.path() + "/uploads/");
    QFile orphan(folder + QString::fromStdString(county.ids().next()));
    QVERIFY(orphan.open(QIODevice::WriteOnly));
    orphan.close();
    QCOMPARE(county.uploads().dropExpired().value(), std::uint64_t(1));
    QVERIFY(!orphan.exists());
    QCOMPARE(county.uploads().status(tablet.caller(), upload).value().state.offset,
             std::uint64_t(400));
    QCOMPARE(county.uploads().dropExpired().value(), std::uint64_t(0));
}

// The figures of one cutoff are the same whenever they are asked for.
void tst_Uploads::evidence_isMissingAsOfThenForEver()
{
    County county;
    Tablet tablet(county, kOfficer);
    const Bytes octets = blobOf(1000);
    const Bytes later = blobOf(1000, 8);
    const auto event = hazardWith(county, sha256(octets));
    tablet.deliver({event});
    const Day day = Day::of(county.clock().wall());
    service::FiguresRequest request{
        day, day, std::nullopt, county.clock().wall(), figures::Breakdown::None, {}};
    auto &reports = county.services().reports();
    const auto missingAt = [&](Millis knownBy) {
        request.knownBy = knownBy;
        return reports.figures(service::Reports::operatorAtServer(), request)
            .value()
            .report.query.evidenceMissing.contains(event.object);
    };
    const Millis before = county.clock().wall();
    QVERIFY(missingAt(before));
    QVERIFY(!missingAt(before - 1)); // nothing named it yet
    county.clock().advance(3'600'000);
    const auto upload =
        county.uploads().start(tablet.caller(), startOf(octets)).value().state.upload;
    QVERIFY(county.uploads().append(tablet.caller(), upload, 0, octets));
    const Millis arrived = county.clock().wall();
    QVERIFY(missingAt(before));
    QVERIFY(!missingAt(arrived));
    county.clock().advance(3'600'000);
    county.acts().usePhoto(sha256(later)); // a note with a photo that is still on its way
    auto note = county.acts().noted(county.user(kOfficer), {event.object, "S1"}, "再看");
    auto act = std::get<domain::HazardAct>(note.body);
    domain::Photo photo;
    photo.original = sha256(later);
    act.before = {photo};
    note.body = act;
    note.blobs = {sha256(later)};
    QCOMPARE(tablet.deliverOne(note).reason, std::string());
    QVERIFY(!missingAt(arrived));
    QVERIFY(missingAt(county.clock().wall()));
}

QTEST_GUILESS_MAIN(tst_Uploads)
#include "tst_Uploads.moc"
