#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include <sys/prctl.h>

#include "core/Clock.h"
#include "core/IdSource.h"
#include "store/KeyVault.h"
#include "store/TabletStore.h"

using namespace campus;

namespace {

constexpr int kPatienceMillis = 60'000;
const QString kOfficer = QStringLiteral("U005");

} // namespace

// The tablet program beside the real server: it enrols itself, shows its first screen, comes again
// without a code, and leaves nothing behind when the code was wrong.
class tst_TabletProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void firstStart_enrolsItselfAndShowsTheSchools();
    void nextStart_needsNoCode();
    void wrongCode_isNamedAndKeepsTheKey();
    void secondProgram_isToldThatTheFirstIsOpen();
    void noScreenNeeded_forHelp();

private:
    struct Ended {
        int exitCode = -1;
        QString output, errors;
    };
    static void dieWithParent(QProcess &process)
    {
        process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    }
    Ended runServer(const QStringList &arguments);
    Ended runTablet(const QStringList &arguments);
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_address;
};

tst_TabletProgram::Ended tst_TabletProgram::runServer(const QStringList &arguments)
{
    QProcess process;
    dieWithParent(process);
    process.start(QStringLiteral(CAMPUS_SERVER_PROGRAM), arguments);
    if (!process.waitForFinished(kPatienceMillis))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

tst_TabletProgram::Ended tst_TabletProgram::runTablet(const QStringList &arguments)
{
    QProcess process;
    dieWithParent(process);
    process.start(QStringLiteral(CAMPUS_TABLET_PROGRAM), arguments);
    if (!process.waitForFinished(kPatienceMillis))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void tst_TabletProgram::initTestCase()
{
    const Ended made = runServer({QStringLiteral("init"), QStringLiteral("--data"), path("server"),
                                  QStringLiteral("--sample")});
    QVERIFY2(made.exitCode == 0, qPrintable(made.errors));
    dieWithParent(m_server);
    m_server.setStandardErrorFile(path("server.log"));
    m_server.start(QStringLiteral(CAMPUS_SERVER_PROGRAM),
                   {QStringLiteral("serve"), QStringLiteral("--data"), path("server"),
                    QStringLiteral("--port"), QStringLiteral("0")});
    QByteArray output;
    const QByteArray mark = "listening on ";
    QVERIFY(QTest::qWaitFor(
        [&] {
            m_server.waitForReadyRead(50);
            output += m_server.readAllStandardOutput();
            const qsizetype at = output.indexOf(mark);
            return at >= 0 && output.indexOf('\n', at) > 0;
        },
        kPatienceMillis));
    m_address = QString::fromUtf8(
        output.mid(output.indexOf(mark) + mark.size()).split('\n').first().trimmed());
}

void tst_TabletProgram::cleanupTestCase()
{
    m_server.terminate();
    m_server.waitForFinished(kPatienceMillis);
}

void tst_TabletProgram::firstStart_enrolsItselfAndShowsTheSchools()
{
    const Ended code = runServer({QStringLiteral("enrol-code"), QStringLiteral("--data"),
                                  path("server"), QStringLiteral("--user"), kOfficer});
    QVERIFY2(code.exitCode == 0, qPrintable(code.errors));
    const Ended ended =
        runTablet({QStringLiteral("--server"), m_address, QStringLiteral("--data"), path("tablet"),
                   QStringLiteral("--enrol-code"), code.output.trimmed(),
                   QStringLiteral("--screenshot"), path("first.png")});
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.errors));
    const QImage picture(path("first.png"));
    QVERIFY(picture.width() >= 800);

    const QString passwordFile =
        QDir(path("tablet")).filePath(QStringLiteral("sample-password.txt"));
    QVERIFY2(ended.output.contains(passwordFile), qPrintable(ended.output));
    QFile file(passwordFile);
    QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray password = file.readAll().trimmed();
    QVERIFY(password.size() >= 12);
    QVERIFY2(!ended.output.contains(QString::fromUtf8(password)) &&
                 !ended.errors.contains(QString::fromUtf8(password)),
             "the password was printed");

    const SystemClock clock;
    SystemRandom random;
    store::FileKeyVault vault(path("tablet").toStdString());
    store::StoreOptions options;
    options.vault = &vault;
    const auto store =
        store::TabletStore::open(path("tablet").toStdString(), clock, random, options);
    QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
    QCOMPARE((*store)->actingUser()->id, kOfficer.toStdString());
    QVERIFY((*store)->syncOverview().bootstrapped);
    const auto schools = (*store)->schools({});
    QVERIFY(schools.has_value() && !schools->empty());
    QVERIFY((*store)->bureau().drill);
}

