// Power cuts, full disks and damaged files: what a person saw saved is there afterwards.
#include <QtTest>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>

#include "mobile/store/FullDisk.h"
#include "mobile/store/TabletBench.h"
#include "sqlite/Database.h"

using namespace campus;
using namespace campus::support;

namespace {

constexpr std::uint64_t kSeed = 20250630;

// The child: saves hazards with their photos until it is killed, and says each id once it is saved.
int saveUntilKilled(const char *folder, std::uint64_t seed)
{
    FakeClock clock;
    clock.advance(static_cast<Millis>(seed % 100'000) * 1000);
    SeededRandom random(seed);
    IdSource ids(clock, random);
    FieldActs acts(clock, ids);
    auto store = store::TabletStore::open(folder, clock, random);
    if (!store || !(*store)->actingUser())
        return 1;
    const domain::User officer = *(*store)->actingUser();
    for (std::uint32_t i = 1;; ++i) {
        clock.advance(1000);
        const auto photo =
            (*store)->keepBlob(picture(static_cast<std::uint32_t>(seed) + i, 5000), "image/jpeg");
        if (!photo)
            return 2;
        acts.usePhoto(*photo);
        store::Save save;
        save.events = {acts.registered(officer, "S1", "断电时登记 " + std::to_string(i))};
        const auto saved = (*store)->append(save);
        if (!saved || !saved->saved)
            return 3;
        std::cout << saved->events.front() << std::endl;
    }
}

void overwrite(const std::string &path, std::uint64_t from, std::uint64_t count)
{
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(from));
    const std::string garbage(count, '\xA5');
    file.write(garbage.data(), static_cast<std::streamsize>(garbage.size()));
}

std::uint64_t sizeOf(const std::string &path)
{
    store::PosixFiles files;
    return files.size(path).value_or(0);
}

std::vector<std::string> ownEvents(Tablet &tablet)
{
    store::JournalQuery query;
    query.page.limit = 100'000;
    std::vector<std::string> ids;
    const auto journal = tablet.store().journal(query);
    if (!journal)
        return ids;
    for (const store::OwnEvent &own : *journal)
        ids.push_back(own.id);
    return ids;
}

} // namespace

class tst_TabletSurvival : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWhileSaving_keepsEveryEventThatWasReported();
    void fullDisk_stillSavesAMebibyteOfTextAndRefusesPhotos();
    void fullDisk_takesNoBootstrapFromTheRoomOfText();
    void fullDisk_givesUpTheReserveForASignIn();
    void damagedFirstPage_losesNoEvent();
    void damagedPagesInTheMiddle_areFoundAndTheRestIsKept();
    void truncatedFile_givesItsReadableRows();
    void stopBetweenTheSwapsOfARecovery_isFinishedNextTime();
    void unknownSchema_isLeftAlone();
};

