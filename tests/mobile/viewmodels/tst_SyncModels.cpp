#include <QSignalSpy>
#include <QTest>

#include "mobile/viewmodels/ScreenBench.h"
#include "viewmodels/App.h"
#include "viewmodels/Core.h"
#include "viewmodels/SyncItemModel.h"
#include "viewmodels/SyncStatus.h"

using namespace campus;
using namespace campus::support;
using namespace campus::viewmodels;

// What people see of synchronisation: the badge's figures, the records and the cards.
class tst_SyncModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<TabletBench>();
        m_tablet = &m_bench->syncedTablet(m_bench->officer);
        m_screen = std::make_unique<ScreenBench>(*m_bench, *m_tablet);
        m_screen->useLanguage(QStringLiteral("en"));
    }
    void cleanup()
    {
        m_screen.reset();
        m_bench.reset();
    }

    void records_showHowFarTheyHaveCome();
    void records_onlyUnfinished_leavesOutTheVerified();
    void card_isShownWithItsReasonAndGoesWhenNoted();
    void card_attachedAsNote_becomesARecord();
    void card_ofAnUnknownRecord_saysWhy();
    void status_countsWhatIsUnsent();
    void status_isSettledOnlyWhenItIsKnownSo();
    void status_fullDisk_saysThatNothingComesIn();
    void records_ofSomebodyElse_areTheirs();
    void records_finishedOnes_comeByPages();
    void status_followsTheRun();
    void status_failure_saysWhatAndWhen();
    void status_actsReachTheSyncThread();
    void newCard_isToldByAToast();

private:
    // Both officers issue an order for the same hazard, with other deadlines; the second is refused.
    std::string refusedEvent()
    {
        const std::string hazard = m_bench->saveHazards(*m_tablet, 1).front();
        CAMPUS_ASSERT(m_tablet->synced());
        Tablet &other = m_bench->syncedTablet(m_bench->colleague);
        const std::uint64_t seen = m_bench->onServer(hazard)->version;
        other.save(m_bench->acts.assigned(m_bench->colleague, {hazard, "S1", seen}));
        CAMPUS_ASSERT(other.synced());
        const std::string mine =
            m_tablet->save(m_bench->acts.assigned(m_bench->officer, {hazard, "S1", seen}, 9));
        CAMPUS_ASSERT(m_tablet->synced());
        return mine;
    }

    std::unique_ptr<TabletBench> m_bench;
    Tablet *m_tablet = nullptr;
    std::unique_ptr<ScreenBench> m_screen;
};

void tst_SyncModels::records_showHowFarTheyHaveCome()
{
    SyncItemModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(settle(model));
    QCOMPARE(model.count(), 0);
    m_bench->saveHazards(*m_tablet, 1);
    QTRY_COMPARE_WITH_TIMEOUT(model.count(), 1, kPatienceMillis);
    QCOMPARE(valueAt(model, 0, "state").toInt(), numberOf(Core::SyncState::LocalOnly));
    QCOMPARE(valueAt(model, 0, "stateText").toString(), QStringLiteral("On this device only"));
    QCOMPARE(valueAt(model, 0, "title").toString(),
             QStringLiteral("Hazard registered: 通道堵塞 0"));
    QCOMPARE(valueAt(model, 0, "subtitle").toString(), QStringLiteral("第一中学S1"));
    QCOMPARE(valueAt(model, 0, "photosTotal").toInt(), 1);
    QCOMPARE(valueAt(model, 0, "photosVerified").toInt(), 0);
    QCOMPARE(valueAt(model, 0, "isCard").toBool(), false);
    QVERIFY(!valueAt(model, 0, "timeText").toString().isEmpty());
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QVERIFY(m_tablet->synced());
    QTRY_COMPARE_WITH_TIMEOUT(valueAt(model, 0, "state").toInt(),
                              numberOf(Core::SyncState::Verified), kPatienceMillis);
    QCOMPARE(valueAt(model, 0, "photosVerified").toInt(), 1);
    QCOMPARE(resets.count(), 0);
}

void tst_SyncModels::records_onlyUnfinished_leavesOutTheVerified()
{
    m_bench->saveHazards(*m_tablet, 1);
    QVERIFY(m_tablet->synced());
    m_bench->saveHazards(*m_tablet, 1);
    SyncItemModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(settle(model));
    QCOMPARE(model.count(), 2);
    model.setOnlyUnfinished(true);
    QVERIFY(settle(model));
    QCOMPARE(model.count(), 1);
    QVERIFY(m_tablet->synced());
    QTRY_COMPARE_WITH_TIMEOUT(model.count(), 0, kPatienceMillis);
}

