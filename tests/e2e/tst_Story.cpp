// The story told undisturbed: its printed numbers equal those recounted from the log by other code,
// its data verifies, and one octet changed by hand in the stored log is found by name.
#include <QDir>
#include <QFile>
#include <QTest>

#include <sqlite3.h>

#include "e2e/StoryRun.h"

using campus::e2e::StoryRun;

class TestStory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void told_writesLedgerAndParagraph();
    void printedNumbers_equalTheRecount();
    void data_verifies();
    void oneOctetChanged_isNamed();

private:
    StoryRun m_run;
    QByteArray m_output;
};

void TestStory::initTestCase()
{
    m_run.start();
    QVERIFY2(m_run.waitForEnd(300'000), "the story did not end");
    m_output = m_run.output();
    QVERIFY2(m_run.exitCode() == 0, m_output.constData());
}

void TestStory::told_writesLedgerAndParagraph()
{
    const QString text = QString::fromUtf8(m_output);
    QVERIFY2(text.contains("排查") && text.contains("安全隐患"), m_output.constData());
    QVERIFY(QFile(m_run.file("out/ledger.xlsx")).size() > 5'000);
    QFile csv(m_run.file("out/ledger.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QByteArray octets = csv.readAll();
    QVERIFY(octets.startsWith("\xEF\xBB\xBF"));
    QVERIFY(QString::fromUtf8(octets).contains("隐患编号"));
    QVERIFY(text.contains("仍有"));
}

void TestStory::printedNumbers_equalTheRecount()
{
    QString problem;
    const auto recounted = m_run.recounted(&problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const auto printed = m_run.figures();
    QVERIFY(recounted.size() >= 14);
    for (const auto &[id, count] : recounted)
        QVERIFY2(
            printed.at(id) == count,
            qPrintable(
                QString("%1: printed %2, recounted %3").arg(id).arg(printed.at(id)).arg(count)));
    QVERIFY(printed.at("N3") >= 20);
    QVERIFY(printed.at("N4s") >= 1);
    QVERIFY(printed.at("N14") >= 4);
    QVERIFY(printed.at("N13") >= 1);
}

void TestStory::data_verifies()
{
    int code = -1;
    const QByteArray output = m_run.server({"verify"}, &code);
    QVERIFY2(code == 0, output.constData());
}

void TestStory::oneOctetChanged_isNamed()
{
    // By hand, as somebody with the file and a shell would do it.
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(m_run.databaseFile().toUtf8().constData(), &database), SQLITE_OK);
    sqlite3_stmt *read = nullptr;
    QCOMPARE(
        sqlite3_prepare_v2(database,
                           "SELECT seq, line FROM log WHERE line LIKE '%\"hazard.registered\"%' "
                           "ORDER BY seq LIMIT 1 OFFSET 3",
                           -1, &read, nullptr),
        SQLITE_OK);
    QCOMPARE(sqlite3_step(read), SQLITE_ROW);
    const qint64 seq = sqlite3_column_int64(read, 0);
    QByteArray line(reinterpret_cast<const char *>(sqlite3_column_text(read, 1)));
    sqlite3_finalize(read);
    const QByteArray event = line.mid(line.indexOf("\"id\":\"") + 6, 36);
    const qsizetype wall = line.indexOf("\"wall\":") + 12;
    line[wall] = line[wall] == '1' ? '2' : '1';
    QCOMPARE(sqlite3_exec(database, "DROP TRIGGER log_is_not_updated", nullptr, nullptr, nullptr),
             SQLITE_OK);
    sqlite3_stmt *write = nullptr;
    QCOMPARE(
        sqlite3_prepare_v2(database, "UPDATE log SET line = ? WHERE seq = ?", -1, &write, nullptr),
        SQLITE_OK);
    sqlite3_bind_text(write, 1, line.constData(), static_cast<int>(line.size()), SQLITE_TRANSIENT);
    sqlite3_bind_int64(write, 2, seq);
    QCOMPARE(sqlite3_step(write), SQLITE_DONE);
    sqlite3_finalize(write);
    sqlite3_close(database);
    int code = -1;
    const QByteArray output = m_run.server({"verify"}, &code);
    QVERIFY2(code == 3, output.constData());
    QVERIFY2(output.contains(event), output.constData());
    QVERIFY2(output.contains(QByteArray::number(seq)), output.constData());
}

QTEST_GUILESS_MAIN(TestStory)
#include "tst_Story.moc"
