// tst_ChineseTexts: every text of the controls and screens has its Chinese.
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class tst_ChineseTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyText_isTranslated();
};

void tst_ChineseTexts::everyText_isTranslated() {
    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const QString copy = folder.filePath(QStringLiteral("campus_zh_CN.ts"));
    QVERIFY(QFile::copy(QStringLiteral(CAMPUS_TS), copy));

    QProcess lupdate;
    lupdate.start(QStringLiteral(CAMPUS_LUPDATE),
                  {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                   QStringLiteral(CAMPUS_QML "/controls"), QStringLiteral(CAMPUS_QML "/screens"),
                   QStringLiteral("-ts"), copy});
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);

    QFile updated(copy);
    QVERIFY(updated.open(QIODevice::ReadOnly));
    QByteArrayList open;
    for (const QByteArray& message : updated.readAll().split('\n')) {
        if (message.contains("type=\"unfinished\"") || message.contains("type=\"vanished\"")) {
            open.append(message.trimmed());
        }
    }
    QVERIFY2(open.isEmpty(), open.join(" | ").constData());
}

QTEST_GUILESS_MAIN(tst_ChineseTexts)
#include "tst_ChineseTexts.moc"