void tst_SyncModels::card_isShownWithItsReasonAndGoesWhenNoted()
{
    const QString refused = QString::fromStdString(refusedEvent());
    SyncItemModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(settle(model));
    const int row = rowWith(model, "itemId", refused);
    QVERIFY(row >= 0);
    QCOMPARE(valueAt(model, row, "isCard").toBool(), true);
    QCOMPARE(valueAt(model, row, "state").toInt(), numberOf(Core::SyncState::Rejected));
    QVERIFY(!valueAt(model, row, "reasonText").toString().isEmpty());
    QVERIFY(model.takeNote(refused));
    QTRY_VERIFY_WITH_TIMEOUT(!valueAt(model, rowWith(model, "itemId", refused), "isCard").toBool(),
                             kPatienceMillis);
}

void tst_SyncModels::card_attachedAsNote_becomesARecord()
{
    const QString refused = QString::fromStdString(refusedEvent());
    SyncItemModel model;
    QVERIFY(settle(model));
    const int before = model.count();
    QVERIFY2(model.attachAsNote(refused), qPrintable(model.errorText()));
    QTRY_COMPARE_WITH_TIMEOUT(model.count(), before + 1, kPatienceMillis);
    QTRY_VERIFY_WITH_TIMEOUT(!valueAt(model, rowWith(model, "itemId", refused), "isCard").toBool(),
                             kPatienceMillis);
    QVERIFY(valueAt(model, 0, "title").toString().startsWith(QStringLiteral("Note")));
}

void tst_SyncModels::card_ofAnUnknownRecord_saysWhy()
{
    SyncItemModel model;
    QVERIFY(settle(model));
    QVERIFY(!model.takeNote(QStringLiteral("no-such-event")));
    QVERIFY(!model.errorText().isEmpty());
    QVERIFY(!model.attachAsNote(QStringLiteral("no-such-event")));
    QVERIFY(!model.errorText().isEmpty());
}

void tst_SyncModels::status_countsWhatIsUnsent()
{
    SyncStatus status(*m_screen->workplace);
    QTRY_COMPARE_WITH_TIMEOUT(status.daysSinceSync(), 0, kPatienceMillis);
    QCOMPARE(status.unsentText(), QString());
    QVERIFY(status.lastSyncText().startsWith(QStringLiteral("Last synchronised")));
    m_bench->saveHazards(*m_tablet, 3);
    QTRY_COMPARE_WITH_TIMEOUT(status.unsentEvents(), 3, kPatienceMillis);
    QCOMPARE(status.unsentPhotos(), 3);
    QCOMPARE(status.unsentText(),
             QStringLiteral("3 records and 3 photos not sent yet (under 0.1 MB)"));
    m_screen->useLanguage(QStringLiteral("zh_CN"));
    QCOMPARE(status.unsentText(), QStringLiteral("还有 3 项、3 张照片未上传（不足 0.1 MB）"));
    QVERIFY(m_tablet->synced());
    QTRY_COMPARE_WITH_TIMEOUT(status.unsentText(), QString(), kPatienceMillis);
}

void tst_SyncModels::status_isSettledOnlyWhenItIsKnownSo()
{
    SyncStatus status(*m_screen->workplace);
    QVERIFY(!status.isKnown() && !status.isReceived() && !status.isSettled()); // not yet asked
    QTRY_VERIFY_WITH_TIMEOUT(status.isKnown(), kPatienceMillis);
    QVERIFY(status.isReceived() && status.isSettled());
    const std::string hazard = m_bench->saveHazards(*m_tablet, 1).front();
    QTRY_VERIFY_WITH_TIMEOUT(!status.isSettled(), kPatienceMillis);
    const auto photo = m_tablet->store().photosOf({domain::ObjectKind::Hazard, hazard})->front();
    QVERIFY(QFile::remove(QString::fromStdString(photo.path)));
    QVERIFY(m_tablet->synced());
    QTRY_COMPARE_WITH_TIMEOUT(status.lostPhotos(), 1, kPatienceMillis);
    QCOMPARE(status.unsentText(), QString());
    QVERIFY(!status.isSettled());
}

void tst_SyncModels::status_fullDisk_saysThatNothingComesIn()
{
    SyncStatus status(*m_screen->workplace);
    QTRY_VERIFY_WITH_TIMEOUT(status.isKnown(), kPatienceMillis);
    // The server's own disk: nothing is wrong with this tablet.
    m_screen->sync.become({false, {}, Error{ErrorCode::StorageFull, "507"}, std::nullopt});
    QCOMPARE(status.errorText(), ErrorText::of(ErrorCode::StorageFull));
    m_bench->saveHazards(*m_tablet, 1);
    // Without its reserve it is this tablet's; the next change tells.
    QVERIFY(QFile::remove(QString::fromStdString(m_tablet->directory() + "/reserve")));
    m_tablet->save(m_bench->acts.registered(m_bench->officer, "S1", "文字还能保存"));
    QTRY_VERIFY_WITH_TIMEOUT(status.isStorageLow(), kPatienceMillis);
    QVERIFY(status.errorText() != ErrorText::of(ErrorCode::StorageFull));
    QVERIFY(!status.freeableText().isEmpty());
}

