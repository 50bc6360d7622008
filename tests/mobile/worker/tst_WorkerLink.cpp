#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "mobile/worker/WorkerField.h"

using namespace campus;
using namespace campus::support;
using namespace std::chrono_literals;

namespace {

// A photo on the tablet's disk, waiting for its upload.
Digest addPhoto(Field &field, const QTemporaryDir &folder, int bytes)
{
    QByteArray octets;
    for (int i = 0; i < bytes; ++i)
        octets.append(static_cast<char>(i * 7 + i / 251));
    QFile file(folder.filePath(QStringLiteral("photo")));
    if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size())
        return {};
    const Digest digest = sha256(octets.toStdString());
    field.tablet.store.addUpload({digest, static_cast<std::uint64_t>(bytes), "image/jpeg",
                                  file.fileName().toStdString(), ""});
    return digest;
}

} // namespace

class tst_WorkerLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void captivePortal_losesNothing();
    void timeout_losesNothing();
    void answerCutShort_countsOnce();
    void expiredSession_isRenewed();
    void lostSession_waitsForThePerson();
    void certificateFailure_waitsForAPerson();
    void stopRun_endsTheRequestUnderWay();
    void shutDown_duringARequest_losesNothing();
    void upload_goesOnAfterAConflict();
    void upload_goesOnAfterALostAnswer();
    void newEvents_goBeforeTheRestOfAPhoto();
};

void tst_WorkerLink::captivePortal_losesNothing()
{
    Field field;
    const auto saved = field.bench.saveHazards(field.tablet, 4);
    bool portal = true;
    field.server.setScript([&](const Asked &asked) {
        return std::exchange(portal, false)
                   ? answered(200, {{"Content-Type", "text/html"}}, "<html>Welcome</html>")
                   : field.front(asked);
    });
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.finished));
    QCOMPARE(field.failure().error.code, ErrorCode::NetworkFailed);
    QVERIFY(field.allInLogOnce(saved));
}

void tst_WorkerLink::timeout_losesNothing()
{
    Field field;
    field.transferTimeout = 200ms;
    const auto saved = field.bench.saveHazards(field.tablet, 4);
    int asked = 0;
    field.server.setScript([&](const Asked &request) {
        Scripted answer = field.front(request); // the server acts, and its answer is lost
        answer.silent = ++asked == 1;
        return answer;
    });
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.finished));
    QCOMPARE(field.failed->count(), 1);
    QCOMPARE(field.failure().error.code, ErrorCode::NetworkFailed);
    QVERIFY(field.allInLogOnce(saved));
    QCOMPARE(field.tablet.store.countIn(MemorySyncStore::Stage::Settled), std::size_t{4});
}

void tst_WorkerLink::answerCutShort_countsOnce()
{
    Field field;
    const auto saved = field.bench.saveHazards(field.tablet, 4);
    int asked = 0;
    field.server.setScript([&](const Asked &request) {
        Scripted answer = field.front(request);
        if (++asked <= 3) {
            answer.octets.chop(10);
            answer.closeAfter = true;
        }
        return answer;
    });
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.finished));
    QCOMPARE(field.failed->count(), 3);
    QVERIFY(field.allInLogOnce(saved));
    QCOMPARE(field.tablet.store.countIn(MemorySyncStore::Stage::Settled), std::size_t{4});
}

void tst_WorkerLink::expiredSession_isRenewed()
{
    Field field;
    const auto saved = field.bench.saveHazards(field.tablet, 1);
    const std::string before = field.tablet.store.session()->token;
    field.bench.server.expireSessions();
    QVERIFY(field.finishes());
    QVERIFY(field.allInLogOnce(saved));
    QVERIFY(field.tablet.store.session()->token != before);
}

void tst_WorkerLink::lostSession_waitsForThePerson()
{
    Field field;
    field.server.setScript([](const Asked &) { return ours(401, "", ""); });
    const auto saved = field.bench.saveHazards(field.tablet, 1);
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.failed));
    QCOMPARE(field.failure().error.code, ErrorCode::Unauthenticated);
    QVERIFY(*field.failure().nextTryAt >=
            field.bench.clock.wall() + 60'000); // whatever the policy says
    QCOMPARE(field.tablet.store.countIn(MemorySyncStore::Stage::Saved), saved.size());
}

void tst_WorkerLink::certificateFailure_waitsForAPerson()
{
    SyncBench bench;
    BenchTablet &tablet = bench.tablet(bench.officer);
    worker::SyncWorker worker(tablet.store, bench.clock, [] {
        return std::make_unique<net::HttpSyncApi>(QUrl(QStringLiteral("http://192.0.2.1")));
    });
    QSignalSpy failed(&worker, &worker::SyncWorker::failed);
    worker.syncNow();
    QVERIFY(Field::waitFor(failed));
    const auto failure = failed.first().first().value<worker::SyncFailure>();
    QCOMPARE(failure.error.code, ErrorCode::CertificateRejected);
    QVERIFY(!failure.nextTryAt);
}

