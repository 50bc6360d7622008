// Blobs on their way out, over tus (sync.md §6).
#include <QtTest>

#include "SyncBench.h"
#include "core/Limits.h"

using namespace campus;
using namespace campus::support;
using Kind = Fault::Kind;

class TestUploadPhase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void smallBlob_arrivesWhole();
    void blobTheServerHas_sendsNoOctet();
    void largeBlob_growsItsChunksWhileFast();
    void slowLink_keepsChunksSmall();
    void brokenLink_continuesAtTheServersOffset();
    void lostAnswerOfAChunk_continuesAtTheServersOffset();
    void crashAfterCreation_findsTheSameUpload();
    void expiredUpload_startsAnew();
    void damagedOnTheWay_startsAnew();
    void damagedFile_isRefusedAfterThreeTimesAndTheNextGoes();
    void missingFile_isRefusedAndTheNextGoes();
    void shorterFile_isRefused();
    void refusedType_isRecordedAndTheNextGoes();
    void fullServer_endsThePhaseAndKeepsTheQueue();
    void textOnly_sendsNoBlob();
    void textFirst_blobsAfter();
    void cancelled_continuesLater();

private:
    sync::PendingUpload blob(std::size_t bytes, std::uint8_t seed)
    {
        Bytes octets(bytes);
        SeededRandom(seed).fill(octets);
        sync::PendingUpload upload;
        upload.sha256 = sha256(octets);
        upload.bytes = bytes;
        upload.mediaType = "image/jpeg";
        upload.path = m_folder->filePath(QString::fromStdString(upload.sha256.hex())).toStdString();
        QFile file(QString::fromStdString(upload.path));
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(reinterpret_cast<const char *>(octets.data()), qint64(bytes)) !=
                qint64(bytes))
            qFatal("cannot write a blob");
        return upload;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestUploadPhase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestUploadPhase::smallBlob_arrivesWhole()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto upload = blob(1000, 1);
    tablet.store.addUpload(upload);
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QCOMPARE(summary->blobsSent, std::uint64_t(1));
    QCOMPARE(summary->bytesUploaded, std::uint64_t(1000));
    QVERIFY(sha256(bench.server.state().blobs.at(upload.sha256)) == upload.sha256);
    QVERIFY(tablet.store.state().uploaded.contains(upload.sha256));
}

void TestUploadPhase::blobTheServerHas_sendsNoOctet()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto upload = blob(1000, 1);
    tablet.store.addUpload(upload);
    QFile file(QString::fromStdString(upload.path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray octets = file.readAll();
    bench.server.addBlob(Bytes(octets.begin(), octets.end()));
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.api.countOf("patchUpload"), std::uint64_t(0));
    QVERIFY(tablet.store.state().uploaded.contains(upload.sha256));
}

void TestUploadPhase::largeBlob_growsItsChunksWhileFast()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto upload = blob(limits::kPatchBytesDefault * 40, 1);
    tablet.store.addUpload(upload);
    QVERIFY(tablet.run().has_value());
    // 1 + 2 + 4 + 8 + 16 = 31 units, and the last 9.
    QCOMPARE(tablet.api.countOf("patchUpload"), std::uint64_t(6));
    QVERIFY(bench.server.state().blobs.contains(upload.sha256));
}

void TestUploadPhase::slowLink_keepsChunksSmall()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    tablet.store.addUpload(blob(limits::kPatchBytesDefault * 10, 1));
    tablet.api.setScript([&](const Call &call) -> std::optional<Fault> {
        if (call.name == "patchUpload")
            bench.clock.advance(5'000);
        return std::nullopt;
    });
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.api.countOf("patchUpload"), std::uint64_t(10));
}

void TestUploadPhase::brokenLink_continuesAtTheServersOffset()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto upload = blob(limits::kPatchBytesDefault * 4, 1);
    tablet.store.addUpload(upload);
    tablet.failOnce("patchUpload", 2, {});
    QVERIFY(!tablet.run().has_value());
    QVERIFY(!tablet.store.state().uploaded.contains(upload.sha256));
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QCOMPARE(summary->bytesUploaded, std::uint64_t(limits::kPatchBytesDefault * 3));
    QCOMPARE(tablet.api.countOf("startUpload"), std::uint64_t(1));
    QVERIFY(bench.server.state().blobs.contains(upload.sha256));
}

void TestUploadPhase::lostAnswerOfAChunk_continuesAtTheServersOffset()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto upload = blob(limits::kPatchBytesDefault * 4, 1);
    tablet.store.addUpload(upload);
    tablet.failOnce("patchUpload", 2,
                    {Kind::Duplicate, ErrorCode::Internal, 0}); // the second meets 409
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QCOMPARE(tablet.api.countOf("uploadState"), std::uint64_t(1));
    QVERIFY(bench.server.state().blobs.contains(upload.sha256));
}

void TestUploadPhase::crashAfterCreation_findsTheSameUpload()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto upload = blob(limits::kPatchBytesDefault * 4, 1);
    tablet.store.addUpload(upload);
    const auto before = tablet.store.state();
    tablet.failOnce("patchUpload", 3, {});
    QVERIFY(!tablet.run().has_value());
    auto forgot = tablet.store.state();
    forgot.uploads = before.uploads; // the id of the upload never reached the disk
    tablet.store.restore(forgot);
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QVERIFY(summary->bytesUploaded < upload.bytes);
    QVERIFY(bench.server.state().blobs.contains(upload.sha256));
}

