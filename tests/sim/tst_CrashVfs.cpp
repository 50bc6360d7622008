// The breakable disk itself: what was synced stays, what was not may go, and a skipped sync shows.
#include <QtTest>

#include "sim/CrashVfs.h"
#include "sqlite/Database.h"

using namespace campus;
using namespace campus::sim;

class TestCrashVfs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void brokenDisk_changesNothingMore();
    void powerCut_keepsEveryCommit();
    void killed_keepsEveryCommit();
    void skippedSyncs_losesCommits();

private:
    sqlite::Database open(const CrashVfs &disk)
    {
        sqlite::OpenOptions options;
        options.vfs = disk.name();
        auto opened = sqlite::Database::open(m_path, options);
        if (!opened)
            qFatal("%s", opened.error().detail.c_str());
        return std::move(opened).value();
    }
    // Commits rows until the disk breaks; how many were reported as saved.
    int fill(sqlite::Database &database)
    {
        int rows = 0;
        while (rows < 10'000 && database.execute("INSERT INTO t(b) VALUES(zeroblob(700))"))
            ++rows;
        return rows;
    }
    int count(sqlite::Database &database)
    {
        auto rows = database.prepare("SELECT count(*) FROM t").value();
        return rows.step().value() ? static_cast<int>(rows.integer(0)) : -1;
    }
    // How many rows were saved, and how many are there after the trouble.
    std::pair<int, int> history(CrashVfs &disk, CrashVfs::Loss loss, std::uint64_t seed)
    {
        support::SeededRandom random(seed);
        {
            sqlite::Database database = open(disk);
            if (!database.execute(
                    "CREATE TABLE IF NOT EXISTS t(a INTEGER PRIMARY KEY, b BLOB) STRICT;"
                    "DELETE FROM t; PRAGMA wal_checkpoint(TRUNCATE)"))
                qFatal("cannot begin");
        }
        int saved = 0;
        {
            sqlite::Database database = open(disk);
            disk.breakAt(20 + random.below(3000));
            saved = fill(database);
        }
        disk.repair(loss, random);
        sqlite::Database database = open(disk);
        return {saved, count(database)};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
};

void TestCrashVfs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath("test.db").toStdString();
}

void TestCrashVfs::brokenDisk_changesNothingMore()
{
    CrashVfs disk("crash-test");
    sqlite::Database database = open(disk);
    QVERIFY(database.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b BLOB) STRICT").has_value());
    disk.breakNow();
    QVERIFY(disk.isBroken());
    QVERIFY(!database.execute("INSERT INTO t(b) VALUES(x'00')").has_value());
    QVERIFY(!disk.spend());
    QCOMPARE(count(database), 0);
}

void TestCrashVfs::powerCut_keepsEveryCommit()
{
    CrashVfs disk("crash-test");
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto [saved, there] = history(disk, CrashVfs::Loss::PowerCut, seed);
        QVERIFY2(there == saved || there == saved + 1, qPrintable(QString("seed %1").arg(seed)));
    }
}

void TestCrashVfs::killed_keepsEveryCommit()
{
    CrashVfs disk("crash-test");
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto [saved, there] = history(disk, CrashVfs::Loss::Killed, seed);
        QVERIFY2(there == saved || there == saved + 1, qPrintable(QString("seed %1").arg(seed)));
    }
}

void TestCrashVfs::skippedSyncs_losesCommits()
{
    CrashVfs disk("crash-test");
    int lost = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        {
            sqlite::Database database = open(disk);
            QVERIFY(
                database
                    .execute("CREATE TABLE IF NOT EXISTS t(a INTEGER PRIMARY KEY, b BLOB) STRICT")
                    .has_value());
        }
        disk.skipSyncs(true);
        support::SeededRandom random(seed);
        int saved = 0;
        {
            sqlite::Database database = open(disk);
            saved = count(database);
            disk.breakAt(20 + random.below(200));
            saved += fill(database);
        }
        disk.repair(CrashVfs::Loss::PowerCut, random);
        disk.skipSyncs(false);
        sqlite::Database database = open(disk);
        lost += count(database) < saved;
    }
    QVERIFY(lost > 10);
}

QTEST_GUILESS_MAIN(TestCrashVfs)
#include "tst_CrashVfs.moc"
