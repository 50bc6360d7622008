// The wrapper over SQLite on real files: errors as values, transactions, migrations.
#include <QtTest>
#include <array>
#include <string>

#include "sqlite/Database.h"
#include "sqlite/Migration.h"

using namespace campus;
using namespace campus::sqlite;

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void open_exclusive_usesWalAndFullSync();
    void open_secondConnection_isKeptOutByExclusive();
    void open_reader_cannotWrite();
    void open_missingFileForReader_fails();
    void open_foreignFile_isCorrupt();
    void open_damagedPages_quickCheckFindsThem();
    void execute_wrongSql_namesTheStatement();
    void write_constraintBroken_isConflict();
    void write_diskFull_keepsWhatWasSaved();
    void transaction_notCommitted_rollsBack();
    void transaction_committed_survivesReopening();
    void transaction_diskFullInside_changesNothing();
    void statement_values_comeBackAsBound();
    void statement_absentOptional_isNull();
    void cached_sameText_isResetAndUnbound();
    void migrate_freshFile_appliesEveryStep();
    void migrate_again_appliesOnlyWhatIsMissing();
    void migrate_newerFile_isRefusedUntouched();
    void migrate_failingStep_leavesTheStepBefore();

private:
    Database open(Access access = Access::Exclusive)
    {
        OpenOptions options;
        options.access = access;
        auto opened = Database::open(m_path, options);
        if (!opened)
            qFatal("%s", opened.error().detail.c_str());
        return std::move(opened).value();
    }
    static std::int64_t number(Database &database, std::string_view sql)
    {
        Statement statement = database.prepare(sql).value();
        return statement.step().value() ? statement.integer(0) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
};

void TestDatabase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath("test.db").toStdString();
}

void TestDatabase::open_exclusive_usesWalAndFullSync()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t(a INTEGER) STRICT").has_value());
    Statement mode = database.prepare("PRAGMA journal_mode").value();
    QVERIFY(mode.step().value());
    QCOMPARE(mode.text(0), std::string("wal"));
    QCOMPARE(number(database, "PRAGMA synchronous"), 2);
    QCOMPARE(number(database, "PRAGMA foreign_keys"), 1);
    QVERIFY(!QFile::exists(QString::fromStdString(m_path + "-shm")));
}

void TestDatabase::open_secondConnection_isKeptOutByExclusive()
{
    Database first = open();
    QVERIFY(first.execute("CREATE TABLE t(a INTEGER) STRICT").has_value());
    OpenOptions options;
    options.busyMillis = 0;
    const auto second = Database::open(m_path, options);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::StorageFailed);
}

void TestDatabase::open_reader_cannotWrite()
{
    Database writer = open(Access::Writer);
    QVERIFY(
        writer.execute("CREATE TABLE t(a INTEGER) STRICT; INSERT INTO t VALUES(7)").has_value());
    Database reader = open(Access::Reader);
    QCOMPARE(number(reader, "SELECT a FROM t"), 7);
    QVERIFY(!reader.execute("INSERT INTO t VALUES(8)").has_value());
    QCOMPARE(number(writer, "SELECT COUNT(*) FROM t"), 1);
}

void TestDatabase::open_missingFileForReader_fails()
{
    OpenOptions options;
    options.access = Access::Reader;
    const auto opened = Database::open(m_path, options);
    QVERIFY(!opened);
    QVERIFY(!QFile::exists(QString::fromStdString(m_path)));
}

void TestDatabase::open_foreignFile_isCorrupt()
{
    QFile file(QString::fromStdString(m_path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray octets(8192, 'x');
    QCOMPARE(file.write(octets), qint64(octets.size()));
    file.close();
    const auto opened = Database::open(m_path, {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageCorrupt);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), octets); // kept for whoever wants to recover it
}

void TestDatabase::open_damagedPages_quickCheckFindsThem()
{
    {
        Database database = open();
        QVERIFY(
            database.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT) STRICT").has_value());
        for (int i = 0; i < 500; ++i)
            QVERIFY(database.execute("INSERT INTO t(b) VALUES(hex(randomblob(100)))").has_value());
        QVERIFY(database.quickCheck().has_value());
        QVERIFY(database.checkpoint().has_value());
    }
    QFile file(QString::fromStdString(m_path));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 5 * 4096);
    QVERIFY(file.seek(2 * 4096));
    QCOMPARE(file.write(QByteArray(3 * 4096, '\xA5')), qint64(3 * 4096));
    file.close();
    Database database = open();
    const auto checked = database.quickCheck();
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::StorageCorrupt);
    QVERIFY(!checked.error().detail.empty());
}

