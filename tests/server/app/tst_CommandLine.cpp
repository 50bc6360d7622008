// The server program as a person at a shell meets it: real processes, exit codes, what they say.
#include <QDir>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

#include <sys/file.h>

#include "core/Day.h"
#include "server/app/ServerProgram.h"
#include "sqlite/Database.h"

using namespace campus::test;

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing_isAnsweredWithTheUsage();
    void help_andVersion_succeed();
    void everyCommand_knowsHelp();
    void unknownCommandOrOption_isNamed();
    void unknownConfigurationKey_isNamedWithItsLine();
    void init_makesTheSampleCountyOnce();
    void init_withoutASource_saysWhatIsNeeded();
    void brokenRegionFile_isNamedAndLeavesNothing();
    void missingData_saysHowToMakeThem();
    void enrolCode_printsTheCodeAlone();
    void enrolCode_forNobody_fails();
    void serve_refusesOtherAddresses();
    void serve_listensAndEndsOnTheSignal();
    void commandsThatWrite_goThroughTheRunningServer();
    void lockedDirectoryWithoutAServer_isInUse();
    void secondServer_isRefused();
    void killedServer_startsAgain();
    void password_isReadFromStandardInput();
    void users_areListedClosedAndOpened();
    void figures_andLedger_arePrinted();
    void verify_findsOneAlteredOctet();
    void drillClock_movesDrillDataOnly();
    void missingKey_isNamedAndNotReplaced();
    void realData_takeNoSamplesChecklistsAndNoDrillClock();
    void usersWithTwoChanges_isRefusedWhole();
    void figures_areWrittenAsAWorkbook();

private:
    QString freshData(const QStringList &more = {}) const
    {
        return campus::test::freshData(m_folder, more);
    }
    QTemporaryDir m_folder;
};

namespace {

QString get(quint16 port, const QByteArray &path)
{
    QTcpSocket socket;
    socket.connectToHost("127.0.0.1", port);
    if (!socket.waitForConnected(5000))
        return {};
    socket.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(5000))
        answer += socket.readAll();
    return QString::fromUtf8(answer);
}

} // namespace

void tst_CommandLine::nothing_isAnsweredWithTheUsage()
{
    const Outcome outcome = run({});
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains("Usage:"));
    QVERIFY(outcome.out.isEmpty());
}

void tst_CommandLine::help_andVersion_succeed()
{
    const Outcome help = run({"help"});
    QCOMPARE(help.code, 0);
    for (const char *command : {"init", "serve", "enrol-code", "password", "users", "figures",
                                "ledger", "verify", "backup"})
        QVERIFY2(help.out.contains(command), command);
    const Outcome version = run({"version"});
    QCOMPARE(version.code, 0);
    QVERIFY(QRegularExpression("^\\d+\\.\\d+\\.\\d+\n$").match(version.out).hasMatch());
}

void tst_CommandLine::everyCommand_knowsHelp()
{
    for (const char *command : {"init", "serve", "enrol-code", "password", "users", "figures",
                                "ledger", "verify", "backup"}) {
        const Outcome outcome = run({command, "--help"});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("--data DIR"), command);
    }
}

void tst_CommandLine::unknownCommandOrOption_isNamed()
{
    const Outcome command = run({"florp"});
    QCOMPARE(command.code, 2);
    QVERIFY(command.err.contains("'florp'"));
    const Outcome option = run({"verify", "--florp"});
    QCOMPARE(option.code, 2);
    QVERIFY(option.err.contains("'--florp'"));
    const Outcome value = run({"verify", "--data"});
    QCOMPARE(value.code, 2);
    QVERIFY(value.err.contains("--data needs DIR"));
}

void tst_CommandLine::unknownConfigurationKey_isNamedWithItsLine()
{
    const QString path = m_folder.filePath("server.conf");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# comment\ndata = /nowhere\nflorp = 3\n");
    file.close();
    const Outcome outcome = run({"verify", "--config", path});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("server.conf:3") && outcome.err.contains("'florp'"),
             qPrintable(outcome.err));
    QCOMPARE(run({"verify", "--config", m_folder.filePath("none.conf")}).code, 2);
}