void tst_SyncModels::records_ofSomebodyElse_areTheirs()
{
    m_bench->saveHazards(*m_tablet, 1);
    wire::SignInRequest request;
    request.user = m_bench->colleague.id;
    request.device = m_tablet->store().identity().device;
    QVERIFY(m_tablet->store().signIn(m_bench->server.signIn(request)->session));
    SyncItemModel model;
    QVERIFY(settle(model));
    QCOMPARE(model.count(), 0);
    SyncStatus status(*m_screen->workplace);
    QTRY_COMPARE_WITH_TIMEOUT(status.othersUnfinished(), 1, kPatienceMillis);
    QCOMPARE(status.unsentEvents(), 1); // what the tablet holds back is counted for everybody
    QVERIFY(m_tablet->store().handOverTo(m_bench->officer.id));
    QTRY_COMPARE_WITH_TIMEOUT(model.count(), 1, kPatienceMillis);
}

void tst_SyncModels::records_finishedOnes_comeByPages()
{
    const QString refused = QString::fromStdString(refusedEvent());
    for (int i = 0; i < 210; ++i)
        m_tablet->save(
            m_bench->acts.registered(m_bench->officer, "S1", "之后 " + std::to_string(i)));
    QVERIFY(m_tablet->synced());
    SyncItemModel model;
    QVERIFY(settle(model));
    QCOMPARE(model.count(), 1 + 200);
    QCOMPARE(rowWith(model, "itemId", refused), 0); // older than all of them
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QVERIFY(settle(model));
    QCOMPARE(model.count(), 1 + 211);
    QVERIFY(!model.canFetchMore({}));
}

void tst_SyncModels::status_followsTheRun()
{
    SyncStatus status(*m_screen->workplace);
    const QSignalSpy changes(&status, &SyncStatus::changed);
    m_screen->sync.become({true, {sync::Phase::Push, 5, 20}, std::nullopt, std::nullopt});
    QVERIFY(status.isRunning());
    QCOMPARE(status.progress(), 0.25);
    QCOMPARE(status.phaseText(), QStringLiteral("Sending records (5 of 20)"));
    m_screen->sync.become(
        {true, {sync::Phase::Upload, 1 << 20, 4 << 20}, std::nullopt, std::nullopt});
    QCOMPARE(status.phaseText(), QStringLiteral("Sending photos (1.0 MB of 4.0 MB)"));
    m_screen->sync.become({true, {sync::Phase::Session, 0, 0}, std::nullopt, std::nullopt});
    QCOMPARE(status.progress(), -1.0);
    QCOMPARE(status.phaseText(), QStringLiteral("Signing in"));
    m_screen->sync.become({});
    QVERIFY(!status.isRunning());
    QCOMPARE(status.phaseText(), QString());
    QVERIFY(changes.count() >= 4);
}

void tst_SyncModels::status_failure_saysWhatAndWhen()
{
    SyncStatus status(*m_screen->workplace);
    const Millis now = m_bench->clock.wall();
    m_screen->sync.become(
        {false, {}, Error{ErrorCode::NetworkFailed, "no route"}, now + 3 * 60'000});
    QVERIFY(status.isOffline());
    QCOMPARE(status.errorText(), ErrorText::of(ErrorCode::NetworkFailed));
    QCOMPARE(status.nextTryText(), QStringLiteral("Tries again in 3 minutes"));
    m_screen->sync.become({false, {}, Error{ErrorCode::ServerFailed, "503"}, now + 10'000});
    QVERIFY(!status.isOffline());
    QCOMPARE(status.nextTryText(), QStringLiteral("Tries again in a moment"));
    m_screen->sync.become({false, {}, Error{ErrorCode::Cancelled, "stopped"}, std::nullopt});
    QCOMPARE(status.errorText(), QString());
    QCOMPARE(status.nextTryText(), QString());
}

void tst_SyncModels::status_actsReachTheSyncThread()
{
    SyncStatus status(*m_screen->workplace);
    QVERIFY(status.syncNow());
    QVERIFY(status.stop());
    QCOMPARE(m_screen->sync.asked, 1);
    QCOMPARE(m_screen->sync.stopped, 1);
}

void tst_SyncModels::newCard_isToldByAToast()
{
    App app(*m_screen->workplace);
    QSignalSpy toasts(&app, &App::toast);
    // Its first look finds no card.
    SyncStatus status(*m_screen->workplace);
    QTRY_COMPARE_WITH_TIMEOUT(status.daysSinceSync(), 0, kPatienceMillis);
    refusedEvent();
    QTRY_COMPARE_WITH_TIMEOUT(toasts.count(), 1, kPatienceMillis);
    QCOMPARE(toasts.first().first().toString(),
             QStringLiteral("1 record came back. See the synchronisation page."));
    QTRY_COMPARE_WITH_TIMEOUT(status.cardCount(), 1, kPatienceMillis);
}

QTEST_MAIN(tst_SyncModels)
#include "tst_SyncModels.moc"