void TestDatabase::execute_wrongSql_namesTheStatement()
{
    Database database = open();
    const auto executed = database.execute("SELEKT 1");
    QVERIFY(!executed);
    QVERIFY(executed.error().detail.find("SELEKT") != std::string::npos);
}

void TestDatabase::write_constraintBroken_isConflict()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t(a INTEGER UNIQUE) STRICT; INSERT INTO t VALUES(1)")
                .has_value());
    Statement insert = database.prepare("INSERT INTO t VALUES(?1)").value();
    const auto again = insert.bind(1, 1).run();
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    const auto wrongType = insert.bind(1, "text").run();
    QVERIFY(!wrongType);
    QCOMPARE(wrongType.error().code, ErrorCode::Conflict);
    QVERIFY(insert.bind(1, 2).run().has_value()); // the statement stays usable
    QCOMPARE(database.changes(), 1);
}

void TestDatabase::write_diskFull_keepsWhatWasSaved()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b BLOB) STRICT").has_value());
    QVERIFY(database.execute("INSERT INTO t(b) VALUES(zeroblob(100))").has_value());
    QVERIFY(database.execute("PRAGMA max_page_count=20").has_value());
    Result<void> written;
    int rows = 1;
    while ((written = database.execute("INSERT INTO t(b) VALUES(zeroblob(3000))")) && rows < 1000)
        ++rows;
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::StorageFull);
    QVERIFY(factsOf(written.error().code).retryable);
    QCOMPARE(number(database, "SELECT COUNT(*) FROM t"), rows);
    QVERIFY(database.execute("PRAGMA max_page_count=1000").has_value()); // room again
    QVERIFY(database.execute("INSERT INTO t(b) VALUES(zeroblob(3000))").has_value());
    QVERIFY(database.quickCheck().has_value());
}

void TestDatabase::transaction_notCommitted_rollsBack()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t(a INTEGER) STRICT").has_value());
    {
        const auto transaction = Transaction::begin(database);
        QVERIFY(transaction.has_value());
        QVERIFY(database.execute("INSERT INTO t VALUES(1)").has_value());
        QCOMPARE(number(database, "SELECT COUNT(*) FROM t"), 1);
    }
    QCOMPARE(number(database, "SELECT COUNT(*) FROM t"), 0);
}

void TestDatabase::transaction_committed_survivesReopening()
{
    {
        Database database = open();
        auto transaction = Transaction::begin(database);
        QVERIFY(transaction.has_value());
        QVERIFY(database.execute("CREATE TABLE t(a INTEGER) STRICT; INSERT INTO t VALUES(1)")
                    .has_value());
        QVERIFY(transaction->commit().has_value());
    }
    Database database = open();
    QCOMPARE(number(database, "SELECT COUNT(*) FROM t"), 1);
}

void TestDatabase::transaction_diskFullInside_changesNothing()
{
    Database database = open();
    QVERIFY(database
                .execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b BLOB) STRICT;"
                         "CREATE TABLE u(a INTEGER) STRICT;"
                         "PRAGMA max_page_count=10")
                .has_value());
    {
        auto transaction = Transaction::begin(database);
        QVERIFY(transaction.has_value());
        QVERIFY(database.execute("INSERT INTO u VALUES(1)").has_value());
        const auto full = database.execute("INSERT INTO t(b) VALUES(zeroblob(100000))");
        QVERIFY(!full);
        QCOMPARE(full.error().code, ErrorCode::StorageFull);
    }
    QCOMPARE(number(database, "SELECT COUNT(*) FROM u"), 0);
    QVERIFY(
        database.execute("INSERT INTO u VALUES(2)").has_value()); // no transaction was left open
}