void tst_CommandLine::init_makesTheSampleCountyOnce()
{
    const QString data = freshData();
    QVERIFY(QFile::exists(data + "/campus.db"));
    const Outcome again = run({"init", "--data", data, "--sample"});
    QCOMPARE(again.code, 1);
    QVERIFY(again.err.contains("already"));
    QCOMPARE(run({"init", "--data", data, "--sample", "--if-needed"}).code, 0);
    QCOMPARE(run({"verify", "--data", data}).code, 0);
}

void tst_CommandLine::init_withoutASource_saysWhatIsNeeded()
{
    const Outcome outcome = run({"init", "--data", m_folder.filePath("unmade")});
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains("--sample") && outcome.err.contains("--region"));
    const Outcome day = run({"init", "--data", m_folder.filePath("unmade"), "--sample",
                             "--reference-date", "2026-02-30"});
    QCOMPARE(day.code, 2);
    QVERIFY(day.err.contains("2026-02-30"));
    QVERIFY(!QFile::exists(m_folder.filePath("unmade")));
}

void tst_CommandLine::brokenRegionFile_isNamedAndLeavesNothing()
{
    QFile sample(kSamples + "/sample-region.json");
    QVERIFY(sample.open(QIODevice::ReadOnly));
    QByteArray text = sample.readAll();
    text.replace("\"code\":\"99011002\"", "\"code\":\"99011001\"");
    const QString path = m_folder.filePath("region.json");
    QFile broken(path);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(text);
    broken.close();
    const QString data = m_folder.filePath("broken");
    const Outcome outcome =
        run({"init", "--data", data, "--region", path, "--checklists", kSamples + "/checklists"});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("region.json") && outcome.err.contains("99011001"),
             qPrintable(outcome.err));
    QVERIFY(!QFile::exists(data));
    QCOMPARE(QDir(m_folder.path()).entryList({"broken*"}, QDir::Dirs).size(), 0);
}

void tst_CommandLine::missingData_saysHowToMakeThem()
{
    for (const char *command : {"verify", "users", "serve"}) {
        const Outcome outcome = run({command, "--data", m_folder.filePath("nowhere")});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("nowhere") && outcome.err.contains("init"),
                 qPrintable(outcome.err));
    }
}

void tst_CommandLine::enrolCode_printsTheCodeAlone()
{
    const QString data = freshData();
    const Outcome outcome = run({"enrol-code", "--data", data, "--user", "U005"});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(
        QRegularExpression("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\n$")
            .match(outcome.out)
            .hasMatch(),
        qPrintable(outcome.out));
    QVERIFY(outcome.err.contains("valid until"));
    QVERIFY(run({"enrol-code", "--data", data, "--user", "U005"}).out != outcome.out);
}

void tst_CommandLine::enrolCode_forNobody_fails()
{
    const QString data = freshData();
    const Outcome unknown = run({"enrol-code", "--data", data, "--user", "U999"});
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.err.contains("U999"));
    QCOMPARE(run({"enrol-code", "--data", data}).code, 2);
}

void tst_CommandLine::serve_refusesOtherAddresses()
{
    const QString data = freshData();
    const Outcome outcome = run({"serve", "--data", data, "--bind", "0.0.0.0", "--port", "0"});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("0.0.0.0") && outcome.err.contains("loopback"),
             qPrintable(outcome.err));
}

void tst_CommandLine::serve_listensAndEndsOnTheSignal()
{
    const QString data = freshData();
    for (const int signal : {SIGTERM, SIGINT}) {
        Server server(data);
        QVERIFY(server.port() != 0);
        QVERIFY(get(server.port(), "/readyz").startsWith("HTTP/1.1 200"));
        QCOMPARE(server.stopBy(signal), 0);
    }
    QVERIFY(!QFile::exists(data + "/admin.sock"));
}

void tst_CommandLine::commandsThatWrite_goThroughTheRunningServer()
{
    const QString data = freshData();
    Server server(data);
    QVERIFY(server.port() != 0);
    QCOMPARE(QFile(data + "/admin.sock").permissions() &
                 (QFile::ReadOther | QFile::WriteOther | QFile::ReadGroup | QFile::WriteGroup),
             QFile::Permissions());
    const Outcome code = run({"enrol-code", "--data", data, "--user", "U005"});
    QCOMPARE(code.code, 0);
    QCOMPARE(code.out.size(), 15);
    QCOMPARE(run({"password", "--data", data, "--user", "U001"}, "a long password\n").code, 0);
    QCOMPARE(run({"users", "--data", data, "--disable", "U005"}).code, 0);
    QVERIFY(run({"users", "--data", data}).out.contains("(disabled)"));
    const Outcome refused = run({"enrol-code", "--data", data, "--user", "U005"});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains("closed"));
    // What reads does so beside it.
    QCOMPARE(run({"verify", "--data", data}).code, 0);
    QCOMPARE(server.stopBy(SIGTERM), 0);
}

