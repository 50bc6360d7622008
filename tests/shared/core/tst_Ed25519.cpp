// The test vectors of RFC 8032 §7.1, and that a changed octet anywhere is noticed.
#include <QtTest>

#include "core/Ed25519.h"

using namespace campus;

namespace {

SigningKey keyOf(const QString &seed)
{
    return SigningKey::fromSeed(*fromHex(seed.toStdString())).value();
}

} // namespace

class tst_Ed25519 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rfc8032_data();
    void rfc8032();
    void changedOctet_isNoticed();
    void seedOfWrongLength_refused();
    void generatedKeys_differAndComeBackFromTheirSeed();
    void fixedLengths();
};

void tst_Ed25519::rfc8032_data()
{
    QTest::addColumn<QString>("seed");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("signature");
    QTest::newRow("test 1")
        << "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
        << "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a" << ""
        << "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
           "d25bf5f0595bbe24655141438e7a100b";
    QTest::newRow("test 2")
        << "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
        << "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c" << "72"
        << "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
           "387b2eaeb4302aeeb00d291612bb0c00";
    QTest::newRow("test 3")
        << "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"
        << "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025" << "af82"
        << "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
           "4a7c15e9716ed28dc027beceea1ec40a";
}

void tst_Ed25519::rfc8032()
{
    QFETCH(QString, seed);
    QFETCH(QString, key);
    QFETCH(QString, message);
    QFETCH(QString, signature);
    const SigningKey signer = keyOf(seed);
    const Bytes octets = *fromHex(message.toStdString());
    QCOMPARE(QString::fromStdString(toHex(signer.publicKey())), key);
    QCOMPARE(QString::fromStdString(toHex(signer.sign(octets))), signature);
    QVERIFY(verifySignature(signer.publicKey(), octets, signer.sign(octets)));
}

void tst_Ed25519::changedOctet_isNoticed()
{
    const SigningKey signer = SigningKey::generate();
    Bytes message{1, 2, 3, 4, 5};
    const Signature good = signer.sign(message);
    for (std::size_t i = 0; i < good.size(); ++i) {
        Signature bad = good;
        bad[i] ^= 1;
        QVERIFY(!verifySignature(signer.publicKey(), message, bad));
    }
    message[4] ^= 1;
    QVERIFY(!verifySignature(signer.publicKey(), message, good));
    message[4] ^= 1;
    QVERIFY(verifySignature(signer.publicKey(), message, good));
    QVERIFY(!verifySignature(SigningKey::generate().publicKey(), message, good));
    QVERIFY(!verifySignature(PublicKey{}, message, Signature{}));
}

void tst_Ed25519::seedOfWrongLength_refused()
{
    for (const std::size_t length : {0u, 31u, 33u, 64u}) {
        const auto key = SigningKey::fromSeed(Bytes(length, 7));
        QVERIFY(!key);
        QVERIFY(key.error().code == ErrorCode::InvalidInput);
    }
}

void tst_Ed25519::generatedKeys_differAndComeBackFromTheirSeed()
{
    const SigningKey one = SigningKey::generate();
    const SigningKey other = SigningKey::generate();
    QVERIFY(one.seed() != other.seed());
    QVERIFY(SigningKey::fromSeed(one.seed()).value().publicKey() == one.publicKey());
}

void tst_Ed25519::fixedLengths()
{
    QVERIFY(publicKeyFrom(Bytes(32, 1)).has_value());
    QVERIFY(!publicKeyFrom(Bytes(31, 1)));
    QVERIFY(signatureFrom(Bytes(64, 1)).has_value());
    QVERIFY(!signatureFrom(Bytes(65, 1)));
}

QTEST_GUILESS_MAIN(tst_Ed25519)
#include "tst_Ed25519.moc"