void tst_TabletProgram::nextStart_needsNoCode()
{
    const Ended ended =
        runTablet({QStringLiteral("--data"), path("tablet"), QStringLiteral("--screenshot"),
                   path("second.png"), QStringLiteral("--lang"), QStringLiteral("en"),
                   QStringLiteral("--theme"), QStringLiteral("dark"), QStringLiteral("--size"),
                   QStringLiteral("600x960")});
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.errors));
    const QImage picture(path("second.png"));
    QCOMPARE(picture.size(), QSize(600, 960));
    QVERIFY(qGray(picture.pixel(300, 950)) < 128);
}

void tst_TabletProgram::wrongCode_isNamedAndKeepsTheKey()
{
    const Ended ended =
        runTablet({QStringLiteral("--server"), m_address, QStringLiteral("--data"), path("other"),
                   QStringLiteral("--enrol-code"), QStringLiteral("000000-000000"),
                   QStringLiteral("--screenshot"), path("other.png")});
    QCOMPARE(ended.exitCode, 0);
    QVERIFY2(ended.errors.contains(QStringLiteral("wrong_credentials")), qPrintable(ended.errors));
    // The key stays: a code whose answer was lost is given again to the same key only.
    QFile key(path("other/device.key"));
    QVERIFY(key.open(QIODevice::ReadOnly));
    const QByteArray kept = key.readAll();
    key.close();
    runTablet({QStringLiteral("--server"), m_address, QStringLiteral("--data"), path("other"),
               QStringLiteral("--enrol-code"), QStringLiteral("111111-111111"),
               QStringLiteral("--screenshot"), path("other.png")});
    QVERIFY(key.open(QIODevice::ReadOnly));
    QCOMPARE(key.readAll(), kept);
}

void tst_TabletProgram::secondProgram_isToldThatTheFirstIsOpen()
{
    QProcess first;
    dieWithParent(first);
    first.start(QStringLiteral(CAMPUS_TABLET_PROGRAM), {QStringLiteral("--data"), path("tablet")});
    QVERIFY(QTest::qWaitFor(
        [&] { return QFile::exists(path("tablet") + QStringLiteral("/tablet.lock")); },
        kPatienceMillis));
    const Ended second = runTablet({QStringLiteral("--data"), path("tablet"),
                                    QStringLiteral("--screenshot"), path("busy.png")});
    QCOMPARE(second.exitCode, 0);
    QVERIFY2(second.errors.contains(QStringLiteral("store_not_opened")), qPrintable(second.errors));
    QVERIFY(!QImage(path("busy.png")).isNull());
    first.terminate();
    QVERIFY(first.waitForFinished(kPatienceMillis));
    QCOMPARE(first.exitStatus(), QProcess::NormalExit);
    QCOMPARE(first.exitCode(), 0);
}

void tst_TabletProgram::noScreenNeeded_forHelp()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("no-such-platform"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CAMPUS_TABLET_PROGRAM), {QStringLiteral("--help")});
    QVERIFY(process.waitForFinished(kPatienceMillis));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("--enrol-code"));
}

QTEST_GUILESS_MAIN(tst_TabletProgram)
#include "tst_TabletProgram.moc"