void tst_CommandLine::lockedDirectoryWithoutAServer_isInUse()
{
    const QString data = freshData();
    QFile lock(data + "/lock");
    QVERIFY(lock.open(QIODevice::ReadWrite));
    QCOMPARE(::flock(lock.handle(), LOCK_EX | LOCK_NB), 0);
    const Outcome outcome = run({"serve", "--data", data, "--port", "0"});
    QCOMPARE(outcome.code, 4);
    QVERIFY2(outcome.err.contains("in use by process"), qPrintable(outcome.err));
}

void tst_CommandLine::secondServer_isRefused()
{
    const QString data = freshData();
    Server server(data);
    QVERIFY(server.port() != 0);
    QCOMPARE(run({"serve", "--data", data, "--port", "0"}).code, 4);
    QVERIFY(get(server.port(), "/livez").startsWith("HTTP/1.1 200"));
}

void tst_CommandLine::killedServer_startsAgain()
{
    const QString data = freshData();
    for (int i = 0; i < 3; ++i) {
        Server server(data);
        QVERIFY(server.port() != 0);
        QCOMPARE(run({"enrol-code", "--data", data, "--user", "U005"}).code, 0);
        QCOMPARE(server.stopBy(SIGKILL), -1);
        QCOMPARE(run({"enrol-code", "--data", data, "--user", "U005"}).code,
                 0); // the old socket is no server
    }
    QCOMPARE(run({"verify", "--data", data}).code, 0);
}

void tst_CommandLine::password_isReadFromStandardInput()
{
    const QString data = freshData();
    QCOMPARE(run({"password", "--data", data, "--user", "U001"}, "short\n").code, 2);
    QCOMPARE(run({"password", "--data", data, "--user", "U001"}, "").code, 2);
    const Outcome set = run({"password", "--data", data, "--user", "U001"}, "long enough it is\n");
    QCOMPARE(set.code, 0);
    QVERIFY(!set.out.contains("long enough"));
    QVERIFY(!run({"users", "--data", data}).out.section('\n', 0, 0).contains("(no password)"));
}

void tst_CommandLine::users_areListedClosedAndOpened()
{
    const QString data = freshData();
    const Outcome list = run({"users", "--data", data});
    QCOMPARE(list.code, 0);
    QVERIFY(list.out.contains("U005") && list.out.contains("safety_officer"));
    QCOMPARE(run({"users", "--data", data, "--disable", "U006"}).code, 0);
    QVERIFY(QRegularExpression("U006 .*\\(disabled\\)")
                .match(run({"users", "--data", data}).out)
                .hasMatch());
    QCOMPARE(run({"users", "--data", data, "--enable", "U006"}).code, 0);
    QVERIFY(!run({"users", "--data", data}).out.contains("(disabled)"));
    QCOMPARE(run({"users", "--data", data, "--revoke-device", "none"}).code, 1);
    QCOMPARE(run({"verify", "--data", data}).code, 0);
}

void tst_CommandLine::figures_andLedger_arePrinted()
{
    const QString data = freshData();
    const Outcome text = run({"figures", "--data", data, "--from", "2025-01-01", "--to",
                              "2025-06-30", "--by", "category"});
    QCOMPARE(text.code, 0);
    QVERIFY(text.out.contains("演练") && text.out.contains("排查安全隐患0处"));
    const Outcome json =
        run({"figures", "--data", data, "--from", "2025-01-01", "--to", "2025-06-30", "--json"});
    QCOMPARE(json.code, 0);
    QVERIFY(json.out.startsWith('{'));
    QCOMPARE(run({"figures", "--data", data, "--from", "2025-01-01"}).code, 2);
    QCOMPARE(run({"figures", "--data", data, "--from", "2025-01-01", "--to", "2025-06-30", "--by",
                  "florp"})
                 .code,
             2);
    for (const char *name : {"ledger.xlsx", "ledger.csv"}) {
        const QString file = m_folder.filePath(name);
        QCOMPARE(run({"ledger", "--data", data, "--out", file}).code, 0);
        QVERIFY(QFile(file).size() > 0);
    }
    QCOMPARE(run({"ledger", "--data", data, "--out", m_folder.filePath("ledger.odt")}).code, 2);
}