void TestUploadPhase::expiredUpload_startsAnew()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    auto upload = blob(1000, 1);
    upload.upload = "upload-of-last-month";
    tablet.store.addUpload(upload);
    QVERIFY(tablet.run().has_value());
    QVERIFY(bench.server.state().blobs.contains(upload.sha256));
}

void TestUploadPhase::damagedOnTheWay_startsAnew()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto upload = blob(1000, 1);
    tablet.store.addUpload(upload);
    tablet.failOnce("patchUpload", 1, {Kind::Refuse, ErrorCode::ChecksumMismatch, 0});
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.api.countOf("startUpload"), std::uint64_t(2));
    QVERIFY(bench.server.state().blobs.contains(upload.sha256));
}

void TestUploadPhase::damagedFile_isRefusedAfterThreeTimesAndTheNextGoes()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto damaged = blob(1000, 1);
    const auto good = blob(1000, 2);
    QFile file(QString::fromStdString(damaged.path));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.write("flipped"), qint64(7));
    file.close();
    tablet.store.addUpload(damaged);
    tablet.store.addUpload(good);
    const auto summary = tablet.run();
    QVERIFY(summary.has_value());
    QCOMPARE(summary->blobsRefused, std::uint64_t(1));
    QCOMPARE(summary->blobsSent, std::uint64_t(1));
    QCOMPARE(tablet.api.countOf("startUpload"), std::uint64_t(4)); // three and one
    QCOMPARE(tablet.store.state().uploadsRefused.at(damaged.sha256).code,
             ErrorCode::ChecksumMismatch);
    QVERIFY(!bench.server.state().blobs.contains(damaged.sha256));
    QVERIFY(bench.server.state().blobs.contains(good.sha256));
}

void TestUploadPhase::missingFile_isRefusedAndTheNextGoes()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto missing = blob(1000, 1);
    const auto good = blob(1000, 2);
    QVERIFY(QFile::remove(QString::fromStdString(missing.path)));
    tablet.store.addUpload(missing);
    tablet.store.addUpload(good);
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.store.state().uploadsRefused.at(missing.sha256).code, ErrorCode::NotFound);
    QVERIFY(bench.server.state().blobs.contains(good.sha256));
}

void TestUploadPhase::shorterFile_isRefused()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto cut = blob(1000, 1);
    QVERIFY(QFile::resize(QString::fromStdString(cut.path), 400));
    tablet.store.addUpload(cut);
    QVERIFY(tablet.run().has_value());
    QVERIFY(tablet.store.state().uploadsRefused.contains(cut.sha256));
    QVERIFY(!bench.server.state().blobs.contains(cut.sha256));
}

void TestUploadPhase::refusedType_isRecordedAndTheNextGoes()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto film = blob(1000, 1);
    const auto good = blob(1000, 2);
    tablet.store.addUpload(film);
    tablet.store.addUpload(good);
    tablet.failOnce("startUpload", 1, {Kind::Refuse, ErrorCode::UnsupportedMedia, 0});
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.store.state().uploadsRefused.at(film.sha256).code, ErrorCode::UnsupportedMedia);
    QVERIFY(bench.server.state().blobs.contains(good.sha256));
}

void TestUploadPhase::fullServer_endsThePhaseAndKeepsTheQueue()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    tablet.store.addUpload(blob(1000, 1));
    tablet.store.addUpload(blob(1000, 2));
    tablet.failOnce("patchUpload", 1, {Kind::Refuse, ErrorCode::StorageFull, 0});
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::StorageFull);
    QVERIFY(!tablet.engine.summary().failedOnTablet);
    QCOMPARE(tablet.engine.summary().retryAfterSeconds, 3600);
    QVERIFY(tablet.store.state().uploadsRefused.empty());
    QVERIFY(tablet.run().has_value());
    QCOMPARE(tablet.store.state().uploaded.size(), std::size_t(2));
}

void TestUploadPhase::textOnly_sendsNoBlob()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    tablet.store.addUpload(blob(1000, 1));
    const auto event = bench.saveHazards(tablet, 1).front();
    QVERIFY(tablet.run(false).has_value());
    QCOMPARE(bench.inLog(event), std::uint64_t(1));
    QCOMPARE(tablet.api.countOf("startUpload"), std::uint64_t(0));
}

void TestUploadPhase::textFirst_blobsAfter()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    tablet.store.addUpload(blob(1000, 1));
    bench.saveHazards(tablet, 1);
    QVERIFY(tablet.run().has_value());
    const auto &calls = tablet.api.calls();
    const auto first = std::find(calls.begin(), calls.end(), "startUpload");
    QVERIFY(std::find(calls.begin(), calls.end(), "push") < first);
    QVERIFY(std::find(calls.begin(), calls.end(), "pull") < first);
    QVERIFY(std::find(first, calls.end(), "push") == calls.end());
}

void TestUploadPhase::cancelled_continuesLater()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    const auto upload = blob(limits::kPatchBytesDefault * 8, 1);
    tablet.store.addUpload(upload);
    tablet.engine.onProgress([](const sync::Progress &progress) {
        return progress.phase != sync::Phase::Upload || progress.done < limits::kPatchBytesDefault;
    });
    const auto summary = tablet.run();
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Cancelled);
    QVERIFY(!tablet.engine.summary().failedOnTablet);
    tablet.engine.onProgress({});
    const auto later = tablet.run();
    QVERIFY(later.has_value());
    QCOMPARE(later->bytesUploaded, std::uint64_t(limits::kPatchBytesDefault * 7));
    QVERIFY(bench.server.state().blobs.contains(upload.sha256));
}

QTEST_GUILESS_MAIN(TestUploadPhase)
#include "tst_UploadPhase.moc"
