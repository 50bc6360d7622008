#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "platform/PasswordMemory.h"
#include "store/KeyVault.h"
#include "support/SeededRandom.h"

using namespace campus;
using namespace campus::platform;

// Signing in again without a server: by the password that the server accepted, ten tries.
class tst_PasswordMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rightPassword_isAccepted_alsoLater();
    void wrongPassword_isRefused();
    void tooManyTries_lockUntilTheServerSaysOtherwise();
    void rightPassword_forgetsEarlierFailures();
    void unknownPerson_isNotFound();
    void everyPerson_hasTheirOwn();
    void kept_isNeitherThePasswordNorReadableByOthers();
    void damagedEntry_isNotFound();

private:
    QString folder()
    {
        const QString name = m_folder.filePath(QString::number(++m_count));
        QDir().mkpath(name);
        return name;
    }
    static ErrorCode codeOf(const Result<void> &result)
    {
        return result ? ErrorCode::Internal : result.error().code;
    }

    QTemporaryDir m_folder;
    int m_count = 0;
    support::SeededRandom m_random{1};
};

void tst_PasswordMemory::rightPassword_isAccepted_alsoLater()
{
    const QString place = folder();
    store::FileKeyVault vault(place.toStdString());
    QVERIFY(PasswordMemory(vault, m_random).remember("U1", "澄岚 2025").has_value());
    store::FileKeyVault again(place.toStdString());
    QVERIFY(PasswordMemory(again, m_random).check("U1", "澄岚 2025").has_value());
    QVERIFY(PasswordMemory(again, m_random).remember("U1", "another one").has_value());
    QCOMPARE(codeOf(PasswordMemory(again, m_random).check("U1", "澄岚 2025")),
             ErrorCode::WrongCredentials);
}

void tst_PasswordMemory::wrongPassword_isRefused()
{
    store::FileKeyVault vault(folder().toStdString());
    PasswordMemory memory(vault, m_random);
    QVERIFY(memory.remember("U1", "right words").has_value());
    QCOMPARE(codeOf(memory.check("U1", "wrong words")), ErrorCode::WrongCredentials);
    QCOMPARE(codeOf(memory.check("U1", "")), ErrorCode::WrongCredentials);
    QCOMPARE(codeOf(memory.check("U1", "right words ")), ErrorCode::WrongCredentials);
}

void tst_PasswordMemory::tooManyTries_lockUntilTheServerSaysOtherwise()
{
    const QString place = folder();
    store::FileKeyVault vault(place.toStdString());
    PasswordMemory memory(vault, m_random);
    QVERIFY(memory.remember("U1", "right words").has_value());
    for (int i = 0; i < PasswordMemory::kTriesMax; ++i)
        QCOMPARE(codeOf(memory.check("U1", "wrong words")), ErrorCode::WrongCredentials);
    store::FileKeyVault afterRestart(place.toStdString());
    PasswordMemory again(afterRestart, m_random);
    QCOMPARE(codeOf(again.check("U1", "right words")), ErrorCode::Locked);
    QVERIFY(again.remember("U1", "right words").has_value()); // the server let the person in
    QVERIFY(again.check("U1", "right words").has_value());
}

void tst_PasswordMemory::rightPassword_forgetsEarlierFailures()
{
    store::FileKeyVault vault(folder().toStdString());
    PasswordMemory memory(vault, m_random);
    QVERIFY(memory.remember("U1", "right words").has_value());
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < PasswordMemory::kTriesMax - 1; ++i)
            QCOMPARE(codeOf(memory.check("U1", "wrong words")), ErrorCode::WrongCredentials);
        QVERIFY(memory.check("U1", "right words").has_value());
    }
}

void tst_PasswordMemory::unknownPerson_isNotFound()
{
    store::FileKeyVault vault(folder().toStdString());
    QCOMPARE(codeOf(PasswordMemory(vault, m_random).check("U1", "anything")), ErrorCode::NotFound);
}

void tst_PasswordMemory::everyPerson_hasTheirOwn()
{
    store::FileKeyVault vault(folder().toStdString());
    PasswordMemory memory(vault, m_random);
    QVERIFY(memory.remember("U1", "same words").has_value());
    QVERIFY(memory.remember("U2", "same words").has_value());
    QVERIFY(memory.remember("../U3", "other words").has_value());
    QCOMPARE(codeOf(memory.check("U1", "other words")), ErrorCode::WrongCredentials);
    QVERIFY(memory.check("U2", "same words").has_value());
    QVERIFY(memory.check("../U3", "other words").has_value());
}

void tst_PasswordMemory::kept_isNeitherThePasswordNorReadableByOthers()
{
    const QDir place(folder());
    store::FileKeyVault vault(place.path().toStdString());
    PasswordMemory memory(vault, m_random);
    QVERIFY(memory.remember("U1", "same words").has_value());
    QVERIFY(memory.remember("U2", "same words").has_value());
    const QStringList files = place.entryList(QDir::Files);
    QCOMPARE(files.size(), 2);
    QList<QByteArray> contents;
    for (const QString &name : files) {
        QFile file(place.filePath(name));
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteGroup | QFileDevice::WriteOther;
        QVERIFY(!(file.permissions() & others));
        QVERIFY(file.open(QIODevice::ReadOnly));
        contents.append(file.readAll());
        QVERIFY(!contents.last().contains("same words"));
    }
    QVERIFY(contents[0] != contents[1]); // salted
}

void tst_PasswordMemory::damagedEntry_isNotFound()
{
    const QDir place(folder());
    store::FileKeyVault vault(place.path().toStdString());
    PasswordMemory memory(vault, m_random);
    QVERIFY(memory.remember("U1", "right words").has_value());
    QFile file(place.filePath(place.entryList(QDir::Files).constFirst()));
    QVERIFY(file.resize(10));
    QCOMPARE(codeOf(memory.check("U1", "right words")), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(tst_PasswordMemory)
#include "tst_PasswordMemory.moc"
