// Known digests (FIPS 180-2), and that pieces hash like the whole.
#include <QtTest>

#include "core/Sha256.h"

using namespace campus;

class tst_Sha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownDigests_data();
    void knownDigests();
    void millionTimesA();
    void pieces_hashLikeTheWhole();
    void digest_textForm();
};

void tst_Sha256::knownDigests_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("digest");
    QTest::newRow("empty") << "" << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    QTest::newRow("abc") << "abc" << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    QTest::newRow("two blocks") << "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
                                << "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
}

void tst_Sha256::knownDigests()
{
    QFETCH(QString, text);
    QFETCH(QString, digest);
    QCOMPARE(QString::fromStdString(sha256(text.toStdString()).hex()), digest);
}

void tst_Sha256::millionTimesA()
{
    Sha256 hash;
    const std::string thousand(1000, 'a');
    for (int i = 0; i < 1000; ++i)
        hash.add(thousand);
    QCOMPARE(QString::fromStdString(hash.finish().hex()),
             QString("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
}

void tst_Sha256::pieces_hashLikeTheWhole()
{
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += static_cast<char>(i);
    for (std::size_t cut = 0; cut <= text.size(); cut += 7) {
        Sha256 hash;
        hash.add(std::string_view(text).substr(0, cut));
        hash.add(std::string_view(text).substr(cut));
        QVERIFY(hash.finish() == sha256(text));
    }
}

void tst_Sha256::digest_textForm()
{
    const Digest digest = sha256("abc");
    QVERIFY(Digest::fromHex(digest.hex()) == digest);
    QVERIFY(Digest::fromBytes(digest.view()) == digest);
    QVERIFY(!Digest::fromHex(digest.hex() + "00"));
    QVERIFY(!Digest::fromHex("zz" + digest.hex().substr(2)));
    QVERIFY(!Digest::fromBytes(digest.view().first(31)));
    QVERIFY(Digest{} < digest);
    QVERIFY(std::hash<Digest>{}(digest) == std::hash<Digest>{}(sha256("abc")));
    QVERIFY(std::hash<Digest>{}(digest) != std::hash<Digest>{}(sha256("abd")));
}

QTEST_GUILESS_MAIN(tst_Sha256)
#include "tst_Sha256.moc"
