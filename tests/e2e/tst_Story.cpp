// The story told undisturbed: its printed numbers equal those recounted from the log by other code,
// its data verifies, and one octet changed by hand in the stored log is found by name.
#include <QDir>
#include <QFile>
#include <QTest>

#include <sqlite3.h>

#include "StoryRun.h"

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
    const QStringList files = QDir(m_run.file("server")).entryList({"*.db", "*.sqlite"});
    QVERIFY(!files.isEmpty());
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(m_run.file("server/" + files.first()).toUtf8().constData(), &database),
             SQLITE_OK);
    QByteArray event;
    const auto read = [](void *out, int, char **values, char **) {
        *static_cast<QByteArray *>(out) = values[0];
        return 0;
    };
    QCOMPARE(sqlite3_exec(database, CAMPUS_PICK_EVENT, read, &event, nullptr), SQLITE_OK);
    QVERIFY(!event.isEmpty());
    const QByteArray change = CAMPUS_ALTER_EVENT;
    QCOMPARE(sqlite3_exec(database, change.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
    QVERIFY(sqlite3_changes(database) == 1);
    sqlite3_close(database);
    int code = -1;
    const QByteArray output = m_run.server({"verify"}, &code);
    QCOMPARE(code, 3);
    QVERIFY2(output.contains(event), output.constData());
}

QTEST_GUILESS_MAIN(TestStory)
#include "tst_Story.moc"