void tst_CommandLine::verify_findsOneAlteredOctet()
{
    const QString data = freshData();
    {
        campus::sqlite::OpenOptions options;
        options.access = campus::sqlite::Access::Writer;
        auto database =
            campus::sqlite::Database::open((data + "/campus.db").toStdString(), options).value();
        QVERIFY(database.execute("DROP TRIGGER log_is_not_updated"));
        QVERIFY(database.execute(
            "UPDATE log SET line = replace(line, '教育局', '敎育局') WHERE seq = 1"));
    }
    const Outcome outcome = run({"verify", "--data", data});
    QCOMPARE(outcome.code, 3);
    QVERIFY2(outcome.out.contains("record 1, event "), qPrintable(outcome.out));
}

void tst_CommandLine::drillClock_movesDrillDataOnly()
{
    const QString offset = m_folder.filePath("offset");
    QFile file(offset);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::number(-27ll * 86'400'000));
    file.close();
    const QString drill = freshData({"--drill-clock", offset});
    const Outcome code =
        run({"enrol-code", "--data", drill, "--user", "U005", "--drill-clock", offset});
    QCOMPARE(code.code, 0);
    const auto then = campus::Day::of(campus::SystemClock().wall()) - 26; // valid for one day
    QVERIFY2(code.err.contains(QString::fromStdString(then.iso())), qPrintable(code.err));
    const QString real = m_folder.filePath("real");
    QCOMPARE(run({"init", "--data", real, "--region", kSamples + "/sample-region.json",
                  "--checklists", kSamples + "/checklists"})
                 .code,
             0);
    const Outcome refused =
        run({"enrol-code", "--data", real, "--user", "U005", "--drill-clock", offset});
    QCOMPARE(refused.code, 2);
    QVERIFY(refused.err.contains("drill"));
}

void tst_CommandLine::missingKey_isNamedAndNotReplaced()
{
    const QString data = freshData();
    QVERIFY(QFile::remove(data + "/server.key"));
    const Outcome outcome = run({"verify", "--data", data});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.err.contains("server.key"));
    QVERIFY(!QFile::exists(data + "/server.key"));
}

void tst_CommandLine::realData_takeNoSamplesChecklistsAndNoDrillClock()
{
    const QString data = m_folder.filePath("real-data");
    const QStringList region{"init", "--data", data, "--region", kSamples + "/sample-region.json"};
    const Outcome bare = run(region);
    QCOMPARE(bare.code, 2);
    QVERIFY2(bare.err.contains("--checklists"), qPrintable(bare.err));
    const Outcome drill = run(region + QStringList{"--checklists", kSamples + "/checklists",
                                                   "--drill-clock", m_folder.filePath("offset")});
    QCOMPARE(drill.code, 2);
    QVERIFY2(drill.err.contains("--drill-clock"), qPrintable(drill.err));
    QVERIFY(!QFile::exists(data));
}

void tst_CommandLine::usersWithTwoChanges_isRefusedWhole()
{
    const QString data = freshData();
    QCOMPARE(run({"users", "--data", data, "--disable", "U006", "--revoke-device", "none"}).code,
             2);
    QVERIFY(!run({"users", "--data", data}).out.contains("(disabled)"));
}

void tst_CommandLine::figures_areWrittenAsAWorkbook()
{
    const QString data = freshData();
    const QString file = m_folder.filePath("figures.xlsx");
    const QStringList figures{"figures",    "--data", data,        "--from",
                              "2025-01-01", "--to",   "2025-06-30"};
    const Outcome outcome = run(figures + QStringList{"--out", file});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QVERIFY(outcome.out.contains("排查安全隐患0处"));
    QVERIFY(contents(file).startsWith("PK"));
    QCOMPARE(run(figures + QStringList{"--out", m_folder.filePath("figures.odt")}).code, 2);
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_CommandLine.moc"
