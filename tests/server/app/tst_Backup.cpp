// The command 'backup': a whole, usable copy, and nothing of anybody's replaced.
#include <QDir>
#include <QTest>

#include <sys/stat.h>

#include "core/Sha256.h"
#include "server/app/ServerProgram.h"
#include "sqlite/Database.h"

using namespace campus::test;

class tst_Backup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backup_isWholeAndUsable();
    void backup_ontoTheDataDirectory_isRefused();
    void backup_whereAServerWorks_isRefused();
    void backup_overAnotherServersData_isRefused();
    void backup_overALongerLog_isRefused();
    void damagedPhotoOfAnEarlierBackup_isCopiedAgain();
    void photoWithoutAFile_isNamedAndTheRestIsBackedUp();

private:
    QString freshData() const { return campus::test::freshData(m_folder); }
    QTemporaryDir m_folder;
};

namespace {

// A recorded photo and its file; gives the file's place in the data directory.
QString placePhoto(const QString &data)
{
    using namespace campus;
    const std::string octets = "a photo";
    const Digest digest = sha256(octets);
    sqlite::OpenOptions options;
    options.access = sqlite::Access::Writer;
    auto database = sqlite::Database::open((data + "/campus.db").toStdString(), options).value();
    auto insert = database.prepare("INSERT INTO blobs VALUES (?, 7, 'image/jpeg', 'd', 1)").value();
    if (!insert.bind(1, digest.view()).run())
        return {};
    const QString hex = QString::fromStdString(digest.hex());
    QDir(data).mkpath("blobs/" + hex.left(2));
    const QString place = "/blobs/" + hex.left(2) + "/" + hex;
    QFile file(data + place);
    if (file.open(QIODevice::WriteOnly))
        file.write(octets.c_str());
    return place;
}

} // namespace

void tst_Backup::backup_isWholeAndUsable()
{
    const QString data = freshData();
    const QString copy = m_folder.filePath("copy");
    QCOMPARE(run({"backup", "--data", data}).code, 2);
    QCOMPARE(run({"backup", "--data", data, "--to", copy, "--off-site"}).code, 0);
    {
        Server server(data); // beside a running server, over the backup before it
        QVERIFY(server.port() != 0);
        QCOMPARE(run({"users", "--data", data, "--disable", "U007"}).code, 0);
        QCOMPARE(run({"backup", "--data", data, "--to", copy, "--off-site"}).code, 0);
    }
    QCOMPARE(run({"verify", "--data", copy}).code, 0);
    QVERIFY(run({"users", "--data", copy}).out.contains("(disabled)"));
    Server restored(copy);
    QVERIFY(restored.port() != 0);
    campus::sqlite::OpenOptions options;
    options.access = campus::sqlite::Access::Reader;
    auto database =
        campus::sqlite::Database::open((data + "/campus.db").toStdString(), options).value();
    auto query = database.prepare("SELECT value FROM settings WHERE name = 'durable_size'").value();
    QVERIFY(query.step().value());
    QCOMPARE(query.text(0), std::string("492")); // 491 registers, and one person disabled
}

void tst_Backup::backup_ontoTheDataDirectory_isRefused()
{
    const QString data = freshData();
    const QString link = m_folder.filePath("link-to-data");
    QVERIFY(QFile::link(data, link));
    const auto id = [&] {
        struct stat facts {};
        ::stat(qPrintable(data + "/campus.db"), &facts);
        return facts.st_ino;
    };
    const auto before = id();
    const auto refused = [&] {
        for (const QString &target : {data, data + "/.", link}) {
            const Outcome outcome = run({"backup", "--data", data, "--to", target});
            if (outcome.code != 2 || !outcome.err.contains("data directory itself"))
                return false;
        }
        return id() == before;
    };
    QVERIFY(refused());
    Server server(data);
    QVERIFY(server.port() != 0);
    QVERIFY(refused());
}

void tst_Backup::backup_whereAServerWorks_isRefused()
{
    const QString data = freshData(), other = freshData();
    Server server(other);
    QVERIFY(server.port() != 0);
    const Outcome outcome = run({"backup", "--data", data, "--to", other});
    QCOMPARE(outcome.code, 4);
    QVERIFY2(outcome.err.contains("in use by process"), qPrintable(outcome.err));
}

void tst_Backup::backup_overAnotherServersData_isRefused()
{
    const QString data = freshData(), other = freshData();
    const QByteArray database = contents(other + "/campus.db"),
                     key = contents(other + "/server.key");
    const Outcome outcome = run({"backup", "--data", data, "--to", other});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("other data"), qPrintable(outcome.err));
    QCOMPARE(contents(other + "/campus.db"), database);
    QCOMPARE(contents(other + "/server.key"), key);
    QVERIFY(!QFile::exists(other + "/campus.db.new"));
}

void tst_Backup::backup_overALongerLog_isRefused()
{
    const QString data = freshData();
    const QString copy = m_folder.filePath("went-on");
    QCOMPARE(run({"backup", "--data", data, "--to", copy}).code, 0);
    QCOMPARE(run({"users", "--data", copy, "--disable", "U007"}).code,
             0); // the copy is a server now
    QCOMPARE(run({"backup", "--data", data, "--to", copy}).code, 1);
    QVERIFY(run({"users", "--data", copy}).out.contains("(disabled)"));
}

void tst_Backup::damagedPhotoOfAnEarlierBackup_isCopiedAgain()
{
    const QString data = freshData();
    const QString photo = placePhoto(data);
    const QString copy = m_folder.filePath("copy-with-photo");
    QCOMPARE(run({"backup", "--data", data, "--to", copy}).code, 0);
    QCOMPARE(contents(copy + photo), contents(data + photo));
    QFile damaged(copy + photo);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("what a failing disk gives");
    damaged.close();
    const Outcome again = run({"backup", "--data", data, "--to", copy});
    QVERIFY2(again.code == 0, qPrintable(again.err));
    QCOMPARE(contents(copy + photo), contents(data + photo));
    QCOMPARE(run({"verify", "--data", copy}).code, 0);
}

void tst_Backup::photoWithoutAFile_isNamedAndTheRestIsBackedUp()
{
    const QString data = freshData();
    const QString photo = placePhoto(data);
    QVERIFY(QFile::remove(data + photo));
    const QString copy = m_folder.filePath("copy-without-photo");
    const Outcome outcome = run({"backup", "--data", data, "--to", copy, "--off-site"});
    QCOMPARE(outcome.code, 3);
    QVERIFY2(outcome.err.contains("1 photos are recorded here"), qPrintable(outcome.err));
    QVERIFY(outcome.out.contains("491 records"));
    QVERIFY(QFile::exists(copy + "/campus.db"));
    campus::sqlite::OpenOptions options;
    options.access = campus::sqlite::Access::Reader;
    auto database =
        campus::sqlite::Database::open((data + "/campus.db").toStdString(), options).value();
    auto query =
        database.prepare("SELECT count(*) FROM settings WHERE name = 'durable_size'").value();
    QVERIFY(query.step().value());
    QCOMPARE(query.integer(0), std::int64_t(0));
}

QTEST_GUILESS_MAIN(tst_Backup)
#include "tst_Backup.moc"
