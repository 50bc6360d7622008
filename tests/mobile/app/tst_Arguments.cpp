#include <QDir>
#include <QTest>

#include "app/Arguments.h"

using namespace campus::app;

// The command line: what is taken, what is refused, what help says.
class tst_Arguments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothing_meansTheOwnDataFolder();
    void everything_isTaken();
    void relativeFolder_becomesAbsolute();
    void wrongOnes_areRefused_data();
    void wrongOnes_areRefused();
    void helpAndVersion_endWellWithoutArguments();
};

void tst_Arguments::nothing_meansTheOwnDataFolder()
{
    const auto read = readArguments({QStringLiteral("campus-safety")});
    QVERIFY(read.arguments.has_value());
    QVERIFY(read.arguments->dataFolder.endsWith(QStringLiteral("/campus-safety/tablet")));
    QVERIFY(QDir::isAbsolutePath(read.arguments->dataFolder));
    QVERIFY(read.arguments->server.isEmpty());
    QVERIFY(read.arguments->size.isEmpty());
}

void tst_Arguments::everything_isTaken()
{
    const QString line =
        QStringLiteral("campus-safety --data /a/b --server http://127.0.0.1:8080 --enrol-code "
                       "12-34 --password-file /p --lang en "
                       "--theme dark --size 800x1280 --screenshot /s.png --drill-clock /c");
    const auto read = readArguments(line.split(QLatin1Char(' ')));
    QVERIFY2(read.arguments.has_value(), qPrintable(read.message));
    const Arguments &arguments = *read.arguments;
    QCOMPARE(arguments.dataFolder, QStringLiteral("/a/b"));
    QCOMPARE(arguments.server, QStringLiteral("http://127.0.0.1:8080"));
    QCOMPARE(arguments.enrolCode, QStringLiteral("12-34"));
    QCOMPARE(arguments.passwordFile, QStringLiteral("/p"));
    QCOMPARE(arguments.language, QStringLiteral("en"));
    QCOMPARE(arguments.theme, QStringLiteral("dark"));
    QCOMPARE(arguments.size, QSize(800, 1280));
    QCOMPARE(arguments.screenshotFile, QStringLiteral("/s.png"));
    QCOMPARE(arguments.drillClockFile, QStringLiteral("/c"));
}

void tst_Arguments::relativeFolder_becomesAbsolute()
{
    const auto read = readArguments(
        {QStringLiteral("campus-safety"), QStringLiteral("--data"), QStringLiteral("x/../y")});
    QVERIFY(read.arguments.has_value());
    QCOMPARE(read.arguments->dataFolder, QDir::current().filePath(QStringLiteral("y")));
}

void tst_Arguments::wrongOnes_areRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--nonsense")};
    QTest::newRow("a word too many") << QStringList{QStringLiteral("nonsense")};
    QTest::newRow("no value") << QStringList{QStringLiteral("--data")};
    QTest::newRow("code without server")
        << QStringList{QStringLiteral("--enrol-code"), QStringLiteral("12")};
    QTest::newRow("size in words")
        << QStringList{QStringLiteral("--size"), QStringLiteral("large")};
    QTest::newRow("size too small")
        << QStringList{QStringLiteral("--size"), QStringLiteral("10x10")};
    QTest::newRow("size too large")
        << QStringList{QStringLiteral("--size"), QStringLiteral("99999x100")};
}

void tst_Arguments::wrongOnes_areRefused()
{
    QFETCH(QStringList, arguments);
    const auto read = readArguments(QStringList{QStringLiteral("campus-safety")} + arguments);
    QVERIFY(!read.arguments.has_value());
    QCOMPARE(read.exitCode, 2);
    QVERIFY(read.message.startsWith(QStringLiteral("campus-safety: ")));
    QVERIFY(read.message.endsWith(QLatin1Char('\n')));
}

void tst_Arguments::helpAndVersion_endWellWithoutArguments()
{
    for (const char *option : {"--help", "--version"}) {
        const auto read =
            readArguments({QStringLiteral("campus-safety"), QString::fromLatin1(option)});
        QVERIFY(!read.arguments.has_value());
        QCOMPARE(read.exitCode, 0);
        QVERIFY(!read.message.isEmpty());
    }
}

QTEST_GUILESS_MAIN(tst_Arguments)
#include "tst_Arguments.moc"