void tst_TabletSurvival::killedWhileSaving_keepsEveryEventThatWasReported()
{
    qInfo("seed %llu", static_cast<unsigned long long>(kSeed));
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    SeededRandom random(kSeed);
    std::vector<std::string> reported;
    for (int round = 0; round < 10; ++round) {
        tablet.close();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--save-until-killed"), QString::fromStdString(tablet.directory()),
                     QString::number(kSeed + static_cast<std::uint64_t>(round) * 1000)});
        const std::uint64_t enough = 3 + random.below(12);
        QByteArray said;
        while (said.count('\n') < static_cast<qsizetype>(enough) && child.waitForReadyRead(20'000))
            said += child.readAllStandardOutput();
        // Somewhere in the middle of the next saves, by busy waiting a seeded while.
        QElapsedTimer timer;
        timer.start();
        const auto micros = static_cast<qint64>(random.below(20'000));
        while (timer.nsecsElapsed() / 1000 < micros)
            ;
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        said += child.readAllStandardOutput();
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        const auto lines = said.split('\n');
        QVERIFY(static_cast<std::uint64_t>(lines.size()) > enough);
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) // the last one may be cut
            reported.push_back(lines[i].toStdString());

        tablet.open();
        QVERIFY(tablet.store().verifyJournal()); // I3, I9
        const auto kept = ownEvents(tablet);
        for (const std::string &id : reported) // I1
            QVERIFY2(std::find(kept.begin(), kept.end(), id) != kept.end(), id.c_str());
        QVERIFY(kept.size() <= reported.size() + static_cast<std::size_t>(round) + 1);
        QVERIFY(tablet.store().openReport().unclean);
        QCOMPARE(tablet.store().hazards({})->size(), std::min<std::size_t>(kept.size(), 500)); // I2
    }
    QVERIFY(tablet.synced());
    QCOMPARE(tablet.store().unsentCount(), 0u);
}

void tst_TabletSurvival::fullDisk_stillSavesAMebibyteOfTextAndRefusesPhotos()
{
    constexpr std::uint64_t kDisk = 16 * 1024 * 1024;
    QTemporaryDir folder;
    FullDisk disk(folder.path().toStdString(), kDisk);
    TabletBench bench;
    Tablet tablet(folder.path().toStdString(), bench.server, bench.clock, 5);
    store::StoreOptions options;
    options.files = &disk;
    options.vfs = FullDisk::kVfs;
    tablet.open(options);
    tablet.enrol(bench.officer);
    QVERIFY(tablet.synced());
    QVERIFY(!tablet.store().syncOverview().storageLow);
    constexpr std::size_t kHazards = 20;
    const auto hazards = bench.saveHazards(tablet, kHazards);
    // Photos until the disk has no more room for one.
    std::uint32_t number = 1000;
    Result<Digest> photo = Digest{};
    while (photo)
        photo = tablet.store().keepBlob(picture(++number, 400'000), "image/jpeg");
    QCOMPARE(photo.error().code, ErrorCode::StorageFull);
    QVERIFY(!tablet.store().syncOverview().storageLow); // the reserve is for text
    Bytes png{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    png.resize(3000, 7);
    QVERIFY(tablet.store().keepBlob(png, "image/png", {}, true)); // a signature still goes
    // The rest of the disk goes to somebody else.
    const std::string hog = tablet.directory() + "/hog";
    store::PosixFiles files;
    QVERIFY(files.writeDurably(hog, Bytes(static_cast<std::size_t>(kDisk - disk.used()))));
    QCOMPARE(disk.freeBytes({}), 0u);

    const std::string words(6000, 'x');
    std::uint64_t text = 0;
    std::size_t saved = 0;
    for (;;) {
        bench.clock.advance(1000);
        store::Save save;
        save.events = {bench.acts.noted(bench.officer, {hazards[saved % kHazards], "S1", 0}, words)};
        const auto appended = tablet.store().append(save);
        if (!appended) {
            QCOMPARE(appended.error().code, ErrorCode::StorageFull);
            break;
        }
        QVERIFY(appended->saved);
        text += tablet.store().eventLine(appended->events.front())->size();
        ++saved;
        if (text > 4 * limits::kReserveFileBytes)
            QFAIL("the disk is not full");
    }
    qInfo("%zu events, %llu octets of text on a full disk", saved, static_cast<unsigned long long>(text));
    QVERIFY(text >= 1024 * 1024); // I11
    QVERIFY(tablet.store().syncOverview().storageLow);
    tablet.reopen(); // the disk is still full
    QVERIFY(tablet.store().verifyJournal());
    QCOMPARE(ownEvents(tablet).size(), saved + kHazards);
    QCOMPARE(tablet.store().keepBlob(picture(900'001), "image/jpeg").error().code, ErrorCode::StorageFull);

    QVERIFY(files.remove(hog));
    disk.resize(4 * kDisk);
    QVERIFY(tablet.synced());
    QVERIFY(!tablet.store().syncOverview().storageLow); // the reserve is there again
    QVERIFY(tablet.store().keepBlob(picture(900'001), "image/jpeg"));
}

void tst_TabletSurvival::fullDisk_takesNoBootstrapFromTheRoomOfText()
{
    constexpr std::uint64_t kDisk = 16 * 1024 * 1024;
    QTemporaryDir folder;
    FullDisk disk(folder.path().toStdString(), kDisk);
    TabletBench bench;
    Tablet tablet(folder.path().toStdString(), bench.server, bench.clock, 5);
    store::StoreOptions options;
    options.files = &disk;
    options.vfs = FullDisk::kVfs;
    tablet.open(options);
    tablet.enrol(bench.officer);
    disk.resize(disk.used() + 3 * 1024 * 1024);
    QVERIFY(!tablet.synced());
    QCOMPARE(errorCodeNamed(tablet.store().syncOverview().lastError), ErrorCode::StorageFull);
    // Not even of a part that fits what is left; the reserve stays for what a person writes.
    wire::BootstrapAnswer part;
    part.rows.resize(1);
    part.rows.front().kind = wire::FeedRow::Kind::Doc;
    part.rows.front().object = "H1";
    part.rows.front().doc = std::string(100'000, ' ');
    const wire::Head head{10, sha256("head")};
    QCOMPARE(tablet.store().beginBootstrap(head).error().code, ErrorCode::StorageFull);
    QCOMPARE(tablet.store().addBootstrapPart(part).error().code, ErrorCode::StorageFull);
    QVERIFY(!tablet.store().syncOverview().storageLow);
    QVERIFY(!tablet.store().syncOverview().roomToReceive);
    // A page that fills the disk is refused too, and gives up no reserve.
    disk.resize(disk.used() + 2 * 1024 * 1024);
    wire::PullAnswer page;
    page.rows.assign(40, part.rows.front());
    for (std::size_t i = 0; i < page.rows.size(); ++i)
        page.rows[i].object = "H" + std::to_string(i);
    QCOMPARE(tablet.store().applyPage(page).error().code, ErrorCode::StorageFull);
    QVERIFY(!tablet.store().syncOverview().storageLow);
    disk.resize(kDisk);
    QVERIFY(tablet.synced());
    QVERIFY(tablet.store().syncOverview().bootstrapped);
}

namespace {

// Secure storage on the same full disk: there is room once the reserve is gone.
class FullVault final : public store::KeyVault
{
public:
    explicit FullVault(std::string folder) : m_files(folder), m_reserve(folder + "/reserve") {}
    Result<std::optional<Bytes>> read(std::string_view name) override { return m_files.read(name); }
    Result<void> write(std::string_view name, BytesView secret) override
    {
        if (full && sizeOf(m_reserve) != 0)
            return {ErrorCode::StorageFull, "no room"};
        return m_files.write(name, secret);
    }
    bool full = false;

private:
    store::FileKeyVault m_files;
    std::string m_reserve;
};

} // namespace

void tst_TabletSurvival::fullDisk_givesUpTheReserveForASignIn()
{
    QTemporaryDir folder;
    TabletBench bench;
    FullVault vault(folder.path().toStdString());
    Tablet tablet(folder.path().toStdString(), bench.server, bench.clock, 5);
    store::StoreOptions options;
    options.vault = &vault;
    tablet.open(options);
    tablet.enrol(bench.officer);
    vault.full = true;
    wire::SignInRequest request;
    request.user = bench.colleague.id;
    request.device = tablet.store().identity().device;
    QVERIFY(tablet.store().signIn(bench.server.signIn(request)->session));
    QVERIFY(tablet.store().syncOverview().storageLow);
    QVERIFY(tablet.store().vault().write("password-x", asBytes("octets")));
    QCOMPARE(tablet.store().actingUser()->id, bench.colleague.id);
}

void tst_TabletSurvival::damagedFirstPage_losesNoEvent()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    bench.saveHazards(tablet, 5);
    QVERIFY(tablet.synced());
    bench.saveHazards(tablet, 20);
    const auto before = ownEvents(tablet);
    tablet.close();
    overwrite(tablet.directory() + "/tablet.db", 0, 4096);
    tablet.open();
    const store::OpenReport report = tablet.store().openReport();
    QVERIFY(report.recovered);
    QCOMPARE(report.eventsRecovered, 25u);
    QVERIFY(sizeOf(report.asideCopy) > 0);
    QCOMPARE(ownEvents(tablet), before);
    QCOMPARE(tablet.store().actingUser()->id, bench.officer.id);
    QVERIFY(tablet.store().session());
    QVERIFY(tablet.store().verifyJournal());
    QVERIFY(!tablet.store().position().bootstrapped);
    QVERIFY(tablet.synced());
    QCOMPARE(tablet.store().syncOverview().unsettledEvents, 0u);
    QCOMPARE(tablet.store().hazards({})->size(), 25u);
    for (const std::string &event : before)
        QCOMPARE(bench.inLog(event), 1u);
}

void tst_TabletSurvival::damagedPagesInTheMiddle_areFoundAndTheRestIsKept()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    bench.saveHazards(tablet, 150);
    const auto before = ownEvents(tablet);
    domain::Notice notice;
    notice.id = bench.ids.next();
    notice.school = "S1";
    QVERIFY(tablet.store().beginDraft({notice.id, bench.officer.id, store::DraftKind::Notice, 1, 1, notice}));
    tablet.close();
    const std::string file = tablet.directory() + "/tablet.db";
    const std::uint64_t pages = sizeOf(file) / 4096;
    // Every thirtieth page in the second half.
    for (std::uint64_t page = pages / 2; page < pages; page += 30)
        overwrite(file, page * 4096, 4096);
    tablet.open(); // a clean stop: nobody looks yet
    static_cast<void>(tablet.store().rebuildLists()); // somebody meets the damage
    tablet.reopen();
    QVERIFY(tablet.store().openReport().recovered);
    QVERIFY(tablet.store().verifyJournal());
    const auto kept = ownEvents(tablet);
    qInfo("%zu of %zu events recovered", kept.size(), before.size());
    QVERIFY(kept.size() >= before.size() * 3 / 4);
    for (const std::string &event : kept)
        QVERIFY(std::find(before.begin(), before.end(), event) != before.end());
    QVERIFY(tablet.synced());
    QCOMPARE(tablet.store().syncOverview().unsettledEvents, 0u);
    QCOMPARE(tablet.store().hazards({})->size(), kept.size());
    tablet.reopen();
    QVERIFY(!tablet.store().openReport().recovered);
}

void tst_TabletSurvival::truncatedFile_givesItsReadableRows()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    bench.saveHazards(tablet, 60);
    tablet.close();
    const std::string file = tablet.directory() + "/tablet.db";
    QVERIFY(QFile::resize(QString::fromStdString(file), static_cast<qint64>(sizeOf(file) * 3 / 4)));
    tablet.open();
    if (!tablet.store().openReport().recovered) { // the cut is met only when read
        static_cast<void>(tablet.store().rebuildLists());
        tablet.reopen();
    }
    QVERIFY(tablet.store().openReport().recovered);
    QVERIFY(!ownEvents(tablet).empty());
    QCOMPARE(tablet.store().identity().device.empty(), false); // kept beside the file, too
    QVERIFY(tablet.store().verifyJournal());
}

void tst_TabletSurvival::stopBetweenTheSwapsOfARecovery_isFinishedNextTime()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    bench.saveHazards(tablet, 3);
    tablet.close();
    // The recovered file is whole and named; the damaged one is still in place, with a log.
    const QString folder = QString::fromStdString(tablet.directory());
    QVERIFY(QFile::copy(folder + QStringLiteral("/tablet.db"), folder + QStringLiteral("/recovered.db")));
    overwrite(tablet.directory() + "/tablet.db", 0, 4096);
    QFile log(folder + QStringLiteral("/tablet.db-wal"));
    QVERIFY(log.open(QIODevice::WriteOnly) && log.write(QByteArray(8192, 'w')) == 8192);
    log.close();
    tablet.open();
    QCOMPARE(ownEvents(tablet).size(), 3u);
    QVERIFY(!QFile::exists(folder + QStringLiteral("/recovered.db")));
    QVERIFY(tablet.store().verifyJournal());
}

void tst_TabletSurvival::unknownSchema_isLeftAlone()
{
    TabletBench bench;
    Tablet &tablet = bench.syncedTablet(bench.officer);
    bench.saveHazards(tablet, 1);
    tablet.close();
    const std::string file = tablet.directory() + "/tablet.db";
    {
        auto database = sqlite::Database::open(file, {});
        QVERIFY(database && database->execute("PRAGMA user_version = 99"));
    }
    const auto opened = store::TabletStore::open(tablet.directory(), bench.clock, bench.random);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::UnsupportedVersion);
    auto database = sqlite::Database::open(file, {});
    auto count = database->prepare("SELECT count(*) FROM journal");
    QVERIFY(count && count->step().value());
    QCOMPARE(count->integer(0), 1);
}

int main(int argc, char **argv)
{
    if (argc == 4 && std::string_view(argv[1]) == "--save-until-killed")
        return saveUntilKilled(argv[2], std::stoull(argv[3]));
    QCoreApplication app(argc, argv);
    tst_TabletSurvival test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_TabletSurvival.moc"