void tst_WorkerLink::stopRun_endsTheRequestUnderWay()
{
    Field field;
    field.server.setScript([&](const Asked &asked) {
        field.worker().stopRun();
        return silent(asked);
    });
    QElapsedTimer timer;
    timer.start();
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.failed));
    QVERIFY(timer.elapsed() < 30'000); // not the minute the request would have waited
    QCOMPARE(field.failure().error.code, ErrorCode::Cancelled);
    QVERIFY(!field.failure().nextTryAt);
    QVERIFY(field.failuresSeen.empty());
    field.server.setScript([&](const Asked &asked) { return field.front(asked); });
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.finished));
}

void tst_WorkerLink::shutDown_duringARequest_losesNothing()
{
    Field field;
    const auto saved = field.bench.saveHazards(field.tablet, 3);
    QEventLoop untilAsked;
    field.server.setScript([&](const Asked &asked) {
        untilAsked.quit();
        Scripted answer = field.front(asked); // acted on, not answered
        answer.silent = true;
        return answer;
    });
    field.worker().syncNow();
    untilAsked.exec();
    QElapsedTimer timer;
    timer.start();
    field.endWorker();
    QVERIFY(timer.elapsed() < 30'000);
    QCOMPARE(field.tablet.store.countIn(MemorySyncStore::Stage::Saved), std::size_t{3});
    field.server.setScript([&](const Asked &asked) { return field.front(asked); });
    QVERIFY(field.finishes());
    QVERIFY(field.allInLogOnce(saved));
    QCOMPARE(field.tablet.store.countIn(MemorySyncStore::Stage::Settled), std::size_t{3});
}

void tst_WorkerLink::upload_goesOnAfterAConflict()
{
    Field field;
    const QTemporaryDir folder;
    const Digest photo = addPhoto(field, folder, 700'000);
    QVERIFY(photo != Digest{});
    int patches = 0;
    int conflicts = 0;
    field.server.setScript([&](const Asked &asked) {
        if (asked.method == "PATCH" && ++patches == 2)
            field.front(asked); // the link delivers it twice
        const Scripted answer = field.front(asked);
        conflicts += answer.octets.startsWith("HTTP/1.1 409") ? 1 : 0;
        return answer;
    });
    QVERIFY(field.finishes());
    QCOMPARE(conflicts, 1);
    QVERIFY(field.bench.server.state().blobs.contains(photo));
    QVERIFY(field.tablet.store.state().uploaded.contains(photo));
    QCOMPARE(field.finished->at(0).first().value<sync::SyncSummary>().blobsSent, std::uint64_t{1});
}

void tst_WorkerLink::upload_goesOnAfterALostAnswer()
{
    Field field;
    field.transferTimeout = 200ms;
    const QTemporaryDir folder;
    const Digest photo = addPhoto(field, folder, 700'000);
    int patches = 0;
    quint64 octets = 0;
    field.server.setScript([&](const Asked &asked) {
        Scripted answer = field.front(asked);
        octets += asked.method == "PATCH" ? static_cast<quint64>(asked.body.size()) : 0;
        if (asked.method == "PATCH" && ++patches == 1)
            return silent(asked); // kept by the server, its answer lost
        return answer;
    });
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.finished));
    QCOMPARE(field.failed->count(), 1);
    QVERIFY(field.tablet.store.state().uploaded.contains(photo));
    QVERIFY(sha256(field.bench.server.state().blobs.at(photo)) == photo);
    QCOMPARE(octets, quint64{700'000}); // nothing went twice
}

void tst_WorkerLink::newEvents_goBeforeTheRestOfAPhoto()
{
    Field field;
    const QTemporaryDir folder;
    const Digest photo = addPhoto(field, folder, 700'000);
    QByteArrayList order;
    std::vector<std::string> saved;
    field.server.setScript([&](const Asked &asked) {
        order.append(asked.method == "POST" ? asked.target : asked.method);
        const Scripted answer = field.front(asked);
        if (asked.method == "PATCH" && saved.empty()) { // the worker waits for this very answer
            saved = field.bench.saveHazards(field.tablet, 1);
            field.worker().noteLocalEvents();
        }
        return answer;
    });
    field.worker().syncNow();
    QVERIFY(Field::waitFor(*field.finished));
    QVERIFY(field.allInLogOnce(saved));
    QVERIFY(field.tablet.store.state().uploaded.contains(photo));
    const auto first = order.indexOf("PATCH");
    QVERIFY2(order.indexOf("/api/v1/push", first) < order.indexOf("PATCH", first + 1),
             order.join(' ').constData());
    QCOMPARE(field.failed->count(), 0);
    QCOMPARE(field.started->count(), 2);
}

QTEST_GUILESS_MAIN(tst_WorkerLink)
#include "tst_WorkerLink.moc"