void TestDatabase::statement_values_comeBackAsBound()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t(i INTEGER, u INTEGER, r REAL, s TEXT, b BLOB) STRICT")
                .has_value());
    Statement insert = database.prepare("INSERT INTO t VALUES(?1,?2,?3,?4,?5)").value();
    const std::string text("校\0车", 7);
    const Bytes octets{0, 1, 255};
    const std::uint64_t large = (1ull << 63) - 1;
    insert.bind(1, std::int64_t(-5))
        .bind(2, large)
        .bind(3, 2.5)
        .bind(4, text)
        .bind(5, BytesView(octets));
    QVERIFY(insert.run().has_value());
    Statement select = database.prepare("SELECT * FROM t").value();
    QVERIFY(select.step().value());
    QCOMPARE(select.integer(0), std::int64_t(-5));
    QCOMPARE(select.size(1), large);
    QCOMPARE(select.real(2), 2.5);
    QCOMPARE(select.text(3), text);
    QVERIFY(select.blob(4) == octets);
    QVERIFY(!select.step().value());
}

void TestDatabase::statement_absentOptional_isNull()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t(a INTEGER, b TEXT) STRICT").has_value());
    Statement insert = database.prepare("INSERT INTO t VALUES(?1,?2)").value();
    insert.bind(1, std::optional<std::int64_t>()).bind(2, std::optional<std::string>("x"));
    QVERIFY(insert.run().has_value());
    Statement select = database.prepare("SELECT a, b FROM t").value();
    QVERIFY(select.step().value());
    QVERIFY(select.isNull(0));
    QVERIFY(!select.isNull(1));
    QVERIFY(select.blob(0).empty());
    QVERIFY(select.text(0).empty());
}

void TestDatabase::cached_sameText_isResetAndUnbound()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t(a INTEGER) STRICT").has_value());
    constexpr std::string_view kInsert = "INSERT INTO t VALUES(?1)";
    QVERIFY(database.cached(kInsert).bind(1, 1).run().has_value());
    Statement &again = database.cached(kInsert);
    QCOMPARE(&again, &database.cached(kInsert));
    QVERIFY(again.run().has_value()); // nothing bound: NULL
    QCOMPARE(number(database, "SELECT COUNT(*) FROM t WHERE a IS NULL"), 1);
}

constexpr std::array kSteps{
    Migration{1, "CREATE TABLE t(a INTEGER) STRICT; INSERT INTO t VALUES(1);"},
    Migration{2, "ALTER TABLE t ADD COLUMN b TEXT; INSERT INTO t VALUES(2,'two');"},
};

void TestDatabase::migrate_freshFile_appliesEveryStep()
{
    Database database = open();
    QVERIFY(migrate(database, kSteps).has_value());
    QCOMPARE(number(database, "PRAGMA user_version"), 2);
    QCOMPARE(number(database, "SELECT COUNT(*) FROM t"), 2);
}

void TestDatabase::migrate_again_appliesOnlyWhatIsMissing()
{
    Database database = open();
    QVERIFY(migrate(database, std::span(kSteps).first(1)).has_value());
    QCOMPARE(number(database, "PRAGMA user_version"), 1);
    QVERIFY(migrate(database, kSteps).has_value());
    QVERIFY(migrate(database, kSteps).has_value());
    QCOMPARE(number(database, "SELECT COUNT(*) FROM t"), 2);
}

void TestDatabase::migrate_newerFile_isRefusedUntouched()
{
    Database database = open();
    QVERIFY(migrate(database, kSteps).has_value());
    QVERIFY(database.execute("PRAGMA user_version=9").has_value());
    const auto migrated = migrate(database, kSteps);
    QVERIFY(!migrated);
    QCOMPARE(migrated.error().code, ErrorCode::UnsupportedVersion);
    QCOMPARE(number(database, "PRAGMA user_version"), 9);
    QCOMPARE(number(database, "SELECT COUNT(*) FROM t"), 2);
}

void TestDatabase::migrate_failingStep_leavesTheStepBefore()
{
    constexpr std::array broken{
        kSteps[0], Migration{2, "INSERT INTO t VALUES(2); INSERT INTO absent VALUES(1);"}};
    Database database = open();
    QVERIFY(!migrate(database, broken).has_value());
    QCOMPARE(number(database, "PRAGMA user_version"), 1);
    QCOMPARE(number(database, "SELECT COUNT(*) FROM t"), 1);
    QVERIFY(migrate(database, kSteps).has_value());
    QCOMPARE(number(database, "PRAGMA user_version"), 2);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_Database.moc"
